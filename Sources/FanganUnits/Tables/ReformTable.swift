/// A reform of party and state institutions.
public struct Reform: Sendable, Hashable {
    /// `2018-institutions`
    public let id: String
    /// `yyyy-mm-dd`
    public let date: String
    /// 2018年党和国家机构改革
    public let name: String
    /// The decision that says so.
    public let source: String
}

/// Which organs a reform replaced by which: `reforms.tsv`, `successions.tsv`.
///
/// A class, as it is asked for every name: a copy of its lists would be counted each time.
final class ReformTable: Sendable {
    final class Row: Sendable {
        let old: [[UInt8]]
        let new: [[UInt8]]
        /// Letters of levels, as in the table of organs.
        let levels: [UInt8]
        let date: String
        /// No organ bore a new name before; nil where some did.
        let since: String?
        /// None bears an old name after; nil where some do.
        let until: String?
        let reform: Int
        /// Where it does not hold, since the old name stayed; empty for nowhere.
        let except: RegionPrefixes

        init(old: [[UInt8]], new: [[UInt8]], levels: [UInt8], date: String, since: String?, until: String?, reform: Int, except: RegionPrefixes) {
            self.old = old
            self.new = new
            self.levels = levels
            self.date = date
            self.since = since
            self.until = until
            self.reform = reform
            self.except = except
        }

        func holds(in region: String?) -> Bool { except.isEmpty || !except.hold(in: region) }
    }

    let reforms: [Reform]
    let rows: [Row]
    /// Of names with a region inside.
    let branches: [BranchSuccession]
    /// What their old names end with, behind the region.
    private let oldTails: WordTable
    /// Old and new names; the value indexes the list of rows.
    private let oldWords: WordTable, newWords: WordTable
    private let oldRows: [[Int]], newRows: [[Int]]

    init(reforms: EmbeddedTable, successions: EmbeddedTable, branches: EmbeddedTable) throws {
        var index: [String: Int] = [:], known: [Reform] = [], rows: [Row] = []
        var oldWords = WordTable(), newWords = WordTable(), oldRows: [[Int]] = [], newRows: [[Int]] = []
        try reforms.forEachRow(columns: 4) { row in
            let reform = Reform(id: row.string(0), date: row.string(1), name: row.string(2), source: row.string(3))
            guard index.updateValue(known.count, forKey: reform.id) == nil else { throw row.failure("\(reform.id) stands twice") }
            known.append(reform)
        }
        try successions.forEachRow(columns: 8) { row in
            guard let reform = index[row.string(6)] else { throw row.failure("no reform \(row.string(6))") }
            var old: [[UInt8]] = [], new: [[UInt8]] = []
            row.words(0) { if $0 != [0x2D] { old.append($0) } }
            row.words(1) { new.append($0) }
            let number = rows.count
            for word in old { Self.enter(word, number, &oldWords, &oldRows) }
            for word in new { Self.enter(word, number, &newWords, &newRows) }
            rows.append(Row(
                old: old, new: new, levels: row.bytes(2), date: row.string(3), since: Self.date(row.string(4)), until: Self.date(row.string(5)), reform: reform,
                except: try RegionPrefixes(row, 7)))
        }
        var inside: [BranchSuccession] = []
        try branches.forEachRow(columns: 6) { row in
            guard let reform = index[row.string(4)] else { throw row.failure("no reform \(row.string(4))") }
            guard let succession = BranchSuccession(old: row.string(0), new: row.string(1), date: row.string(2), until: Self.date(row.string(3)), regions: try RegionPrefixes(row, 5), reform: reform) else {
                throw row.failure("neither * nor {C} in the old name or nothing behind it, or neither * nor {R} in the new one")
            }
            inside.append(succession)
        }
        var tails = WordTable()
        for row in inside { tails.insert(row.old.tailBytes, 0) }
        oldTails = tails
        self.branches = inside
        self.reforms = known
        self.rows = rows
        (self.oldWords, self.newWords, self.oldRows, self.newRows) = (oldWords, newWords, oldRows, newRows)
    }

    /// Rows of names with a region inside whose old name one is, with the region as it stands there. Rows are looked at in
    /// place: nearly every name is none of them.
    func branchRows(old name: Name) -> [(row: BranchSuccession, region: String)] {
        guard oldTails.longestSuffix(name.bytes, name.all) != nil else { return [] }
        var found: [(row: BranchSuccession, region: String)] = []
        for i in branches.indices { if let region = branches[i].old.region(in: name) { found.append((branches[i], region)) } }
        return found
    }

    /// The same for new names.
    func branchRows(new name: Name) -> [(row: BranchSuccession, region: String)] {
        var found: [(row: BranchSuccession, region: String)] = []
        for i in branches.indices { if let region = branches[i].new.region(in: name) { found.append((branches[i], region)) } }
        return found
    }

    private static func enter(_ word: [UInt8], _ row: Int, _ words: inout WordTable, _ lists: inout [[Int]]) {
        if let known = words.insert(word, lists.count) { lists[known].append(row) } else { lists.append([row]) }
    }

    private static func date(_ text: String) -> String? { text.isEmpty ? nil : text }

    /// Rows whose old names end the name of an organ, with where that begins.
    func replaced(_ name: [UInt8], _ level: UInt8, in region: String?) -> (start: Int, rows: [Int])? {
        oldWords.longestSuffix(name, 0..<name.count).flatMap { held(oldRows[$0.value], from: $0.start, of: name, level, region) }
    }

    /// Rows whose new names end the name of an organ, with where that begins.
    func replacing(_ name: [UInt8], _ level: UInt8, in region: String?) -> (start: Int, rows: [Int])? {
        newWords.longestSuffix(name, 0..<name.count).flatMap { held(newRows[$0.value], from: $0.start, of: name, level, region) }
    }

    private func held(_ numbers: [Int], from start: Int, of name: [UInt8], _ level: UInt8, _ region: String?) -> (start: Int, rows: [Int])? {
        guard Self.endsPlace(Name(bytes: name), start, level) else { return nil }
        let held = numbers.filter { rows[$0].levels.contains(level) && rows[$0].holds(in: region) }
        return held.isEmpty ? nil : (start, held)
    }

    /// Whether what stands in front of an organ's own name is the place it belongs to, and not a part of the name:
    /// 平凉市|农业局; not 平凉市现代|农业局. A national name is whole, but for the state's.
    private static func endsPlace(_ name: Name, _ start: Int, _ level: UInt8) -> Bool {
        if start == 0 { return true }
        if level == UInt8(ascii: "N") { return name.string(0..<start) == "中华人民共和国" }
        let ends: [StaticString] = ["省", "市", "区", "县", "州", "旗", "盟", "委", "人民政府", "委员会"], townships: [StaticString] = ["乡", "镇", "道", "委", "人民政府", "委员会"]
        // 平凉市住房和城乡|建设局 is none of a township's.
        return (level == UInt8(ascii: "T") ? townships : ends).contains { name.ends($0, 0..<start) }
    }
}
