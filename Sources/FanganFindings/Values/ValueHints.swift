import FanganText

/// What a stretch of text can hold at all, told by single characters in one pass: most duties name no date, no points
/// and no figure, and need not be read for them.
struct ValueHints: OptionSet {
    let rawValue: UInt8

    /// 年 月 日 季 底 期 每 周 前 末, and 限 or 间 of a key (完成时间：2026/8/31), or the points of 2024.6.1-2024.9.30: without one of them there is no deadline and no recurrence.
    static let date = ValueHints(rawValue: 1)
    /// 分 扣
    static let score = ValueHints(rawValue: 2)
    /// 《 〔
    static let citation = ValueHints(rawValue: 4)
    /// ( （: may hold the year of a 发文字号 where there are digits.
    static let bracket = ValueHints(rawValue: 8)
    static let digit = ValueHints(rawValue: 16)
    /// 一 两 百: figures in words.
    static let numeral = ValueHints(rawValue: 32)

    static func of(_ passage: Passage, _ range: Range<Int>) -> ValueHints {
        passage.scalars.withUnsafeBufferPointer { scalars in
            table.withUnsafeBufferPointer { table in
                var bits: UInt8 = 0
                for i in range where scalars[i] < 0x10000 { bits |= table[Int(scalars[i])] }
                return ValueHints(rawValue: bits)
            }
        }
    }

    var mayHoldCitation: Bool { contains(.citation) || contains([.bracket, .digit]) }
    var mayHoldTarget: Bool { contains(.digit) || contains(.numeral) }

    /// The characters of each hint.
    static let characters: [(String, ValueHints)] = [
        ("年月日季底期每周前末限间./-．／－", .date), ("分扣", .score), ("《〔〕[［﹝｛", .citation), ("(（【", .bracket), ("0123456789０１２３４５６７８９", .digit),
        ("一二两三四五六七八九十百千万兩萬半", .numeral),
    ]

    /// For each code point of the basic plane what it hints at.
    private static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 0x10000)
        for (characters, hint) in characters {
            for scalar in characters.unicodeScalars { table[Int(scalar.value)] |= hint.rawValue }
        }
        return table
    }()
}
