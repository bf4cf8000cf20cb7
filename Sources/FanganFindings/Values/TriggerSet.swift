/// The characters at which a recogniser has to look; everything else is passed over in one tight loop.
struct TriggerSet: Sendable {
    /// One bit per code point of the basic plane.
    private var bits = [UInt64](repeating: 0, count: 1024)

    init(_ characters: String) {
        for scalar in characters.unicodeScalars where scalar.value < 0x10000 {
            bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
        }
    }

    /// The first index from `start` on that holds one of the characters; the text's end if none does.
    func next(_ text: CompactText, from start: Int) -> Int {
        text.scalars.withUnsafeBufferPointer { scalars in
            bits.withUnsafeBufferPointer { bits in
                var i = start
                while i < scalars.count {
                    let scalar = scalars[i]
                    if scalar < 0x10000, bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0 { return i }
                    i += 1
                }
                return scalars.count
            }
        }
    }
}
