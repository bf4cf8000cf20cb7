import FanganText

/// Roles that a sentence says of units which the bracket behind it only lists.
extension SentenceReader {
    /// `由市财政局牵头，市审计局配合。（市财政局、市审计局）`: one leads, one helps. What a bracket says itself (牵头单位：…；责任单位：…) stays, and so does what
    /// the bracket of another measure lists.
    ///
    /// - Parameter cuts: the brackets.
    func giveRoles(_ p: Passage, _ cuts: [Range<Int>], to reading: inout ResponsibilityRecogniser.Reading) {
        let brackets = cuts.map { p.span($0) }
        var plain: [Int: Bool] = [:]
        for said in reading.said {
            guard let next = brackets.firstIndex(where: { $0.start >= said.span.end }) else { continue }
            func isListed(_ unit: Responsibility) -> Bool { unit.basis == .bracket && unit.span.start >= brackets[next].start && unit.span.end <= brackets[next].end }
            let isPlain = plain[next] ?? reading.units.allSatisfy { !isListed($0) || $0.role == .responsible }
            plain[next] = isPlain
            guard isPlain, let unit = reading.units.firstIndex(where: { isListed($0) && isSame($0.mention, said.mention) }) else { continue }
            reading.units[unit].role = said.role
        }
    }

    /// 会同 alone says who takes part in one thing, not whose part in the whole is the lesser one.
    func saysRole(_ found: Found, _ p: Passage) -> Bool {
        found.role == .lead || vocabulary.sentences.supportVerbs.contains { p.has($0, at: found.end) }
    }
}
