import FanganText

/// Where the items of a division begin.
extension OutlineWalk {
    /// The first line that begins an item or a table; a compiler's own number before the title is none.
    func firstItemLine(_ division: Division, _ annexLists: Set<Int>, _ runs: LabelRuns) -> Int {
        let tables = TableReader(walk: self, limit: division.lines.upperBound)
        for i in division.lines where !annexLists.contains(i) {
            if mayBeginTable(i), tables.begins(at: i) { return i }
            guard let label = lines[i].label?.label else { continue }
            if i - division.lines.lowerBound < 3, label.form == .arabic, isCompilerNumber(i) { continue }
            if i - division.lines.lowerBound < 6, isNumberedNotice(i) || i + 1 < division.lines.upperBound && lines[i].passage.count <= 20 && isNumberedNotice(i + 1) { continue }
            guard label.form != .arabic || (label.ordinal ?? 1) <= 3 || i > division.lines.lowerBound + 6 || runs.contains(i) else { continue }
            if label.damage != nil { continue }
            return i
        }
        return division.lines.upperBound
    }

    /// A cell, the first of some lines that are titles of columns, or a line that may hold several titles: most lines are told here.
    func mayBeginTable(_ i: Int) -> Bool {
        if lines[i].block.cell != nil || titleRuns.run(beginningAt: i) != nil { return true }
        guard lines[i].label == nil else { return false }
        return KeyedLines.mayBegin(lines[i], vocabulary) || RunTogetherGrid.mayBegin(lines[i].passage) || lines[i].passage.count <= 200 && lines[i].passage.scalars.prefix(24).contains(where: Passage.isBlank)
    }

    /// `4. 示例省…关于印发《…》的通知（2023年2月28日）`: a collection's number.
    private func isCompilerNumber(_ i: Int) -> Bool {
        guard let length = lines[i].label?.length else { return false }
        let text = lines[i].passage.part(min(length, lines[i].passage.count)..<lines[i].passage.count)
        if text.last == nil { return true }
        let next = i + 1 < lines.count ? lines[i + 1].passage : Passage()
        let about = text.first("关于", in: text.indices) != nil || next.first("关于", in: next.indices) != nil
        return about && text.first("。", in: text.indices) == nil
    }

    /// `（十四）示例市人民政府办公室关于印发示例方案的通知` over its number or addressees: a collection's number too.
    private func isNumberedNotice(_ i: Int) -> Bool {
        guard let length = lines[i].label?.length, lines[i].passage.count <= 120, lines[i].block.cell == nil else { return false }
        let text = lines[i].passage.part(min(length, lines[i].passage.count)..<lines[i].passage.count).trimmed()
        guard reader.endsAsNotice(text), text.first("关于", in: text.indices) != nil else { return false }
        for next in i + 1..<max(i + 1, min(i + 4, lines.count)) {
            if lines[next].label != nil || lines[next].block.cell != nil { return false }
            if case let kind = lines[next].kind(reader), kind == .number || kind == .addressees { return true }
        }
        return false
    }
}
