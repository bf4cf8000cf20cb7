import FanganText

/// One date as it is written, before its year is known: `2023年`, `6月底`, `一季度`, `2024年3月31日`, `年内`.
struct DateExpression: Sendable {
    /// How the year is said.
    enum YearWord: Sendable { case none, number(Int), offset(Int) }
    /// The span that is named inside the year.
    enum Part: Sendable, Equatable {
        case year
        /// 1 or 2.
        case half(Int)
        /// 1 … 4.
        case quarter(Int)
        case month(Int)
        case day(Int, Int)
    }
    /// Which end of the part: 初, 中, 底 or 末; 上旬, 中旬, 下旬 of a month; 年内.
    enum Position: Sendable { case whole, early, middle, late, final, within }

    var range: Range<Int>
    var year: YearWord
    var part: Part
    var position: Position = .whole

    var hasYear: Bool { if case .none = year { false } else { true } }

    /// Longest expression that begins at an index; nil if none does.
    static func read(_ text: CompactText, at start: Int) -> DateExpression? {
        let yearWord = readYear(text, at: start)
        let i = yearWord?.end ?? start
        let year = yearWord?.year ?? .none
        if let dotted = readDotted(text, at: start) { return dotted }
        if let (part, position, end) = readPart(text, at: i, afterYear: yearWord != nil) {
            return DateExpression(range: start..<end, year: year, part: part, position: position)
        }
        guard yearWord != nil else { return nil }
        return DateExpression(range: start..<i, year: year, part: .year)
    }

    // MARK: year

    private static func readYear(_ text: CompactText, at i: Int) -> (year: YearWord, end: Int)? {
        if text[i].isDigit {
            guard let value = fourDigits(text, at: i), text[i + 4] == 0x5E74 else { return nil }
            return (.number(value), yearEnd(text, i + 5))
        }
        if let value = chineseYear(text, at: i) { return (.number(value), yearEnd(text, i + 5)) }
        // All of them hold 年 behind their first character.
        guard text[i + 1] == 0x5E74 || text[i + 2] == 0x5E74 || text[i + 3] == 0x5E74 else { return nil }
        for (word, offset) in relativeYears where text.has(word, at: i) && isApart(text, i, word.count) {
            return (.offset(offset), yearEnd(text, i + word.count))
        }
        return nil
    }

    private static let relativeYears: [(StaticString, Int)] = [
        ("今明两年", 1), ("今年", 0), ("本年", 0), ("明年", 1), ("去年", -1), ("上年", -1), ("次年", 1), ("翌年", 1), ("来年", 1), ("下一年", 1), ("下年", 1),
    ]

    /// Not the end of one word with the beginning of another: 网上|年货, 线上|年会, 基本|年检. Behind a word for a place or a ground
    /// the year must be said to be one by what follows it.
    private static func isApart(_ text: CompactText, _ i: Int, _ count: Int) -> Bool {
        switch text[i] {
        case 0x4E0A:  // 上
            if text.isOne(of: "网线路海街陆船车水地山楼", at: i - 1) { return false }
            return text.isOne(of: "度底末初同的内全数上下一二三四第", at: i + count) || text[i + count].isDigit || text[i + count].endsClause || text[i + count] == 0
                || text.isOne(of: "比较于与按以为占过超是和", at: i - 1)
        case 0x6765, 0x4E0B:  // 来 下: 近来|年均, 以下|年份
            return !text.isOne(of: "近以未将往历年天", at: i - 1)
        case 0x672C:  // 本
            return !text.isOne(of: "基日资成样版文课", at: i - 1)
        default: return true
        }
    }

    /// 年度 belongs to the year, and so does 全年.
    private static func yearEnd(_ text: CompactText, _ i: Int) -> Int {
        text[i] == 0x5EA6 ? i + 1 : text.has("全年", at: i) ? i + 2 : i
    }

    /// 24年底, 24年6月: a year of two digits with a part of it, within ten years of another one.
    static func readShortYear(_ text: CompactText, at i: Int, around year: Int) -> DateExpression? {
        guard let short = smallNumber(text, at: i, 0...99), short.end == i + 2, text[i].isDigit, !text[i - 1].isDigit, text[short.end] == 0x5E74 else { return nil }
        let value = year / 100 * 100 + short.value
        guard abs(value - year) < 10, let (part, position, end) = readPart(text, at: short.end + 1, afterYear: true) else { return nil }
        if case .month = part { return DateExpression(range: i..<end, year: .number(value), part: part, position: position) }
        if case .day = part { return DateExpression(range: i..<end, year: .number(value), part: part, position: position) }
        return part == .year && position == .final ? DateExpression(range: i..<end, year: .number(value), part: part, position: position) : nil
    }

    /// 19xx or 20xx with no digit around it.
    static func fourDigits(_ text: CompactText, at i: Int) -> Int? {
        guard text[i].isDigit, text[i + 1].isDigit, text[i + 2].isDigit, text[i + 3].isDigit,
              !text[i + 4].isDigit, !text[i - 1].isDigit else { return nil }
        let value = (0..<4).reduce(0) { $0 * 10 + text[i + $1].digit }
        return (1900...2199).contains(value) ? value : nil
    }

    /// 二〇二三年.
    private static func chineseYear(_ text: CompactText, at i: Int) -> Int? {
        guard text[i + 4] == 0x5E74 else { return nil }
        var value = 0
        for k in 0..<4 {
            guard let digit = Numerals.chineseDigit(text[i + k]) else { return nil }
            value = value * 10 + digit
        }
        return (1900...2199).contains(value) ? value : nil
    }

    /// 2023.12, 2023-05-09, 2023/5: year and month, at most a day.
    private static func readDotted(_ text: CompactText, at i: Int) -> DateExpression? {
        guard let year = fourDigits(text, at: i) else { return nil }
        let mark = text[i + 4]
        guard mark == 0x2E || mark == 0x2F || mark == 0x2D else { return nil }
        guard let month = smallNumber(text, at: i + 5, 1...12) else { return nil }
        if text[month.end] == mark, let day = smallNumber(text, at: month.end + 1, 1...31) {
            return DateExpression(range: i..<day.end, year: .number(year), part: .day(month.value, day.value))
        }
        // 2023.12 with neither unit nor a further digit behind it; 2021-12 alone is no month.
        guard mark == 0x2E, !isUnitOrNumber(text, month.end) else { return nil }
        return DateExpression(range: i..<month.end, year: .number(year), part: .month(month.value))
    }

    static func isUnitOrNumber(_ text: CompactText, _ i: Int) -> Bool {
        text[i].isDigit || text[i].isLetter || text.isOne(of: "%万亿元米吨个.公平家人户年版倍", at: i)
    }

    // MARK: part of the year

    private static func readPart(_ text: CompactText, at i: Int, afterYear: Bool) -> (Part, Position, Int)? {
        if let month = readMonth(text, at: i, afterYear: afterYear) { return month }
        if let quarter = readQuarter(text, at: i, afterYear: afterYear) { return quarter }
        if text.has("上半年", at: i) || text.has("下半年", at: i) {
            let (position, end) = readPosition(text, at: i + 3)
            return (.half(text[i] == 0x4E0A ? 1 : 2), position, end)
        }
        return readYearPosition(text, at: i, afterYear: afterYear)
    }

    /// 6月, 六月份, 6月底, 6月上旬, 6月30日.
    private static func readMonth(_ text: CompactText, at i: Int, afterYear: Bool) -> (Part, Position, Int)? {
        guard afterYear || (!text[i - 1].isDigit && text[i - 1] != 0x2E),
              let month = (afterYear ? brokenMonth(text, at: i) : nil) ?? smallNumber(text, at: i, 1...12) ?? (text[i] == 0x5143 ? (1, i + 1) : nil), text[month.end] == 0x6708 else { return nil } // 元月
        let end = text[month.end + 1] == 0x4EFD ? month.end + 2 : month.end + 1
        // 12月25日, 12月的25日
        if let day = smallNumber(text, at: text[end] == 0x7684 ? end + 1 : end, 1...31), text[day.end] == 0x65E5 || text[day.end] == 0x53F7 {
            return (.day(month.value, day.value), .whole, clockEnd(text, day.end + 1))
        }
        let (position, last) = readPosition(text, at: end)
        return (.month(month.value), position, last)
    }

    /// 2023年1 2月: broken where two lines were joined.
    private static func brokenMonth(_ text: CompactText, at i: Int) -> (value: Int, end: Int)? {
        guard text[i] == 0x31, text[i + 1] == 0x20, text[i + 2].isDigit, text[i + 2].digit <= 2, text[i + 3] == 0x6708 else { return nil } // 月
        return (10 + text[i + 2].digit, i + 3)
    }

    /// Index after the time of the day that belongs to a day: 31日24时, 31日18:00, 6月1日零时, 30日下午5点, 30日下班.
    static func clockEnd(_ text: CompactText, _ start: Int) -> Int {
        if text.has("下班", at: start), text[start + 2] == 0x524D || text.has("之前", at: start + 2) { return start + 2 }
        var i = start
        if let word = text.any(["上午", "下午", "中午", "晚上", "凌晨", "晚"], at: i) { i += word.count }
        if text.has("零时", at: i) || text.has("零点", at: i) { return i + 2 }
        guard let hour = smallNumber(text, at: i, 0...24) else { return i > start && text[i] == 0x524D ? i : start }
        i = hour.end
        if text[i] == 0x3A, let minute = smallNumber(text, at: i + 1, 0...59), minute.end == i + 3 { return minute.end }
        guard text[i] == 0x65F6 || text[i] == 0x70B9, !text.isOne(of: "段间期候", at: i + 1) else { return start }  // 时 点
        i += 1
        if text[i] == 0x6574 { return i + 1 }  // 整
        if let minute = smallNumber(text, at: i, 0...59), text[minute.end] == 0x5206, text[minute.end + 1] != 0x949F { return minute.end + 1 }  // 分
        return i
    }

    /// 一季度, 4季度, 第三季度, 四季度末; 前三季度 goes up to the third one's end.
    private static func readQuarter(_ text: CompactText, at i: Int, afterYear: Bool) -> (Part, Position, Int)? {
        // 2024年Q3
        if afterYear, text.isOne(of: "Qq", at: i), let quarter = smallNumber(text, at: i + 1, 1...4), !text[quarter.end].isDigit, !text[quarter.end].isLetter {
            let (position, end) = readPosition(text, at: quarter.end)
            return (.quarter(quarter.value), position, end)
        }
        let start = text.isOne(of: "第前", at: i) ? i + 1 : i
        guard let quarter = smallNumber(text, at: start, 1...4), text.has("季度", at: quarter.end) else { return nil }
        let (position, end) = readPosition(text, at: quarter.end + 2)
        return (.quarter(quarter.value), text[i] == 0x524D ? .final : position, end) // 前
    }

    /// 底, 末, 初, 中, 内, 年底, 年末, 年内 of a year; without a written year only the forms with 年.
    private static func readYearPosition(_ text: CompactText, at i: Int, afterYear: Bool) -> (Part, Position, Int)? {
        var at = i
        if text[at] == 0x5E74 { at += 1 } else if !afterYear { return nil }
        if !afterYear, isCountedYear(text, i - 1) { return nil }
        switch text[at] {
        case 0x5E95, 0x672B: return (.year, .final, at + 1)  // 底 末
        case 0x521D where isBeginning(text, at): return (.year, .early, at + 1)  // 初
        case 0x4E2D where at > i || !text.isOne(of: "国央小学等心期间秋考部医药西东型外标青共介层级", at: at + 1):
            return text[at + 1] == 0x5C0F ? nil : (.year, .middle, at + 1)  // 中
        case 0x5185: return (.year, .within, at + 1)  // 内
        case 0x5EA6 where text[at + 1] == 0x5185: return (.year, .within, at + 2)  // 年度内
        default: return nil
        }
    }

    /// What makes 年内 or 年底 part of another word: 三年内, 学年末, 每年底, 当年内.
    private static func isCountedYear(_ text: CompactText, _ i: Int) -> Bool {
        let scalar = text[i]
        return scalar.isDigit || Numerals.chineseDigit(scalar) != nil || Numerals.power(scalar) != nil
            || text.isOne(of: "每学同跨数多几当半整历近周逐次青少成老中壮全来个", at: i)
    }

    /// 年初; not 2024年|初步建成, 初级, 初中.
    private static func isBeginning(_ text: CompactText, _ i: Int) -> Bool { beginnings.match(text, at: i) == nil }

    private static let beginnings = ValueVocabulary.dates[.beginning]

    private static func readPosition(_ text: CompactText, at i: Int) -> (Position, Int) {
        switch text[i] {
        case 0x5E95, 0x672B: return (.final, i + 1)  // 底 末
        case 0x521D where isBeginning(text, i): return (.early, i + 1)  // 初
        case 0x4E0A where text[i + 1] == 0x65EC: return (.early, i + 2)  // 上旬
        case 0x4E2D where text.has("下旬", at: i + 1): return (.late, i + 3)  // 中下旬
        case 0x4E0A where text.has("中旬", at: i + 1): return (.middle, i + 3)  // 上中旬
        case 0x4E2D: return (.middle, text[i + 1] == 0x65EC ? i + 2 : i + 1)  // 中旬, 中
        case 0x4E0B where text[i + 1] == 0x65EC: return (.late, i + 2)  // 下旬
        case 0x5185: return (.within, i + 1)  // 内
        default: return (.whole, i)
        }
    }

    /// A number of one or two digits, Arabic or Chinese, within bounds.
    static func smallNumber(_ text: CompactText, at i: Int, _ bounds: ClosedRange<Int>) -> (value: Int, end: Int)? {
        var value = 0, end = i
        if text[i].isDigit {
            while text[end].isDigit, end - i < 3 { value = value * 10 + text[end].digit; end += 1 }
        } else {
            guard let reading = Numerals.read(text, at: i), reading.isChinese, reading.end - i <= 3 else { return nil }
            value = Int(reading.value)
            end = reading.end
        }
        guard end - i <= 3, bounds.contains(value) else { return nil }
        return (value, end)
    }
}
