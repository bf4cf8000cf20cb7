import FanganText

/// Which pieces of a list may be nothing but a name (市财政局): told by their characters alone, for no word that is taken off a name, parts two of
/// them or makes a remark of one can stand where its first or last character does not.
struct PlainNames: Sendable {
    /// For each code point of the basic plane what it rules out.
    private let table: [UInt8]

    /// Anywhere in the piece, at its beginning, at its end.
    private static let inside: UInt8 = 1, first: UInt8 = 2, last: UInt8 = 4
    /// What a change of who is responsible begins with (移交), and a key (市级责任单位).
    private static let change: UInt8 = 8, key: UInt8 = 16

    /// What is to be asked of a piece that may be a name.
    struct Doubts: OptionSet {
        let rawValue: UInt8
        static let change = Doubts(rawValue: PlainNames.change), key = Doubts(rawValue: PlainNames.key)
    }

    init() {
        let kinds: [(ScalarSet, UInt8)] = [
            ("等由", Self.inside), (UnitList.conjunctions, Self.inside), (ScalarSet(firstOf: .listJoint, .listOrder), Self.inside),
            ("会第", Self.first), (KeyWords.heads, Self.key), (ScalarSet(firstOf: .keyOpening, .emptyCell, .note, .henceforth, .ruleFirstLeads), Self.first),
            (ScalarSet(firstOf: .exception, .exceptOpen, .scope), Self.first),
            (ScalarSet(lastOf: .postLead, .postResponsible, .postSupport, .listLead, .listResponsible, .listSupport, .scope, .exception, .personPost), Self.last),
            (ScalarSet(firstOf: .changeVerb), Self.change),
        ]
        var table = [UInt8](repeating: 0, count: 0x10000)
        for (set, kind) in kinds { set.forEach { table[Int($0)] |= kind } }
        self.table = table
    }

    /// What stands against a piece's being a name: nothing or little where it holds ideographs only, and none that a list has another word for; nil for all others.
    func doubts(_ p: Passage, _ piece: Range<Int>) -> Doubts? {
        p.scalars.withUnsafeBufferPointer { scalars in
            table.withUnsafeBufferPointer { table in
                guard let last = piece.last else { return nil }
                var all: UInt8 = 0
                for i in piece {
                    guard scalars[i] &- 0x4E00 < 0x5200 else { return nil }
                    all |= table[Int(scalars[i])]
                }
                let head = table[Int(scalars[piece.lowerBound])]
                if (all & Self.inside) | (head & Self.first) | (table[Int(scalars[last])] & Self.last) != 0 { return nil }
                return Doubts(rawValue: (all & Self.change) | (head & Self.key))
            }
        }
    }
}
