/// How an automatic number is printed (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat).
enum NumberFormat: Sendable, Hashable {
    case decimal, decimalZero, upperRoman, lowerRoman, upperLetter, lowerLetter
    /// 一 … 十 十一 … 九十九, from a hundred on digit by digit: 一〇〇
    case chineseCounting
    /// 一 … 十 十一 … 一百 一百零一
    case chineseCountingThousand
    /// 一 … 十 … 百 百一
    case japaneseCounting
    /// 一 … 九 一〇 一一
    case ideographDigital
    /// 壹 贰 叁 … 壹拾
    case chineseLegalSimplified
    /// 壹 貳 參 …
    case ideographLegalTraditional
    /// ①
    case enclosedCircle
    /// ㈠
    case ideographEnclosedCircle
    /// ⑴
    case enclosedParenthesis
    /// ⒈
    case enclosedFullstop
    /// １
    case decimalFullWidth
    /// 甲 乙 丙
    case ideographTraditional
    /// 子 丑 寅
    case ideographZodiac
    case bullet, none

    /// The format of a name in a Word file; an unknown one counts in digits, as Word does.
    init(word name: String) {
        self = Self.wordNames[name] ?? .decimal
    }

    private static let wordNames: [String: NumberFormat] = [
        "decimal": .decimal, "decimalZero": .decimalZero, "upperRoman": .upperRoman, "lowerRoman": .lowerRoman, "upperLetter": .upperLetter,
        "lowerLetter": .lowerLetter, "chineseCounting": .chineseCounting, "chineseCountingThousand": .chineseCountingThousand,
        "taiwaneseCounting": .chineseCounting, "taiwaneseCountingThousand": .chineseCountingThousand, "japaneseCounting": .japaneseCounting,
        "koreanDigital2": .ideographDigital, "taiwaneseDigital": .ideographDigital, "japaneseDigitalTenThousand": .chineseCounting,
        "ideographDigital": .ideographDigital, "chineseLegalSimplified": .chineseLegalSimplified,
        "ideographLegalTraditional": .ideographLegalTraditional, "japaneseLegal": .ideographLegalTraditional,
        "decimalEnclosedCircle": .enclosedCircle, "decimalEnclosedCircleChinese": .enclosedCircle, "ideographEnclosedCircle": .ideographEnclosedCircle,
        "decimalEnclosedParen": .enclosedParenthesis, "decimalEnclosedFullstop": .enclosedFullstop, "decimalFullWidth": .decimalFullWidth,
        "decimalFullWidth2": .decimalFullWidth, "decimalHalfWidth": .decimal, "ideographTraditional": .ideographTraditional,
        "ideographZodiac": .ideographZodiac, "ordinal": .decimal, "cardinalText": .decimal, "numberInDash": .decimal, "bullet": .bullet, "none": .none,
    ]

    /// The number as printed; beyond what a format has signs for, in digits.
    func text(_ n: Int) -> String {
        switch self {
        case .decimal: "\(n)"
        case .decimalZero: n >= 0 && n < 10 ? "0\(n)" : "\(n)"
        case .upperRoman: Self.roman(n).uppercased()
        case .lowerRoman: Self.roman(n)
        case .upperLetter: Self.letter(n).uppercased()
        case .lowerLetter: Self.letter(n)
        case .chineseCounting: n < 100 ? Self.han(n, .counting) : Self.digits(n)
        case .chineseCountingThousand: Self.han(n, .counting)
        case .japaneseCounting: Self.han(n, .japanese)
        case .chineseLegalSimplified: Self.han(n, .legal)
        case .ideographLegalTraditional: Self.han(n, .legalTraditional)
        case .ideographDigital: Self.digits(n)
        case .decimalFullWidth: String(String.UnicodeScalarView("\(n)".unicodeScalars.map { $0.value >= 0x30 && $0.value <= 0x39 ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
        case .enclosedCircle: Self.enclosed(n)
        case .ideographEnclosedCircle: Self.sign(n, from: 0x3220, count: 10)
        case .enclosedParenthesis: Self.sign(n, from: 0x2474, count: 20)
        case .enclosedFullstop: Self.sign(n, from: 0x2488, count: 20)
        case .ideographTraditional: Self.pick(n, "甲乙丙丁戊己庚辛壬癸")
        case .ideographZodiac: Self.pick(n, "子丑寅卯辰巳午未申酉戌亥")
        case .bullet, .none: ""
        }
    }

    // MARK: Signs

    private static func sign(_ n: Int, from first: UInt32, count: Int) -> String {
        guard n >= 1, n <= count, let scalar = Unicode.Scalar(first + UInt32(n - 1)) else { return "\(n)" }
        return String(scalar)
    }

    private static func enclosed(_ n: Int) -> String {
        switch n {
        case 0: "⓪"
        case 1...20: sign(n, from: 0x2460, count: 20)
        case 21...35: sign(n - 20, from: 0x3251, count: 15)
        case 36...50: sign(n - 35, from: 0x32B1, count: 15)
        default: "\(n)"
        }
    }

    private static func pick(_ n: Int, _ signs: String) -> String {
        let all = Array(signs)
        return n >= 1 && n <= all.count ? String(all[n - 1]) : "\(n)"
    }

    /// a … z, aa, bb …, as Word counts.
    private static func letter(_ n: Int) -> String {
        guard n >= 1, n <= 780, let scalar = Unicode.Scalar(UInt32(0x61 + (n - 1) % 26)) else { return "\(n)" }
        return String(repeating: String(scalar), count: (n - 1) / 26 + 1)
    }

    private static func roman(_ n: Int) -> String {
        guard n >= 1, n < 4000 else { return "\(n)" }
        let values = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
        var rest = n, text = ""
        for (value, sign) in values {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    // MARK: Chinese numerals

    private enum HanStyle { case counting, japanese, legal, legalTraditional }
    private enum HanDigits {
        static let plain = Array("〇一二三四五六七八九")
        static let counting = Array("零一二三四五六七八九")
        static let legal = Array("零壹贰叁肆伍陆柒捌玖")
        static let legalTraditional = Array("零壹貳參肆伍陸柒捌玖")
    }

    private static func digits(_ n: Int) -> String {
        guard n >= 0 else { return "\(n)" }
        return String("\(n)".unicodeScalars.map { HanDigits.plain[Int($0.value) - 0x30] })
    }

    /// 一百零五, 十二 rather than 一十二; in Japanese also 百 rather than 一百, and no 零. From ten thousand on in digits.
    private static func han(_ n: Int, _ style: HanStyle) -> String {
        guard n >= 0, n < 10_000 else { return "\(n)" }
        let isLegal = style == .legal || style == .legalTraditional
        let signs = style == .legal ? HanDigits.legal : style == .legalTraditional ? HanDigits.legalTraditional : HanDigits.counting
        let units = isLegal ? ["", "拾", "佰", "仟"] : ["", "十", "百", "千"]
        if n == 0 { return String(signs[0]) }
        var text = "", isGap = false
        for place in stride(from: 3, through: 0, by: -1) {
            let digit = n / [1, 10, 100, 1000][place] % 10
            if digit == 0 {
                isGap = !text.isEmpty
                continue
            }
            if isGap, style != .japanese { text += String(signs[0]) }
            isGap = false
            let isBare = digit == 1 && !isLegal && (style == .japanese ? place > 0 : place == 1 && text.isEmpty)
            if !isBare { text += String(signs[digit]) }
            text += units[place]
        }
        return text
    }
}
