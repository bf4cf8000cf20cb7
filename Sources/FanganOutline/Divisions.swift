import FanganText

/// The parts of a file: the covering notice where it has numbered items of its own, the plan, further plans, each annex, each further sheet of a
/// spreadsheet.
struct Division {
    enum Kind { case notice, main, plan, annex, sheet }
    var kind: Kind
    /// Lines of the division; for an annex without its mark.
    var lines: Range<Int>
    /// `附件2` as printed, without a colon; the name of a sheet.
    var label: String?
    var ordinal: Int?
    var markLine: Int?
    /// A further plan with a number and addressees of its own.
    var isDocument = false

    /// It stands behind the plan.
    var isBehind: Bool { kind == .annex || kind == .sheet }
}

/// Finds where annexes begin and which `附件：` is merely the list at the end of a notice.
struct DivisionFinder {
    let lines: [Line]
    let header: HeaderReader
    /// First lines of the sheets behind the first one, with their names.
    let sheets: [(line: Int, name: String)]
    private let further: FurtherPlans

    init(lines: [Line], header: HeaderReader, document: SourceDocument) {
        self.lines = lines
        self.header = header
        let names = document.facts.filter { $0.kind == .sheet }.dropFirst()
        var found: [(line: Int, name: String)] = [], next = 0
        for name in names {
            while next < lines.count, lines[next].block.span.start < name.span.end { next += 1 }
            if next < lines.count, found.last?.line != next { found.append((next, Passage(document.text[name.span]).squashed())) }
        }
        sheets = found
        further = FurtherPlans(lines: lines, header: header)
    }

    private struct Mark {
        var line: Int
        var label: String
        var ordinal: Int?
        /// The mark stands alone on its line.
        var bare: Bool
    }

    func divisions() -> (divisions: [Division], annexLists: [Range<Int>]) {
        let marks = lines.indices.compactMap(mark)
        var real: [Mark] = []
        var lists: [Range<Int>] = []
        // The last mark of each number is the annex; earlier ones are of the list in the notice.
        let last = Dictionary(marks.enumerated().map { ($1.ordinal ?? 0, $0) }, uniquingKeysWith: { $1 })
        // Whether numbered items stand in front of a mark; each line is looked at once.
        var begun = false, seen = 0, document = 0
        for (n, mark) in marks.enumerated() {
            let next = n + 1 < marks.count ? marks[n + 1].line : lines.count
            let listed = lists.last?.upperBound ?? 0
            while seen < mark.line {
                if lines[seen].label != nil, seen >= listed { begun = true }
                seen += 1
            }
            let laterTwin = (last[mark.ordinal ?? 0] ?? n) > n || mark.ordinal == nil && (last[1] ?? n) > n
            if let open = real.last, goesOn(mark, in: open, until: next) {
                lists.append(mark.line..<(mark.line + 1))
            } else if !isBareList(after: mark) && (laterTwin ? holdsItems(mark, until: next, begun: begun) : mark.bare ? mark.line + 1 < lines.count : startsContent(after: mark)) {
                real.append(mark)
            } else {
                // A further document ends the list.
                while document < further.documents.count, further.documents[document] <= mark.line { document += 1 }
                let stop = document < further.documents.count ? min(next, further.documents[document]) : next
                lists.append(standsOverPlan(mark) ? mark.line..<(mark.line + 1) : listRange(from: mark.line, stop: stop))
            }
        }
        let parts = parts(behind: real)
        var result = further.parts(0..<(parts.first?.lines.lowerBound ?? lines.count))
        for (n, part) in parts.enumerated() {
            let end = n + 1 < parts.count ? parts[n + 1].lines.lowerBound : lines.count, start = part.markLine.map { $0 + 1 } ?? part.lines.lowerBound
            var part = part
            let cut = further.documents.first { $0 >= start && $0 < end }
            part.lines = start..<max(start, cut ?? end)
            result.append(part)
            if let cut { result += further.parts(cut..<end) }
        }
        var plans = 1
        for i in result.indices where result[i].kind == .plan {
            plans += 1
            result[i].ordinal = plans
        }
        return (result, lists)
    }

    /// Annexes and sheets in their order, each with its first line; a sheet that begins as an annex is one.
    private func parts(behind marks: [Mark]) -> [Division] {
        let annexes = marks.map { Division(kind: .annex, lines: $0.line..<$0.line, label: $0.label, ordinal: $0.ordinal, markLine: $0.line) }
        let marked = Set(marks.map(\.line))
        let further = sheets.enumerated().compactMap { n, sheet in
            marked.contains(sheet.line) ? nil : Division(kind: .sheet, lines: sheet.line..<sheet.line, label: sheet.name, ordinal: n + 2)
        }
        return (annexes + further).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    }

    /// `附件1`, `附件 2：`, `附件：`, `附件1 责任清单`
    private func mark(_ index: Int) -> Mark? {
        let line = lines[index]
        guard line.block.cell == nil, let head = line.passage.scalars.first(where: { !Passage.isBlank($0) }), header.vocabulary.titles.annexHeads.contains(head) || digitValue(head) != nil || Self.opening.contains(head) else { return nil }
        let whole = line.passage.trimmed()
        // `1附件2` and `（附件2）` are short.
        guard whole.count <= Self.longestMark || header.vocabulary.titles.annexHeads.contains(head) else { return nil }
        let text = closedUp(behindPageNumber(whole))
        for (word, loose) in header.vocabulary.titles.annexWords where text.has(word, at: 0) {
            var i = word.count
            func skip() { while i < text.count, Passage.isBlank(text.scalars[i]) { i += 1 } }
            skip()
            // `附件 重点任务分解表`
            let hasTitle = i > word.count && (isTitle(text.part(i..<text.count)) || line.block.headingLevel != nil && text.count - i <= Self.longestTitle)
            if i < text.count, text.scalars[i] == 0x4E4B { i += 1 } // 附件之二
            let from = i
            while i < text.count, digitValue(text.scalars[i]) != nil || ChineseNumeral.isNumeral(text.scalars[i]) { i += 1 }
            let ordinal = i > from ? value(text.scalars[from..<i]) : nil
            // 附件4-1
            if ordinal != nil, i + 1 < text.count, Self.dashes.contains(text.scalars[i]), digitValue(text.scalars[i + 1]) != nil {
                i += 1
                while i < text.count, digitValue(text.scalars[i]) != nil { i += 1 }
            }
            var printed = text.part(0..<i).squashed()
            if printed.isEmpty { printed = text.squashed() }
            skip()
            let colon = i < text.count && (text.scalars[i] == 0xFF1A || text.scalars[i] == 0x3A || ordinal != nil && Self.stops.contains(text.scalars[i]))
            if colon { i += 1 }
            skip()
            if i == text.count { return loose && !colon && ordinal == nil ? nil : Mark(line: index, label: printed, ordinal: ordinal, bare: true) }
            // `附：1、….docx`
            let namesFile = loose && colon && digitValue(text.scalars[i]) != nil && header.endsAsFile(text)
            guard !loose || namesFile, text.count < 80, text.first("。", in: text.indices) == nil else { return nil }
            if colon || ordinal != nil || hasTitle { return Mark(line: index, label: printed, ordinal: ordinal, bare: false) }
            return nil
        }
        return nil
    }

    /// What plans and annexes are called, and no sentence.
    private func isTitle(_ text: Passage) -> Bool {
        text.count >= 3 && text.count <= Self.longestTitle && text.first(of: Self.clauses, in: text.indices) == nil && vocabularyEndsAnnex(text)
    }

    private static let clauses: ScalarSet = "，。；：,;:"
    private static let longestTitle = 40
    /// Characters of a line that may be closed up.
    private static let longestMark = 12
    private static let opening: ScalarSet = "(（〔[【"
    private static let closing: ScalarSet = ")）〕]】"
    private static let dashes: ScalarSet = "-－—–"
    /// 附件5.责任清单
    private static let stops: ScalarSet = ".．、"

    /// `附 件 2`, `（附件2）`: a short line without its blanks and the brackets around it.
    private func closedUp(_ text: Passage) -> Passage {
        guard text.count >= 3, text.count <= Self.longestMark, let first = text.scalars.first, let last = text.scalars.last else { return text }
        let inner = Self.opening.contains(first) && Self.closing.contains(last) ? text.part(1..<text.count - 1).trimmed() : text
        guard Passage.isBlank(inner.count > 1 ? inner.scalars[1] : 0x4E00) else { return inner }
        let kept = inner.indices.filter { !Passage.isBlank(inner.scalars[$0]) }
        return kept.count >= 2 ? Passage(Passage.string(kept.map { inner.scalars[$0] })) : inner
    }

    /// `1附件2`: the number of the page or of a note stuck to the mark.
    private func behindPageNumber(_ text: Passage) -> Passage {
        guard text.count <= 8, let first = text.scalars.firstIndex(where: { digitValue($0) == nil }), first > 0, text.scalars[first] == 0x9644 else { return text } // 附
        return text.part(first..<text.count)
    }

    private func value(_ scalars: Slice<Scalars>) -> Int? {
        guard scalars.count <= 4 else { return nil }
        var n = 0
        for s in scalars {
            guard let d = digitValue(s) else { return ChineseNumeral.value(scalars) }
            n = n * 10 + d
        }
        return n
    }

    /// Whether a mark with its title on the same line is followed by what an annex holds; numbers in digits behind it are items
    /// unless they go on with names of annexes.
    private func startsContent(after mark: Mark) -> Bool {
        for i in (mark.line + 1)..<max(mark.line + 1, min(mark.line + 4, lines.count)) {
            // 序号 ⏎ 项目名称 ⏎ …: a table whose cells stand on lines of their own.
            if lines[i].block.cell != nil || isColumn(i).map({ $0 == .ordinal || isColumn(i + 1) != nil && isColumn(i + 2) != nil }) ?? false { return true }
            let kind = lines[i].kind(header)
            if kind == .organ || kind == .date || self.mark(i) != nil { return false }
            if let label = lines[i].label?.label { return label.ordinal == 1 && (label.form != .arabic || mark.ordinal != nil && !namesAnnex(lines[i])) }
        }
        return false
    }

    private func isColumn(_ i: Int) -> ColumnRole? {
        i < lines.count && lines[i].label == nil && lines[i].passage.count <= 12 ? header.vocabulary.tables.role(ofColumn: lines[i].passage) : nil
    }

    /// A mark whose number comes once more, and yet an annex: what follows it are numbered items, no names of annexes and no
    /// signature. A plan that a notice sends stands behind such a mark too, where no items come before it.
    private func holdsItems(_ mark: Mark, until next: Int, begun: Bool) -> Bool {
        guard mark.bare, !standsOverPlan(mark) else { return false }
        if begun, beginsTable(behind: mark.line, until: next) { return true }
        guard let (line, label) = firstLabel(behind: mark.line, until: next) else { return false }
        return label.ordinal == 1 && (begun || label.form == .arabic) && !namesAnnex(lines[line]) && !namesBrokenAnnex(line, until: next)
    }

    /// `附件2` at the head of each page of an annex: the numbers behind it go on, or its table does, under its title or without.
    private func goesOn(_ mark: Mark, in open: Mark, until next: Int) -> Bool {
        guard mark.bare, mark.label == open.label, mark.line + 1 < next else { return false }
        let first = lines[mark.line + 1]
        if first.block.cell != nil { return true }
        if mark.ordinal != nil, open.line + 1 < mark.line, first.passage.squashed() == lines[open.line + 1].passage.squashed() { return true }
        guard let (_, label) = firstLabel(behind: mark.line, until: next) else { return false }
        return (label.ordinal ?? 1) > 1
    }

    /// A table, under a title of a few lines.
    private func beginsTable(behind mark: Int, until next: Int) -> Bool {
        for i in mark + 1..<max(mark + 1, min(mark + 4, next)) {
            if lines[i].block.cell != nil { return true }
            let kind = lines[i].kind(header)
            if lines[i].label != nil || kind == .organ || kind == .date || kind == .closing { return false }
        }
        return false
    }

    /// The first number behind a mark, unless a signature or a table comes first.
    private func firstLabel(behind mark: Int, until next: Int) -> (line: Int, label: Label)? {
        for i in mark + 1..<max(mark + 1, min(mark + 12, next)) {
            if let label = lines[i].label?.label { return (i, label) }
            let kind = lines[i].kind(header)
            if lines[i].block.cell != nil || kind == .organ || kind == .date || kind == .closing { return nil }
        }
        return nil
    }

    /// `附件：` ⏎ `1.…流程图(….doc)` ⏎ `2.…协议`: nothing but the names of annexes up to the end of the file.
    private func isBareList(after mark: Mark) -> Bool {
        guard mark.bare, mark.ordinal == nil, mark.line + 1 < lines.count, lines.count - mark.line <= 24 else { return false }
        var names = 0
        for i in (mark.line + 1)..<lines.count {
            let line = lines[i], kind = line.kind(header)
            if kind == .closing || kind == .date || kind == .organ || line.passage.has("相关附件", at: 0) { continue }
            guard line.label?.label.form == .arabic, line.block.cell == nil, line.passage.first("。", in: line.passage.indices) == nil else { return false }
            guard namesAnnex(line) else { return false }
            names += 1
        }
        return names > 0
    }

    /// `1.工业项目…流程图(/gas….doc)`, `2.任务分解表`
    private func namesAnnex(_ line: Line) -> Bool {
        let text = line.passage.trimmed(), core = text.droppingTrailingBrackets()
        if vocabularyEndsAnnex(core) { return true }
        return [".doc", ".docx", ".pdf", ".xls", ".wps", ".zip", ".ofd"].contains { text.first(Word($0), in: text.indices) != nil }
    }

    /// `1.…创建工作` ⏎ `任务分解表`: the name of an annex over two lines.
    private func namesBrokenAnnex(_ first: Int, until next: Int) -> Bool {
        guard first + 1 < next, lines[first + 1].label == nil, lines[first + 1].block.cell == nil else { return false }
        return [first, first + 1].allSatisfy { lines[$0].passage.first("。", in: lines[$0].passage.indices) == nil } && namesAnnex(lines[first + 1])
    }

    private func vocabularyEndsAnnex(_ text: Passage) -> Bool {
        header.endsAsPlan(text) || header.vocabulary.titles.annexNouns.contains(text, before: text.count)
    }

    /// `附件` ⏎ `…若干措施` ⏎ `为深入贯彻…`: the mark over the plan that a notice sends, which may have an `附件` of its own.
    private func standsOverPlan(_ mark: Mark) -> Bool {
        guard mark.bare else { return false }
        for i in mark.line + 1..<min(mark.line + 5, lines.count) {
            if lines[i].label != nil || lines[i].block.cell != nil { return false }
            if lines[i].kind(header) == .preamble { return i > mark.line + 1 }
        }
        return false
    }

    /// The lines that list the annexes, ending where a signature, a section or another part begins.
    private func listRange(from start: Int, stop: Int) -> Range<Int> {
        var i = start + 1
        while i < min(stop, start + 24) {
            let kind = lines[i].kind(header)
            if kind == .organ || kind == .date || kind == .preamble || kind == .closing || lines[i].block.cell != nil { break }
            if let label = lines[i].label?.label, label.form != .arabic { break }
            // A numbered name may be followed by the addresses of the files.
            if lines[i].passage.count > 60, lines[i].label == nil || lines[i].passage.first("。", in: lines[i].passage.indices) != nil { break }
            if lines[i].label == nil, i > start + 1, header.endsAsPlan(lines[i - 1].passage.trimmed()) { break }
            i += 1
        }
        return start..<max(i, start + 1)
    }
}
