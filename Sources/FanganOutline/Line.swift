import FanganText

/// One paragraph as the outline sees it.
///
/// Held by reference: it goes through a dozen lists, and a copy would count six references. What it says never changes.
final class Line {
    let block: Block
    /// Without furniture.
    let passage: Passage
    /// Its numbering mark and where the text behind it begins; set by ``all(of:)`` at the latest.
    private(set) var label: (label: Label, length: Int)?

    /// In a cell: goes on inside the paragraph before it, which a narrow column broke.
    let continues: Bool
    /// What a header's line it would be, once somebody asked.
    private var kind: HeaderReader.LineKind?

    var isEmpty: Bool { passage.last == nil }

    private init(_ block: Block, _ passage: Passage, label: (label: Label, length: Int)?, continues: Bool) {
        self.block = block
        self.passage = passage
        self.label = label
        self.continues = continues
    }

    convenience init(_ block: Block, in document: SourceDocument) {
        let passage = document.passage(block.span)
        self.init(block, passage, label: LabelLexer(passage).label(), continues: false)
    }

    /// The same line at another place or with other words.
    func with(block: Block? = nil, passage: Passage? = nil, continues: Bool? = nil) -> Line {
        Line(block ?? self.block, passage ?? self.passage, label: label, continues: continues ?? self.continues)
    }

    /// What the line is by itself.
    func kind(_ reader: HeaderReader) -> HeaderReader.LineKind {
        if let kind { return kind }
        let found = reader.kind(of: passage)
        kind = found
        return found
    }

    /// The lines of a document, several items in one line set apart, numbers without a mark read where they
    /// form a sequence.
    static func all(of document: SourceDocument) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(document.blocks.count)
        for block in document.blocks {
            let line = Line(block, in: document)
            guard !line.isEmpty else { continue }
            if let split = line.split(in: document) ?? line.splitTitle(in: document) { lines += split } else { lines.append(line) }
        }
        splitImprint(&lines, in: document)
        TitleCells(reader: HeaderReader(vocabulary: .standard), document: document).free(&lines)
        lines = KeyedTableMarks(lines: lines, document: document, vocabulary: .standard).marked()
        splitFirstSections(&lines, in: document)
        splitBehindAssignments(&lines, in: document)
        readNumbersBeforeDigits(&lines)
        readNumbersOfSequences(&lines) { $0.spacedNumber() }
        readNumbersOfSequences(&lines) { $0.namedNumber(.standard) }
        readBullets(&lines)
        splitClosing(&lines, in: document)
        return lines
    }

    /// `7、开展培训。…8、畅通渠道。…9、维护权益。…`: the following numbers of the same form behind the end of a sentence.
    private func split(in document: SourceDocument) -> [Line]? {
        guard let form = label?.label.form, var ordinal = label?.label.ordinal else { return nil }
        if form == .chapter || form == .section { return splitArticle(in: document) }
        guard form == .arabic || form == .chinese || form == .chineseBracketed else { return nil }
        var cuts: [Int] = []
        var i = 1
        while let before = passage.first(of: Self.sentenceEnds, in: i - 1..<passage.count - 1) {
            i = before + 2
            guard let (label, _) = LabelLexer(passage).label(at: before + 1), label.form == form, label.ordinal == ordinal + 1 else { continue }
            cuts.append(before + 1)
            ordinal += 1
        }
        return cuts.isEmpty ? nil : pieces(cuts, in: document)
    }

    /// `某市…实施方案为全面落实…，制定本方案。`: a plan's title that runs into its preamble.
    private func splitTitle(in document: SourceDocument) -> [Line]? {
        guard label == nil, block.cell == nil, passage.count > 40 else { return nil }
        let reader = HeaderReader(vocabulary: .standard)
        for i in 6..<min(60, passage.count) {
            if Self.titleStops.contains(passage.scalars[i]) { return nil }
            guard reader.vocabulary.preambleHeads.contains(passage.scalars[i]), reader.vocabulary.preambleStarts.contains(where: { passage.has($0, at: i) }) else { continue }
            var title = passage.part(0..<i).trimmed()
            // `方案(2023 版为…`: the bracket was never closed.
            if let open = title.scalars.lastIndex(where: { $0 == 0x28 || $0 == 0xFF08 }), !title.scalars[open...].contains(where: { $0 == 0x29 || $0 == 0xFF09 }) { title = title.part(0..<open) }
            if title.count >= 6, reader.endsAsPlan(title), title.first("关于印发", in: title.indices) == nil { return pieces([i], in: document) }
        }
        return nil
    }

    /// `桐庐县人民政府办公室　　　　2026年3月12日`: who issued the document and when on one line, over the text or under it. Such lines
    /// behind one another are rows of a table.
    private static func splitImprint(_ lines: inout [Line], in document: SourceDocument) {
        let first = lines.firstIndex { $0.label != nil } ?? lines.count, last = lines.lastIndex { $0.label != nil } ?? -1
        let cuts = lines.indices.compactMap { i in i < first || i > last ? lines[i].imprintDay().map { (line: i, at: $0) } : nil }
        for (n, cut) in cuts.enumerated().reversed() {
            let isRow = n > 0 && cuts[n - 1].line + 1 == cut.line || n + 1 < cuts.count && cuts[n + 1].line == cut.line + 1
            if isRow { continue }
            lines.replaceSubrange(cut.line...cut.line, with: lines[cut.line].pieces([cut.at], in: document))
            return
        }
    }

    /// Where the day begins behind nothing but names and blanks.
    private func imprintDay() -> Int? {
        guard block.cell == nil, passage.count <= 90, passage.last == 0x65E5, !passage.scalars.contains(0x09) else { return nil } // 日
        let end = (passage.scalars.lastIndex(of: 0x65E5) ?? 0) + 1, reader = HeaderReader(vocabulary: .standard)
        for i in 3..<max(3, end) where Passage.isBlank(passage.scalars[i - 1]) && !Passage.isBlank(passage.scalars[i]) {
            if HeaderReader.date(passage, at: i)?.end == end { return reader.isOrgan(passage.part(0..<i).trimmed()) ? i : nil }
        }
        return nil
    }

    /// `…，制定本方案。一、开办企业 …` in front of a line with 二、: the first section stands inside the preamble.
    private static func splitFirstSections(_ lines: inout [Line], in document: SourceDocument) {
        var next: Int?, cuts: [(line: Int, at: Int)] = []
        for i in lines.indices.reversed() {
            if lines[i].label != nil {
                if lines[i].label?.label.form == .chinese { next = lines[i].label?.label.ordinal }
            } else if next == 2, lines[i].block.cell == nil, lines[i].passage.count > 40, let cut = lines[i].firstSection() {
                cuts.append((i, cut))
                next = 1
            }
        }
        guard !cuts.isEmpty else { return }
        var result: [Line] = [], from = 0
        for cut in cuts.reversed() {
            result += lines[from..<cut.line]
            result += lines[cut.line].pieces([cut.at], in: document)
            from = cut.line + 1
        }
        lines = result + lines[from...]
    }

    private func firstSection() -> Int? {
        for i in 1..<passage.count where passage.scalars[i] == 0x4E00 && Self.sentenceEnds.contains(passage.scalars[i - 1]) && !Passage.isBlank(passage.scalars[i - 1]) {
            if let (label, _) = LabelLexer(passage).label(at: i), label.form == .chinese, label.ordinal == 1 { return i }
        }
        return nil
    }

    private static let titleStops: ScalarSet = "。；，！：《"

    /// `●重点工作` ⏎ `▲打造线路。…` ⏎ `▲培育主体。…`: signs that begin several lines; the one that comes first holds the others.
    /// Under a number they only set off parts of its text.
    private static func readBullets(_ lines: inout [Line]) {
        let signs = OutlineVocabulary.standard.bullets
        var places: [(sign: UInt32, lines: [Int])] = []
        for i in lines.indices where lines[i].label == nil && lines[i].block.cell == nil {
            guard let sign = lines[i].passage.scalars.first, signs.contains(sign) else { continue }
            if let known = places.firstIndex(where: { $0.sign == sign }) { places[known].lines.append(i) } else { places.append((sign, [i])) }
        }
        let lists = places.filter { $0.lines.count > 1 }
        guard let first = lists.first?.lines.first, !lines[..<first].contains(where: { $0.label != nil }) else { return }
        for (place, found) in lists.enumerated() {
            for i in found.lines { lines[i].label = LabelLexer(lines[i].passage).bullet(place == 0 ? .bullet : .innerBullet) }
        }
    }

    /// The document's own last words are parted from the last item; behind them may stand a signature.
    private static func splitClosing(_ lines: inout [Line], in document: SourceDocument) {
        guard let last = lines.lastIndex(where: { $0.label != nil }), lines.count - last <= 8, lines[last].block.cell == nil,
              let cut = lines[last].closingAppeal() ?? (last == lines.count - 1 ? lines[last].closingTail() : nil) else { return }
        lines.replaceSubrange(last...last, with: lines[last].pieces([cut], in: document))
    }

    /// Where in the last line of a text without line ends the document speaks of itself: `…落实。本意见自…起施行，有效期5年。`
    private func closingTail() -> Int? {
        guard label != nil, passage.count > 60 else { return nil }
        let reader = HeaderReader(vocabulary: .standard)
        for i in max(1, passage.count - 500)..<passage.count where Self.sentenceEnds.contains(passage.scalars[i - 1]) && (passage.scalars[i] == 0x672C || passage.has("相关附件", at: i) || passage.has("附件：", at: i)) {
            if passage.scalars[i] != 0x672C || reader.isClosingRule(passage.part(i..<passage.count)) { return i }
        }
        return nil
    }

    /// `…社会监督。（省法院牵头负责）各地、各部门要认真贯彻落实…`, `…时代风尚。各区县、各部门要结合实际…重大问题，及时报告市政府。`: an
    /// appeal to all behind the last bracket, or one that ends with whom to report to, is the document's.
    private func closingAppeal() -> Int? {
        guard passage.count > 20 else { return nil }
        let tail = max(1, passage.count - 400)
        let bracket = (tail..<passage.count).last { AssignmentBracket.ends(passage, at: $0 - 1) }
        let starts = bracket.map { [$0] } ?? (tail..<passage.count).filter { passage.scalars[$0 - 1] == 0x3002 }
        return starts.first { bracket == nil ? HeaderReader.isAppeal(passage, at: $0) : HeaderReader.speaksToAll(passage, at: $0) }
    }

    /// `第二章　规划建设　　第八条　…`: a chapter with its first article on one line.
    private func splitArticle(in document: SourceDocument) -> [Line]? {
        for i in 1..<min(passage.count, 60) where Passage.isBlank(passage.scalars[i - 1]) && passage.scalars[i] == 0x7B2C {
            if let (label, _) = LabelLexer(passage).label(at: i), label.form == .article || label.form == .section { return pieces([i], in: document) }
        }
        return nil
    }

    /// The line cut at some of its scalars.
    func pieces(_ cuts: [Int], in document: SourceDocument) -> [Line] {
        var pieces: [Line] = []
        for (n, start) in ([0] + cuts).enumerated() {
            let end = n < cuts.count ? cuts[n] : passage.count
            var piece = block
            piece.span = passage.span(start..<end)
            if n == cuts.count { piece.span.end = block.span.end }
            if n > 0 { piece.indent = 0 }
            pieces.append(Line(piece, in: document))
        }
        return pieces
    }

    /// 。 ； and closing brackets of all widths
    private static let sentenceEnds: ScalarSet = "。；;）)〕］]】 "

    /// `…（责任单位：县住建局）四、保障措施`: the next number of its kind behind a bracket that assigns begins a line.
    private static func splitBehindAssignments(_ lines: inout [Line], in document: SourceDocument) {
        var last: [LabelForm: Int] = [:], found: [(line: Int, cuts: [Int])] = []
        for i in lines.indices {
            let line = lines[i]
            // Only these two are asked for.
            if let form = line.label?.label.form, form == .chinese || form == .chineseBracketed { last[form] = line.label?.label.ordinal; if form == .chinese { last[.chineseBracketed] = nil } }
            let cuts = line.block.cell == nil ? line.cutsBehindAssignments(&last) : []
            if !cuts.isEmpty { found.append((i, cuts)) }
        }
        guard !found.isEmpty else { return }
        var result: [Line] = [], from = 0
        for (line, cuts) in found {
            result += lines[from..<line]
            result += lines[line].pieces(cuts, in: document)
            from = line + 1
        }
        lines = result + lines[from...]
    }

    private func cutsBehindAssignments(_ last: inout [LabelForm: Int]) -> [Int] {
        var cuts: [Int] = []
        var from = 0
        while let close = passage.first(of: Self.closings, in: from..<max(from, passage.count - 1)) {
            from = close + 1
            let i = close + 1
            guard passage.scalars[i] != 0x3002, let (label, _) = LabelLexer(passage).label(at: i), label.form == .chinese || label.form == .chineseBracketed,
                  let n = label.ordinal, n == (last[label.form] ?? 0) + 1, n > 1 || last[.chinese] != nil,
                  Self.assigns.contains(where: { passage.first($0, in: max(0, i - 80)..<i) != nil }) else { continue }
            cuts.append(i)
            last[label.form] = n
            if label.form == .chinese { last[.chineseBracketed] = nil }
        }
        return cuts
    }

    private static let closings: ScalarSet = ")）〕］】"
    private static let assigns: [Word] = ["责任", "牵头", "负责", "配合"]

    /// `1.建设电网。` ⏎ `2.5G基站建设。`: what looks like an amount is the next number of the list.
    private static func readNumbersBeforeDigits(_ lines: inout [Line]) {
        var last = 0
        for i in lines.indices where lines[i].block.cell == nil {
            if let label = lines[i].label?.label {
                if label.form == .arabic { last = label.ordinal ?? last }
                continue
            }
            guard last > 0, i > 0, lines[i].passage.count >= 6, lines[i - 1].passage.last.map({ sentenceEnds.contains($0) }) ?? false,
                  let found = LabelLexer(lines[i].passage).numberBeforeDigits(), found.label.ordinal == last + 1 else { continue }
            lines[i].label = found
            last += 1
        }
    }

    /// `1  总则` counts where 2 follows later or its own 1.1 comes next; so does `一　指导思想` before `二　…`, `任务一：` before `任务二：`.
    private static func readNumbersOfSequences(_ lines: inout [Line], _ read: (LabelLexer) -> (label: Label, length: Int)?) {
        let found = lines.indices.compactMap { i -> (line: Int, label: (label: Label, length: Int))? in
            guard lines[i].label == nil, lines[i].block.cell == nil, let label = read(LabelLexer(lines[i].passage)) else { return nil }
            return (i, label)
        }
        // For each form and number the first and the last line that has it.
        var places: [[Int]: (first: Int, last: Int)] = [:]
        func key(_ label: Label, _ step: Int) -> [Int] { [label.form.rawValue, (label.ordinal ?? 0) + step] }
        for candidate in found {
            let key = key(candidate.label.label, 0)
            places[key] = (places[key]?.first ?? candidate.line, candidate.line)
        }
        for candidate in found {
            let label = candidate.label.label
            let ahead = (places[key(label, 1)]?.last ?? -1) > candidate.line
            let behind = (places[key(label, -1)]?.first ?? .max) < candidate.line
            let next = candidate.line + 1 < lines.count ? lines[candidate.line + 1].label?.label : nil
            let holds = label.form == .decimal && next?.form == .decimal && next?.parts.first == label.ordinal
            if label.ordinal == 1 ? ahead || holds : behind { lines[candidate.line].label = candidate.label }
        }
    }
}
