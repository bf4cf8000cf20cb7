import FanganText

/// A set of words that can be looked for forwards and backwards from a place of a text, without allocating.
/// Words are grouped by their first and by their last character, the longest first.
///
/// Held by reference so that handing one on costs one count; nothing in it changes after it is made.
final class WordList: Sendable {
    /// The longest first.
    let words: [[UInt32]]
    /// All their characters, one word behind the other.
    private let pool: [UInt32]
    private let starts: [Int32]
    private let lengths: [Int32]
    private let byFirst: CharacterIndex
    private let byLast: CharacterIndex

    init(_ list: [String]) {
        let words = list.map { $0.unicodeScalars.map(\.value) }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        var pool: [UInt32] = [], starts: [Int32] = []
        for word in words {
            starts.append(Int32(pool.count))
            pool += word
        }
        self.words = words
        self.pool = pool
        self.starts = starts
        lengths = words.map { Int32($0.count) }
        byFirst = CharacterIndex(words.compactMap(\.first))
        byLast = CharacterIndex(words.compactMap(\.last))
    }

    /// Length of the longest word that begins at an index.
    @inline(__always)
    func match(_ text: CompactText, at index: Int) -> Int? { find(text, at: index)?.length }

    /// The longest word that begins at an index: its place in ``words`` and its length.
    @inline(__always)
    func find(_ text: CompactText, at index: Int) -> (number: Int, length: Int)? {
        // At most places no word begins; that is told here, without a call.
        guard index >= 0, index < text.count, byFirst.mayHave(text.scalars[index]) else { return nil }
        return longest(text, at: index)
    }

    /// Length of the longest word that ends in front of an index.
    @inline(__always)
    func match(_ text: CompactText, before index: Int) -> Int? {
        guard index > 0, index <= text.count, byLast.mayHave(text.scalars[index - 1]) else { return nil }
        return longest(text, before: index)
    }

    @inline(never)
    private func longest(_ text: CompactText, at index: Int) -> (number: Int, length: Int)? {
        for place in byFirst.places(text.scalars[index]) {
            let number = Int(byFirst.numbers[place])
            if holds(text, number, at: index) { return (number, Int(lengths[number])) }
        }
        return nil
    }

    @inline(never)
    private func longest(_ text: CompactText, before index: Int) -> Int? {
        for place in byLast.places(text.scalars[index - 1]) {
            let number = Int(byLast.numbers[place]), length = Int(lengths[number])
            if index >= length, holds(text, number, at: index - length) { return length }
        }
        return nil
    }

    private func holds(_ text: CompactText, _ number: Int, at index: Int) -> Bool {
        let start = Int(starts[number]), length = Int(lengths[number])
        guard index + length <= text.count else { return false }
        return pool.withUnsafeBufferPointer { pool in
            text.scalars.withUnsafeBufferPointer { scalars in
                var k = 0
                while k < length {
                    if scalars[index + k] != pool[start + k] { return false }
                    k &+= 1
                }
                return true
            }
        }
    }

    /// First place in a range where a word stands.
    func first(_ text: CompactText, in range: Range<Int>) -> Range<Int>? {
        let within = range.clamped(to: 0..<text.count)
        var i = within.lowerBound
        while let head = byFirst.next(text.scalars, in: i..<within.upperBound) {
            if let length = match(text, at: head), head + length <= range.upperBound { return head..<(head + length) }
            i = head + 1
        }
        return nil
    }

    func contains(_ text: CompactText, in range: Range<Int>) -> Bool { first(text, in: range) != nil }
}

/// Which words have a character at one end: a bitmap in front of a table of the characters, each with its stretch of a list.
private struct CharacterIndex: Sendable {
    /// The same as ``bits`` for the last six bits of a character: a list of a few words is mostly told by it.
    private var tails: UInt64 = 0
    /// By the last ten bits of a character whether it may be one of them. So small that those of all lists stay in the cache.
    private var bits = [UInt64](repeating: 0, count: 16)
    /// Open addressing, at most half full: the character and where its words begin and end in ``numbers``.
    private var slots: [(character: UInt32, start: Int32, end: Int32)]
    /// Words by character, in their order.
    private(set) var numbers: [Int32] = []

    /// - Parameter ends: for each word the character at its end.
    init(_ ends: [UInt32]) {
        var lists: [UInt32: [Int32]] = [:]
        for (number, scalar) in ends.enumerated() {
            tails |= 1 << UInt64(scalar & 63)
            bits[Int(scalar >> 6 & 15)] |= 1 << UInt64(scalar & 63)
            lists[scalar, default: []].append(Int32(number))
        }
        var size = 4
        while size < lists.count * 2 { size *= 2 }
        slots = Array(repeating: (0, 0, 0), count: size)
        for (scalar, list) in lists {
            var slot = Self.slot(scalar, size)
            while slots[slot].end > 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = (scalar, Int32(numbers.count), Int32(numbers.count + list.count))
            numbers += list
        }
    }

    @inline(__always)
    func mayHave(_ scalar: UInt32) -> Bool {
        tails &>> UInt64(scalar & 63) & 1 != 0 && bits.withUnsafeBufferPointer { $0[Int(scalar >> 6 & 15)] &>> UInt64(scalar & 63) & 1 != 0 }
    }

    /// The first index of a range at which one of the characters may stand.
    func next(_ scalars: Scalars, in range: Range<Int>) -> Int? {
        scalars.withUnsafeBufferPointer { scalars in
            bits.withUnsafeBufferPointer { bits in
                var i = range.lowerBound
                while i < range.upperBound {
                    let scalar = scalars[i]
                    if bits[Int(scalar >> 6 & 15)] &>> UInt64(scalar & 63) & 1 != 0 { return i }
                    i &+= 1
                }
                return nil
            }
        }
    }

    /// The places in ``numbers`` of a character's words.
    func places(_ scalar: UInt32) -> Range<Int> {
        slots.withUnsafeBufferPointer { slots in
            var slot = Self.slot(scalar, slots.count)
            while slots[slot].end > 0 {
                if slots[slot].character == scalar { return Int(slots[slot].start)..<Int(slots[slot].end) }
                slot = (slot + 1) & (slots.count - 1)
            }
            return 0..<0
        }
    }

    @inline(__always)
    private static func slot(_ scalar: UInt32, _ size: Int) -> Int { Int((scalar &* 0x9E37_79B1) >> 12) & (size - 1) }
}
