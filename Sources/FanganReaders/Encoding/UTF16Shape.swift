/// UTF-16 without a byte order mark: in one of the two byte orders nearly every unit is a Chinese character,
/// East Asian punctuation or ASCII (whose other byte is NUL); read in the wrong order, or in another encoding,
/// the units scatter.
enum UTF16Shape {
    static func encoding(of bytes: [UInt8]) -> String? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        let little = plausible(bytes, low: 0), big = plausible(bytes, low: 1)
        let units = min(bytes.count, 1 << 16) / 2
        if little > big { return little * 10 >= units * 9 ? "UTF-16LE" : nil }
        return big * 10 >= units * 9 ? "UTF-16BE" : nil
    }

    private static func plausible(_ bytes: [UInt8], low: Int) -> Int {
        var count = 0
        for i in stride(from: 0, to: min(bytes.count, 1 << 16) - 1, by: 2) {
            let high = bytes[i + 1 - low], unit = bytes[i + low]
            switch high {
            case 0x00: if unit >= 0x20 && unit < 0x7F || unit >= 0x09 && unit <= 0x0D || unit == 0xA0 { count += 1 }
            case 0x20, 0x30, 0xFF, 0x4E...0x9F: count += 1
            default: break
            }
        }
        return count
    }
}
