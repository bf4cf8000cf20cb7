extension String {
    /// A string of bytes that are known to be well-formed UTF-8: they are copied, not looked at.
    ///
    /// Other initializers look at every character, which takes a hundred times as long as to copy it.
    public init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
        if #available(macOS 26, *) {
            self.init(copying: UTF8Span(unchecked: bytes.span))
        } else {
            self.init(decoding: bytes, as: UTF8.self)
        }
    }

    /// Strings one behind the other, put together at once.
    public init(joining first: String, _ second: String, _ third: String, _ fourth: String = "") {
        let count = first.utf8.count + second.utf8.count + third.utf8.count + fourth.utf8.count
        self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { bytes in
            var end = 0
            func append(_ piece: String) {
                // A string whose bytes do not lie in one piece comes only from Objective-C.
                let copied: Void? = piece.utf8.withContiguousStorageIfAvailable { end = bytes[end...].update(fromContentsOf: $0) }
                if copied == nil { end = bytes[end...].update(fromContentsOf: Array(piece.utf8)) }
            }
            append(first)
            append(second)
            append(third)
            append(fourth)
            return String(wellFormed: UnsafeBufferPointer(rebasing: bytes[..<end]))
        }
    }
}
