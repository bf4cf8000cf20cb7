import FanganText

/// What characters are to somebody who walks over a text: up to eight kinds, one byte for each code point of the basic plane.
/// Places of no kind are passed over in one tight loop.
struct CharacterKinds: Sendable {
    private let table: [UInt8]

    /// - Parameter kinds: the characters of each kind; the first is bit 0.
    init(_ kinds: [[UInt32]]) {
        var table = [UInt8](repeating: 0, count: 0x10000)
        for (bit, scalars) in kinds.enumerated() {
            for scalar in scalars where scalar < 0x10000 { table[Int(scalar)] |= 1 << UInt8(bit) }
        }
        self.table = table
    }

    /// The first index of a range at which one of some kinds stands; the end of the range if none does.
    func next(_ scalars: Scalars, in range: Range<Int>, of kinds: UInt8) -> Int {
        scalars.withUnsafeBufferPointer { scalars in
            table.withUnsafeBufferPointer { table in
                var i = range.lowerBound
                while i < range.upperBound {
                    let scalar = scalars[i]
                    if scalar < 0x10000, table[Int(scalar)] & kinds != 0 { return i }
                    i &+= 1
                }
                return range.upperBound
            }
        }
    }
}
