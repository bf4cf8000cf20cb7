/// A sum by which bytes that are not those that were written are known: cut, damaged, or of another file. None against forgery.
struct Checksum {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { raw in
            // Four sums side by side: each multiplication waits for the one before it, so one sum alone leaves the processor idle.
            var lanes = (value, value ^ Self.factor, value &+ Self.factor, ~value), at = 0
            while at &+ 32 <= raw.count {
                lanes.0 = Self.step(lanes.0, raw, at)
                lanes.1 = Self.step(lanes.1, raw, at &+ 8)
                lanes.2 = Self.step(lanes.2, raw, at &+ 16)
                lanes.3 = Self.step(lanes.3, raw, at &+ 24)
                at &+= 32
            }
            var sum = Self.mixed(Self.mixed(Self.mixed(lanes.0, lanes.1), lanes.2), lanes.3)
            while at < raw.count {
                sum = Self.mixed(sum, UInt64(raw[at]))
                at &+= 1
            }
            // Where one piece ends and the next begins counts too.
            value = Self.mixed(sum, UInt64(raw.count))
        }
    }

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    private static func step(_ sum: UInt64, _ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
        mixed(sum, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
    }

    @inline(__always)
    private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let product = (sum ^ word) &* factor
        return product ^ product >> 32
    }
}
