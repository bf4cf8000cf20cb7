/// Many words, found by one walk from a place of the text: a trie over code points, its edges in one hash table,
/// with a bitmap of first characters in front of it. The longest word wins.
public struct Lexicon<Value: Sendable>: Sendable {
    private var edges = EdgeTable()
    private var nodeValues: [Int32] = [-1]
    private var values: [Value] = []
    /// One bit per code point of the basic plane that begins a word.
    private var heads = [UInt64](repeating: 0, count: 1024)

    public init() {}

    public init(_ pairs: some Sequence<(String, Value)>) {
        for (word, value) in pairs { insert(word.unicodeScalars.map(\.value), value) }
    }

    public mutating func insert(_ word: String, _ value: Value) { insert(word.unicodeScalars.map(\.value), value) }

    mutating func insert(_ word: [UInt32], _ value: Value) {
        guard let first = word.first else { return }
        if first < 0x10000 { heads[Int(first >> 6)] |= 1 << UInt64(first & 63) }
        var at: Int32 = 0
        for scalar in word {
            if let next = edges.target(at, scalar) { at = next; continue }
            nodeValues.append(-1)
            edges.insert(at, scalar, Int32(nodeValues.count - 1))
            at = Int32(nodeValues.count - 1)
        }
        if nodeValues[Int(at)] < 0 {
            nodeValues[Int(at)] = Int32(values.count)
            values.append(value)
        } else {
            values[Int(nodeValues[Int(at)])] = value
        }
    }

    /// The longest word that begins at an index and ends before `limit`, with its length in scalars.
    public func match(_ scalars: [UInt32], at index: Int, limit: Int? = nil) -> (value: Value, length: Int)? {
        let end = min(limit ?? scalars.count, scalars.count)
        guard index >= 0, index < end, mayBegin(scalars[index]) else { return nil }
        var at: Int32 = 0, i = index
        var best: (Int32, Int)?
        while i < end, let next = edges.target(at, scalars[i]) {
            at = next
            i += 1
            if nodeValues[Int(at)] >= 0 { best = (nodeValues[Int(at)], i - index) }
        }
        return best.map { (values[Int($0.0)], $0.1) }
    }

    /// The longest word whose scalars, read backwards, stand before an index; for a lexicon of reversed words.
    func match(_ scalars: [UInt32], backwardsFrom index: Int, limit: Int) -> (value: Value, length: Int)? {
        guard index > limit, index <= scalars.count, mayBegin(scalars[index - 1]) else { return nil }
        var at: Int32 = 0, i = index
        var best: (Int32, Int)?
        while i > limit, let next = edges.target(at, scalars[i - 1]) {
            at = next
            i -= 1
            if nodeValues[Int(at)] >= 0 { best = (nodeValues[Int(at)], index - i) }
        }
        return best.map { (values[Int($0.0)], $0.1) }
    }

    private func mayBegin(_ scalar: UInt32) -> Bool {
        scalar >= 0x10000 || heads[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
    }
}

/// The edges of a trie: (node, code point) → node, by open addressing.
private struct EdgeTable: Sendable {
    private var keys: [UInt64] = Array(repeating: .max, count: 64)
    private var targets: [Int32] = Array(repeating: 0, count: 64)
    private var count = 0

    func target(_ node: Int32, _ scalar: UInt32) -> Int32? {
        let key = Self.key(node, scalar)
        var slot = slot(of: key)
        while keys[slot] != .max {
            if keys[slot] == key { return targets[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }

    mutating func insert(_ node: Int32, _ scalar: UInt32, _ target: Int32) {
        if count * 2 >= keys.count { grow() }
        place(Self.key(node, scalar), target)
        count += 1
    }

    private mutating func place(_ key: UInt64, _ target: Int32) {
        var slot = slot(of: key)
        while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        targets[slot] = target
    }

    private mutating func grow() {
        let old = zip(keys, targets).filter { $0.0 != .max }
        keys = Array(repeating: .max, count: keys.count * 2)
        targets = Array(repeating: 0, count: keys.count)
        for (key, target) in old { place(key, target) }
    }

    private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 { UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar) }

    /// Multiplicative hashing; the table's size is a power of two.
    private func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1) }
}

/// Many endings of words, found by one walk backwards from a place of the text. The longest wins.
public struct Endings<Value: Sendable>: Sendable {
    private var lexicon = Lexicon<Value>()

    public init(_ pairs: some Sequence<(String, Value)>) {
        for (word, value) in pairs { lexicon.insert(word.unicodeScalars.reversed().map(\.value), value) }
    }

    /// The longest ending that stands before an index and begins at or behind `from`, with its length in scalars.
    public func match(_ passage: Passage, before index: Int, from: Int = 0) -> (value: Value, length: Int)? {
        lexicon.match(passage.scalars, backwardsFrom: index, limit: from)
    }
}

extension Endings where Value == Bool {
    public init(_ words: some Sequence<String>) { self.init(words.map { ($0, true) }) }

    /// Whether one of the endings stands before an index.
    public func contains(_ passage: Passage, before index: Int, from: Int = 0) -> Bool { match(passage, before: index, from: from) != nil }
}
