import FanganText

/// A role that a sentence says of a unit, for whoever the bracket behind it lists under another spelling: 由市发改委牵头。（市发展改革委、市财政局）
public struct SaidRole: Sendable, Hashable {
    /// Of the name in the sentence.
    public var unit: Span
    public var role: ResponsibilityRole
    public var bracket: Span
}

/// Roles that a sentence says of units which the bracket behind it only lists.
extension SentenceReader {
    /// `由市财政局牵头，市审计局配合。（市财政局、市审计局）`: one leads, one helps. What a bracket says itself (牵头单位：…；责任单位：…, 按职责分工负责) stays, and so does what
    /// the bracket of another measure lists. Who leads one thing and helps with another leads.
    ///
    /// - Parameter cuts: the brackets, in their order.
    func giveRoles(_ p: Passage, _ cuts: [Range<Int>], to reading: inout ResponsibilityRecogniser.Reading) {
        let brackets = cuts.map { p.span($0) }
        // By bracket the units that it lists.
        var listed: [Int: [Int]] = [:]
        for i in reading.units.indices where reading.units[i].basis == .bracket {
            let at = Self.first(brackets) { $0.end >= reading.units[i].span.end }
            if at < brackets.count, brackets[at].start <= reading.units[i].span.start { listed[at, default: []].append(i) }
        }
        let plain = listed.mapValues { units in units.allSatisfy { reading.units[$0].role == .responsible } }
        for said in reading.said {
            let next = Self.first(brackets) { $0.start >= said.span.end }
            guard let units = listed[next], plain[next] ?? false, !saysWork(p, cuts[next]) else { continue }
            guard let unit = units.first(where: { isSame(reading.units[$0].mention, as: said.mention) }) else {
                reading.saidOthers.append(SaidRole(unit: said.span, role: said.role, bracket: brackets[next]))
                continue
            }
            if reading.units[unit].role != .lead { reading.units[unit].role = said.role }
        }
    }

    private static func first(_ spans: [Span], where holds: (Span) -> Bool) -> Int {
        var low = 0, high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if holds(spans[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// （市财政局、市审计局按职责分工负责）
    private func saysWork(_ p: Passage, _ bracket: Range<Int>) -> Bool { p.first("负责", in: bracket) != nil }

    /// 办公室 alone may be anybody's.
    private func isSame(_ listed: String, as said: String) -> Bool { listed == said || said != "办公室" && isSame(listed, said) }

    /// 会同 alone says who takes part in one thing, not whose part in the whole is the lesser one.
    func saysRole(_ found: Found, _ p: Passage) -> Bool {
        found.role == .lead || vocabulary.sentences.supportVerbs.contains { p.has($0, at: found.end) }
    }
}
