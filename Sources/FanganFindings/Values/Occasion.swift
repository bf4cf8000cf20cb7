import CFindingData
import FanganText

/// A feast or a season that a deadline is named by: the 国庆节 of 国庆节前, the 汛期 of 2024年汛期前.
struct Occasion: Sendable {
    /// When it begins.
    enum Start: Sendable, Equatable {
        case day(month: Int, day: Int)
        /// A feast of the lunar calendar, or 清明节: a day for each year.
        case moving([Int: Day])
        /// No calendar knows: 汛期, 开学.
        case unknown
    }

    var start: Start
    /// The word with the quotes around it and what belongs to it behind: “十一”, 国庆节放假, 汛期来临.
    var range: Range<Int>

    /// First day of it in a year; nil where that is not known.
    func firstDay(in year: Int) -> Day? {
        switch start {
        case .day(let month, let day): Day(year, month, day)
        case .moving(let days): days[year]
        case .unknown: nil
        }
    }

    // MARK: reading

    /// The occasion whose name begins at an index.
    static func read(_ text: CompactText, at start: Int) -> Occasion? {
        let open = isQuote(text[start]) ? start + 1 : start
        guard let (number, length) = names.find(text, at: open) else { return nil }
        var end = open + length
        if open > start {
            guard isQuote(text[end]) else { return nil }
            end += 1
            // “五一”劳动节
            if let (_, length) = names.find(text, at: end) { end += length }
        }
        if let word = text.any(beginnings, at: end) { end += word.count }
        return Occasion(start: starts[number], range: start..<end)
    }

    /// The occasion whose name ends in front of an index, that of 前 or 之前.
    static func read(_ text: CompactText, before end: Int) -> Occasion? {
        var i = end
        if let word = text.any(beginnings, before: i) { i -= word.count }
        var length = 0
        if isQuote(text[i - 1]) {
            guard let word = names.match(text, before: i - 1) else { return nil }
            length = word + 2
        } else {
            guard let word = names.match(text, before: i) else { return nil }
            length = word
            // “五一”劳动节
            if isQuote(text[i - length - 1]), let quoted = names.match(text, before: i - length - 1) { length += quoted + 2 }
        }
        let start = i - length
        guard let found = read(text, at: start), found.range.upperBound == end, isApart(text, start, length) else { return nil }
        return found
    }

    /// 二十一前, 第十一前 name no feast; a word of one character is one only at the head of its clause: 节前, not 环节前.
    private static func isApart(_ text: CompactText, _ start: Int, _ length: Int) -> Bool {
        let previous = text[start - 1]
        if previous.isDigit || Numerals.chineseDigit(previous) != nil || Numerals.power(previous) != nil || previous == 0x7B2C { return false }
        if previous.isLetter { return false }
        // 月底: not 当月底, 每月底.
        return length > 1 && text[start] != 0x6708 || previous == 0 || previous.endsClause || text.startsLine(start) || text.isOne(of: "在于到", at: start - 1)
    }

    private static func isQuote(_ scalar: UInt32) -> Bool { scalar == 0x201C || scalar == 0x201D || scalar == 0x22 }

    /// What may stand between the name and 前.
    private static let beginnings: [StaticString] = ["来临", "到来", "开始", "放假", "长假", "假期", "小长假"]

    /// The occasions of a list that begins at an index, as far as they stand side by side: 元旦、春节; “五一”“十一”.
    static func list(_ text: CompactText, at start: Int) -> [Occasion] {
        var list: [Occasion] = [], i = start
        while list.count < 6, let occasion = read(text, at: i) {
            list.append(occasion)
            i = occasion.range.upperBound
            if text.isOne(of: "、和及与", at: i) { i += 1 } else if !isQuote(text[i]) { break }
        }
        return list
    }

    /// As ``list(_:at:)``, for the list that ends in front of an index.
    static func list(_ text: CompactText, before end: Int) -> [Occasion] {
        guard let last = read(text, before: end) else { return [] }
        var start = last.range.lowerBound, count = 1
        while count < 6 {
            let mark = text.isOne(of: "、和及与", at: start - 1) ? start - 1 : start
            guard mark < start || isQuote(text[start]), let previous = read(text, before: mark) else { break }
            start = previous.range.lowerBound
            count += 1
        }
        return list(text, at: start)
    }

    // MARK: names

    private static let rows = ValueVocabulary.rows(of: finding_occasions())
    private static let names = WordList(rows.map(\.0))
    /// For each of ``names``.
    private static let starts: [Start] = {
        let byName = Dictionary(rows.map { ($0.0.unicodeScalars.map(\.value), start($0.1)) }, uniquingKeysWith: { first, _ in first })
        return names.words.map { byName[$0] ?? .unknown }
    }()

    private static let movingDays: [String: [Int: Day]] = ValueVocabulary.rows(of: finding_feast_days()).reduce(into: [:]) { days, row in
        guard let day = Day(iso: row.1) else { return }
        days[row.0, default: [:]][day.year] = day
    }

    private static func start(_ field: String) -> Start {
        if let days = movingDays[field] { return .moving(days) }
        let parts = field.split(separator: "-").compactMap { Int($0) }
        return parts.count == 2 ? .day(month: parts[0], day: parts[1]) : .unknown
    }
}
