/// Words (UTF-8) with a number each: found whole, as prefix or as suffix of a name.
struct WordTable: Sendable {
    private struct Entry: Sendable {
        var start: Int32
        var length: Int32
        var value: Int32
    }

    private var pool: [UInt8] = []
    private var entries: [Entry] = []
    /// The words from their first character to their last.
    private var forward = CharacterTree()
    /// The same words from their last character to their first, for a walk that begins at the end.
    private var backward = CharacterTree()
    /// Numbers of the words of each length in bytes.
    private var byLength: [[Int32]] = []
    var count: Int { entries.count }

    /// Enters a word; where it is already there, nothing changes and its value comes back.
    @discardableResult
    mutating func insert(_ word: [UInt8], _ value: Int) -> Int? {
        let characters = Self.characters(word)
        if let known = forward.enter(characters, Int32(value)) { return Int(known) }
        _ = backward.enter(characters.reversed(), Int32(value))
        entries.append(Entry(start: Int32(pool.count), length: Int32(word.count), value: Int32(value)))
        pool += word
        while byLength.count <= word.count { byLength.append([]) }
        byLength[word.count].append(Int32(entries.count - 1))
        return nil
    }

    func value(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        var found: Int?
        whilePrefix(text, range) { end, value in
            if end == range.upperBound { found = value }
            return true
        }
        return found
    }

    /// Whether a word begins anywhere in the range: a quick look before its places are gone through one by one.
    func occurs(in text: [UInt8], _ range: Range<Int>) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
        return text.withUnsafeBufferPointer { bytes in
            var i = range.lowerBound
            while i < range.upperBound {
                let (character, width) = Self.character(bytes, at: i)
                if forward.mayBegin(character), prefix(text, i..<range.upperBound, behind: i) != nil { return true }
                i += width
            }
            return false
        }
    }

    /// Calls for every word that begins at `start`, shortest first, with the end of the word.
    @inline(__always)
    func forEachPrefix(_ text: [UInt8], _ range: Range<Int>, _ body: (_ end: Int, _ value: Int) -> Void) {
        whilePrefix(text, range) {
            body($0, $1)
            return true
        }
    }

    /// The same, as long as the call says to go on.
    @inline(__always)
    private func whilePrefix(_ text: [UInt8], _ range: Range<Int>, _ body: (_ end: Int, _ value: Int) -> Bool) {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
        guard !range.isEmpty else { return }
        text.withUnsafeBufferPointer { text in
            var (character, width) = Self.character(text, at: range.lowerBound)
            guard forward.mayBegin(character) else { return }
            var at = CharacterTree.root, i = range.lowerBound
            while true {
                i += width
                guard i <= range.upperBound, let next = forward.step(from: at, character) else { return }
                if next.value >= 0, !body(i, Int(next.value)) { return }
                guard i < range.upperBound else { return }
                at = next.node
                (character, width) = Self.character(text, at: i)
            }
        }
    }

    /// The shortest word that begins the range and ends behind an index: to go from word to word without a closure, for which the
    /// table would be copied.
    func prefix(_ text: [UInt8], _ range: Range<Int>, behind index: Int) -> (end: Int, value: Int)? {
        var found: (end: Int, value: Int)?
        whilePrefix(text, range) {
            if $0 > index { found = ($0, $1) }
            return found == nil
        }
        return found
    }

    /// The longest word that ends the range and begins behind an index.
    func suffix(_ text: [UInt8], _ range: Range<Int>, behind index: Int) -> (start: Int, value: Int)? {
        var found: (start: Int, value: Int)?
        fromEnd(text, range) { if $0 > index { found = ($0, $1) } }
        return found
    }

    func longestPrefix(_ text: [UInt8], _ range: Range<Int>) -> (end: Int, value: Int)? {
        var best: (end: Int, value: Int)?
        forEachPrefix(text, range) { best = ($0, $1) }
        return best
    }

    /// Calls for every word that ends the range, longest first, with the start of the word.
    @inline(__always)
    func forEachSuffix(_ text: [UInt8], _ range: Range<Int>, _ body: (_ start: Int, _ value: Int) -> Bool) {
        // The walk meets the shortest first. No more words than a few end in each other; so many lie on the stack.
        withUnsafeTemporaryAllocation(of: (start: Int, value: Int).self, capacity: 60) { found in
            var count = 0
            fromEnd(text, range) { start, value in
                guard count < 60 else { return }
                found.initializeElement(at: count, to: (start, value))
                count += 1
            }
            while count > 0, body(found[count - 1].start, found[count - 1].value) { count -= 1 }
        }
    }

    func longestSuffix(_ text: [UInt8], _ range: Range<Int>) -> (start: Int, value: Int)? {
        var best: (start: Int, value: Int)?
        fromEnd(text, range) { best = ($0, $1) }
        return best
    }

    /// Calls for every word that ends the range, shortest first, in one walk to the left.
    @inline(__always)
    private func fromEnd(_ text: [UInt8], _ range: Range<Int>, _ body: (_ start: Int, _ value: Int) -> Void) {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
        guard !range.isEmpty else { return }
        text.withUnsafeBufferPointer { text in
            var i = Self.start(text, range.lowerBound..<range.upperBound)
            var character = Self.character(text, at: i).character
            guard backward.mayBegin(character) else { return }
            var at = CharacterTree.root
            while let next = backward.step(from: at, character) {
                if next.value >= 0 { body(i, Int(next.value)) }
                guard i > range.lowerBound else { return }
                at = next.node
                i = Self.start(text, range.lowerBound..<i)
                character = Self.character(text, at: i).character
            }
        }
    }

    /// Where the last character of a range begins.
    @inline(__always)
    private static func start(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        if range.count >= 3, text[range.upperBound - 3] & 0xF0 == 0xE0 { return range.upperBound - 3 }
        var i = range.upperBound - 1
        while i > range.lowerBound, text[i] & 0xC0 == 0x80 { i -= 1 }
        return i
    }

    private static func characters(_ word: [UInt8]) -> [UInt32] {
        var characters: [UInt32] = []
        characters.reserveCapacity(word.count)
        word.withUnsafeBufferPointer { word in
            var i = 0
            while i < word.count {
                let (character, width) = character(word, at: i)
                characters.append(character)
                i += width
            }
        }
        return characters
    }

    /// The character that begins at an index; texts are well-formed.
    @inline(__always)
    private static func character(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> (character: UInt32, width: Int) {
        let lead = UInt32(text[i])
        if lead & 0xF0 == 0xE0, i + 2 < text.count { return ((lead & 0x0F) << 12 | UInt32(text[i + 1] & 0x3F) << 6 | UInt32(text[i + 2] & 0x3F), 3) }
        if lead < 0x80 { return (lead, 1) }
        if lead & 0xE0 == 0xC0, i + 1 < text.count { return ((lead & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F), 2) }
        guard lead & 0xF8 == 0xF0, i + 3 < text.count else { return (0xFFFD, 1) }
        return ((lead & 0x07) << 18 | UInt32(text[i + 1] & 0x3F) << 12 | UInt32(text[i + 2] & 0x3F) << 6 | UInt32(text[i + 3] & 0x3F), 4)
    }

    /// Calls for every word that becomes the range when one character (of three bytes) is taken out of it.
    func forEachWithLost(_ text: [UInt8], _ range: Range<Int>, _ body: (_ word: [UInt8]) -> Void) {
        let length = range.count + 3
        guard length < byLength.count else { return }
        for number in byLength[length] {
            let start = Int(entries[Int(number)].start)
            if isWithLost(start, length, text, range) { body(Array(pool[start..<start + length])) }
        }
    }

    @inline(__always)
    private func isWithLost(_ start: Int, _ length: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
        pool.withUnsafeBufferPointer { pool in
            text.withUnsafeBufferPointer { text in
                // Whatever character is lost, the first one or the last one is the same.
                if range.count >= 3, pool[start + 2] != text[range.lowerBound + 2], pool[start + length - 1] != text[range.upperBound - 1] { return false }
                var head = 0
                while head < range.count, pool[start + head] == text[range.lowerBound + head] { head += 1 }
                // The character that was lost begins where the words part, or inside the bytes before: 发改, 发展改.
                while head > 0, head < length, pool[start + head] & 0xC0 == 0x80 { head -= 1 }
                var tail = 0
                while tail < range.count - head, pool[start + length - 1 - tail] == text[range.upperBound - 1 - tail] { tail += 1 }
                return head + tail >= range.count
            }
        }
    }

    /// Every word with its value, in the order of entry.
    var words: [(word: String, value: Int)] {
        entries.map { (String(decoding: pool[Int($0.start)..<Int($0.start + $0.length)], as: UTF8.self), Int($0.value)) }
    }

}

/// Words as paths of characters from a root, all steps in one table: whether one goes on with a character is one look into it.
struct CharacterTree: Sendable {
    private struct Step: Sendable {
        /// Where the step comes from, and its character.
        var key: UInt64
        /// Where it leads.
        var node: Int32
        /// Of the word that ends there; -1 for none.
        var value: Int32

        static let none = Step(key: .max, node: -1, value: -1)
    }

    static let root: Int32 = 0

    private var steps = [Step](repeating: .none, count: 64)
    /// One bit for the last twelve of each first character: nearly all texts are told by it.
    private var firsts = [UInt64](repeating: 0, count: 64)
    /// How many are taken: as many as there are nodes without the root.
    private var count: Int32 = 0

    /// Enters a word; where it is already there, nothing changes and its value comes back.
    mutating func enter(_ word: [UInt32], _ value: Int32) -> Int32? {
        var at = Self.root, last = -1
        if let first = word.first { firsts[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63) }
        for character in word {
            if Int(count) * 2 >= steps.count { grow() }
            last = place(of: Self.key(at, character))
            if steps[last].node < 0 {
                count += 1
                steps[last] = Step(key: Self.key(at, character), node: count, value: -1)
            }
            at = steps[last].node
        }
        guard last >= 0, steps[last].value < 0 else { return last < 0 ? nil : steps[last].value }
        steps[last].value = value
        return nil
    }

    /// Whether a word may begin with a character; says no only where none does.
    @inline(__always)
    func mayBegin(_ character: UInt32) -> Bool { firsts[Int(character >> 6 & 63)] &>> UInt64(character & 63) & 1 != 0 }

    /// Where a character leads from a node, and the value of the word that ends there, or -1.
    @inline(__always)
    func step(from node: Int32, _ character: UInt32) -> (node: Int32, value: Int32)? {
        let step = steps[place(of: Self.key(node, character))]
        return step.node < 0 ? nil : (step.node, step.value)
    }

    @inline(__always)
    private static func key(_ node: Int32, _ character: UInt32) -> UInt64 { UInt64(UInt32(bitPattern: node)) << 32 | UInt64(character) }

    /// Place of a step, or the free one where it would be.
    @inline(__always)
    private func place(of key: UInt64) -> Int {
        let hash = key &* 0x9E37_79B9_7F4A_7C15
        var at = Int(truncatingIfNeeded: hash >> 40) & (steps.count - 1)
        while steps[at].key != key, steps[at].node >= 0 { at = (at + 1) & (steps.count - 1) }
        return at
    }

    private mutating func grow() {
        let taken = steps.filter { $0.node >= 0 }
        steps = [Step](repeating: .none, count: steps.count * 4)
        for step in taken { steps[place(of: step.key)] = step }
    }
}

let fnvBasis: UInt32 = 0x811C_9DC5

@inline(__always)
func fnvStep(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

@inline(__always)
func fnv(_ text: [UInt8], _ range: Range<Int>) -> UInt32 {
    var hash = fnvBasis
    for i in range { hash = fnvStep(hash, text[i]) }
    return hash
}
