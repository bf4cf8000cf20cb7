/// Words (UTF-8) with a number each, found by hash: whole, as prefix or as suffix of a name.
struct WordTable: Sendable {
    private struct Entry: Sendable {
        var start: Int32
        var length: Int32
        var value: Int32
    }

    /// A place for an entry: its hash stands beside its number, so that others are passed over without a look at them.
    private struct Slot: Sendable {
        var hash: UInt32
        /// -1 in a free one.
        var entry: Int32

        static let free = Slot(hash: 0, entry: -1)
    }

    private var pool: [UInt8] = []
    private var entries: [Entry] = []
    private var slots = [Slot](repeating: .free, count: 64)
    /// The same entries by the hash of their bytes from the last to the first, for a walk that begins at the end.
    private var tailSlots = [Slot](repeating: .free, count: 64)
    /// For the hash of a first character the bytes of the longest word that begins so; zero where none does.
    private var heads = [UInt16](repeating: 0, count: 4096)
    /// The same for last characters.
    private var tails = [UInt16](repeating: 0, count: 4096)
    /// One bit for the hash of the first two characters of each word that has as many: nearly all texts begin with none of them.
    private var headPairs = [UInt64](repeating: 0, count: 64)
    /// The same for the last two.
    private var tailPairs = [UInt64](repeating: 0, count: 64)
    /// Numbers of the words of each length in bytes.
    private var byLength: [[Int32]] = []
    /// Bytes of the longest word.
    private(set) var longest = 0
    var count: Int { entries.count }

    /// Enters a word; where it is already there, nothing changes and its value comes back.
    @discardableResult
    mutating func insert(_ word: [UInt8], _ value: Int) -> Int? {
        if entries.count * 2 >= slots.count { grow() }
        let hash = fnv(word, 0..<word.count)
        let slot = slot(in: slots, of: word, 0..<word.count, hash: hash)
        if slots[slot].entry >= 0 { return Int(entries[Int(slots[slot].entry)].value) }
        slots[slot] = Slot(hash: hash, entry: Int32(entries.count))
        entries.append(Entry(start: Int32(pool.count), length: Int32(word.count), value: Int32(value)))
        pool += word
        while byLength.count <= word.count { byLength.append([]) }
        byLength[word.count].append(Int32(entries.count - 1))
        enterTail(entries.count - 1)
        noteHead(of: word)
        noteTail(of: word)
        longest = max(longest, word.count)
        return nil
    }

    func value(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        guard range.count <= longest, !range.isEmpty else { return nil }
        return value(text, range, hash: fnv(text, range))
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
        var hash = fnvBasis
        var i = range.lowerBound
        var end = min(range.upperBound, i + longest)
        var characters = 0
        while i < end {
            hash = fnvStep(hash, text[i])
            i += 1
            guard i == end || text[i] & 0xC0 != 0x80 else { continue }
            characters += 1
            if characters == 1 {
                let length = Int(heads[Int(hash) & 4095])
                guard length > 0 else { return }
                end = min(end, max(range.lowerBound + length, i))
            } else if characters == 2, !Self.holds(hash, headPairs) { return }
            if let value = value(text, range.lowerBound..<i, hash: hash), !body(i, value) { return }
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
        var hash = fnvBasis
        var i = range.upperBound, floor = max(range.lowerBound, range.upperBound - longest)
        var characters = 0
        while i > floor {
            i -= 1
            hash = fnvStep(hash, text[i])
            guard text[i] & 0xC0 != 0x80 else { continue }
            characters += 1
            if characters == 1 {
                let length = Int(tails[Int(hash) & 4095])
                guard length > 0 else { return }
                floor = max(floor, min(range.upperBound - length, i))
            } else if characters == 2, !Self.holds(hash, tailPairs) { return }
            if let value = tailValue(text, i..<range.upperBound, hash: hash) { body(i, value) }
        }
    }

    /// Calls for every word that becomes the range when one character (of three bytes) is taken out of it.
    func forEachWithLost(_ text: [UInt8], _ range: Range<Int>, _ body: (_ word: [UInt8]) -> Void) {
        let length = range.count + 3
        guard length < byLength.count else { return }
        for number in byLength[length] {
            let start = Int(entries[Int(number)].start)
            var head = 0
            while head < range.count, pool[start + head] == text[range.lowerBound + head] { head += 1 }
            // The character that was lost begins where the words part, or inside the bytes before: 发改, 发展改.
            while head > 0, head < length, pool[start + head] & 0xC0 == 0x80 { head -= 1 }
            var tail = 0
            while tail < range.count - head, pool[start + length - 1 - tail] == text[range.upperBound - 1 - tail] { tail += 1 }
            if head + tail >= range.count { body(Array(pool[start..<start + length])) }
        }
    }

    /// Every word with its value, in the order of entry.
    var words: [(word: String, value: Int)] {
        entries.map { (String(decoding: pool[Int($0.start)..<Int($0.start + $0.length)], as: UTF8.self), Int($0.value)) }
    }

    private func value(_ text: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int? { value(at: slots[slot(in: slots, of: text, range, hash: hash)]) }

    private func tailValue(_ text: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int? { value(at: tailSlots[slot(in: tailSlots, of: text, range, hash: hash)]) }

    @inline(__always)
    private func value(at slot: Slot) -> Int? { slot.entry < 0 ? nil : Int(entries[Int(slot.entry)].value) }

    @inline(__always)
    private func isEntry(_ number: Int32, _ text: [UInt8], _ range: Range<Int>) -> Bool {
        let entry = entries[Int(number)]
        guard Int(entry.length) == range.count else { return false }
        var k = 0
        while k < range.count, pool[Int(entry.start) + k] == text[range.lowerBound + k] { k += 1 }
        return k == range.count
    }

    /// The slot of a word, or the free one where it would be.
    @inline(__always)
    private func slot(in slots: [Slot], of text: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int {
        var at = Int(hash) & (slots.count - 1)
        while slots[at].entry >= 0 {
            if slots[at].hash == hash, isEntry(slots[at].entry, text, range) { return at }
            at = (at + 1) & (slots.count - 1)
        }
        return at
    }

    /// Enters the hash of the first character, and of the first two.
    private mutating func noteHead(of word: [UInt8]) {
        var hash = fnvBasis, characters = 0
        for i in word.indices where characters < 2 {
            hash = fnvStep(hash, word[i])
            guard i + 1 == word.count || word[i + 1] & 0xC0 != 0x80 else { continue }
            characters += 1
            if characters == 1 { Self.enter(word.count, &heads[Int(hash) & 4095]) } else { Self.enter(hash, into: &headPairs) }
        }
    }

    /// The same for the last ones, whose bytes are hashed from the last to the first.
    private mutating func noteTail(of word: [UInt8]) {
        var hash = fnvBasis, characters = 0
        for i in word.indices.reversed() where characters < 2 {
            hash = fnvStep(hash, word[i])
            guard word[i] & 0xC0 != 0x80 else { continue }
            characters += 1
            if characters == 1 { Self.enter(word.count, &tails[Int(hash) & 4095]) } else { Self.enter(hash, into: &tailPairs) }
        }
    }

    private static func enter(_ length: Int, _ longest: inout UInt16) { longest = max(longest, UInt16(clamping: length)) }

    private static func enter(_ hash: UInt32, into pairs: inout [UInt64]) { pairs[Int(hash >> 6 & 63)] |= 1 << UInt64(hash & 63) }

    @inline(__always)
    private static func holds(_ hash: UInt32, _ pairs: [UInt64]) -> Bool { pairs[Int(hash >> 6 & 63)] >> UInt64(hash & 63) & 1 == 1 }

    private mutating func enterTail(_ index: Int) {
        let entry = entries[index]
        var hash = fnvBasis
        for byte in pool[Int(entry.start)..<Int(entry.start + entry.length)].reversed() { hash = fnvStep(hash, byte) }
        Self.enter(Slot(hash: hash, entry: Int32(index)), into: &tailSlots)
    }

    private static func enter(_ slot: Slot, into slots: inout [Slot]) {
        var at = Int(slot.hash) & (slots.count - 1)
        while slots[at].entry >= 0 { at = (at + 1) & (slots.count - 1) }
        slots[at] = slot
    }

    private mutating func grow() {
        let size = slots.count * 4
        slots = Self.grown(slots, to: size)
        tailSlots = Self.grown(tailSlots, to: size)
    }

    private static func grown(_ slots: [Slot], to size: Int) -> [Slot] {
        var larger = [Slot](repeating: .free, count: size)
        for slot in slots where slot.entry >= 0 { enter(slot, into: &larger) }
        return larger
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
