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
            var end = first.copyBytes(to: bytes, at: 0)
            end = second.copyBytes(to: bytes, at: end)
            end = third.copyBytes(to: bytes, at: end)
            end = fourth.copyBytes(to: bytes, at: end)
            return String(wellFormed: UnsafeBufferPointer(rebasing: bytes[..<end]))
        }
    }

    /// Returns where the bytes end.
    private func copyBytes(to target: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
        // A string whose bytes do not lie in one piece comes only from Objective-C.
        if let end = utf8.withContiguousStorageIfAvailable({ target[start...].update(fromContentsOf: $0) }) { return end }
        return copyPieces(to: target, at: start)
    }

    // In a function of its own: the string would be counted once more.
    @inline(never)
    private func copyPieces(to target: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int { target[start...].update(fromContentsOf: Array(utf8)) }
}
