/// UTF-16 without a byte order mark: in one of the two byte orders nearly every unit is a Chinese character,
/// East Asian punctuation or ASCII (whose other byte is NUL); read in the wrong order, or in another encoding,
/// the units scatter.
enum UTF16Shape {
    static func encoding(of bytes: [UInt8]) -> String? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        let little = isPlausible(bytes, low: 0), big = isPlausible(bytes, low: 1)
        if little == big { return nil }
        return little ? "UTF-16LE" : "UTF-16BE"
    }

    /// - Parameter low: where in each unit the low byte stands.
    private static func isPlausible(_ bytes: [UInt8], low: Int) -> Bool {
        var plausible = 0, evident = 0, units = 0
        for i in stride(from: 0, to: min(bytes.count, 1 << 16) - 1, by: 2) {
            let high = bytes[i + 1 - low], unit = bytes[i + low]
            units += 1
            // Pairs of ASCII letters look like Chinese characters, but their low bytes are never beyond 0x7F.
            if high == 0 || unit >= 0x80 { evident += 1 }
            switch high {
            case 0x00: if unit >= 0x20 && unit < 0x7F || unit >= 0x09 && unit <= 0x0D || unit == 0xA0 { plausible += 1 }
            case 0x20, 0x30, 0xFF, 0x4E...0x9F: plausible += 1
            default: break
            }
        }
        return plausible * 10 >= units * 9 && evident * 4 >= units
    }
}
