import FanganText

/// Reads the numbering mark at the start of a paragraph. It sees one paragraph alone; whether the
/// number fits the ones before it is decided by ``ItemStack``.
struct LabelLexer {
    let passage: Passage

    init(_ passage: Passage) { self.passage = passage }

    /// The label at an index with its length in scalars (marks and spaces behind it included).
    func label(at start: Int = 0) -> (label: Label, length: Int)? {
        var i = start
        while i < passage.count, isBlank(i) { i += 1 }
        guard i < passage.count, Self.mayBegin(passage.scalars[i]) else { return nil }
        if passage.scalars[i] == 0x3F { return shifted(i) }
        return bracketed(i) ?? chinese(i) ?? arabic(i) ?? circled(i) ?? division(i) ?? letter(i) ?? box(i)
    }

    /// A number with nothing but a space behind it: `1  总则`, `一　指导思想`. Only a sequence of them makes labels.
    func spacedNumber() -> (label: Label, length: Int)? {
        guard passage.count <= 60 else { return nil }
        var i = 0
        while let c = scalar(i), ChineseNumeral.isNumeral(c) { i += 1 }
        var form = LabelForm.chinese
        var value = ChineseNumeral.value(passage.scalars[0..<i])
        if value == nil, let (n, end) = number(0) { (value, i, form) = (n, end, .decimal) }
        guard let n = value, n > 0, n < 40, i < passage.count, isBlank(i), let next = scalar(skipBlanks(i)), next >= 0x4E00,
              form == .chinese || !Self.counterLike.contains(next) else { return nil }
        return finish(0, i, form, n)
    }

    /// `1总则` over `1.1编制目的`: a short title right behind its number.
    func gluedNumber() -> (label: Label, length: Int)? {
        guard let (n, end) = number(0), end <= 2, n > 0, n < 40, let next = scalar(end), next >= 0x4E00, next <= 0x9FFF, !Self.counterLike.contains(next),
              passage.count <= 200, !passage.scalars.contains(where: { Self.sentenceMarks.contains($0) }) else { return nil }
        return finish(0, end, .decimal, n)
    }

    /// `01`, alone on its line.
    func paddedNumber() -> (label: Label, length: Int)? {
        guard passage.count == 2, let (n, end) = number(0), end == 2, n > 0, n < 20 else { return nil }
        return finish(0, end, .book, n)
    }

    /// `（一 加强协调。`: the second half of the bracket is lost. Only a sequence of them makes labels.
    func unclosedNumber() -> (label: Label, length: Int)? {
        guard let open = scalar(0), open == 0x28 || open == 0xFF08 else { return nil }
        var i = 1
        while let c = scalar(i), ChineseNumeral.isNumeral(c) { i += 1 }
        guard let n = ChineseNumeral.value(passage.scalars[1..<i]), n > 0, n < 100, i < passage.count, isBlank(i), let next = scalar(skipBlanks(i)), next >= 0x4E00 else { return nil }
        return finish(0, i, .chineseBracketed, n)
    }

    /// `—、`, `（—）`, `十—、`: 一 read as a dash. Only the numbers beside it make it one.
    func dashedNumber() -> (label: Label, length: Int)? {
        let isBracketed = scalar(0).map { $0 == 0x28 || $0 == 0xFF08 } ?? false, from = isBracketed ? 1 : 0
        var i = from
        while let c = scalar(i), ChineseNumeral.isNumeral(c) { i += 1 }
        let tens = i == from ? 0 : ChineseNumeral.value(passage.scalars[from..<i])
        guard let tens, tens % 10 == 0, tens < 100, let dash = scalar(i), Self.dashes.contains(dash), let mark = scalar(i + 1), i + 2 < passage.count else { return nil }
        guard isBracketed ? Self.closing.contains(mark) : Self.chineseMarks.contains(mark) else { return nil }
        return finish(0, i + 2, isBracketed ? .chineseBracketed : .chinese, tens + 1)
    }

    /// A number without any mark after it (`4每年向…`), for places where the neighbours make it certain.
    func bareNumber() -> (label: Label, length: Int)? {
        guard let (value, end) = number(0), end <= 2, end < passage.count, passage.scalars[end] >= 0x4E00,
              !Self.counterLike.contains(passage.scalars[end]) else { return nil }
        return finish(0, end, .arabic, value, damage: .markLost)
    }

    /// `2.5G基站建设`, `5.100个社区`: a number and its mark in front of digits, for places where the count makes it certain.
    func numberBeforeDigits() -> (label: Label, length: Int)? {
        guard let (value, end) = number(0), end <= 2, let mark = scalar(end), Self.arabicMarks.contains(mark), let next = scalar(end + 1), digitValue(next) != nil else { return nil }
        return finish(0, end + 1, .arabic, value)
    }

    /// `第一部分 总体要求`, `第二步（7月）：…`, `任务一：…`: a number with a word beside it. Only a sequence of them makes labels.
    func namedNumber(_ vocabulary: OutlineVocabulary) -> (label: Label, length: Int)? {
        if let open = scalar(0), Self.titleBrackets[open] != nil { return bracketedNamedNumber(vocabulary, closing: Self.titleBrackets[open] ?? 0) }
        let isBehind = scalar(0) == 0x7B2C // 第
        var i = isBehind ? 1 : 0
        if !isBehind {
            guard let (_, length) = vocabulary.items.numberedWords.match(passage.scalars, at: 0, limit: passage.count) else { return nil }
            i = skipBlanks(length)
        }
        let from = i
        while let c = scalar(i), ChineseNumeral.isNumeral(c) { i += 1 }
        var value = ChineseNumeral.value(passage.scalars[from..<i])
        if value == nil, let (n, end) = number(from) { (value, i) = (n, end) }
        guard let n = value, n > 0, n < 100 else { return nil }
        guard isBehind else { return namedEnd(0, i, .named, n) }
        guard let (form, length) = vocabulary.items.numberedDivisions.match(passage.scalars, at: i, limit: passage.count) else { return nil }
        return form == .book ? finish(0, i + length, form, n) : namedEnd(0, i + length, form, n)
    }

    /// `【任务三】改造公路`: the bracket is part of the label.
    private func bracketedNamedNumber(_ vocabulary: OutlineVocabulary, closing: UInt32) -> (label: Label, length: Int)? {
        guard let (_, length) = vocabulary.items.numberedWords.match(passage.scalars, at: 1, limit: passage.count) else { return nil }
        let from = skipBlanks(1 + length)
        var i = from
        while let c = scalar(i), ChineseNumeral.isNumeral(c) { i += 1 }
        var value = ChineseNumeral.value(passage.scalars[from..<i])
        if value == nil, let (n, end) = number(from) { (value, i) = (n, end) }
        guard let n = value, n > 0, n < 100, scalar(skipBlanks(i)) == closing, case let (label, end) = finish(0, skipBlanks(i) + 1, .named, n) else { return nil }
        return (label, scalar(end).map { Self.namedMarks.contains($0) } ?? false ? skipBlanks(end + 1) : end)
    }

    /// ● ▲ in front of words: only several of them are a list.
    func bullet(_ form: LabelForm) -> (label: Label, length: Int)? {
        guard let next = scalar(skipBlanks(1)), next >= 0x2E80 else { return nil }
        return finish(0, 1, form, nil)
    }

    /// Behind such a number stands a mark, a space, a bracket or nothing; the mark is not part of the label, as in `专栏1：`.
    private func namedEnd(_ start: Int, _ end: Int, _ form: LabelForm, _ n: Int) -> (Label, Int)? {
        guard let next = scalar(end) else { return finish(start, end, form, n) }
        guard isBlank(end) || Self.namedMarks.contains(next) || Self.opening.contains(next), case let (label, length) = finish(start, end, form, n) else { return nil }
        return (label, Self.namedMarks.contains(next) ? skipBlanks(end + 1) : length)
    }

    /// `（1900）`, which looks like a year.
    func numberLikeYear() -> (label: Label, length: Int)? { bracketed(0, Self.years * 5) }

    // MARK: - Forms

    /// Of the ideographs only numerals begin a label, 第 and 专栏; that tells most lines.
    private static func mayBegin(_ scalar: UInt32) -> Bool {
        scalar < 0x4E00 || scalar > 0x9FFF || scalar == 0x7B2C || scalar == 0x4E13 || ChineseNumeral.isNumeral(scalar)
    }

    /// （一） (一) （1） (1) 【1】 1） and the damaged ()
    private func bracketed(_ start: Int, _ limit: Int = Self.years) -> (Label, Int)? {
        guard let open = scalar(start), Self.opening.contains(open) else { return halfBracketed(start) }
        let closing = open == 0x3010 ? Self.closingLenticular : open == 0x3014 ? Self.closingShell : Self.closing
        var i = skipBlanks(start + 1)
        if let c = scalar(i), closing.contains(c) {
            guard let next = scalar(i + 1), next >= 0x4E00 else { return nil }
            return finish(start, i + 1, .chineseBracketed, nil, damage: .numberLost)
        }
        let numeralStart = i
        while let c = scalar(i), ChineseNumeral.isNumeral(c) { i += 1 }
        var form = LabelForm.chineseBracketed
        var value = ChineseNumeral.value(passage.scalars[numeralStart..<i])
        // 〔1〕 is a note's number.
        if value == nil, open != 0x3014, let (n, end) = number(numeralStart) {
            (value, i, form) = (n, end, .arabicBracketed)
        }
        i = skipBlanks(i)
        guard let n = value, n < limit, let close = scalar(i), closing.contains(close) else { return nil }
        // `（一）、` and `（1）．` carry a second mark.
        if let c = scalar(i + 1), Self.looseMarks.contains(c) { i += 1 }
        return finish(start, i + 1, form, n)
    }

    /// `?。ㄒ唬` is （一）, all its bytes out of step by one.
    private func shifted(_ start: Int) -> (Label, Int)? {
        guard scalar(start + 1) == 0x3002, let (_, length) = OutlineVocabulary.standard.items.shiftedNumbers.match(passage.scalars, at: start + 2) else { return nil }
        return finish(start, start + 2 + length, .chineseBracketed, nil, damage: .numberLost)
    }

    /// 1） 一）
    private func halfBracketed(_ start: Int) -> (Label, Int)? {
        if let (n, end) = number(start), n < Self.years, let c = scalar(end), Self.closing.contains(c) {
            return finish(start, end + 1, .arabicHalfBracketed, n)
        }
        var i = start
        while let c = scalar(i), ChineseNumeral.isNumeral(c) { i += 1 }
        if let n = ChineseNumeral.value(passage.scalars[start..<i]), n < 100, let c = scalar(i), c == 0xFF09 || c == 0x29 {
            return finish(start, i + 1, .chineseBracketed, n)
        }
        return nil
    }

    /// 一、 一. 一．
    private func chinese(_ start: Int) -> (Label, Int)? {
        var i = start
        while let c = scalar(i), ChineseNumeral.isNumeral(c) { i += 1 }
        guard let n = ChineseNumeral.value(passage.scalars[start..<i]), n > 0, n < 1000 else { return nil }
        let mark = skipBlanks(i)
        guard let c = scalar(mark), Self.chineseMarks.contains(c), mark - i <= 1 else { return nil }
        return finish(start, mark + 1, .chinese, n)
    }

    /// 1. 1、 1． 1, and 1.1.1; never 3.5% or 2023.5
    private func arabic(_ start: Int) -> (Label, Int)? {
        guard let (first, firstEnd) = number(start) else { return nil }
        var i = firstEnd
        // Only numbers with dots make a list.
        var more: [Int] = []
        while let dot = scalar(i), dot == 0x2E || dot == 0xFF0E, let (n, end) = number(i + 1), n < 100 {
            more.append(n)
            i = end
        }
        guard first < 400 || more.isEmpty else { return nil }
        if more.count == 1, isDate(i) { // 1.6月底前完成…: the item's number, then a date
            return scalar(firstEnd).flatMap { Self.arabicMarks.contains($0) ? finish(start, firstEnd + 1, .arabic, first) : nil }
        }
        if !more.isEmpty { return decimal(start, i, [first] + more) }
        let mark = skipBlanks(i)
        guard mark - i <= 1, let c = scalar(mark), Self.arabicMarks.contains(c) else { return nil }
        // `1,200户`, `1.2亿`, `2．5%`
        if let (_, yearEnd) = number(mark + 1), yearEnd - mark == 5, scalar(skipBlanks(yearEnd)) == 0x5E74 { return finish(start, mark + 1, .arabic, first) } // 10.2019年
        guard let next = scalar(mark + 1), digitValue(next) == nil else { return mark + 1 == passage.count ? finish(start, mark + 1, .arabic, first) : nil }
        return finish(start, mark + 1, .arabic, first)
    }

    /// 月 日 季 behind a number: it counts days or months.
    private func isDate(_ i: Int) -> Bool {
        guard let c = scalar(skipBlanks(i)) else { return false }
        return c == 0x6708 || c == 0x65E5 || c == 0x5B63
    }

    private func decimal(_ start: Int, _ end: Int, _ parts: [Int]) -> (Label, Int)? {
        var i = end
        if let c = scalar(i), c == 0x2E || c == 0xFF0E || c == 0x3001 { i += 1 }
        guard let next = scalar(i) else { return nil }
        // A measure or a percent sign behind it makes it an amount: 3.5%, 1.2亿元, 2.5公里.
        let spaced = isBlank(i)
        guard parts.count > 2 || spaced || i > end || (next >= 0x4E00 && !Self.counterLike.contains(next)) else { return nil }
        guard digitValue(next) == nil, next != 0x25, next != 0xFF05 else { return nil }
        var (label, length) = finish(start, i, .decimal, parts.last)
        label.parts = parts
        return (label, length)
    }

    /// ① … ⑳, and numbers whose marks are part of the character: ㈠ ⑴ ⒈
    private func circled(_ start: Int) -> (Label, Int)? {
        guard let c = scalar(start) else { return nil }
        let n: Int
        switch c {
        case 0x3220...0x3229: return finish(start, start + 1, .chineseBracketed, Int(c - 0x3220) + 1)
        case 0x2474...0x2487: return finish(start, start + 1, .arabicBracketed, Int(c - 0x2474) + 1)
        case 0x2488...0x249B: return finish(start, start + 1, .arabic, Int(c - 0x2488) + 1)
        case 0x2460...0x2473: n = Int(c - 0x2460) + 1
        case 0x2776...0x277F: n = Int(c - 0x2776) + 1
        case 0x3251...0x325F: n = Int(c - 0x3251) + 21
        case 0x32B1...0x32BF: n = Int(c - 0x32B1) + 36
        default: return nil
        }
        var end = start + 1
        if let mark = scalar(end), Self.looseMarks.contains(mark) { end += 1 }
        return finish(start, end, .circled, n)
    }

    /// A. a) B、
    private func letter(_ start: Int) -> (Label, Int)? {
        guard let c = scalar(start), let mark = scalar(start + 1), Self.letterMarks.contains(mark),
              let next = scalar(skipBlanks(start + 2)), next >= 0x2150 else { return nil }
        let lower = c | 0x20
        guard lower >= 0x61, lower <= 0x7A else { return nil }
        return finish(start, start + 2, .letter, Int(lower - 0x61) + 1)
    }

    /// 专栏1
    private func box(_ start: Int) -> (Label, Int)? {
        guard passage.has("专栏", at: start) else { return nil }
        var i = skipBlanks(start + 2)
        let from = i
        while let c = scalar(i), ChineseNumeral.isNumeral(c) { i += 1 }
        var value = ChineseNumeral.value(passage.scalars[from..<i])
        if value == nil, let (n, end) = number(from) { (value, i) = (n, end) }
        guard let n = value, let next = scalar(i), isBlank(i) || next == 0xFF1A || next == 0x3A else { return nil }
        let (label, length) = finish(start, i, .box, n)
        // `专栏1：网络工程`: the colon is no part of the title.
        return (label, isBlank(i) ? length : skipBlanks(i + 1))
    }

    /// 第一章 第三条 第2节
    private func division(_ start: Int) -> (Label, Int)? {
        guard scalar(start) == 0x7B2C else { return nil } // 第
        var i = skipBlanks(start + 1)
        let from = i
        while let c = scalar(i), ChineseNumeral.isNumeral(c) { i += 1 }
        var value = ChineseNumeral.value(passage.scalars[from..<i])
        if value == nil, let (n, end) = number(from) { (value, i) = (n, end) }
        i = skipBlanks(i)
        guard let n = value, let c = scalar(i), let form = Self.divisions[c] else { return nil }
        // 第一条 stands before a space, a mark or the rule's own words; 第一章 before its title.
        let (label, length) = finish(start, i + 1, form, n)
        // `第一条：扩大学位`: the colon is no part of the title.
        return (label, scalar(i + 1).map { Self.colons.contains($0) } ?? false ? skipBlanks(i + 2) : length)
    }

    // MARK: - Pieces

    private func finish(_ start: Int, _ end: Int, _ form: LabelForm, _ ordinal: Int?, damage: Label.Damage? = nil) -> (Label, Int) {
        let marks = passage.scalars[start..<end]
        let printed = marks.contains(where: Self.isBlank) ? Passage.string(marks.filter { !Self.isBlank($0) }) : passage.string(start..<end)
        let parts = form == .decimal ? ordinal.map { [$0] } ?? [] : []
        return (Label(form: form, ordinal: ordinal, parts: parts, printed: printed, span: passage.span(start..<end), damage: damage), skipBlanks(end))
    }

    private func number(_ start: Int) -> (value: Int, end: Int)? {
        var value = 0, i = start
        while let c = scalar(i), let d = digitValue(c), i - start < 5 {
            value = value * 10 + d
            i += 1
        }
        return i > start ? (value, i) : nil
    }

    private func scalar(_ i: Int) -> UInt32? { i >= 0 && i < passage.count ? passage.scalars[i] : nil }
    private func isBlank(_ i: Int) -> Bool { Self.isBlank(passage.scalars[i]) }
    private static func isBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x09 }
    private func skipBlanks(_ start: Int) -> Int {
        var i = start
        while i < passage.count, isBlank(i) { i += 1 }
        return i
    }

    private static let sentenceMarks: ScalarSet = "。；，;,"
    private static let colons: ScalarSet = "：:"
    private static let opening: ScalarSet = [0x28, 0xFF08, 0x3010, 0x3014]
    private static let closing: ScalarSet = [0x29, 0xFF09]
    /// Around `任务三`, as around titles.
    private static let titleBrackets: [UInt32: UInt32] = [0x3010: 0x3011, 0x5B: 0x5D, 0xFF3B: 0xFF3D]
    private static let closingShell: ScalarSet = [0x3015]
    private static let closingLenticular: ScalarSet = [0x3011]
    private static let dashes: ScalarSet = "—–―─－-ー"
    private static let chineseMarks: ScalarSet = "、.．､﹒﹑"
    /// · and • are dots that were misread.
    private static let arabicMarks: ScalarSet = ".．、,，﹒﹑·•・"
    /// From here on a number in brackets is a year: （2023）.
    static let years = 1900
    private static let letterMarks: ScalarSet = [0x2E, 0xFF0E, 0x3001, 0x29, 0xFF09]
    private static let looseMarks: ScalarSet = ".．、﹒"
    private static let namedMarks: ScalarSet = "：:、.．—－-"
    private static let divisions: [UInt32: LabelForm] = [0x7F16: .book, 0x7AE0: .chapter, 0x8282: .section, 0x6761: .article]
    /// 年 月 日 个 项 % 亿 万 倍 元 米 公 平 家 名 人 次 天 小 分 时 度 级 号 类 所 条 座 户 批 处 期 批 ℃ 千 百 吨 亩
    private static let counterLike: ScalarSet = "年月日个項项亿万倍元米公平家名人次天小分时度级号类所条座户批处期千百吨亩版"
}
