import FanganText

/// What a sentence says that a body is for a work: `县财政局是本项工作的牵头单位，县审计局为配合单位`, and the other way round:
/// `本项工作的牵头单位是县财政局`. Each clause gives its own role.
extension SentenceReader {
    func being(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard let be = p.first(of: Self.beingOrMark, in: at + 2..<max(at + 2, min(limit, at + Self.farthestBeing))), Self.being.contains(p.scalars[be]) else { return nil }
        let end = clauseEnd(p, be, limit), front = withoutModals(p, at..<be)
        if let (role, length) = vocabulary.sentences.capacities.match(p, before: end, from: be + 1), isOfWork(p, be + 1..<end - length), isOfNow(p, at..<end, end - length), let names = bearing(p, names(p, front)) {
            return Found(names: names, role: role, end: end)
        }
        guard let (role, length) = vocabulary.sentences.capacities.match(p, before: front.upperBound, from: at), isOfWork(p, at..<front.upperBound - length), isOfNow(p, at..<end, front.upperBound - length),
              !isOfBody(p, at..<front.upperBound - length) else { return nil }
        let list = UnitList(p, be + 1..<end, vocabulary: vocabulary, shape: shape)
        guard !list.isMarked, list.attributes.isEmpty, let names = bearing(p, list.entries.map(\.range)) else { return nil }
        return Found(names: names, role: role, end: end)
    }

    /// Between 是 and what somebody is: nothing, 本项工作的, 本项工作; in front of it 县财政局牵头的 would say of whom.
    private func isOfWork(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard let last = range.last else { return true }
        return p.scalars[last] == 0x7684 || range.count <= 12 && !range.contains { p.scalars[$0] == 0x7684 || p.scalars[$0] == 0x3001 } // 的 、
    }

    /// Not 如果牵头单位是…, 原牵头单位是…, 上年度牵头单位为…
    private func isOfNow(_ p: Passage, _ clause: Range<Int>, _ capacity: Int) -> Bool {
        !vocabulary.changes.formers.contains(p, before: capacity, from: clause.lowerBound) && !vocabulary.sentences.unrealEnds.contains(p, before: capacity, from: clause.lowerBound)
            && !vocabulary.sentences.unreals.contains { p.first($0, in: clause) != nil }
    }

    /// `评审专家组的|牵头单位`: of a body; 考核由县财政局|牵头单位: of nothing, as 牵头 is said of 县财政局.
    private func isOfBody(_ p: Passage, _ owner: Range<Int>) -> Bool {
        guard let last = owner.last else { return false }
        let end = p.scalars[last] == 0x7684 ? last : owner.upperBound // 的
        return vocabulary.bodies.organEnds.contains(p, before: end, from: owner.lowerBound) || vocabulary.sentences.groupEnds.contains(p, before: end, from: owner.lowerBound) || owner.contains { p.scalars[$0] == 0x7531 } // 由
    }

    /// 县财政局|均|为
    private func withoutModals(_ p: Passage, _ range: Range<Int>) -> Range<Int> {
        range.lowerBound..<range.upperBound - (vocabulary.lists.modals.match(p, before: range.upperBound, from: range.lowerBound + 2)?.length ?? 0)
    }

    /// The names, where each is a body by name or the governments of a class; 各有关单位 are whoever has to do with it.
    private func bearing(_ p: Passage, _ names: [Range<Int>]) -> [Range<Int>]? {
        // 国务院各部门办公厅（室）|或指定的司局
        let names = names.map { name in p.first("或", in: name).map { $0 > name.lowerBound + 3 ? name.lowerBound..<$0 : name } ?? name }
        guard let first = names.first, names.allSatisfy({ name in
            isRegions(p, name) || isFirm(p, name) || isOwnedDepartment(p, name) || isClass(p, name) && vocabulary.bodies.classOffices.contains(p, before: name.upperBound)
                || isNamed(p, name, place: false) && (isSubject(p, name) || goesOn(p, name, behind: first))
        }) else { return nil }
        return names
    }

    private static let beingOrMark: ScalarSet = "是为，,。；;：:\n"
    static let farthestBeing = 60
}
