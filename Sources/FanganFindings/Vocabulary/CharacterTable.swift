import FanganText

/// What characters are to those who read a passage. There are few sorts of characters: for each code point of the basic plane a byte tells its sort, so
/// that the table is small and stays near, and beside it stands what the characters of a sort are.
struct CharacterTable: Sendable {
    private let sorts: [UInt8]
    private let kinds: [PassageMarks.Kinds]
    private let forms: [ClauseForms]
    private let names: [NameSigns]

    /// - Parameters:
    ///   - kinds: characters that are marks of a passage.
    ///   - forms: characters with which forms of a clause may begin.
    ///   - names: characters that may make a piece of a list more than a name.
    init(kinds: [(ScalarSet, PassageMarks.Kinds)], forms: [(ScalarSet, ClauseForms)], names: [(ScalarSet, NameSigns)]) {
        var all: [UInt32: UInt64] = [:]
        for (set, kind) in kinds { set.forEach { all[$0, default: 0] |= UInt64(kind.rawValue) } }
        for (set, form) in forms { set.forEach { all[$0, default: 0] |= UInt64(form.rawValue) << 32 } }
        for (set, sign) in names { set.forEach { all[$0, default: 0] |= UInt64(sign.rawValue) << 48 } }
        var sorts = [UInt8](repeating: 0, count: 0x10000), found: [UInt64] = [0], numbers: [UInt64: UInt8] = [0: 0]
        for (scalar, bits) in all {
            if numbers[bits] == nil {
                precondition(found.count < 256, "More sorts of characters than a byte can tell")
                numbers[bits] = UInt8(found.count)
                found.append(bits)
            }
            sorts[Int(scalar)] = numbers[bits] ?? 0
        }
        // One for each byte.
        found += repeatElement(0, count: 256 - found.count)
        self.sorts = sorts
        self.kinds = found.map { PassageMarks.Kinds(rawValue: UInt32(truncatingIfNeeded: $0)) }
        self.forms = found.map { ClauseForms(rawValue: UInt16(truncatingIfNeeded: $0 >> 32)) }
        self.names = found.map { NameSigns(rawValue: UInt8(truncatingIfNeeded: $0 >> 48)) }
    }

    /// Of characters past the basic plane nothing is known.
    func kinds(of scalar: UInt32) -> PassageMarks.Kinds { scalar < 0x10000 ? kinds[Int(sorts[Int(scalar)])] : [] }

    func forms(of scalar: UInt32) -> ClauseForms { scalar < 0x10000 ? forms[Int(sorts[Int(scalar)])] : [] }

    /// The first index of a range at which a character of some kinds stands; the end of the range if none does.
    func next(_ scalars: Scalars, in range: Range<Int>, of wanted: PassageMarks.Kinds) -> Int {
        scalars.withUnsafeBufferPointer { scalars in
            withKinds { sorts, kinds in
                var i = range.lowerBound
                while i < range.upperBound {
                    if scalars[i] < 0x10000, !kinds[Int(sorts[Int(scalars[i])])].isDisjoint(with: wanted) { return i }
                    i &+= 1
                }
                return range.upperBound
            }
        }
    }

    /// For a walk over many characters: the sort of each code point of the basic plane, and what the characters of each sort are.
    func withKinds<R>(_ body: (_ sorts: UnsafeBufferPointer<UInt8>, _ kinds: UnsafeBufferPointer<PassageMarks.Kinds>) -> R) -> R {
        sorts.withUnsafeBufferPointer { sorts in kinds.withUnsafeBufferPointer { body(sorts, $0) } }
    }

    func withNames<R>(_ body: (_ sorts: UnsafeBufferPointer<UInt8>, _ names: UnsafeBufferPointer<NameSigns>) -> R) -> R {
        sorts.withUnsafeBufferPointer { sorts in names.withUnsafeBufferPointer { body(sorts, $0) } }
    }
}
