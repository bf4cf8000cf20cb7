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
        guard i < passage.count, case let first = passage.scalars[i], Self.mayBegin(first) else { return nil }
        if digitValue(first) != nil { return halfBracketed(i) ?? arabic(i) }
        if Self.opening.contains(first) { return bracketed(i) }
        if ChineseNumeral.isNumeral(first) { return halfBracketed(i) ?? chinese(i) }
        switch first {
        case 0x3F: return shifted(i)
        case 0x7B2C: return division(i) // 第
        case 0x4E13: return box(i) // 专
        default: return circled(i) ?? letter(i)
        }
    }

    /// `（1900）`, which looks like a year.
    func numberLikeYear() -> (label: Label, length: Int)? { bracketed(0, Self.years * 5) }

    // MARK: - Forms

    /// Of the ideographs only numerals begin a label, 第 and 专栏; that tells most lines.
    static func mayBegin(_ scalar: UInt32) -> Bool {
        !scalar.isIdeograph || scalar == 0x7B2C || scalar == 0x4E13 || ChineseNumeral.isNumeral(scalar)
    }

    /// （一） (一) （1） (1) 【1】 1） and the damaged ()
    private func bracketed(_ start: Int, _ limit: Int = Self.years) -> (Label, Int)? {
        guard let open = scalar(start), Self.opening.contains(open) else { return nil }
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
        if let (n, end) = number(start) {
            guard n < Self.years, let c = scalar(end), Self.closing.contains(c) else { return nil }
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

    func finish(_ start: Int, _ end: Int, _ form: LabelForm, _ ordinal: Int?, damage: Label.Damage? = nil) -> (Label, Int) {
        let marks = passage.scalars[start..<end]
        let printed = marks.contains(where: Self.isBlank) ? Passage.string(marks.filter { !Self.isBlank($0) }) : passage.string(start..<end)
        let parts = form == .decimal ? ordinal.map { [$0] } ?? [] : []
        return (Label(form: form, ordinal: ordinal, parts: parts, printed: printed, span: passage.span(start..<end), damage: damage), skipBlanks(end))
    }

    func number(_ start: Int) -> (value: Int, end: Int)? {
        var value = 0, i = start
        while let c = scalar(i), let d = digitValue(c), i - start < 5 {
            value = value * 10 + d
            i += 1
        }
        return i > start ? (value, i) : nil
    }

    func scalar(_ i: Int) -> UInt32? { i >= 0 && i < passage.count ? passage.scalars[i] : nil }
    func isBlank(_ i: Int) -> Bool { Self.isBlank(passage.scalars[i]) }
    static func isBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x09 }
    func skipBlanks(_ start: Int) -> Int {
        var i = start
        while i < passage.count, isBlank(i) { i += 1 }
        return i
    }

    private static let colons: ScalarSet = "：:"
    static let opening: ScalarSet = [0x28, 0xFF08, 0x3010, 0x3014]
    static let closing: ScalarSet = [0x29, 0xFF09]
    static let closingShell: ScalarSet = [0x3015]
    static let closingLenticular: ScalarSet = [0x3011]
    static let chineseMarks: ScalarSet = "、.．､﹒﹑"
    /// · and • are dots that were misread.
    static let arabicMarks: ScalarSet = ".．、,，﹒﹑·•・"
    /// From here on a number in brackets is a year: （2023）.
    static let years = 1900
    private static let letterMarks: ScalarSet = [0x2E, 0xFF0E, 0x3001, 0x29, 0xFF09]
    private static let looseMarks: ScalarSet = ".．、﹒"
    private static let divisions: [UInt32: LabelForm] = [0x7F16: .book, 0x7AE0: .chapter, 0x8282: .section, 0x6761: .article]
    /// 年 月 日 个 项 % 亿 万 倍 元 米 公 平 家 名 人 次 天 小 分 时 度 级 号 类 所 条 座 户 批 处 期 批 ℃ 千 百 吨 亩
    static let counterLike: ScalarSet = "年月日个項项亿万倍元米公平家名人次天小分时度级号类所条座户批处期千百吨亩版"
}
