/// A prebuilt table of administrative divisions, read in place (layout: `Scripts/build_regions.py`).
struct DivisionTable: Sendable {
    let table: EmbeddedTable
    let count: Int
    let keyCount: Int
    private let slotMask: Int
    private let records: Int, recordSize: Int
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
    }

    /// Place of a record's field in the table.
    @inline(__always)
    func offset(_ record: Int, _ field: Int) -> Int { records + record * recordSize + field }

    func text(at offset: Int) -> String {
        let place = table.word(offset)
        let start = pool + Int(place >> 8)
        return table.string(start..<start + Int(place & 0xFF))
    }

    /// Indices of the records that bear a name.
    func records(named name: [UInt8], _ range: Range<Int>) -> [Int] {
        key(name, range, hash: fnv(name, range)).map(records(of:)) ?? []
    }

    func records(of key: Int) -> [Int] {
        let first = Int(table.word(keys + key * 8 + 4)), end = Int(table.word(keys + key * 8 + 12))
        return (first..<end).map { Int(table.word(postings + $0 * 4)) }
    }

    /// Calls for every name that begins the range, shortest first.
    @inline(__always)
    func forEachPrefix(_ name: [UInt8], _ range: Range<Int>, longest: Int = 60, _ body: (_ end: Int, _ key: Int) -> Void) {
        var hash = fnvBasis
        var i = range.lowerBound
        let end = min(range.upperBound, i + longest)
        while i < end {
            hash = fnvStep(hash, name[i])
            i += 1
            guard i == end || name[i] & 0xC0 != 0x80, i - range.lowerBound >= 6 else { continue }
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
