import FanganText

/// Where a plan is over: what stands behind its last item is the web page's or the printer's, says whom to ask, or explains words.
/// None of it is text of an item, whatever numbers it bears.
struct DocumentTail {
    let lines: [Line]
    let reader: HeaderReader
    private let document: SourceDocument
    private let division: Range<Int>
    /// The first line of a list behind the plan; the end of the division where there is none.
    private(set) var start: Int
    /// The last number of the plan itself.
    private(set) var lastLabel: Int
    /// What lines of the plan have in front of a colon.
    private var keys: Set<String> = []

    /// - Parameters:
    ///   - first: where the items begin.
    ///   - annexLists: lines whose numbers are those of annexes.
    init(_ walk: OutlineWalk, in division: Range<Int>, from first: Int, annexLists: Set<Int>) {
        lines = walk.lines
        reader = walk.reader
        document = walk.document
        self.division = division
        start = division.upperBound
        lastLabel = first
        let labels = (first..<division.upperBound).filter { lines[$0].label != nil && !annexLists.contains($0) }
        if let begin = labels.first { start = listStart(behind: begin, annexLists) }
        lastLabel = labels.last { $0 < start } ?? first
        guard lastLabel + 1 < start else { return }
        for i in division.lowerBound...lastLabel { if let key = key(of: lines[i].passage) { keys.insert(key) } }
    }

    private func key(of text: Passage) -> String? {
        text.scalars.prefix(9).firstIndex { Self.colons.contains($0) }.map { text.string(0..<$0) }
    }

    private var vocabulary: OutlineVocabulary { reader.vocabulary }
    private var signs: TailSigns { TailSigns(reader) }

    // MARK: - Lists

    /// `附件下载：` ⏎ `1.….docx`, `名词解释` ⏎ `1.…`, `注：1.…` ⏎ `2.…`: a head that is none of a plan's, behind which all numbers begin anew up to
    /// the end, and no table stands.
    private func listStart(behind first: Int, _ annexLists: Set<Int>) -> Int {
        var found = division.upperBound
        // Of each kind of number the one that stands first behind the line.
        var firsts: [LabelForm: Int] = [:]
        for i in (first + 1..<max(first + 1, division.upperBound)).reversed() {
            if lines[i].block.cell != nil { break }
            if let label = lines[i].label?.label, !annexLists.contains(i) {
                firsts[label.form] = label.ordinal ?? 0
                if label.ordinal == 1, firsts.allSatisfy({ $0.value == 1 }), namesFile(i) || isBehindDownloads(i) { found = i }
            } else if let head = listHead(i), firsts.allSatisfy({ $0.value == ($0.key == head.first ? 2 : 1) }), !firsts.isEmpty || head.first != nil {
                if !head.isNote || endsSentence(i - 1) { found = i }
            }
        }
        return found
    }

    private struct ListHead {
        /// 注：, which may stand in a plan as well.
        var isNote: Bool
        /// The kind of number 1 in `注：1.…`.
        var first: LabelForm?
    }

    private func listHead(_ i: Int) -> ListHead? {
        let line = lines[i].passage
        // Most lines are told by their length or their first character.
        guard line.count <= 400 else { return nil }
        let text = line.trimmed()
        if text.count <= 60, vocabulary.tail.tailHeadEnds.contains(text, before: text.count), text.first(of: Self.stops, in: text.indices) == nil { return ListHead(isNote: false) }
        guard let head = signs.head(text) else { return nil }
        if head.end == text.count { return ListHead(isNote: head.isNote) }
        // 名词解释1.…, 注：1.…
        guard head.hasColon || !head.isNote, let first = LabelLexer(text).label(at: head.end)?.label, first.ordinal == 1 else { return nil }
        return ListHead(isNote: head.isNote, first: first.form)
    }

    /// `1.任务分解表.docx`
    private func namesFile(_ i: Int) -> Bool { reader.endsAsFile(lines[i].passage.trimmed()) }

    /// `附件下载` was taken for what it is, of the page.
    private func isBehindDownloads(_ i: Int) -> Bool {
        guard let piece = chrome(between: i - 1, and: i) else { return false }
        let text = piece.trimmed()
        return vocabulary.tail.tailHeads.match(text.scalars, at: 0) != nil || vocabulary.tail.closings.contains { text.has($0, at: 0) }
    }

    // MARK: - Single lines

    /// Whether a line behind the last number shows by itself that the plan is over.
    /// - Parameter isComplete: the item in front of it ends as a sentence does.
    func begins(at i: Int, isComplete: Bool) -> Bool {
        guard lines[i].block.cell == nil else { return false }
        let text = lines[i].passage.trimmed()
        if text.count <= 200, signs.isOfPage(text) || chrome(between: i - 1, and: i) != nil { return true }
        guard isComplete, text.count <= 120 else { return false }
        return isNote(text) || isKeyed(text, at: i) || text.count <= 60 && isSign(text)
    }

    /// `注：各项任务列首位的为牵头单位`
    private func isNote(_ text: Passage) -> Bool {
        guard let first = text.scalars.first, !Self.openings.contains(first), let head = signs.head(text) else { return false }
        return head.isNote && head.hasColon
    }

    /// `技术支持：数字广东公司`, `咨询电话：0757-1`: a key that no other line of the plan has, with no order behind it.
    private func isKeyed(_ text: Passage, at i: Int) -> Bool {
        guard text.count > 1, text.first(of: Self.stops, in: 0..<text.count - 1) == nil else { return false }
        let colon = text.scalars.prefix(24).firstIndex { Self.colons.contains($0) } ?? text.count
        if colon + 1 < text.count, isTelephone(text.part(colon + 1..<text.count)) { return true }
        // 时间：… ⏎ 地点：…: one of several keys that the item has.
        if lines[i - 1].label == nil, reader.isFact(lines[i - 1].passage.trimmed()) { return false }
        if let known = signs.key(text) {
            if known.namesUnits, !signs.goesOnAsFoot(text, behind: known), !isOverFoot(i) { return false }
            return !(key(of: text).map(keys.contains) ?? false)
        }
        guard colon >= 2, colon + 1 < text.count, colon <= 8, reader.isFact(text), !HeaderReader.namesDeadline(text), vocabulary.tables.role(ofColumn: text.part(0..<colon)) == nil,
              vocabulary.titles.assignmentKeys.match(text.scalars, at: 0) == nil else { return false }
        return !vocabulary.items.assignmentWords.contains { text.first($0, in: text.indices) != nil } && !(key(of: text).map(keys.contains) ?? false)
    }

    /// A second such key right below, or a sign of a page.
    private func isOverFoot(_ i: Int) -> Bool {
        (i + 1..<max(i + 1, min(i + 4, lines.count))).contains { n in
            let next = lines[n].passage.trimmed()
            return next.count <= 200 && !next.isEmpty && (signs.isOfPage(next) || signs.key(next) != nil)
        }
    }

    /// `0757-12345678`, `0757－12345678，83331111`
    private func isTelephone(_ text: Passage) -> Bool {
        let value = text.trimmed()
        return value.scalars.count { digitValue($0) != nil } >= 7 && !value.scalars.contains { $0.isIdeograph }
    }

    /// `END`, `· END ·`, `（完）`, `#示例#`, `编辑 | 张三`
    private func isSign(_ text: Passage) -> Bool {
        if !text.scalars.contains(where: { $0.isIdeograph }) { return true }
        if signs.isWord(text) || vocabulary.tail.tailStarts.match(text.scalars, at: 0) != nil { return true }
        return text.scalars[0] == 0x23 && text.last == 0x23 || text.count <= 40 && text.first(of: Self.bars, in: text.indices) != nil
    }

    // MARK: - Neighbours

    private func endsSentence(_ i: Int) -> Bool {
        guard lines.indices.contains(i), lines[i].block.cell == nil, let last = lines[i].passage.last else { return false }
        return Self.sentenceEnds.contains(last)
    }

    /// A piece of the web page between two lines.
    private func chrome(between a: Int, and b: Int) -> Passage? {
        guard a >= 0, lines[a].block.span.end < lines[b].block.span.start else { return nil }
        let furniture = document.furniture, gap = lines[a].block.span.end..<lines[b].block.span.start
        var low = 0, high = furniture.count
        while low < high {
            let middle = (low + high) / 2
            if furniture[middle].span.start < gap.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < furniture.count, furniture[low].span.start < gap.upperBound {
            if furniture[low].kind == .webChrome {
                // A passage of the document leaves it out.
                var piece = Passage()
                piece.append(document.text, furniture[low].span)
                return piece
            }
            low += 1
        }
        return nil
    }

    private static let openings: ScalarSet = "【（(["
    private static let colons: ScalarSet = "：:"
    private static let stops: ScalarSet = "。；;"
    private static let bars: ScalarSet = "|｜"
    private static let sentenceEnds: ScalarSet = "。）)〕］】！；;"
}
