import FanganText

/// Where a title begins and ends among the lines of a page, and in its line.
extension HeaderTitles {
    /// `（2023—2025年）`, `（征求意见稿）`, but not `（共117项）`, `（满分100分）`, `（示府办〔2023〕5号 2023年3月1日）`.
    func isStageOfPlan(_ line: Passage) -> Bool {
        line.isBracketed && !isCount(line.unbracketed()) && reader.numberInside(line) == nil
    }

    /// 共117项, 满分100分
    func isCount(_ text: Passage) -> Bool {
        guard text.count > 1, let last = text.last, Self.counted.contains(last) else { return false }
        return digitValue(text.scalars[text.count - 2]) != nil
    }

    private static let counted: ScalarSet = "分项条个"

    /// `…关于印发…方案的通知` ⏎ `…任务分解表`: the notice's title over that of what it sends.
    func behindNotice(_ run: [Int]) -> [Int] {
        guard let notice = run.dropLast().lastIndex(where: { i in
            let text = lines[i].passage.without(Passage.isBlank)
            return text.has("通知", before: text.count)
        }), run[(notice + 1)...].contains(where: ends) else { return run }
        return Array(run[(notice + 1)...])
    }

    /// A title without what a page has over it: `示例政府网` ⏎ `示例市人民政府关于…`.
    func withoutPage(_ all: [Int]) -> [Int] {
        // 通知 ⏎ 意见: the tabs of a page.
        let run = Array(all.drop { lines[$0].passage.trimmed().count == 2 && ends($0) && $0 != all.last })
        guard let about = run.firstIndex(where: { lines[$0].passage.first("关于", in: lines[$0].passage.indices) != nil }), about > 0 else { return run }
        let text = lines[run[about]].passage.trimmed()
        var start = about
        while start > 0, lines[run[start - 1]].kind(reader) == .organ { start -= 1 }
        if let at = text.first("关于", in: text.indices), at > 0 {
            // A name may have begun on the line above.
            let organ = text.part(0..<at).trimmed()
            guard reader.isOrgan(organ), namesLevel(organ) else { return run }
        } else if start == about, case let above = lines[run[about - 1]].passage.trimmed(), above.count > Self.longestLink || above.last.map({ Self.levels.contains($0) }) ?? false {
            return run
        }
        return Array(run[start...])
    }

    /// 示例市人民政府, 国务院办公厅: a name from its beginning.
    private func namesLevel(_ organ: Passage) -> Bool {
        organ.scalars.prefix(10).dropFirst().contains { Self.levels.contains($0) } || organ.has("国", at: 0) || organ.has("中", at: 0)
    }

    private static let levels: ScalarSet = "省市区县旗州镇乡盟"
    /// Characters of a link on a page.
    private static let longestLink = 10

    func behindNumber(_ p: Passage) -> Passage { Self.numberPrefix(p, reader).map { p.part($0.end..<p.count).trimmed() } ?? p }

    /// `《示例市实施办法》`: a title in the marks with which others cite it.
    func withoutMarks(_ p: Passage) -> Passage {
        guard p.count > 4, p.scalars[0] == 0x300A, p.last == 0x300B, p.opening(ofLast: [0x300A], [0x300B]) == 0 else { return p }
        return p.part(1..<p.count - 1)
    }

    /// `…的实施意见：筑牢防线 共建家园【约1500字】`: what stands behind the name of a plan that says what it is about.
    func withoutSubtitle(_ p: Passage) -> Passage {
        var text = p
        if text.last == 0x3011, let open = text.scalars.lastIndex(of: 0x3010), open > 6, text.scalars[open...].contains(where: { digitValue($0) != nil }) { text = text.part(0..<open).trimmed() }
        if let colon = text.first(of: Self.colons, in: text.indices), text.first("关于", in: 0..<colon) != nil, reader.endsAsPlan(text.part(0..<colon)) { text = text.part(0..<colon) }
        return text
    }

    static let colons: ScalarSet = "：:"
}

extension Passage {
    /// Where the bracket opens that the last character closes, others inside it counted.
    func opening(ofLast opening: ScalarSet, _ closing: ScalarSet) -> Int? {
        var depth = 0
        for i in indices.reversed() {
            if closing.contains(scalars[i]) { depth += 1 }
            if opening.contains(scalars[i]) { depth -= 1 }
            if depth == 0 { return i }
        }
        return nil
    }
}
