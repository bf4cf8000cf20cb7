import FanganText

/// Numbers that only those beside them make labels, see `Line+Sequences.swift`.
extension LabelLexer {
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
        guard let (n, end) = number(0), end <= 2, n > 0, n < 40, let next = scalar(end), next.isIdeograph, !Self.counterLike.contains(next),
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

    private static let sentenceMarks: ScalarSet = "。；，;,"
    /// Around `任务三`, as around titles.
    private static let titleBrackets: [UInt32: UInt32] = [0x3010: 0x3011, 0x5B: 0x5D, 0xFF3B: 0xFF3D]
    private static let dashes: ScalarSet = "—–―─－-ー"
    private static let namedMarks: ScalarSet = "：:、.．—－-"
}
