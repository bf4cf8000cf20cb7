import FanganText

/// Splits a text without line ends into paragraphs: at blanks between Chinese characters, before labels that fit a
/// running sequence, and around the signature and date of a notice. Nothing is inserted.
struct FlatSplitter {
    let bytes: UnsafeBufferPointer<UInt8>
    /// What is split: the text without the page's tail.
    let range: Range<Int>
    /// Words of the web page behind the text: `相关附件：…扫一扫…`; a paragraph of its own.
    private let tail: Span?
    private let candidates: [FlatCandidate]
    /// For each candidate with a label: whether one with the next number and of the same kind follows.
    private let hasSuccessor: [Bool]

    var starts: [Int]
    /// Last number accepted of each kind.
    private var last = [Int](repeating: 0, count: NumberLabel.Kind.allCases.count)
    /// Kind of the label that the current paragraph begins with.
    private var current: NumberLabel.Kind?
    /// The table that is being read: where its titles or its last row begin, and the number of its next row.
    private var table: (start: Int, due: Int)?
    /// Where the last paragraph with a label begins.
    private(set) var lastLabelled: Int?
    /// Where the last mark of annexes stands; the names behind it follow each other without a mark.
    var listing: Int?

    /// Longest heading in bytes that a label may follow without a mark between: `一、总体要求（一）指导思想。`
    private static let heading = 150

    /// Paragraphs of a text that stands in several lines, as if they were one.
    /// - Returns: the paragraphs, and which of them is the tail of a web page.
    static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine]) -> (paragraphs: [Span], tail: Int?) {
        if lines.count == 1 { return split(bytes, lines[0].range) }
        let joined = JoinedPieces(bytes, lines)
        return joined.bytes.withUnsafeBufferPointer { whole in
            let (paragraphs, tail) = split(whole, 0..<whole.count)
            return (paragraphs.map(joined.place), tail)
        }
    }

    static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (paragraphs: [Span], tail: Int?) {
        var splitter = FlatSplitter(bytes, range)
        splitter.run()
        let spans = splitter.spans()
        return (spans, splitter.tail == nil ? nil : spans.count - 1)
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        tail = WebTail.span(bytes, range)
        let range = range.lowerBound..<(tail?.start ?? range.upperBound)
        self.range = range
        candidates = FlatCandidateFinder(bytes: bytes, range: range).candidates()
        hasSuccessor = Self.successors(candidates)
        starts = [range.lowerBound]
    }

    private static func successors(_ candidates: [FlatCandidate]) -> [Bool] {
        var found = [Bool](repeating: false, count: candidates.count)
        var later: Set<Int> = []
        for i in candidates.indices.reversed() {
            guard let label = candidates[i].label else { continue }
            let key = label.key
            found[i] = later.contains(key + 1)
            // `（1）…；（2）…` goes through a sentence and begins no paragraphs.
            if label.kind.rawValue < NumberLabel.Kind.dotted.rawValue || opensParagraph(candidates[i]) { later.insert(key) }
        }
        return found
    }

    private mutating func run() {
        if let label = NumberLabelScanner(bytes, limit: range.upperBound).label(at: range.lowerBound) { note(label) }
        splitOpening(from: range.lowerBound)
        for (i, candidate) in candidates.enumerated() where candidate.start > starts.last ?? 0 {
            if takesTableMark(candidate) {
                begin(candidate.start, nil)
            } else if let label = candidate.label, opensRow(label, candidate) || accepts(label, candidate, hasSuccessor[i] || label.kind == .han && holdsList(i)) || beginsOnlyList(i) {
                begin(candidate.start, label)
            } else if let end = candidate.dateEnd, !candidate.isInside, isSignature(candidate, end) {
                splitSignature(candidate.start, end)
            } else if let end = candidate.dateEnd, candidate.blanks > 0, isBlank(end) {
                begin(candidate.start, nil)
                // `…贯彻执行。 2023 年2 月28 日 示例市若干措施`: a day alone under a notice that has lost its organ.
                if candidate.before == 0x3002, !goesOn(behindDay: end) { begin(end, nil) }
            } else if candidate.blanks > 0, isParagraphEnd(candidate) {
                begin(candidate.start, nil)
            }
        }
        splitLastRule()
    }

    mutating func begin(_ start: Int, _ label: NumberLabel?) {
        guard start > starts.last ?? 0, start < range.upperBound else { return }
        starts.append(start)
        current = nil
        if let label { note(label) }
        if label?.kind == .annex, !isBox(start) { listing = start } else if label != nil { lastLabelled = start }
    }

    /// 专栏1, which is counted as annexes are.
    private func isBox(_ start: Int) -> Bool { UTF8Scan.scalar(bytes, at: start).value == 0x4E13 } // 专

    private mutating func note(_ label: NumberLabel) {
        current = label.kind
        last[Int(label.kind.rawValue)] = label.value
        if label.kind == .han || label.kind == .chapter {
            for kind in [NumberLabel.Kind.digitBracket, .section] { last[Int(kind.rawValue)] = 0 }
        }
    }

    // MARK: Tables

    /// Longest row of titles in bytes: `序号 责任内容 责任单位 …`.
    private static let titles = 300

    /// `序号 单位 责任内容 1 县教育局 1.开展排查。 2 县财政局`: in a table with a column of serial numbers a number that stands
    /// alone begins a row if it is the next one.
    private mutating func takesTableMark(_ c: FlatCandidate) -> Bool {
        if c.isRowTitle {
            table = (c.start, 1)
            return true
        }
        guard let number = c.rowNumber, let open = table, number == open.due, !c.isInside else { return false }
        if number == 1, c.start - open.start > Self.titles {
            table = nil
            return false
        }
        table = (c.start, number + 1)
        return true
    }

    /// `监委 1.追责问责` right behind a row's number: the first duty of a row, be it the only one.
    private func opensRow(_ label: NumberLabel, _ c: FlatCandidate) -> Bool {
        guard let table, table.due > 1, label.kind == .digit, label.value == 1 else { return false }
        return c.blanks > 0 && !c.isInside && c.start - table.start <= Self.titles
    }

    // MARK: Blanks

    func isBlank(_ at: Int) -> Bool { at >= range.upperBound || bytes[at] == 0x20 || bytes[at] == 0x09 }

    private func isParagraphEnd(_ c: FlatCandidate) -> Bool {
        let next = UTF8Scan.scalar(bytes, at: c.start).value
        if isRule(c.before) || isRule(next) { return true }
        if current == .annex, let start = starts.last, c.start - start <= 16 {
            // `附件1 任务分工表`: the title is a line of its own; not that of a box, `专栏1 网络互通工程`.
            return !isBox(start)
        }
        guard !c.isInside, !Punctuation.isComma(c.before), !Punctuation.opens(c.before), !Punctuation.cannotBegin(next) else { return false }
        if isSpacedOut(c) { return false }
        if Punctuation.isEastAsian(c.before), Punctuation.isEastAsian(next) {
            // In `等媒体 “这里…”平台` the blank only sets a quotation off.
            return c.blanks > 1 || !(next == 0x201C && Punctuation.isHan(c.before))
        }
        return c.blanks > 1 || Punctuation.endsSentence(c.before) || Punctuation.closesBracket(c.before)
    }

    /// `工  作  任  务`: on one of both sides of the blanks stands a single character, as in words that are set wide.
    private func isSpacedOut(_ c: FlatCandidate) -> Bool {
        let next = UTF8Scan.scalar(bytes, at: c.start)
        guard Punctuation.isHan(c.before), Punctuation.isHan(next.value) else { return false }
        if c.start + next.width < range.upperBound, isBlank(c.start + next.width) { return true }
        let before = c.start - c.blanks - 3
        return before > starts.last ?? 0 && isBlank(before - 1)
    }

    /// Part of an ornament: `//`.
    private func isRule(_ c: UInt32) -> Bool { c == 0x2F || c == 0x2A || c == 0x5F || c == 0x3D }

    // MARK: Labels

    /// `一、重点任务（一）…（二）…` without 二、: right behind its title stands the 1 of an inner list that goes on.
    private func holdsList(_ i: Int) -> Bool {
        guard let own = candidates[i].label, own.value == 1 else { return false }
        for k in i + 1..<candidates.count where candidates[k].label != nil {
            guard let label = candidates[k].label, candidates[k].start - candidates[i].start <= Self.heading else { return false }
            return (label.kind == .hanBracket || label.kind == .digit || label.kind == .digitBracket) && label.value == 1 && hasSuccessor[k]
        }
        return false
    }

    /// `…专项整治工作（一）春季整治…责任部门：建工科（二）秋季整治…`: the only numbers of the text, without a mark in front of the first; the second stands
    /// behind a name or a sentence, as in no list inside of one.
    private func beginsOnlyList(_ i: Int) -> Bool {
        guard let own = candidates[i].label, own.kind == .hanBracket, own.value == 1, !candidates[i].isInside, Punctuation.isHan(candidates[i].before), last.allSatisfy({ $0 == 0 }) else { return false }
        let next = candidates[(i + 1)...].first { $0.label?.kind == .hanBracket }
        return next.map { $0.label?.value == 2 && ($0.followsName || $0.followsSentence) } ?? false
    }

    private func accepts(_ label: NumberLabel, _ c: FlatCandidate, _ hasNext: Bool) -> Bool {
        let previous = last[Int(label.kind.rawValue)]
        let isDue = label.value == previous + 1 && previous > 0
        let opensList = label.value == 1 && hasNext
        let isApart = c.blanks > 0 || isSentenceEnd(c.before)
        if c.isInside, !endsBracket(label, c, isDue: isDue, opensList: opensList) { return false }
        switch label.kind {
        case .annex: return isApart || isListed(c.start)
        case .digitBracket, .digitHalfBracket, .circled, .dotted:
            return Self.opensParagraph(c) && (isDue || opensList) || opensList && label.kind == .digitBracket && followsHeading(label, c)
        case .chapter, .section, .article: return (isDue || opensList) && (isApart || followsHeading(label, c) || followsTitle(label, c))
        case .han, .hanBracket, .digit:
            if label.kind == .digit, isDue, isListed(c.start) { return true }
            if c.precedesDigits { return isDue && isApart }
            if isDue, LabelBehindWords(bytes, range).isSure(label, c, hasNext: hasNext) { return true }
            if opensList, label.kind == .hanBracket ? c.followsName : label.kind == .han && followsTitle(label, c) { return true }
            if isDue || opensList { return isApart || Punctuation.isColon(c.before) || followsHeading(label, c) }
            // `二、组织保障（一）加强领导。`, the only one.
            if label.value == 1, label.kind == .hanBracket, current == .han, followsHeading(label, c) { return true }
            if previous == 0, hasNext, c.blanks > 0 { return true }
            // A number that the text has lost: 3. 5.
            return isApart && previous > 0 && label.value > previous && label.value <= previous + 3
        }
    }

    /// `（责任单位：市财政局 2.提升…`: a bracket that never closes ends in front of the number that is due, also where the text has lost
    /// one between them.
    private func endsBracket(_ label: NumberLabel, _ c: FlatCandidate, isDue: Bool, opensList: Bool) -> Bool {
        if c.followsSentence { return isDue || opensList }
        if c.blanks == 0 { return isDue && c.followsName }
        let previous = last[Int(label.kind.rawValue)]
        let skipsOne = previous > 0 && label.value == previous + 2 && [.han, .hanBracket, .digit].contains(label.kind)
        return isDue || skipsOne
    }

    /// `附件：1．任务分工表2．进度安排表`: still among the names behind a mark of annexes.
    func isListed(_ at: Int) -> Bool {
        guard let listing, at > listing, at - listing <= Self.titles * 3 else { return false }
        var i = listing
        while i < at {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            if scalar == 0x3002 || scalar == 0xFF1B { return false }
            i += width
        }
        return true
    }

    /// `…工作。（2）`, `…（责任单位：县住建局）（2）`
    private static func opensParagraph(_ c: FlatCandidate) -> Bool { c.blanks > 0 || c.before == 0x3002 || Punctuation.closesBracket(c.before) }

    private func isSentenceEnd(_ c: UInt32) -> Bool {
        Punctuation.endsSentence(c) && !Punctuation.isColon(c) || c == 0xFF09 || c == 0x29 || c == 0x3011 || c == 0x3015 || c == 0x5D
    }

    /// `一、总体要求（一）指导思想`: nothing but a short labelled heading stands since the paragraph's beginning.
    private func followsHeading(_ label: NumberLabel, _ c: FlatCandidate) -> Bool {
        guard let current, current.rawValue < label.kind.rawValue, let start = starts.last else { return false }
        guard c.start - start <= Self.heading else { return false }
        var i = start + 6
        while i < c.start {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            if Punctuation.endsSentence(scalar) { return false }
            i += width
        }
        return true
    }

    /// `…管理暂行办法第一章总则`, `…工作要点一、主要目标`, `示政办〔2025〕7号一、主要目标`: the first number of its kind behind the document's title or number.
    private func followsTitle(_ label: NumberLabel, _ c: FlatCandidate) -> Bool {
        last[Int(label.kind.rawValue)] == 0 && (ReaderVocabulary.shared.titleEnds.ends(in: bytes, at: c.start, floor: range.lowerBound) || followsIssueNumber(c))
    }

    /// Behind 〕7号.
    private func followsIssueNumber(_ c: FlatCandidate) -> Bool {
        guard c.before == 0x53F7, c.blanks == 0 else { return false } // 号
        var i = c.start - 3, digits = 0
        while i > range.lowerBound, (0x30...0x39).contains(bytes[i - 1]), digits < 5 { (i, digits) = (i - 1, digits + 1) }
        return digits > 0 && i > range.lowerBound && Punctuation.closesBracket(UTF8Scan.scalar(bytes, before: i, floor: range.lowerBound).value)
    }

    // MARK: Result

    private func spans() -> [Span] {
        var spans: [Span] = []
        for (k, start) in starts.enumerated() {
            var from = start
            var end = k + 1 < starts.count ? starts[k + 1] : range.upperBound
            while end > from, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
            while from < end, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
            if from < end { spans.append(Span(from, end)) }
        }
        if let tail { spans.append(tail) }
        return spans
    }
}
