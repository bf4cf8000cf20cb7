import FanganText

/// Bodies that are founded for some work and their offices, who leads over others, and governments that answer for something:
/// `改革小组办公室设在市财政局，…具体负责…`, `在省政府办公厅统一领导下`, `…政府对…负总责`.
extension SentenceReader {
    /// - Parameter forms: those that may stand there.
    func bodies(_ p: Passage, _ at: Int, _ limit: Int, start: Landmarks.Kind, _ forms: ClauseForms) -> Found? {
        if forms.contains(.seat), let found = seated(p, at, limit) { return found }
        guard start == .sentence else { return nil }
        if forms.contains(.classes), let found = answerable(p, at, limit) { return found }
        return forms.contains(.place) ? places(p, at, limit) : nil
    }

    /// `市上设立创建工作办公室，负责具体工作`, `由…组成改革工作小组（以下简称工作小组），领导改革工作`
    func founded(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        let from = at + 2
        guard let comma = (from..<max(from, min(limit, from + 50))).first(where: { Self.marksOfClause.contains(p.scalars[$0]) }), p.scalars[comma] == 0xFF0C || p.scalars[comma] == 0x2C else { return nil }
        var name = from..<comma
        if name.count > 3, Brackets.isClose(p.scalars[comma - 1]), let open = name.last(where: { Brackets.isOpen(p.scalars[$0]) }) { name = from..<open }
        guard name.count <= 30, isNamed(p, name, place: false) else { return nil }
        if isWork(p, comma + 1) { return Found(names: [name], role: .responsible, end: comma) }
        // 领导改革工作, but 领导小组办公室设在….
        guard vocabulary.bodies.boards.contains(where: { p.has($0, before: name.upperBound) }), vocabulary.deeds.leadingWorks.contains(where: { p.has($0, at: comma + 1) }),
              !vocabulary.bodies.boards.contains(where: { p.has($0, at: comma + 1) || p.has($0, at: comma + 3) }) else { return nil }
        return Found(names: [name], role: .lead, end: comma)
    }

    /// `改革小组办公室设在市财政局，由…选派人员参加，具体负责日常协调`: the office, if its sentence says for what. Whose office 办公室 alone is the sentence does not say.
    private func seated(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard let end = p.first(of: Self.seatsAndMarks, in: at + 5..<max(at + 5, min(limit, at + 28))),
              vocabulary.deeds.seatVerbs.contains(where: { p.has($0, at: end) }), p.has("办公室", before: end), isOffice(p, at..<end), isNamed(p, at..<end, place: false) else { return nil }
        let stop = (end..<min(limit, end + 100)).first { Self.sentenceStops.contains(p.scalars[$0]) } ?? min(limit, end + 100)
        guard let work = (end..<stop).first(where: { (p.scalars[$0] == 0xFF0C || p.scalars[$0] == 0x2C) && isWork(p, $0 + 1) }),
              !vocabulary.deeds.postMarks.contains(where: { p.first($0, in: end..<work) != nil }) else { return nil }
        return Found(names: [at..<end], role: .responsible, end: end)
    }

    /// An office made for one work: 试点工作小组办公室, 联合采购办公室.
    func isOffice(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard range.count >= 6, range.count <= 20, vocabulary.bodies.officeEnds.contains(where: { p.has($0, before: range.upperBound) }) else { return false }
        if vocabulary.bodies.jointOffices.match(p.scalars, at: range.lowerBound, limit: range.upperBound) != nil { return true }
        return vocabulary.bodies.boards.contains { p.has($0, before: range.upperBound - 3) } && !vocabulary.sentences.subjectVerbs.begins(p.scalars, at: range.lowerBound) && !vocabulary.headings.headingVerbs.begins(p.scalars, at: range.lowerBound)
    }

    func isWork(_ p: Passage, _ at: Int) -> Bool { vocabulary.deeds.officeWorks.contains { p.has($0, at: at) } }

    /// `在省政府办公厅统一领导下，由省大数据局负责…`: who leads.
    func leading(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        if let main = main(p, at, limit) { return main }
        guard at < limit, p.scalars[at] == 0x5728 else { return nil } // 在
        let stop = min(limit, at + 34)
        guard let end = vocabulary.deeds.leaderships.first(p.scalars, in: at + 4..<max(at + 4, stop)), p.first(of: Self.marksOfClause, in: at + 4..<end) == nil else { return nil }
        let name = (at + 1)..<(p.has("的", before: end) ? end - 1 : end)
        guard isNamed(p, name, place: false), vocabulary.bodies.executing.contains(p, before: name.upperBound, from: name.lowerBound + 1) || vocabulary.bodies.boards.contains(where: { p.has($0, before: name.upperBound) }) else { return nil }
        return Found(names: [name], role: .lead, end: end)
    }

    /// `以县应急局、县水务局为主，县气象局配合`
    private func main(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard at < limit, p.scalars[at] == 0x4EE5, let end = p.first("为主", in: at + 4..<max(at + 4, min(limit, at + 40))) else { return nil } // 以
        return subjects(p, at + 1..<end).map { Found(names: $0, role: .lead, end: end) }
    }

    /// `各市（州）人民政府对本地区…工作负总责`, `试点地区政府办公厅（室）对…负总责`; 各级政府 are everybody.
    private func answerable(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard beginsClass(p, at, limit), !p.has("各级", at: at),
              let verb = (at + 4..<max(at + 4, min(limit, at + 24))).first(where: { p.scalars[$0] == 0x5BF9 || Self.sentenceStops.contains(p.scalars[$0]) }), p.scalars[verb] == 0x5BF9, // 对
              isClass(p, at..<verb), isGovernment(p, at..<verb) || isGovernmentOffice(p, at..<verb) else { return nil }
        let stop = (verb..<min(limit, verb + 60)).first { Self.marksOfClause.contains(p.scalars[$0]) } ?? min(limit, verb + 60)
        return vocabulary.deeds.answering.contains { p.has($0, before: stop) } ? Found(names: [at..<verb], role: .responsible, end: verb) : nil
    }

    /// 设, and the marks that end a clause.
    private static let seatsAndMarks: ScalarSet = "设，,。；;\n：:"
}
