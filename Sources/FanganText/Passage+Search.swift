/// Words and characters looked for in a passage.
extension Passage {
    /// Whether the word stands at an index.
    @inlinable
    @_disfavoredOverload
    public func has(_ word: Word, at index: Int) -> Bool {
        let w = word.scalars
        guard index >= 0, index + w.count <= scalars.count else { return false }
        for k in 0..<w.count where scalars[index + k] != w[k] { return false }
        return true
    }

    /// Whether the word ends in front of an index.
    @inlinable
    @_disfavoredOverload
    public func has(_ word: Word, before index: Int) -> Bool { has(word, at: index - word.count) }

    /// Whether the characters of a literal stand at an index; nothing is allocated.
    @inlinable
    public func has(_ literal: StaticString, at index: Int) -> Bool {
        guard index >= 0 else { return false }
        let bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        var k = 0, i = index
        while k < bytes.count {
            let (value, width) = decodeScalar(bytes, at: k)
            guard i < scalars.count, scalars[i] == value else { return false }
            k += width
            i += 1
        }
        return true
    }

    /// Whether a literal ends in front of an index.
    public func has(_ literal: StaticString, before index: Int) -> Bool {
        has(literal, at: index - literal.withUTF8Buffer { $0.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } })
    }

    /// The first index of a range that holds one of some characters.
    public func first(of characters: ScalarSet, in range: Range<Int>) -> Int? {
        let range = range.clamped(to: indices)
        return scalars.withUnsafeBufferPointer { scalars in
            var i = range.lowerBound
            // Most characters are ideographs, most sets hold marks.
            let passed: UInt32 = characters.holdsIdeographs ? 0 : 0x5200
            while i < range.upperBound {
                let scalar = scalars[i]
                if scalar &- 0x4E00 >= passed, characters.contains(scalar) { return i }
                i &+= 1
            }
            return nil
        }
    }

    /// Index of the first occurrence of a literal in a range.
    public func first(_ literal: StaticString, in range: Range<Int>) -> Int? {
        let head = literal.withUTF8Buffer { $0.isEmpty ? 0 : decodeScalar($0, at: 0).value }
        let range = range.clamped(to: indices)
        return scalars.withUnsafeBufferPointer { scalars in
            var i = range.lowerBound
            while i < range.upperBound {
                if scalars[i] == head, has(literal, at: i) { return i }
                i &+= 1
            }
            return nil
        }
    }

    /// Index of the first occurrence of a word in a range.
    @_disfavoredOverload
    public func first(_ word: Word, in range: Range<Int>) -> Int? {
        guard let head = word.scalars.first else { return nil }
        return scalars.withUnsafeBufferPointer { scalars in
            var i = range.lowerBound
            let last = min(range.upperBound, scalars.count) - word.count
            while i <= last {
                if scalars[i] == head, has(word, at: i) { return i }
                i += 1
            }
            return nil
        }
    }
}
