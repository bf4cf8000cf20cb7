/// Tells from the text alone whose plan it is, where neither issuer nor title says so: the units without their place
/// (县财政局, 市教育局) tell the level, the places named beside them (石城县, 武汉海关) which region of that level.
struct TextRegion: Sendable {
    private let tables: UnitTables
    /// What the plan's own units begin with: 县 of 县财政局.
    private let level: [UInt8]?
    /// Region of that level → how strongly the text names it.
    private var weights: [Int: Int] = [:]

    /// A full name (石城县) and a short one in a unit's name (石城监管支局) count more than a short one in the text (数字山东);
    /// of counties the last counts nothing, since 新建 and 和平 are words as well.
    private static let full = 3, inUnit = 3, short = 1
    /// Weight that the region must reach, and how many times that of the next.
    private static let least = 4, margin = 2

    init(tables: UnitTables, evidence: JurisdictionEvidence, body: String) {
        self.tables = tables
        level = Self.level(evidence.mentions)
        guard level != nil else { return }
        for mention in evidence.mentions { scan(Name(mention), short: Self.inUnit) }
        scan(Name(bytes: body.utf8.filter { $0 > 0x20 }), short: isCounty ? 0 : Self.short)
    }

    /// The one region of the level that the text plainly speaks of.
    var region: Int? {
        let ranked = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let best = ranked.first, best.value >= Self.least else { return nil }
        return ranked.count == 1 || best.value >= Self.margin * ranked[1].value ? best.key : nil
    }

    private var isCounty: Bool { level.map { ["县", "区", "旗"].contains(String(decoding: $0, as: UTF8.self)) } ?? false }

    /// Whether a region may be the document's as far as the level goes.
    func admits(_ region: Int) -> Bool { level.map { ends(region, with: $0) } ?? true }

    /// The level word that most units begin with.
    private static func level(_ mentions: [String]) -> [UInt8]? {
        let words = ["省", "市", "县", "区", "州", "旗"].map { Array($0.utf8) }
        let own: StaticString = "市场监管"
        let names = mentions.map { Name($0) }
        let counts = words.map { word in names.filter { $0.bytes.starts(with: word) && !$0.has(own, at: 0) }.count }
        guard let most = counts.max(), most >= 2, counts.filter({ $0 * 2 > most }).count == 1, let place = counts.firstIndex(of: most) else { return nil }
        return words[place]
    }

    private func ends(_ region: Int, with word: [UInt8]) -> Bool {
        let name = tables.regions.divisions.bytes(at: tables.regions.divisions.offset(region, 4))
        return name.suffix(word.count).elementsEqual(word)
    }

    private mutating func scan(_ name: Name, short: Int) {
        guard let level else { return }
        let divisions = tables.regions.divisions
        var i = 0
        while i < name.bytes.count {
            var hit: (end: Int, key: Int)?
            if name.isBoundary(i) { divisions.forEachPrefix(name.bytes, i..<name.bytes.count) { hit = ($0, $1) } }
            guard let hit else {
                i += 1
                continue
            }
            let printed = name.bytes[i..<hit.end]
            let meant = divisions.places(of: hit.key).map { divisions.record(at: $0) }.filter { ends($0, with: level) }
            // Of several regions with one name the text must say which.
            if meant.count == 1, let index = meant.first { weights[index, default: 0] += tables.regions.isSuffixed(index, printed) ? Self.full : short }
            i = hit.end
        }
    }
}
