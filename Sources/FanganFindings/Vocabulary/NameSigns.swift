import FanganText

/// What a character tells of a piece of a list in which it stands: that the piece may be more than a name (市财政局), for there a word may stand that is
/// taken off a name, parts two of them or makes a remark of one.
struct NameSigns: OptionSet, Sendable {
    let rawValue: UInt8

    /// Wherever it stands, at the piece's beginning, at its end.
    static let inside = NameSigns(rawValue: 1), first = NameSigns(rawValue: 2), last = NameSigns(rawValue: 4)
    /// A change of who is responsible may begin there (移交); at the piece's beginning a key (市级责任单位).
    static let change = NameSigns(rawValue: 8), key = NameSigns(rawValue: 16)

    static var characters: [(ScalarSet, NameSigns)] {
        [
            ("等由", .inside), (UnitList.conjunctions, .inside), (ScalarSet(firstOf: .listJoint, .listOrder), .inside),
            ("会第", .first), (ScalarSet(firstOf: .keyOpening, .emptyCell, .note, .henceforth, .ruleFirstLeads, .exception, .exceptOpen, .scope), .first),
            (ScalarSet(lastOf: .postLead, .postResponsible, .postSupport, .listLead, .listResponsible, .listSupport, .scope, .exception, .personPost), .last),
            (ScalarSet(firstOf: .changeVerb), .change), (KeyWords.heads, .key),
        ]
    }
}

extension CharacterTable {
    /// What is still to be asked of a piece before it is taken for a name, ``NameSigns/change`` and ``NameSigns/key``; nil for one that holds anything but
    /// ideographs, or one of them where a list has other words.
    func doubts(_ p: Passage, _ piece: Range<Int>) -> NameSigns? {
        guard let last = piece.last else { return nil }
        return p.scalars.withUnsafeBufferPointer { scalars in
            withNames { sorts, names in
                var all: NameSigns = []
                for i in piece {
                    guard scalars[i].isIdeograph else { return nil }
                    all.formUnion(names[Int(sorts[Int(scalars[i])])])
                }
                let head = names[Int(sorts[Int(scalars[piece.lowerBound])])], end = names[Int(sorts[Int(scalars[last])])]
                return all.contains(.inside) || head.contains(.first) || end.contains(.last) ? nil : all.intersection(.change).union(head.intersection(.key))
            }
        }
    }
}
