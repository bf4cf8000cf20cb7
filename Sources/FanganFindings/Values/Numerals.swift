import FanganText

/// Numbers as the documents write them: `12`, `１２`, `1,200`, `3.5`, `2000亿`, `三十六`, `两`, `二〇二三`,
/// `百分之九十`, `三分之二`. 〇, ○ and 零 are all zero.
public enum Numerals {
    /// A number that was read.
    public struct Reading: Sendable, Hashable {
        public var value: Double
        /// Index after its last scalar.
        public var end: Int
        /// Written with Chinese numerals alone.
        public var isChinese: Bool
        /// Written as 百分之… or as a fraction.
        public var isPercent: Bool
    }

    /// The number that begins at an index of a passage, or nil.
    /// Spaces inside a number are not read over.
    public static func read(_ passage: Passage, at index: Int) -> Reading? {
        guard index >= 0, index < passage.count else { return nil }
        let end = min(passage.count, index + 40)
        let text = CompactText(passage, index..<end)
        guard var reading = read(text, at: 0) else { return nil }
        reading.end = text.place(0..<reading.end).upperBound
        return reading
    }

    static func read(_ text: CompactText, at index: Int) -> Reading? {
        let first = text[index]
        if first.isDigit { return arabic(text, at: index) }
        if text.has("百分之", at: index) {
            if text[index + 3] == 0x767E { return Reading(value: 100, end: index + 4, isChinese: true, isPercent: true) }  // 百
            guard let part = read(text, at: index + 3), !part.isPercent else { return nil }
            return Reading(value: part.value, end: part.end, isChinese: part.isChinese, isPercent: true)
        }
        return chinese(text, at: index).map { fraction(text, of: $0) ?? $0 }
    }

    /// 三分之二 as a share of a hundred, to two places.
    private static func fraction(_ text: CompactText, of whole: Reading) -> Reading? {
        guard text.has("分之", at: whole.end), whole.value >= 2, whole.value <= 100, let part = chinese(text, at: whole.end + 2), part.value > 0, part.value <= whole.value else { return nil }
        return Reading(value: (part.value / whole.value * 10_000).rounded() / 100, end: part.end, isChinese: true, isPercent: true)
    }

    private static func arabic(_ text: CompactText, at index: Int) -> Reading? {
        var i = index
        var value = 0.0, scale = 1.0
        while text[i].isDigit { value = value * 10 + Double(text[i].digit); i += 1 }
        // No amount has so many digits; an account or telephone number may.
        guard i - index <= 16 else { return nil }
        // 1,200: a comma with exactly three digits behind it groups them.
        while i - index <= 15, text[i] == 0x2C, i - index >= 1,
              text[i + 1].isDigit, text[i + 2].isDigit, text[i + 3].isDigit, !text[i + 4].isDigit {
            for k in 1...3 { value = value * 10 + Double(text[i + k].digit) }
            i += 4
        }
        if text[i] == 0x2E, text[i + 1].isDigit {
            // Divided only after the multiplier, so that 4302.65亿 is a whole number.
            i += 1
            while text[i].isDigit { value = value * 10 + Double(text[i].digit); scale *= 10; i += 1 }
        }
        let (factor, end) = multiplier(text, at: i)
        return Reading(value: value * factor / scale, end: end, isChinese: false, isPercent: false)
    }

    /// 百 千 万 亿 behind an Arabic number: `1.2万亿`, `3千`.
    private static func multiplier(_ text: CompactText, at index: Int) -> (Double, Int) {
        var factor = 1.0, i = index
        while let power = power(text[i]), power >= 100 {
            // 5千瓦, 20千米, 2千克 hold a unit, no thousand.
            if power == 1000, text.isOne(of: "瓦米克伏", at: i + 1) { break }
            factor *= power
            i += 1
        }
        return (factor, i)
    }

    /// 三十六, 二〇二三, 一百零五, 十二, 三万五千. 百 or 万 with nothing in front of it is no number.
    private static func chinese(_ text: CompactText, at index: Int) -> Reading? {
        var total = 0.0, section = 0.0
        var digit: Double?
        var i = index
        // A longer run of numerals is no number, and reading it anew from each of its characters would take for ever.
        while i - index <= 16 {
            if let value = chineseDigit(text[i]) {
                // Digits side by side are written out place by place: 二〇二三.
                digit = (digit ?? 0) * 10 + Double(value)
            } else if let power = power(text[i]) {
                if power >= 10_000 {
                    let part = section + (digit ?? 0)
                    guard part > 0 || total > 0 else { break }
                    total = power > 10_000 ? (total + part) * power : total + part * power
                    section = 0
                } else if let digit {
                    section += digit * power
                } else if power == 10, section == 0 {
                    section = 10
                } else { break }
                digit = nil
            } else { break }
            i += 1
        }
        guard i > index else { return nil }
        return Reading(value: total + section + (digit ?? 0), end: i, isChinese: true, isPercent: false)
    }

    static func chineseDigit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x96F6, 0x3007: 0  // 零 〇
        case 0x4E00: 1  // 一
        case 0x4E8C, 0x4E24, 0x5169: 2  // 二 两 兩
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }

    static func power(_ scalar: UInt32) -> Double? {
        switch scalar {
        case 0x5341: 10  // 十
        case 0x767E: 100  // 百
        case 0x5343: 1000  // 千
        case 0x4E07, 0x842C: 10_000  // 万 萬
        case 0x4EBF, 0x5104: 100_000_000  // 亿 億
        default: nil
        }
    }
}
