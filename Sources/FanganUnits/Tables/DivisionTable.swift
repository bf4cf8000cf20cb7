/// A prebuilt table of administrative divisions, read in place (layout: `Scripts/build_regions.py`).
///
/// Held by reference: a copy would count its parts, for each call with a closure.
final class DivisionTable: Sendable {
    let table: EmbeddedTable
    let count: Int
    let keyCount: Int
    private let slotMask: Int
    private let records: Int, recordSize: Int
    /// One bit for the hash of each name's first six bytes, most often two characters: text in which no name begins
    /// is passed over without a look into the table.
    private let heads: [UInt64]
    private let headMask: UInt32
    /// For the same hash the bytes of the longest name that begins so: walks go no farther.
    private let reaches: [UInt8]
    private let keys: Int, postings: Int, slots: Int, pool: Int

    init(_ table: EmbeddedTable, magic: UInt32, recordSize: Int) throws {
        let header = 28
        guard table.bytes.count > header, table.word(0) == magic, table.word(4) == 1 else {
            throw UnitDataError(table: table.name, line: 0, reason: "not a prebuilt table of this version")
        }
        self.table = table
        self.recordSize = recordSize
        count = Int(table.word(8))
        keyCount = Int(table.word(12))
        let slotCount = Int(table.word(16))
        slotMask = slotCount - 1
        records = header
        keys = records + count * recordSize
        postings = keys + (keyCount + 1) * 8
        slots = postings + Int(table.word(20)) * 4
        pool = slots + slotCount * 4
        guard pool + Int(table.word(24)) == table.bytes.count else {
            throw UnitDataError(table: table.name, line: 0, reason: "truncated")
        }
        (heads, reaches, headMask) = Self.heads(table, keys: keys, count: keyCount, pool: pool)
    }

    private static func heads(_ table: EmbeddedTable, keys: Int, count: Int, pool: Int) -> ([UInt64], [UInt8], UInt32) {
        var bits = 1 << 12
        while bits < count * 8 { bits *= 2 }
        var heads = [UInt64](repeating: 0, count: bits / 64), reaches = [UInt8](repeating: 0, count: bits / 8)
        for key in 0..<count {
            let place = table.word(keys + key * 8)
            guard place & 0xFF >= 6 else { continue }
            var hash = fnvBasis
            for byte in table.bytes[(pool + Int(place >> 8))..<(pool + Int(place >> 8) + 6)] { hash = fnvStep(hash, byte) }
            let bit = Int(hash) & (bits - 1)
            heads[bit >> 6] |= 1 << UInt64(bit & 63)
            reaches[bit >> 3] = max(reaches[bit >> 3], UInt8(place & 0xFF))
        }
        return (heads, reaches, UInt32(bits - 1))
    }

    /// Whether a name may begin at an index; says no only where none does.
    func mayBegin(_ text: [UInt8], at index: Int) -> Bool {
        index + 6 <= text.count && mayBegin(fnv(text, index..<index + 6))
    }

    @inline(__always)
    private func mayBegin(_ hash: UInt32) -> Bool { heads[Int(hash & headMask) >> 6] >> UInt64(hash & headMask & 63) & 1 == 1 }

    /// Place of a record's field in the table.
    @inline(__always)
    func offset(_ record: Int, _ field: Int) -> Int { records + record * recordSize + field }

    func text(at offset: Int) -> String {
        let place = table.word(offset)
        let start = pool + Int(place >> 8)
        return table.string(start..<start + Int(place & 0xFF))
    }

    @inline(__always)
    func bytes(at offset: Int) -> Slice<UnsafeRawBufferPointer> {
        let place = table.word(offset)
        let start = pool + Int(place >> 8)
        return table.bytes[start..<start + Int(place & 0xFF)]
    }

    /// Indices of the records that bear a name.
    func records(named name: [UInt8], _ range: Range<Int>) -> [Int] {
        guard range.count >= 6, mayBegin(fnv(name, range.lowerBound..<range.lowerBound + 6)) else { return [] }
        return key(name, range, hash: fnv(name, range)).map(records(of:)) ?? []
    }

    func records(of key: Int) -> [Int] { places(of: key).map { record(at: $0) } }

    /// Where the records of a name are listed, for ``record(at:)``.
    @inline(__always)
    func places(of key: Int) -> Range<Int> { Int(table.word(keys + key * 8 + 4))..<Int(table.word(keys + key * 8 + 12)) }

    @inline(__always)
    func record(at place: Int) -> Int { Int(table.word(postings + place * 4)) }

    /// Calls for each longest name in a text that is no part of another word, from the first to the last.
    @inline(__always)
    func forEachMention(in text: Name, _ body: (_ range: Range<Int>, _ key: Int) -> Void) {
        var i = 0, last = 0
        while i < text.bytes.count {
            var hit: (end: Int, key: Int)?
            if text.isBoundary(i) { forEachPrefix(text.bytes, i..<text.bytes.count) { hit = ($0, $1) } }
            guard let hit, !text.isInsideWord(i..<hit.end, behind: last) else {
                i += 1
                continue
            }
            body(i..<hit.end, hit.key)
            last = hit.end
            i = hit.end
        }
    }

    /// Calls for every name that begins the range, shortest first.
    @inline(__always)
    func forEachPrefix(_ name: [UInt8], _ range: Range<Int>, longest: Int = 60, _ body: (_ end: Int, _ key: Int) -> Void) {
        var hash = fnvBasis
        var i = range.lowerBound
        var end = min(range.upperBound, i + longest)
        guard end - i >= 6 else { return }
        let head = i + 6
        while i < head {
            hash = fnvStep(hash, name[i])
            i += 1
        }
        guard mayBegin(hash) else { return }
        end = min(end, range.lowerBound + Int(reaches[Int(hash & headMask) >> 3]))
        if i == end || name[i] & 0xC0 != 0x80, let key = key(name, range.lowerBound..<i, hash: hash) { body(i, key) }
        while i < end {
            hash = fnvStep(hash, name[i])
            i += 1
            guard i == end || name[i] & 0xC0 != 0x80 else { continue }
            if let key = key(name, range.lowerBound..<i, hash: hash) { body(i, key) }
        }
    }

    private func key(_ name: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int? {
        var slot = Int(hash) & slotMask
        while true {
            let key = Int(table.word(slots + slot * 4)) - 1
            guard key >= 0 else { return nil }
            let place = table.word(keys + key * 8)
            if Int(place & 0xFF) == range.count, equal(name, range, pool + Int(place >> 8)) { return key }
            slot = (slot + 1) & slotMask
        }
    }

    private func equal(_ name: [UInt8], _ range: Range<Int>, _ offset: Int) -> Bool {
        for k in 0..<range.count where table.bytes[offset + k] != name[range.lowerBound + k] { return false }
        return true
    }
}
