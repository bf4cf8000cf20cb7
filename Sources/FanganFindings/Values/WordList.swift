import FanganText

/// A set of words that can be looked for forwards and backwards from a place of a text, without allocating.
/// Words are grouped by their first and by their last character, the longest first.
///
/// Held by reference so that handing one on costs one count; nothing in it changes after it is made.
final class WordList: Sendable {
    /// The longest first.
    let words: [[UInt32]]
    private let byFirst: CharacterIndex
    private let byLast: CharacterIndex

    init(_ list: [String]) {
        words = list.map { $0.unicodeScalars.map(\.value) }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        var byFirst = CharacterIndex(), byLast = CharacterIndex()
        for (number, word) in words.enumerated() {
            if let first = word.first { byFirst.add(first, Int32(number)) }
            if let last = word.last { byLast.add(last, Int32(number)) }
        }
        self.byFirst = byFirst
        self.byLast = byLast
    }

    /// Length of the longest word that begins at an index.
    @inline(__always)
    func match(_ text: CompactText, at index: Int) -> Int? { find(text, at: index)?.length }

    /// The longest word that begins at an index: its place in ``words`` and its length.
    @inline(__always)
    func find(_ text: CompactText, at index: Int) -> (number: Int, length: Int)? {
        guard index >= 0, index < text.count, byFirst.mayHave(text.scalars[index]) else { return nil }
        for number in byFirst.words(text.scalars[index]) {
            let word = words[Int(number)]
            if holds(text, word, at: index) { return (Int(number), word.count) }
        }
        return nil
    }

    /// Length of the longest word that ends in front of an index.
    @inline(__always)
    func match(_ text: CompactText, before index: Int) -> Int? {
        guard index > 0, index <= text.count, byLast.mayHave(text.scalars[index - 1]) else { return nil }
        for number in byLast.words(text.scalars[index - 1]) {
            let word = words[Int(number)]
            if index >= word.count, holds(text, word, at: index - word.count) { return word.count }
        }
        return nil
    }

    private func holds(_ text: CompactText, _ word: [UInt32], at index: Int) -> Bool {
        guard index + word.count <= text.count else { return false }
        for k in word.indices where text.scalars[index + k] != word[k] { return false }
        return true
    }

    /// First place in a range where a word stands.
    func first(_ text: CompactText, in range: Range<Int>) -> Range<Int>? {
        for i in range {
            if let length = match(text, at: i), i + length <= range.upperBound { return i..<(i + length) }
        }
        return nil
    }

    func contains(_ text: CompactText, in range: Range<Int>) -> Bool { first(text, in: range) != nil }
}

/// Which words have a character at one end: a bitmap in front of a dictionary.
private struct CharacterIndex: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1024)
    private var lists: [UInt32: [Int32]] = [:]

    mutating func add(_ scalar: UInt32, _ word: Int32) {
        if scalar < 0x10000 { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
        lists[scalar, default: []].append(word)
    }

    @inline(__always)
    func mayHave(_ scalar: UInt32) -> Bool {
        scalar >= 0x10000 || bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
    }

    func words(_ scalar: UInt32) -> [Int32] { lists[scalar] ?? [] }
}
