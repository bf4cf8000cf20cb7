import FanganText

/// What runs together behind an item: the number after a bracket that assigns, and the document's own last words.
extension Line {
    /// The document's own last words are parted from the last item; behind them may stand a signature.
    static func splitClosing(_ lines: inout [Line], in document: SourceDocument) {
        guard let last = lines.lastIndex(where: { $0.label != nil }), lines.count - last <= 8, lines[last].block.cell == nil else { return }
        if let cut = lines[last].closingAppeal() { return lines.replaceSubrange(last...last, with: lines[last].pieces([cut], in: document)) }
        // A text without line ends has the signature and words of the page behind it.
        for i in last..<lines.count {
            guard let cut = lines[i].closingTail() else { continue }
            return lines.replaceSubrange(i...i, with: lines[i].pieces([cut], in: document))
        }
    }

    /// Where in the last lines the document speaks of itself: `…落实。本意见自…起施行，有效期5年。`
    func closingTail() -> Int? {
        guard passage.count > 60, block.cell == nil else { return nil }
        let reader = HeaderReader(vocabulary: .standard), signs = TailSigns(reader)
        for i in max(1, passage.count - 500)..<passage.count where Self.sentenceEnds.contains(passage.scalars[i - 1]) {
            if reader.vocabulary.tail.annexTails.contains(where: { passage.has($0, at: i) }) || signs.begins(passage.part(i..<passage.count)) { return i }
            // What begins with 本 may say it one sentence later.
            let end = passage.scalars[i] == 0x672C ? passage.count : passage.first("。", in: i..<passage.count) ?? passage.count
            if reader.isClosingRule(passage.part(i..<end)) { return i }
        }
        return nil
    }

    private static let colons: ScalarSet = "：:"

    /// `…落实。注：` in front of a line with 1.: the head of a list behind the plan, run into its last item.
    static func splitTailHeads(_ lines: inout [Line], in document: SourceDocument) {
        let vocabulary = OutlineVocabulary.standard
        for i in lines.indices.reversed().dropFirst() where lines[i + 1].label?.label.ordinal == 1 && lines[i].block.cell == nil {
            let p = lines[i].passage
            guard let last = p.scalars.last, colons.contains(last), let end = p.scalars.suffix(10).dropLast().lastIndex(where: { sentenceEnds.contains($0) }), end + 1 < p.count,
                  let head = vocabulary.tail.tailHeads.match(p.scalars, at: end + 1), end + 1 + head.length == p.count - 1 else { continue }
            lines.replaceSubrange(i...i, with: lines[i].pieces([end + 1], in: document))
            return
        }
    }

    /// `附件：1.分工表` ⏎ `2.进度表示例市人民政府办公室2023年3月1日`: the signature run into the last name of a list of annexes.
    static func splitSignature(_ lines: inout [Line], in document: SourceDocument) {
        guard let i = lines.indices.suffix(4).last(where: { $0 > 0 && lines[$0].label != nil && lines[$0].passage.count <= 90 && lines[$0].passage.last == 0x65E5 && lines[$0].block.cell == nil }) else { return } // 日
        let p = lines[i].passage, reader = HeaderReader(vocabulary: .standard)
        let end = (p.scalars.lastIndex(of: 0x65E5) ?? 0) + 1
        guard let day = (max(0, end - 14)..<end).first(where: { HeaderReader.date(p, at: $0)?.end == end && digitValue(p.scalars[$0]) != nil && ($0 == 0 || digitValue(p.scalars[$0 - 1]) == nil) }) else { return }
        for start in max(4, day - 30)..<max(4, day - 3) where reader.vocabulary.titles.annexNouns.contains(p, before: start) || reader.vocabulary.titles.planWords.contains(p, before: start) {
            guard reader.isOrgan(p.part(start..<day)) else { continue }
            lines.replaceSubrange(i...i, with: lines[i].pieces([start, day], in: document))
            return
        }
    }

    /// `…社会监督。（省法院牵头负责）各地、各部门要认真贯彻落实…`, `…时代风尚。各区县、各部门要结合实际…重大问题，及时报告市政府。`: an
    /// appeal to all behind the last bracket, or one that ends with whom to report to, is the document's.
    func closingAppeal() -> Int? {
        guard passage.count > 20 else { return nil }
        let tail = max(1, passage.count - 400)
        let bracket = (tail..<passage.count).last { AssignmentBracket.ends(passage, at: $0 - 1) }
        let starts = bracket.map { [$0] } ?? (tail..<passage.count).filter { passage.scalars[$0 - 1] == 0x3002 }
        return starts.first { bracket == nil ? HeaderReader.isAppeal(passage, at: $0) : HeaderReader.speaksToAll(passage, at: $0) }
    }

    /// `…（责任单位：县住建局）四、保障措施`: the next number of its kind behind a bracket that assigns begins a line.
    static func splitBehindAssignments(_ lines: inout [Line], in document: SourceDocument) {
        var last = LastSections(), found: [(line: Int, cuts: [Int])] = []
        for i in lines.indices {
            if let form = lines[i].label?.label.form { last.note(form, lines[i].label?.label.ordinal) }
            guard lines[i].block.cell == nil, !lines[i].innerPlaces.isEmpty, case let cuts = lines[i].cutsBehindAssignments(&last), !cuts.isEmpty else { continue }
            found.append((i, cuts))
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

    /// The last number of sections (一、) and of the parts (（一）) of the section that is open.
    struct LastSections {
        private(set) var section: Int?
        private var part: Int?

        mutating func note(_ form: LabelForm, _ ordinal: Int?) {
            switch form {
            case .chinese: (section, part) = (ordinal, nil)
            case .chineseBracketed: part = ordinal
            default: break
            }
        }

        func ordinal(of form: LabelForm) -> Int? { form == .chinese ? section : part }
    }

    func cutsBehindAssignments(_ last: inout LastSections) -> [Int] {
        var cuts: [Int] = []
        for i in innerPlaces where AssignmentBracket.closings.contains(passage.scalars[i - 1]) {
            guard passage.scalars[i] != 0x3002, let (label, _) = LabelLexer(passage).label(at: i), label.form == .chinese || label.form == .chineseBracketed,
                  let n = label.ordinal, n == (last.ordinal(of: label.form) ?? 0) + 1, n > 1 || last.section != nil,
                  OutlineVocabulary.standard.items.assignmentWords.contains(where: { passage.first($0, in: max(0, i - 80)..<i) != nil }) else { continue }
            cuts.append(i)
            last.note(label.form, n)
        }
        return cuts
    }
}
