/// Tells Chinese from bytes that merely convert: the share of frequent characters among all that are not ASCII.
enum FrequentCharacters {
    /// One bit per code point of the basic plane.
    private static let bits: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 1024)
        for text in [FrequentCharacterData.simplified, FrequentCharacterData.traditional, "。，、；：？！（）《》“”〔〕【】—…·　"] {
            for scalar in text.unicodeScalars where scalar.value > 0x7F && scalar.value < 0x10000 {
                bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
            }
        }
        return bits
    }()

    /// Between 0 and 1; ordinary Chinese has 0.8 and more, misread bytes less than 0.1.
    static func share(in text: [UInt8]) -> Double {
        var known = 0, all = 0
        text.withUnsafeBufferPointer { bytes in
            var i = 0
            while i < bytes.count {
                let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
                i += width
                if scalar < 0x80 { continue }
                all += 1
                if scalar < 0x10000, bits[Int(scalar >> 6)] & 1 << UInt64(scalar & 63) != 0 { known += 1 }
            }
        }
        return all == 0 ? 0 : Double(known) / Double(all)
    }
}
