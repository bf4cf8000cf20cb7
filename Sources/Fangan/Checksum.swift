/// A sum by which bytes that are not those that were written are known: cut, damaged, or of another file. None against forgery.
struct Checksum {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { raw in
            var sum = value, at = 0
            while at &+ 8 <= raw.count {
                sum = (sum ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))) &* 0x9E37_79B9_7F4A_7C15
                sum ^= sum >> 32
                at &+= 8
            }
            while at < raw.count {
                sum = (sum ^ UInt64(raw[at])) &* 0x9E37_79B9_7F4A_7C15
                at &+= 1
            }
            // Where one piece ends and the next begins counts too.
            value = (sum ^ UInt64(raw.count)) &* 0x9E37_79B9_7F4A_7C15
        }
    }
}
