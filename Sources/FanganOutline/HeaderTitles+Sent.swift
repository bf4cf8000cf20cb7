import FanganText

/// What a notice sends, as its title or its text calls it.
extension HeaderTitles {
    /// `…关于印发《…实施方案》的通知` → what stands between the marks.
    func inner(_ title: Quoted) -> Quoted? {
        let p = document.passage(title.span)
        for (opening, ending) in Self.titleMarks {
            guard let open = p.scalars.firstIndex(of: opening), let close = p.scalars.lastIndex(of: ending), close > open else { continue }
            guard p.first("印发", in: 0..<open) != nil || p.first("转发", in: 0..<open) != nil || p.first("下发", in: 0..<open) != nil else { return nil }
            // 印发2023年《政府工作报告》任务分工的通知
            let tail = p.part(close + 1..<p.count).droppingTrailingBrackets()
            guard tail.isEmpty || [0x7684, 0x7B49, 0xFF08, 0x28].contains(tail.scalars[0]) && tail.count <= 11 else { return stripped(p) } // 的 等
            return Quoted(text: p.part((open + 1)..<close).tidied(), span: p.span((open + 1)..<close))
        }
        return stripped(p)
    }

    private static let titleMarks: [(UInt32, UInt32)] = [(0x300A, 0x300B), (0x3008, 0x3009)]

    /// `…关于印发广安市…实施方案的通知` → `广安市…实施方案`
    private func stripped(_ p: Passage) -> Quoted? {
        let core = p.droppingTrailingBrackets()
        guard let end = noticeEnd(core), let at = core.first("印发", in: core.indices) else { return nil }
        let range = (at + 2)..<max(at + 2, end)
        guard range.count >= 4, reader.endsAsPlan(core.part(range).trimmed()) else { return nil }
        return Quoted(text: core.part(range).tidied(), span: core.span(range))
    }

    /// Where 的通知 begins, also as `的` ⏎ `通　知`.
    private func noticeEnd(_ p: Passage) -> Int? {
        var i = p.count
        for letter: UInt32 in [0x77E5, 0x901A, 0x7684] { // 知 通 的
            while i > 0, Passage.isBlank(p.scalars[i - 1]) { i -= 1 }
            guard i > 0, p.scalars[i - 1] == letter else { return nil }
            i -= 1
        }
        return i
    }

    /// `现将《示例市行动方案》印发给你们`: what the notice sends, or the preamble says it is, where the plan behind it has lost its title.
    var sentPlan: Quoted? {
        for (n, i) in front.enumerated() where [.notice, .preamble, .other].contains(kinds[n]) && lines[i].passage.count <= 1200 {
            if let name = name(in: lines[i].passage, { sends($0, $1, $2, isNotice: kinds[n] == .notice) }) { return name }
        }
        // `一、各单位要按照《…任务分解表》（见附件）…`: what the numbers of a notice say.
        guard front.contains(where: { lines[$0].kind(reader) == .addressees }), let last = front.last else { return nil }
        for i in last + 1..<max(last + 1, min(lines.count, last + Self.firstNumbers)) where lines[i].passage.count <= 600 {
            if let name = name(in: lines[i].passage, isEnclosed) { return name }
        }
        return nil
    }

    private static let firstNumbers = 4

    private func name(in p: Passage, _ isMeant: (Passage, Int, Int) -> Bool) -> Quoted? {
        var from = 0
        while let open = p.first("《", in: from..<p.count), let close = closing(p, open) {
            if isMeant(p, open, close) { return Quoted(text: p.part(open + 1..<close).tidied(), span: p.span(open + 1..<close)) }
            from = close + 1
        }
        return nil
    }

    /// `《…任务分解表》（见附件）`
    private func isEnclosed(_ p: Passage, _ open: Int, _ close: Int) -> Bool {
        close + 1 < p.count && Self.opening.contains(p.scalars[close + 1]) && (p.has("见附件", at: close + 2) || p.has("详见附件", at: close + 2)) && reader.endsAsPlan(p.part(open + 1..<close))
    }

    /// The mark that closes a title, another one inside it passed over.
    private func closing(_ p: Passage, _ open: Int) -> Int? {
        var depth = 0
        for i in open..<min(p.count, open + 120) {
            if p.scalars[i] == 0x300A { depth += 1 }
            if p.scalars[i] == 0x300B { depth -= 1 }
            if depth == 0 { return i }
        }
        return nil
    }

    /// `现将《…》印发`, `各区人民政府：《…》已经市政府同意，现印发给你们`, `特制定《…》。`, `按照《…》（见附件）`
    private func sends(_ p: Passage, _ open: Int, _ close: Int, isNotice: Bool) -> Bool {
        let name = p.part(open + 1..<close), stop = p.first("。", in: close..<p.count) ?? p.count
        let before = p.part(0..<open).trimmed()
        if p.has("现将", before: open) || before.last.map({ Self.colons.contains($0) }) ?? true && p.has("已", at: close + 1) { return p.first("印发", in: close..<stop) != nil || p.first("公示", in: close..<stop) != nil }
        guard reader.endsAsPlan(name) else { return false }
        // Up to the next title.
        let end = min(p.count, close + 30, p.first("《", in: close..<p.count) ?? p.count)
        if isNotice, p.first("印发", in: close..<end) != nil { return true }
        if close + 1 == stop, p.has("制定", before: open) || p.has("制订", before: open) { return true }
        return isEnclosed(p, open, close)
    }

    /// `附件：2023年县政府重点工作任务分解表` under a notice without a title: the one thing that it sends.
    var onlyAnnex: Quoted? {
        let lists = front.indices.filter { kinds[$0] == .annexList }
        guard lists.count == 1, case let text = lines[front[lists[0]]].passage.trimmed(), reader.isAnnexList(text), let colon = text.first(of: Self.colons, in: text.indices) else { return nil }
        let name = withoutMarks(text.part(colon + 1..<text.count).trimmed())
        guard name.count >= 6, name.count <= 60, digitValue(name.scalars[0]) == nil || digitValue(name.scalars[1]) != nil, reader.endsAsPlan(name) else { return nil }
        return Quoted(text: name.tidied(), span: name.span(name.indices))
    }
}
