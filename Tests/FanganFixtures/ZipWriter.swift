/// Writes zip containers with members that are stored as they are.
public enum ZipWriter {
    public static func archive(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var out: [UInt8] = [], directory: [UInt8] = []
        for member in members {
            let name = Array(member.name.utf8), start = out.count
            let facts = u16(20) + u16(0x0800) + u16(0) + u16(0) + u16(0x21) + u32(crc(member.bytes)) + u32(UInt32(member.bytes.count))
                + u32(UInt32(member.bytes.count)) + u16(name.count) + u16(0)
            out += [0x50, 0x4B, 0x03, 0x04] + facts + name + member.bytes
            directory += [0x50, 0x4B, 0x01, 0x02] + u16(20) + facts + u16(0) + u16(0) + u16(0) + u32(0) + u32(UInt32(start)) + name
        }
        let start = out.count
        out += directory
        out += [0x50, 0x4B, 0x05, 0x06] + u16(0) + u16(0) + u16(members.count) + u16(members.count) + u32(UInt32(directory.count)) + u32(UInt32(start)) + u16(0)
        return out
    }

    private static func u16(_ n: Int) -> [UInt8] { [UInt8(n & 0xFF), UInt8(n >> 8 & 0xFF)] }
    private static func u32(_ n: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: n >> UInt32(8 * $0)) } }

    private static let table: [UInt32] = (0..<256).map { n in (0..<8).reduce(UInt32(n)) { c, _ in c & 1 == 1 ? 0xEDB8_8320 ^ c >> 1 : c >> 1 } }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
    }
}
