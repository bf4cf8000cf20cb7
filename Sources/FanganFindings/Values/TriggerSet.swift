import FanganText

/// The characters at which a recogniser has to look; everything else is passed over in one tight loop.
struct TriggerSet: Sendable {
    private let set: ScalarSet

    init(_ characters: String) { set = ScalarSet(stringLiteral: characters) }

    /// The first index from `start` on that holds one of the characters; the text's end if none does.
    func next(_ text: CompactText, from start: Int) -> Int {
        text.scalars.withUnsafeBufferPointer { scalars in
            var i = start
            while i < scalars.count {
                if set.contains(scalars[i]) { return i }
                i &+= 1
            }
            return scalars.count
        }
    }
}
