/// A small list of words, looked for at one place of UTF-8 text.
struct ByteWords: Sendable {
    private let words: [[UInt8]]

    /// Longer words are tried first.
    init(_ words: some Sequence<String>) {
        self.words = words.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    }

    /// Length in bytes of the longest word that begins at an offset.
    func length(in b: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
        for word in words where start + word.count <= limit {
            if Self.matches(word, b, start) { return word.count }
        }
        return nil
    }

    /// Whether a word ends in front of an offset.
    func ends(in b: UnsafeBufferPointer<UInt8>, at end: Int, floor: Int) -> Bool {
        words.contains { end - $0.count >= floor && Self.matches($0, b, end - $0.count) }
    }

    /// Whether a word begins before an offset and ends behind the beginning of another stretch:
    /// its two halves stand at `end` (before) and at `start` (after).
    func straddles(_ b: UnsafeBufferPointer<UInt8>, end: Int, floor: Int, start: Int, limit: Int) -> Bool {
        words.contains { word in
            var cut = 1
            while cut < word.count {
                if word[cut] & 0xC0 != 0x80, end - cut >= floor, start + word.count - cut <= limit,
                   Self.matches(word[..<cut], b, end - cut), Self.matches(word[cut...], b, start) { return true }
                cut += 1
            }
            return false
        }
    }

    @inline(__always)
    private static func matches(_ word: some RandomAccessCollection<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        var i = at
        for byte in word {
            if b[i] != byte { return false }
            i += 1
        }
        return true
    }
}
