import FanganText

/// What characters are to those who read a passage. There are few sorts of characters: for each code point of the basic plane a byte tells its sort, so
/// that the table is small and stays near, and beside it stands what the characters of a sort are.
struct CharacterTable: Sendable {
    private let sorts: [UInt8]
    private let kinds: [PassageMarks.Kinds]
    private let forms: [ClauseForms]

    /// - Parameters:
    ///   - kinds: characters that are marks of a passage.
    ///   - forms: characters with which forms of a clause may begin.
    init(kinds: [(ScalarSet, PassageMarks.Kinds)], forms: [(ScalarSet, ClauseForms)]) {
        var all: [UInt32: (kinds: PassageMarks.Kinds, forms: ClauseForms)] = [:]
        for (set, kind) in kinds { set.forEach { all[$0, default: ([], [])].kinds.formUnion(kind) } }
        for (set, form) in forms { set.forEach { all[$0, default: ([], [])].forms.formUnion(form) } }
        var sorts = [UInt8](repeating: 0, count: 0x10000), numbers: [UInt64: Int] = [0: 0]
        var sortKinds: [PassageMarks.Kinds] = [[]], sortForms: [ClauseForms] = [[]]
        for (scalar, found) in all {
            let sort = numbers[UInt64(found.kinds.rawValue) << 16 | UInt64(found.forms.rawValue)] ?? sortKinds.count
            if sort == sortKinds.count {
                precondition(sort < 256, "More sorts of characters than a byte can tell")
                numbers[UInt64(found.kinds.rawValue) << 16 | UInt64(found.forms.rawValue)] = sort
                sortKinds.append(found.kinds)
                sortForms.append(found.forms)
            }
            sorts[Int(scalar)] = UInt8(sort)
        }
        self.sorts = sorts
        self.kinds = sortKinds + repeatElement([], count: 256 - sortKinds.count)
        self.forms = sortForms + repeatElement([], count: 256 - sortForms.count)
    }

    /// The forms that a clause which begins with a character may have; past the basic plane none.
    func forms(of scalar: UInt32) -> ClauseForms { scalar < 0x10000 ? forms[Int(sorts[Int(scalar)])] : [] }

    /// For a walk over many characters: the sort of each code point of the basic plane, and the marks that its characters are.
    func withKinds(_ body: (_ sorts: UnsafeBufferPointer<UInt8>, _ kinds: UnsafeBufferPointer<PassageMarks.Kinds>) -> Void) {
        sorts.withUnsafeBufferPointer { sorts in kinds.withUnsafeBufferPointer { body(sorts, $0) } }
    }
}
