/// A succession of organs with a region inside their name: 中国银行保险监督管理委员会*监管分局 → 国家金融监督管理总局*监管分局.
struct BranchSuccession: Sendable {
    /// What stands for the region in a name.
    enum Gap: String, Sendable, CaseIterable {
        /// As printed: 平凉.
        case printed = "*"
        /// Its full name: 平凉市.
        case full = "{R}"
        /// The short name of a provincial capital, for what served the province: 西安.
        case capital = "{C}"
    }

    /// A name in two pieces with the region between them.
    struct Pattern: Sendable {
        private let head: String, tail: String
        private let headBytes: [UInt8]
        let tailBytes: [UInt8]
        let gap: Gap

        init?(_ text: String) {
            guard let gap = Gap.allCases.first(where: { text.contains($0.rawValue) }) else { return nil }
            let pieces = text.split(separator: gap.rawValue, maxSplits: 1, omittingEmptySubsequences: false)
            guard pieces.count == 2 else { return nil }
            (head, tail, self.gap) = (String(pieces[0]), String(pieces[1]), gap)
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
    /// Where alone it holds; empty for everywhere.
    let regions: RegionPrefixes
    /// Index of the reform.
    let reform: Int

    init?(old: String, new: String, date: String, until: String?, regions: RegionPrefixes, reform: Int) {
        guard let before = Pattern(old), before.gap != .full, !before.tailBytes.isEmpty, let after = Pattern(new), after.gap != .capital else { return nil }
        (self.old, self.new, self.date, self.until, self.regions, self.reform) = (before, after, date, until, regions, reform)
    }
}

extension NameReader {
    /// Organs that replaced one with a region inside its name.
    func branchSuccessors(of reading: UnitReading, _ name: Name) -> [Succession] {
        guard reading.kind == .organ else { return [] }
        return replaced(reading, name).map { row, printed in
            guard row.new.gap == .full else { return branchSuccession(row, row.new.name(printed), reading) }
            // 中国人民银行平凉中心支行 became 中国人民银行平凉市分行, 中国人民银行兰州中心支行 中国人民银行甘肃省分行.
            let place = capital(named: printed).flatMap { tables.regions.parent($0) } ?? reading.region.flatMap { tables.regions.index(code: $0) }
            return branchSuccession(row, row.new.name(place.map { tables.regions.name($0) } ?? printed), reading, in: place)
        }
    }

    /// Organs that one with a region inside its name replaced. Of a province's branch those that were there for the province come first, and
    /// are then the only ones: 中国人民银行西安分行.
    func branchPredecessors(of reading: UnitReading) -> [Succession] {
        guard reading.kind == .organ else { return [] }
        let found = tables.reforms.branchRows(new: Name(bytes: Array(reading.name.utf8)))
        if found.isEmpty { return [] }
        let rows = found.filter { $0.row.regions.hold(in: reading.region) }
        let isWhole = reading.region.flatMap { tables.regions.index(code: $0) }.map { tables.regions.level($0) == .province } ?? false
        let special = rows.filter { !$0.row.regions.isEmpty && isWhole }
        return (special.isEmpty ? rows.filter(\.row.regions.isEmpty) : special).compactMap { row, printed in
            guard row.new.gap == .full else { return branchSuccession(row, row.old.name(printed), reading) }
            guard let index = reading.region.flatMap({ tables.regions.index(code: $0) }) else { return branchSuccession(row, row.old.name(printed), reading) }
            let seat = capital(of: index)
            // Before, no branch of a whole province bore its name.
            if row.old.gap == .capital, seat == nil { return nil }
            return branchSuccession(row, row.old.name(seat.map { tables.regions.stem($0) } ?? branchRegion(index)), reading)
        }
    }

    /// Rows that replaced an organ, with the region in its name.
    func replaced(_ reading: UnitReading, _ name: Name) -> [(row: BranchSuccession, region: String)] {
        let found = tables.reforms.branchRows(old: name)
        return found.isEmpty ? found : found.filter { $0.row.regions.hold(in: reading.region) && ($0.row.old.gap != .capital || capital(named: $0.region) != nil) }
    }

    /// The provincial capital of a short name: 西安.
    private func capital(named stem: String) -> Int? {
        let regions = tables.regions, bytes = Array(stem.utf8)
        return regions.divisions.records(named: bytes, 0..<bytes.count).first { regions.isCapital($0) && regions.level($0) == .prefecture && regions.stem($0) == stem }
    }

    private func capital(of province: Int) -> Int? {
        guard tables.regions.level(province) == .province, let index = tables.regions.index(code: tables.regions.code(province) + 100),
            tables.regions.level(index) == .prefecture else { return nil }
        return index
    }

    /// The other organ serves the same region, unless another one is said; its name is whole as it is.
    private func branchSuccession(_ row: BranchSuccession, _ name: String, _ reading: UnitReading, in place: Int? = nil) -> Succession {
        var unit = reading
        unit.name = name
        unit.candidates = []
        unit.diagnostics = []
        if let place {
            unit.region = String(tables.regions.code(place))
            unit.level = tables.regions.level(place)
        }
        return Succession(unit: unit, date: row.date, reform: tables.reforms.reforms[row.reform])
    }
}
