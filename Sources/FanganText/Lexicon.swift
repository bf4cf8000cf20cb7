/// Many words, found by one walk from a place of the text. The longest word wins.
///
/// The walk itself is in ``WordTrie``, which is not generic: a generic walk would not be specialised across modules.
public struct Lexicon<Value: Sendable>: Sendable {
    @usableFromInline var trie = WordTrie()
    @usableFromInline var values: [Value] = []

    @inlinable
    public init() {}

    // What makes a lexicon is laid open too: at each start there are hundreds of them to be made.
    @inlinable
    public init(_ pairs: some Sequence<(String, Value)>) {
        for (word, value) in pairs { insert(word.unicodeScalars.map(\.value), value) }
    }

    /// Of words as code points.
    @inlinable
    public init(spelled pairs: [([UInt32], Value)]) {
        for (word, value) in pairs { insert(word, value) }
    }

    @inlinable
    public mutating func insert(_ word: String, _ value: Value) { insert(word.unicodeScalars.map(\.value), value) }

    @inlinable
    mutating func insert(_ word: [UInt32], _ value: Value) {
        guard !word.isEmpty else { return }
        let slot = trie.insert(word, next: values.count)
        if slot == values.count { values.append(value) } else { values[slot] = value }
    }

    /// The longest word that begins at an index and ends before `limit`, with its length in scalars.
    @inlinable
    public func match(_ scalars: Scalars, at index: Int, limit: Int? = nil) -> (value: Value, length: Int)? {
        // At most places no word begins; that is told here, without a call.
        guard index >= 0, index < scalars.count, trie.mayBegin(scalars[index]) else { return nil }
        let found = scalars.withUnsafeBufferPointer { trie.match($0, at: index, limit: limit ?? $0.count) }
        return found.length > 0 ? (values[found.slot], found.length) : nil
    }

    /// The same in a list of code points that is no passage.
    public func match(_ scalars: [UInt32], at index: Int) -> (value: Value, length: Int)? {
        let found = scalars.withUnsafeBufferPointer { trie.match($0, at: index, limit: $0.count) }
        return found.length > 0 ? (values[found.slot], found.length) : nil
    }

    /// The first index of a range of the text at which a word begins.
    public func first(_ scalars: Scalars, in range: Range<Int>) -> Int? {
        scalars.withUnsafeBufferPointer { trie.first($0, in: range.clamped(to: 0..<$0.count)) }
    }

    /// The value of exactly this word.
    public func value(of word: String) -> Value? {
        let scalars = word.unicodeScalars.map(\.value)
        guard let found = match(scalars, at: 0), found.length == scalars.count else { return nil }
        return found.value
    }

    /// Whether a word begins at an index.
    @inlinable
    public func begins(_ scalars: Scalars, at index: Int, limit: Int? = nil) -> Bool {
        guard index >= 0, index < scalars.count, trie.mayBegin(scalars[index]) else { return false }
        return scalars.withUnsafeBufferPointer { trie.match($0, at: index, limit: limit ?? $0.count).length > 0 }
    }
}

/// Many endings of words, found by one walk backwards from a place of the text. The longest wins.
public struct Endings<Value: Sendable>: Sendable {
    @usableFromInline var trie = WordTrie()
    @usableFromInline var values: [Value] = []

    @inlinable
    public init(_ pairs: some Sequence<(String, Value)>) {
        for (word, value) in pairs where !word.isEmpty {
            let slot = trie.insert(word.unicodeScalars.reversed().map(\.value), next: values.count)
            if slot == values.count { values.append(value) } else { values[slot] = value }
        }
    }

    /// The longest ending that stands before an index and begins at or behind `from`, with its length in scalars.
    @inlinable
    public func match(_ passage: Passage, before index: Int, from: Int = 0) -> (value: Value, length: Int)? {
        guard mayEnd(passage, index) else { return nil }
        let found = passage.scalars.withUnsafeBufferPointer { trie.match($0, backwardsFrom: index, limit: from) }
        return found.length > 0 ? (values[found.slot], found.length) : nil
    }

    /// Whether one of the endings stands before an index.
    @inlinable
    public func contains(_ passage: Passage, before index: Int, from: Int = 0) -> Bool {
        mayEnd(passage, index) && passage.scalars.withUnsafeBufferPointer { trie.match($0, backwardsFrom: index, limit: from).length > 0 }
    }

    /// At most places no word ends; that is told here, without a call.
    @inlinable
    func mayEnd(_ passage: Passage, _ index: Int) -> Bool { index > 0 && index <= passage.scalars.count && trie.mayBegin(passage.scalars[index - 1]) }
}

extension Endings where Value == Bool {
    @inlinable
    public init(_ words: some Sequence<String>) { self.init(words.map { ($0, true) }) }
}

/// A trie over code points: its edges in one hash table, with a filter of first characters in front of it.
public struct WordTrie: Sendable {
    private var edges = EdgeTable()
    /// For each node the slot of the word that ends there, or -1.
    private var slots: [Int32] = [-1]
    /// One bit for the last bits of each first character, a power of two words: some thirty times as many bits as words begin
    /// differently, so that one in thirty characters is let through that begins none.
    @usableFromInline var heads: [UInt64] = [0, 0, 0, 0]
    private var headCount = 0

    public init() {}

    /// Adds a word; returns its slot: `next` for a new one, the former for one that is there.
    @usableFromInline
    mutating func insert(_ word: [UInt32], next: Int) -> Int {
        if let first = word.first, edges.target(0, first) < 0 { addHead(first) }
        var at: Int32 = 0
        for scalar in word {
            let target = edges.target(at, scalar)
            if target >= 0 { at = target; continue }
            slots.append(-1)
            edges.insert(at, scalar, Int32(slots.count - 1))
            at = Int32(slots.count - 1)
        }
        if slots[Int(at)] < 0 { slots[Int(at)] = Int32(next) }
        return Int(slots[Int(at)])
    }

    private mutating func addHead(_ scalar: UInt32) {
        headCount += 1
        if headCount > heads.count * 2, heads.count < 1024 {
            heads = Array(repeating: 0, count: heads.count * 2)
            edges.forEach(from: 0) { note($0) }
        }
        note(scalar)
    }

    private mutating func note(_ head: UInt32) { heads[Int(head >> 6) & (heads.count - 1)] |= 1 << UInt64(head & 63) }

    /// Slot and length of the longest word at an index; length 0 for none.
    public func match(_ scalars: UnsafeBufferPointer<UInt32>, at index: Int, limit: Int) -> (slot: Int, length: Int) {
        let end = min(limit, scalars.count)
        guard index >= 0, index < end, mayBegin(scalars[index]) else { return (0, 0) }
        var at: Int32 = 0, i = index, best = (slot: 0, length: 0)
        while i < end {
            at = edges.target(at, scalars[i])
            guard at >= 0 else { break }
            i += 1
            if slots[Int(at)] >= 0 { best = (Int(slots[Int(at)]), i - index) }
        }
        return best
    }

    /// The first index of a range at which a word begins.
    public func first(_ scalars: UnsafeBufferPointer<UInt32>, in range: Range<Int>) -> Int? {
        heads.withUnsafeBufferPointer { heads in
            var i = range.lowerBound
            while i < range.upperBound {
                let scalar = scalars[i]
                if heads[Int(scalar >> 6) & (heads.count &- 1)] &>> UInt64(scalar & 63) & 1 != 0, match(scalars, at: i, limit: scalars.count).length > 0 { return i }
                i &+= 1
            }
            return nil
        }
    }

    /// The same, reading backwards from an index down to `limit`.
    public func match(_ scalars: UnsafeBufferPointer<UInt32>, backwardsFrom index: Int, limit: Int) -> (slot: Int, length: Int) {
        guard index > limit, limit >= 0, index <= scalars.count, mayBegin(scalars[index - 1]) else { return (0, 0) }
        var at: Int32 = 0, i = index, best = (slot: 0, length: 0)
        while i > limit {
            at = edges.target(at, scalars[i - 1])
            guard at >= 0 else { break }
            i -= 1
            if slots[Int(at)] >= 0 { best = (Int(slots[Int(at)]), index - i) }
        }
        return best
    }

    @inlinable
    @inline(__always)
    func mayBegin(_ scalar: UInt32) -> Bool {
        heads.withUnsafeBufferPointer { $0[Int(scalar >> 6) & ($0.count &- 1)] &>> UInt64(scalar & 63) & 1 != 0 }
    }
}

/// The edges of a trie: (node, code point) → node, by open addressing.
private struct EdgeTable: Sendable {
    /// Key and target in one word, so that a look costs one place in memory; no key has all bits set.
    private var entries: [UInt64] = Array(repeating: .max, count: 64)
    private var count = 0

    /// Bits of a node's number: more nodes than all tables have words.
    private static let nodeBits: UInt64 = 21

    /// The node behind an edge, or -1.
    func target(_ node: Int32, _ scalar: UInt32) -> Int32 {
        let key = Self.key(node, scalar)
        return entries.withUnsafeBufferPointer { entries in
            let mask = entries.count &- 1
            var slot = Self.slot(of: key) & mask
            while true {
                let entry = entries[slot]
                if entry >> Self.nodeBits == key { return Int32(truncatingIfNeeded: entry & (1 << Self.nodeBits - 1)) }
                if entry == .max { return -1 }
                slot = (slot &+ 1) & mask
            }
        }
    }

    mutating func insert(_ node: Int32, _ scalar: UInt32, _ target: Int32) {
        precondition(target < 1 << Self.nodeBits - 1, "More words than a trie can hold")
        if count * 2 >= entries.count { grow() }
        place(Self.key(node, scalar) << Self.nodeBits | UInt64(target))
        count += 1
    }

    /// Calls for the character of each edge that leaves a node.
    func forEach(from node: Int32, _ body: (UInt32) -> Void) {
        for entry in entries where entry != .max && (entry >> Self.nodeBits) >> 21 == UInt64(UInt32(bitPattern: node)) { body(UInt32((entry >> Self.nodeBits) & 0x1F_FFFF)) }
    }

    private mutating func place(_ entry: UInt64) {
        let mask = entries.count - 1
        var slot = Self.slot(of: entry >> Self.nodeBits) & mask
        while entries[slot] != .max { slot = (slot + 1) & mask }
        entries[slot] = entry
    }

    private mutating func grow() {
        let old = entries.filter { $0 != .max }
        entries = Array(repeating: .max, count: entries.count * 2)
        for entry in old { place(entry) }
    }

    /// A code point has 21 bits.
    private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 { UInt64(UInt32(bitPattern: node)) << 21 | UInt64(scalar & 0x1F_FFFF) }

    /// Multiplicative hashing; the table's size is a power of two.
    private static func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) }
}
