/// A succession of organs with a region inside their name: 中国银行保险监督管理委员会*监管分局 → 国家金融监督管理总局*监管分局.
struct BranchSuccession: Sendable {
    /// A name in two pieces with the region between them.
    struct Pattern: Sendable {
        private let head: String, tail: String
        private let headBytes: [UInt8], tailBytes: [UInt8]
        /// `{R}`: the region's full name stands there (平凉市), not as printed (平凉).
        let isFull: Bool

        init?(_ text: String) {
            let isFull = text.contains("{R}")
            let pieces = text.split(separator: isFull ? "{R}" : "*", maxSplits: 1, omittingEmptySubsequences: false)
            guard pieces.count == 2 else { return nil }
            (head, tail, self.isFull) = (String(pieces[0]), String(pieces[1]), isFull)
            (headBytes, tailBytes) = (Array(head.utf8), Array(tail.utf8))
        }

        /// The region in a name of this form.
        func region(in name: Name) -> String? {
            let end = name.bytes.count - tailBytes.count
            guard end > headBytes.count, name.has(headBytes, at: 0, end: end), name.has(tailBytes, at: end, end: name.bytes.count) else { return nil }
            return name.string(headBytes.count..<end)
        }

        func name(_ region: String) -> String { head + region + tail }
    }

    let old: Pattern
    let new: Pattern
    /// `yyyy-mm-dd`
    let date: String
    /// None bears an old name after; nil where some do.
    let until: String?
    /// Index of the reform.
    let reform: Int

    init?(old: String, new: String, date: String, until: String?, reform: Int) {
        guard let before = Pattern(old), !before.isFull, let after = Pattern(new) else { return nil }
        (self.old, self.new, self.date, self.until, self.reform) = (before, after, date, until, reform)
    }
}

extension NameReader {
    /// Organs that replaced one with a region inside its name.
    func branchSuccessors(of reading: UnitReading) -> [Succession] {
        guard reading.kind == .organ else { return [] }
        return tables.reforms.branchRows(old: Name(bytes: Array(reading.name.utf8))).map { row, printed in
            // 中国人民银行平凉中心支行 became 中国人民银行平凉市分行.
            let place = row.new.isFull ? reading.region.flatMap { tables.regions.index(code: $0) }.map { tables.regions.name($0) } ?? printed : printed
            return branchSuccession(row, row.new.name(place), reading)
        }
    }

    /// Organs that one with a region inside its name replaced.
    func branchPredecessors(of reading: UnitReading) -> [Succession] {
        guard reading.kind == .organ else { return [] }
        return tables.reforms.branchRows(new: Name(bytes: Array(reading.name.utf8))).map { row, printed in
            let place = row.new.isFull ? reading.region.flatMap { tables.regions.index(code: $0) }.map { tables.regions.stem($0) } ?? printed : printed
            return branchSuccession(row, row.old.name(place), reading)
        }
    }

    /// The other organ serves the same region; its name is whole as it is.
    private func branchSuccession(_ row: BranchSuccession, _ name: String, _ reading: UnitReading) -> Succession {
        var unit = reading
        unit.name = name
        unit.candidates = []
        unit.diagnostics = []
        return Succession(unit: unit, date: row.date, reform: tables.reforms.reforms[row.reform])
    }
}
