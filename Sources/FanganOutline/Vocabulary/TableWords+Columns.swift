import FanganText

/// What the titles of a table's columns say.
extension TableWords {
    /// What a table's column holds by its title.
    func role(ofColumn title: Passage) -> ColumnRole? {
        guard let last = title.scalars.last(where: { !Passage.isBlank($0) }), columnEnds.contains(last) else { return nil }
        let squashed = title.without(Passage.isBlank)
        // 原责任单位 beside 现责任单位, 实际完成时间: what was, no duty.
        if formerColumns.begins(squashed.scalars, at: 0) { return nil }
        if let role = role(ofTitle: squashed) { return role }
        guard title.count <= 24 else { return nil }
        let bare = squashed.droppingTrailingBrackets()
        if let role = role(ofTitle: bare) ?? role(ofBracketed: bare) ?? role(ofParts: bare) { return role }
        return bare.count <= 10 ? columnTails.match(bare, before: bare.count)?.value : nil
    }

    /// `责任处（科）室`: what stands in a bracket inside the title may be left out.
    private func role(ofBracketed title: Passage) -> ColumnRole? {
        guard let open = title.scalars.firstIndex(where: { Self.opening.contains($0) }), let close = title.scalars.firstIndex(where: { Self.closing.contains($0) }),
              open > 0, close > open, close + 1 < title.count else { return nil }
        return role(ofTitle: Passage(title.string(0..<open) + title.string(close + 1..<title.count)))
    }

    /// `牵头/责任单位`, `责任部门及配合单位`: two titles in one. Units of two roles in one column are merely responsible; what is to be done outweighs
    /// what it is for.
    private func role(ofParts title: Passage) -> ColumnRole? {
        guard let joint = title.scalars.dropFirst().firstIndex(where: { Self.titleJoints.contains($0) }), joint + 1 < title.count, title.count <= 16,
              let first = role(ofTitle: title.part(0..<joint)) else { return nil }
        // 建设内容及标准: what is to be done, whatever else is said of it.
        guard let second = role(ofTitle: title.part(joint + 1..<title.count)) else { return first == .content || Self.slashes.contains(title.scalars[joint]) ? first : nil }
        if first.namesUnits, second.namesUnits, first != second { return .responsible }
        return second == .content ? second : first
    }

    /// `续表`, `（续表）`, `表1（续）`: a line over a table that says it goes on.
    func isContinuation(_ line: Passage) -> Bool {
        guard line.count <= Self.longestMark else { return false }
        let text = line.trimmed(), core = text.droppingTrailingBracket(), bracket = text.part(core.count..<text.count).trimmed().unbracketed()
        return continuations.contains((bracket.isEmpty ? text.unbracketed() : bracket).squashed())
    }

    private static let longestMark = 40
    private static let opening: ScalarSet = "（("
    private static let closing: ScalarSet = "）)"
    private static let titleJoints: ScalarSet = "/／及和与、"
    private static let slashes: ScalarSet = "/／"

    private func role(ofTitle title: Passage) -> ColumnRole? {
        guard let found = columnTitles.match(title.scalars, at: 0), found.length == title.count else { return nil }
        return found.value
    }
}
