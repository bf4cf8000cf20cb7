/// A small list of words, looked for at one place of UTF-8 text.
///
/// Most places hold none of them: a bitmap of the words' first and last characters says so at once. Held by reference: one is asked at every line, and
/// a copy would count four references.
final class ByteWords: Sendable {
    private let words: [[UInt8]]
    private let heads, tails: CharacterBits
    /// Last characters of what stands before a line end that goes through a word.
    private let inner: CharacterBits

    /// Longer words are tried first.
    init(_ words: some Sequence<String>) {
        self.words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        var heads = CharacterBits(), tails = CharacterBits(), inner = CharacterBits()
        for word in self.words {
            word.withUnsafeBufferPointer { bytes in
                heads.insert(bytes, at: 0)
                tails.insert(bytes, before: bytes.count)
                for cut in 1..<max(bytes.count, 1) where bytes[cut] & 0xC0 != 0x80 { inner.insert(bytes, before: cut) }
            }
        }
        (self.heads, self.tails, self.inner) = (heads, tails, inner)
    }

    /// Whether one of the words may begin with the character at an offset.
    func mayBegin(_ b: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool { heads.contains(b, at: at) }

    /// Length in bytes of the longest word that begins at an offset.
    func length(in b: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
        guard start < limit, heads.contains(b, at: start) else { return nil }
        for word in words where start + word.count <= limit && Self.matches(word[...], b, start) { return word.count }
        return nil
    }

    /// Whether a word ends in front of an offset.
    func ends(in b: UnsafeBufferPointer<UInt8>, at end: Int, floor: Int) -> Bool {
        guard end > floor, tails.contains(b, before: end) else { return false }
        return words.contains { end - $0.count >= floor && Self.matches($0[...], b, end - $0.count) }
    }

    /// Whether a word goes over from one stretch to another: its first part ends at `end`, the rest begins at `start`.
    func straddles(_ b: UnsafeBufferPointer<UInt8>, end: Int, floor: Int, start: Int, limit: Int) -> Bool {
        guard end > floor, inner.contains(b, before: end) else { return false }
        return words.contains { word in
            for cut in 1..<word.count where word[cut] & 0xC0 != 0x80 {
                if end - cut >= floor, start + word.count - cut <= limit,
                   Self.matches(word[..<cut], b, end - cut), Self.matches(word[cut...], b, start) { return true }
            }
            return false
        }
    }

    @inline(__always)
    private static func matches(_ word: ArraySlice<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        var i = at
        for byte in word {
            if b[i] != byte { return false }
            i += 1
        }
        return true
    }
}

/// A set of characters that may answer yes for one that is not in it.
private struct CharacterBits: Sendable {
    private var bits = [UInt64](repeating: 0, count: 64)

    mutating func insert(_ b: UnsafeBufferPointer<UInt8>, at i: Int) { set(Self.key(UTF8Scan.scalar(b, at: i).value)) }
    mutating func insert(_ b: UnsafeBufferPointer<UInt8>, before i: Int) { set(Self.key(UTF8Scan.scalar(b, before: i).value)) }
    func contains(_ b: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool { has(Self.key(UTF8Scan.scalar(b, at: i).value)) }
    func contains(_ b: UnsafeBufferPointer<UInt8>, before i: Int) -> Bool { has(Self.key(UTF8Scan.scalar(b, before: i).value)) }

    private mutating func set(_ key: Int) { bits[key >> 6] |= 1 << UInt64(key & 63) }
    private func has(_ key: Int) -> Bool { bits[key >> 6] & 1 << UInt64(key & 63) != 0 }
    private static func key(_ scalar: UInt32) -> Int { Int(scalar & 0xFFF) }
}
