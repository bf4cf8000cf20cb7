import FanganText

/// Which pieces of a list may be nothing but a name (市财政局): told by their characters alone, for no word that is taken off a name, parts two of
/// them or makes a remark of one can stand where its first or last character does not.
struct PlainNames: Sendable {
    /// For each code point of the basic plane what it rules out.
    private let table: [UInt8]

    /// Anywhere in the piece, at its beginning, at its end; and what a change of who is responsible begins with: 移 of 移交.
    private static let inside: UInt8 = 1, first: UInt8 = 2, last: UInt8 = 4, change: UInt8 = 8

    enum Answer { case no, yes, unlessChanged }

    init() {
        let kinds: [(ScalarSet, UInt8)] = [
            ("等由", Self.inside), (UnitList.conjunctions, Self.inside), (ScalarSet(firstOf: .listJoint, .listOrder), Self.inside),
            ("会第", Self.first), (KeyWords.heads, Self.first), (ScalarSet(firstOf: .keyOpening, .emptyCell, .note, .henceforth, .ruleFirstLeads), Self.first),
            (ScalarSet(firstOf: .exception, .exceptOpen, .scope), Self.first),
            (ScalarSet(lastOf: .postLead, .postResponsible, .postSupport, .listLead, .listResponsible, .listSupport, .scope, .exception, .personPost), Self.last),
            (ScalarSet(firstOf: .changeVerb), Self.change),
        ]
        var table = [UInt8](repeating: 0, count: 0x10000)
        for (set, kind) in kinds { set.forEach { table[Int($0)] |= kind } }
        self.table = table
    }

    /// Whether a piece holds ideographs only, and none that a list has another word for.
    func mayBe(_ p: Passage, _ piece: Range<Int>) -> Answer {
        p.scalars.withUnsafeBufferPointer { scalars in
            table.withUnsafeBufferPointer { table in
                guard let last = piece.last else { return .no }
                var all: UInt8 = 0
                for i in piece {
                    guard scalars[i] &- 0x4E00 < 0x5200 else { return .no }
                    all |= table[Int(scalars[i])]
                }
                if (all & Self.inside) | (table[Int(scalars[piece.lowerBound])] & Self.first) | (table[Int(scalars[last])] & Self.last) != 0 { return .no }
                return all & Self.change == 0 ? .yes : .unlessChanged
            }
        }
    }
}
