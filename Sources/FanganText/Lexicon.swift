/// Many words, found in one pass over a passage: a trie over code points with a bitmap of first
/// characters in front of it. The longest word wins at each place.
public struct Lexicon<Value: Sendable>: Sendable {
    private struct Node: Sendable {
        var children: [UInt32: Int32] = [:]
        var value: Int32 = -1
    }

    private var nodes: [Node] = [Node()]
    private var values: [Value] = []
    /// One bit per code point of the basic plane that begins a word.
    private var heads = [UInt64](repeating: 0, count: 1024)

    public init() {}

    public init(_ pairs: some Sequence<(String, Value)>) {
        for (word, value) in pairs { insert(word, value) }
    }

    public mutating func insert(_ word: String, _ value: Value) {
        var at = 0
        for scalar in word.unicodeScalars {
            if at == 0, scalar.value < 0x10000 { heads[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
            if let next = nodes[at].children[scalar.value] { at = Int(next); continue }
            nodes.append(Node())
            nodes[at].children[scalar.value] = Int32(nodes.count - 1)
            at = nodes.count - 1
        }
        guard at != 0 else { return }
        if nodes[at].value < 0 {
            nodes[at].value = Int32(values.count)
            values.append(value)
        } else {
            values[Int(nodes[at].value)] = value
        }
    }

    /// The longest word that begins at an index, with its length in scalars.
    public func match(_ scalars: [UInt32], at index: Int, limit: Int? = nil) -> (value: Value, length: Int)? {
        let first = scalars[index]
        if first < 0x10000, heads[Int(first >> 6)] & (1 << UInt64(first & 63)) == 0 { return nil }
        let end = limit ?? scalars.count
        var at = 0, i = index
        var best: (Int32, Int)?
        while i < end, let next = nodes[at].children[scalars[i]] {
            at = Int(next)
            i += 1
            if nodes[at].value >= 0 { best = (nodes[at].value, i - index) }
        }
        return best.map { (values[Int($0.0)], $0.1) }
    }

    /// The value of exactly this word.
    public func value(of word: String) -> Value? {
        var at = 0
        for scalar in word.unicodeScalars {
            guard let next = nodes[at].children[scalar.value] else { return nil }
            at = Int(next)
        }
        return nodes[at].value >= 0 ? values[Int(nodes[at].value)] : nil
    }
}
