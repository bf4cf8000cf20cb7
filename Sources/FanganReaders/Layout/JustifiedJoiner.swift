/// Joins lines of a text set to a right margin, one decision per pair of lines.
///
/// The text of a page comes as visual lines of (nearly) the full width, the last of a paragraph shorter;
/// extraction may have broken a visual line once more (`坚持以…为指导，` / `深入学习…`), so lengths are added up
/// until they reach the margin. Labels, keywords, brackets and punctuation decide first, widths the rest.
struct JustifiedJoiner {
    let columns: Int
    let facts: [LineFacts]
    let lines: [TextLine]
    let bytes: UnsafeBufferPointer<UInt8>

    /// Columns taken so far in the visual line that is being put together.
    private var filled = 0
    /// The last line reached the margin.
    private var isFull = false
    /// Index in `facts` of the paragraph's first line.
    private var first = 0
    /// Brackets open in the paragraph, and the length of text since the first of them.
    private var depth = 0
    private var openColumns = 0
    /// Columns of the paragraph so far, and whether one of its lines ended in a comma or a sentence.
    private var length = 0
    private var hasClause = false
    /// Last number seen of each kind of label.
    private var last = [Int](repeating: 0, count: NumberLabel.Kind.allCases.count)

    /// All lines but the last reach the margin: what was set was a text without line ends, and a label at the beginning of a line is chance.
    private let isOneLine: Bool

    /// Paragraphs begin two full-width characters in.
    private static let indent = 4
    /// A bracket that does not close within so many columns never will.
    private static let patience = 900
    /// Lines of a text that shows no paragraph's end.
    private static let fewest = 8

    init(columns: Int, facts: [LineFacts], lines: [TextLine], bytes: UnsafeBufferPointer<UInt8>) {
        self.columns = columns
        self.facts = facts
        self.lines = lines
        self.bytes = bytes
        isOneLine = facts.count >= Self.fewest && facts.dropLast().allSatisfy { $0.width + $0.indent + $0.slack >= columns - 5 && !$0.followsGap }
    }

    /// Whether line `next` continues the paragraph of the line before; to be asked in order, from 1.
    mutating func joins(_ next: Int) -> Bool {
        if next == 1 { begin(0) }
        let joined = decide(next)
        if joined { take(next) } else { begin(next) }
        return joined
    }

    // MARK: State

    private mutating func begin(_ i: Int) {
        first = i
        filled = Self.indent
        depth = 0
        openColumns = 0
        length = 0
        hasClause = false
        if let label = facts[i].label { last[Int(label.kind.rawValue)] = label.value } else if let number = dueNumber(i) { last[Int(NumberLabel.Kind.digit.rawValue)] = number }
        take(i)
    }

    private mutating func take(_ i: Int) {
        let width = facts[i].width
        filled = filled >= columns - 5 ? width : filled + width
        if filled > columns + 6 { filled = min(width, columns) }
        isFull = filled + facts[i].slack >= columns - 5
        length += width
        hasClause = hasClause || facts[i].hasSentence || Punctuation.isComma(facts[i].last)
        depth = max(0, depth + facts[i].depth)
        openColumns = depth > 0 ? openColumns + width : 0
        if openColumns > Self.patience { depth = 0 }
    }

    // MARK: Decision

    private func decide(_ next: Int) -> Bool {
        let a = facts[next - 1], b = facts[next]
        if isOneLine { return true }
        if b.followsGap, !(isFull && a.isOpen) { return false }
        if Punctuation.cannotBegin(b.first) { return true }
        if isBroken(next) { return true }
        if endsInLostBracket(next - 1), b.depth >= 0 { return false }
        if depth == 0, b.isKey || beginsKey(next) { return false }
        if let label = b.label, isCredible(label, at: next) { return false }
        if depth == 0, !a.isOpen, dueNumber(next) != nil { return false }
        // `（一）` ⏎ its words; what stands below `附件` is the annex's title.
        if a.isLabelOnly, next - 1 == first { return a.label?.kind != .annex }
        if isAddressee(next) { return false }
        if facts[first].isKey, speaksOfItself(next) { return false }
        if depth == 0, !hasClause, continuesHeadline(next) { return true }
        if depth == 0, isSignature(next), !a.isOpen || !isFull && (!isRunning && isName(next - 1) || isShortEntry(next - 1)) { return false }
        if depth == 0, a.endsSentence && isPlanTitle(next) || next - 1 == first && isPlanTitle(first) { return false }
        if b.isDate, depth == 0 { return false }
        if b.isNumber, depth == 0, !(isFull && a.isOpen) { return false }
        if depth > 0 || Punctuation.opens(a.last) { return true }
        if a.isDate || a.isNumber { return false }
        if Punctuation.isComma(a.last) { return true }
        // Torn off in the middle of a word, or of running text; nothing so short is a paragraph.
        if a.isOpen, isRunning || a.width <= 6 && next - 1 != first { return true }
        if b.isOpen, b.width <= 6, facts[first].label != nil, isTorn(next) { return true }
        // A page ends with a whole visual line.
        if b.followsFurniture, !isFull { return false }
        if next - 1 == first, isNote(next - 1) { return false }
        return byWidth(next)
    }

    /// A keyword goes over the line end: `责任` / `单位：`, `…审批的通` / `知`.
    private func isBroken(_ next: Int) -> Bool {
        let a = lines[facts[next - 1].line], b = lines[facts[next].line]
        return ReaderVocabulary.shared.broken.straddles(bytes, end: a.end, floor: a.textStart, start: b.textStart, limit: b.end)
    }

    /// `责任` at the end of nothing else, its `单位：` on the line after: the line begins a paragraph.
    private func beginsKey(_ next: Int) -> Bool {
        guard next + 1 < facts.count, facts[next].width <= 8 else { return false }
        return isBroken(next + 1)
    }

    /// A wrapped line may begin by chance with what looks like a label; in mid-sentence only the number
    /// that is due counts.
    private func isCredible(_ label: NumberLabel, at next: Int) -> Bool {
        let a = facts[next - 1]
        if label.kind == .annex { return !(a.isOpen && isFull) }
        let due = last[Int(label.kind.rawValue)] + 1
        if Punctuation.isComma(a.last) || depth > 0 && isFull { return label.value == due && label.value > 1 && depth == 0 }
        if a.isOpen, isFull { return label.value == due && label.value > 1 || opensUnderTitle(label, next) }
        return label.kind != .dotted || a.endsSentence || !isFull
    }

    /// `61.2023年底前…` behind 60.: the number is a label.
    private func dueNumber(_ i: Int) -> Int? {
        guard let number = facts[i].numberBeforeDigits, number > 1, number == last[Int(NumberLabel.Kind.digit.rawValue)] + 1 else { return nil }
        return number
    }

    /// （一） behind `一、…`, 1. behind `（一）…`: a title that fills its line by chance, and the first number under it.
    private func opensUnderTitle(_ label: NumberLabel, _ next: Int) -> Bool {
        guard label.value == 1, next - 1 == first, let title = facts[first].label, !facts[first].hasSentence else { return false }
        return title.kind == .han && label.kind == .hanBracket || title.kind == .hanBracket && label.kind == .digit
    }

    /// `（此件公开发布）`, `（代章）`: a bracket that is a paragraph.
    private func isNote(_ i: Int) -> Bool {
        let f = facts[i]
        return f.label == nil && Punctuation.opens(f.first) && Punctuation.closes(f.last) && f.depth == 0 && f.width < 60 && f.first != 0x300A && f.first != 0x201C
    }

    /// The paragraph is running text by now, which does not end without a mark.
    private var isRunning: Bool { hasClause || length > columns * 3 / 2 }

    private func isRoundBracket(_ i: Int) -> Bool { facts[i].first == 0xFF08 || facts[i].first == 0x28 }

    /// Which of the two readings makes a visual line end at the margin.
    private func byWidth(_ next: Int) -> Bool {
        let a = facts[next - 1]
        let going = reaches(from: isFull ? 0 : filled, next)
        let fresh = reaches(from: Self.indent, next)
        if Punctuation.isColon(a.last), facts[first].label == nil { return a.isKey && a.width <= 12 }
        if a.isOpen, isFull { return true }
        // `…审批效率。` / `（审批局负责…）`: a bracket belongs to the item, and so does a rest behind a full line.
        let isItem = facts[first].label != nil && (isFull || isRoundBracket(next))
        if isFull || isItem { return fresh && !going ? false : a.isMidSentence || going || isItem }
        if going != fresh { return going && !isHeading(next - 1) }
        if a.endsSentence || Punctuation.closes(a.last) { return going && facts[first].label != nil }
        return continuesTitle(next)
    }

    /// Whether the lines from here on, added to what is filled, end just at the margin.
    private func reaches(from start: Int, _ next: Int) -> Bool {
        var sum = start
        for i in next..<min(next + 12, facts.count) {
            if i > next, facts[i].followsGap || facts[i].isDate || facts[i].isKey { return false }
            sum += facts[i].width
            if sum >= columns - 5 { return sum <= columns + 3 }
            if isTorn(i) { return false }
        }
        return false
    }

    /// The line ends within a clause, where extraction does not break a visual line: it is the end of one.
    private func isTorn(_ i: Int) -> Bool {
        let c = facts[i].last
        guard Punctuation.isHan(c) || Punctuation.isLatin(c), i + 1 < facts.count else { return false }
        let next = facts[i + 1]
        return !Punctuation.opens(next.first) && !Punctuation.cannotBegin(next.first) && next.label == nil && !next.isDate && !next.isKey
    }

    /// `三、重点任务`: a labelled line without the end of a sentence.
    private func isHeading(_ i: Int) -> Bool {
        guard i == first, let label = facts[i].label else { return false }
        return (label.kind == .han || label.kind == .chapter) && facts[i].isMidSentence && facts[i].width < 50
    }

    /// `…办公室` / `关于印发…`: the second line of a title; or `关于印发…支撑行` / `动方案的通知`, torn in a word.
    private func continuesHeadline(_ next: Int) -> Bool {
        let a = lines[facts[next - 1].line], b = lines[facts[next].line]
        let vocabulary = ReaderVocabulary.shared
        if first == 0, facts[next - 1].isOpen, !facts[next].followsGap, contains(vocabulary.titleStarts, a),
           !vocabulary.titleEnds.ends(in: bytes, at: a.end, floor: a.textStart) { return true }
        return vocabulary.titleStarts.length(in: bytes, at: b.textStart, limit: b.end) != nil
            && vocabulary.unitEnds.ends(in: bytes, at: a.end, floor: a.textStart)
    }

    /// The line ends like the name of an organ or the title of a document.
    private func isName(_ i: Int) -> Bool {
        let line = lines[facts[i].line]
        let vocabulary = ReaderVocabulary.shared
        return vocabulary.unitEnds.ends(in: bytes, at: line.end, floor: line.textStart)
            || vocabulary.titleEnds.ends(in: bytes, at: line.end, floor: line.textStart)
    }

    private func contains(_ words: ByteWords, _ line: TextLine) -> Bool {
        line.range.contains { words.length(in: bytes, at: $0, limit: line.end) != nil }
    }

    /// `…行动方案(2023 版`: a title whose bracket never closes, if it does not in the next line.
    private func endsInLostBracket(_ i: Int) -> Bool {
        guard facts[i].depth > 0, facts[first].label == nil, !hasClause, facts[i].width < columns - 5 else { return false }
        let line = lines[facts[i].line]
        var at = line.end
        for _ in 0..<12 {
            let (scalar, width) = UTF8Scan.scalar(bytes, before: at, floor: line.textStart)
            guard width > 0, !Punctuation.isComma(scalar), !Punctuation.closes(scalar) else { return false }
            at -= width
            if Punctuation.opens(scalar) { return scalar != 0x300A && ReaderVocabulary.shared.titleEnds.ends(in: bytes, at: at, floor: line.textStart) }
        }
        return false
    }

    /// `…实施方案` in front of `为全面落实…`: the title of a further plan.
    private func isPlanTitle(_ i: Int) -> Bool {
        guard i + 1 < facts.count, facts[i].label == nil, facts[i].isOpen else { return false }
        let line = lines[facts[i].line], following = lines[facts[i + 1].line]
        let vocabulary = ReaderVocabulary.shared
        return vocabulary.titleEnds.ends(in: bytes, at: line.end, floor: line.textStart)
            && vocabulary.openers.length(in: bytes, at: following.textStart, limit: following.end) != nil
    }

    /// `2．…工作计划`: a numbered line that no sentence has begun in.
    private func isShortEntry(_ i: Int) -> Bool { i == first && facts[i].label != nil && !Punctuation.isComma(facts[i].last) }

    /// A name in front of a date.
    private func isSignature(_ next: Int) -> Bool {
        guard next + 1 < facts.count, facts[next + 1].isDate else { return false }
        let line = lines[facts[next].line]
        return ReaderVocabulary.shared.unitEnds.ends(in: bytes, at: line.end, floor: line.textStart)
    }

    /// `本通知自印发之日起施行`: behind `责任单位：…功能区管委会` no list of units goes on so.
    private func speaksOfItself(_ next: Int) -> Bool {
        guard facts[next].first == 0x672C else { return false } // 本
        let line = lines[facts[next].line]
        return ReaderVocabulary.shared.titleEnds.length(in: bytes, at: line.textStart + 3, limit: line.end) != nil
    }

    /// `各区人民政府，市各有关单位：` behind something that is no broken sentence.
    private func isAddressee(_ next: Int) -> Bool {
        guard facts[next].first == 0x5404, !(isFull && facts[next - 1].isOpen), !Punctuation.isComma(facts[next - 1].last), depth == 0 else { return false } // 各
        for i in next..<min(next + 8, facts.count) {
            if Punctuation.isColon(facts[i].last) { return true }
            if facts[i].endsSentence || facts[i].label != nil { return false }
        }
        return false
    }

    /// A title or a signature that goes on: `…办公室` / `关于印发…`, `…“放管服”改革` / `协调领导小组办公室` before a date.
    private func continuesTitle(_ next: Int) -> Bool {
        let b = lines[facts[next].line]
        if facts[first].label.map({ $0.kind == .han || $0.kind == .hanBracket || $0.kind == .chapter }) ?? false { return false }
        let vocabulary = ReaderVocabulary.shared
        if vocabulary.openers.length(in: bytes, at: b.textStart, limit: b.end) != nil { return false }
        if isName(next - 1) { return false }
        return next + 1 >= facts.count || facts[next + 1].isDate || facts[next].endsSentence || facts[next].width < columns - 10
    }

}
