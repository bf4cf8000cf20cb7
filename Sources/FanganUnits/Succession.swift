import FanganText

/// That an organ replaced another.
public struct Succession: Sendable, Hashable {
    /// The other organ: the newer one where an old name was asked, the older one where a new name was.
    public var unit: UnitReading
    /// `yyyy-mm-dd`
    public var date: String
    public var reform: Reform
}

extension NameReader {
    /// Organs that replaced this one: 扶贫开发办公室 → 乡村振兴局 (2021-02-25).
    func successors(of reading: UnitReading) -> [Succession] {
        guard let level = Self.letter(reading) else { return [] }
        let bytes = Array(reading.name.utf8)
        guard let hit = tables.reforms.replaced(bytes, level, in: reading.region) else { return branchSuccessors(of: reading, Name(bytes: bytes)) }
        return hit.rows.map { number in
            let row = tables.reforms.rows[number]
            return succession(row, row.new, place: bytes[..<hit.start], form: bytes[hit.start...], reading)
        }
    }

    /// Organs that this one replaced. Which of them there were in its region is not known; each form of name is given once.
    func predecessors(of reading: UnitReading) -> [Succession] {
        guard let level = Self.letter(reading) else { return [] }
        let bytes = Array(reading.name.utf8)
        guard let hit = tables.reforms.replacing(bytes, level, in: reading.region) else { return branchPredecessors(of: reading) }
        var found: [Succession] = []
        for row in hit.rows.map({ tables.reforms.rows[$0] }) {
            for name in row.old where Self.mayBe(name, at: reading.level) {
                let old = succession(row, [name], place: bytes[..<hit.start], form: bytes[hit.start...], reading)
                if !found.contains(where: { $0.unit.key == old.unit.key }) { found.append(old) }
            }
        }
        return found
    }

    /// The name is read like any other, so that it is the unit that a later plan names: 区环境保护局 → 攀枝花市仁和生态环境局.
    private func succession(
        _ row: ReformTable.Row, _ names: [[UInt8]], place: ArraySlice<UInt8>, form: ArraySlice<UInt8>, _ reading: UnitReading
    ) -> Succession {
        let fit = names.firstIndex { $0.suffix(3).elementsEqual(form.suffix(3)) } ?? 0
        // 平凉市人民政府法制办公室 became 平凉市司法局.
        let government = Array("人民政府".utf8)
        var owner = place.count > government.count && place.suffix(government.count).elementsEqual(government) ? place.dropLast(government.count) : place
        // 国家税务总局|平凉市税务局: the services before it were named after the place alone.
        if let service = tables.words.nationalWords.longestPrefix(Array(owner), 0..<owner.count), service.end < owner.count { owner = owner.dropFirst(service.end) }
        func unit(_ name: [UInt8]) -> UnitReading {
            var unit = readAsPrinted(Name(bytes: Array(owner) + name))
            unit.region = unit.region ?? reading.region
            // 粮食局 is short for 粮食和物资储备局 today; as its predecessor it is what it was called.
            if unit.key == reading.key {
                unit.name = String(decoding: Array(owner) + name, as: UTF8.self)
                unit.candidates = []
            }
            return unit
        }
        var chosen = unit(names[fit])
        let others = names.indices.filter { $0 != fit && Self.mayBe(names[$0], at: reading.level) }.map { unit(names[$0]) }
        chosen.candidates = others.filter { $0.name != chosen.name }.map { UnitReading.Candidate(name: $0.name, function: $0.function) }
        chosen.diagnostics = []
        return Succession(unit: chosen, date: row.date, reform: tables.reforms.reforms[row.reform])
    }

    /// 厅 is a province's.
    private static func mayBe(_ name: [UInt8], at level: AdministrativeLevel?) -> Bool {
        level == .province || !Name(bytes: name).ends("厅", 0..<name.count)
    }

    private static func letter(_ reading: UnitReading) -> UInt8? {
        guard reading.kind == .organ else { return nil }
        switch reading.level {
        case .national: return UInt8(ascii: "N")
        case .province: return UInt8(ascii: "P")
        case .prefecture: return UInt8(ascii: "C")
        case .county: return UInt8(ascii: "X")
        case .township: return UInt8(ascii: "T")
        case .village, nil: return nil
        }
    }

    // MARK: Names outside their time

    /// Looks at the date: a name of former days stays what it was, and one that the date does not fit says so.
    func note(_ reading: inout UnitReading, _ name: Name, asOf date: String) {
        guard date.utf8.count >= 4, let level = Self.letter(reading) else { return }
        let bytes = Array(reading.name.utf8)
        let hit = tables.reforms.replacing(bytes, level, in: reading.region)
        if let hit, let former = asOfItsTime(reading, name, bytes, hit, date) {
            reading = former
            let bytes = Array(reading.name.utf8)
            return note(&reading, bytes, level, tables.reforms.replacing(bytes, level, in: reading.region), date)
        }
        note(&reading, bytes, level, hit, date)
    }

    private func note(_ reading: inout UnitReading, _ bytes: [UInt8], _ level: UInt8, _ hit: (start: Int, rows: [Int])?, _ date: String) {
        if let outside = outsideItsTime(reading, bytes, level, hit, date) { reading.diagnostics.append(outside) }
    }

    /// 市粮食局 in a plan of 2014: the body bore that very name, and the one that it is short for today was not there yet;
    /// nil where the name fits the date.
    ///
    /// - Parameter hit: rows of reforms whose new name the reading's ends with.
    private func asOfItsTime(_ reading: UnitReading, _ name: Name, _ bytes: [UInt8], _ hit: (start: Int, rows: [Int]), _ date: String) -> UnitReading? {
        let last = date.utf8.count == 10 ? date : date.prefix(4) + "-12-31"
        for row in hit.rows.lazy.map({ self.tables.reforms.rows[$0] }) where (row.since ?? "") > last {
            guard let old = row.old.first(where: { name.bytes.count >= $0.count && name.bytes.suffix($0.count).elementsEqual($0) }) else { continue }
            var former = reading
            former.name = String(decoding: bytes[..<hit.start] + old, as: UTF8.self)
            former.candidates = []
            return former
        }
        return nil
    }

    /// What is to be said of a name that the document's date does not fit; nil where it fits or nothing is known.
    private func outsideItsTime(_ reading: UnitReading, _ bytes: [UInt8], _ level: UInt8, _ replacing: (start: Int, rows: [Int])?, _ date: String) -> Diagnostic? {
        let replaced = tables.reforms.replaced(bytes, level, in: reading.region), branches = self.replaced(reading, Name(bytes: bytes))
        // Most names no reform has touched.
        if replaced == nil, branches.isEmpty, replacing == nil { return nil }
        // Where only the year is known, neither its first nor its last day may fit.
        let first = date.utf8.count == 10 ? date : date.prefix(4) + "-01-01"
        let last = date.utf8.count == 10 ? date : date.prefix(4) + "-12-31"
        if let hit = replaced, let row = hit.rows.lazy.map({ self.tables.reforms.rows[$0] }).first(where: { ($0.until ?? "9") < first }) {
            let reform = tables.reforms.reforms[row.reform]
            let new = row.new.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
            return Diagnostic("unit.no-longer", .note, "“\(reading.name)” was replaced by \(new) from \(row.date) on (\(reform.name)); the document is of \(date)")
        }
        for row in branches.map(\.row) where (row.until ?? "9") < first {
            let reform = tables.reforms.reforms[row.reform]
            let new = branchSuccessors(of: reading, Name(bytes: bytes)).map(\.unit.name).joined(separator: ", ")
            return Diagnostic("unit.no-longer", .note, "“\(reading.name)” was replaced by \(new) from \(row.date) on (\(reform.name)); the document is of \(date)")
        }
        if let hit = replacing, !hit.rows.isEmpty {
            let rows = hit.rows.map { tables.reforms.rows[$0] }
            // All that know the name must agree that it is too early.
            guard rows.allSatisfy({ ($0.since ?? "") > last }), let row = rows.min(by: { ($0.since ?? "") < ($1.since ?? "") }) else { return nil }
            let reform = tables.reforms.reforms[row.reform]
            return Diagnostic("unit.not-yet", .note, "“\(reading.name)” exists from \(row.since ?? row.date) on (\(reform.name)); the document is of \(date)")
        }
        return nil
    }
}
