/// Tells from the text alone whose plan it is, where neither issuer nor title says so: the units without their place
/// (县财政局, 市教育局) tell the level, the places named beside them (石城县, 武汉海关) which region of that level.
struct TextRegion: Sendable {
    private let tables: UnitTables
    /// What the plan's own units begin with: 县 of 县财政局.
    private let level: [UInt8]?
    /// Region of that level → how strongly the text names it.
    private var weights: [Int: Int] = [:]

    /// Regions that a unit's name names (石城监管支局, 武汉海关), or the text as its own (石城县辖区, 《石城县…办法》): without
    /// that a place may be anybody's.
    private var own: Set<Int> = []
    private var isProvince = false
    /// In the plan of a province: its cities that the text names (支持济南、青岛). Several speak for the province as its own name does.
    private var cities: [Int: Set<Int>] = [:]
    private static let leastCities = 3

    /// A full name (石城县) and a short one in a unit's name count more than a short one in the text (数字山东);
    /// of counties the last counts nothing, since 新建 and 和平 are words as well.
    private static let full = 3, inUnit = 3, addressed = 4, short = 1
    /// Weight that the region must reach, and how many times that of the next.
    private static let least = 4, margin = 2
    /// Weight of a region that nothing but its many mentions speaks for.
    private static let plain = 15

    init(tables: UnitTables, evidence: JurisdictionEvidence, body: String) {
        self.tables = tables
        let text = Name(bytes: Self.withoutSpace(body))
        level = Self.addressedLevel(evidence.addressees, tables) ?? Self.level(evidence.mentions, tables) ?? Self.governmentLevel(text, tables) ?? Self.ownLevel(text)
        guard let level else { return }
        isProvince = [Array("省".utf8), Array("自治区".utf8)].contains(level)
        for mention in evidence.mentions { scan(Name(mention), short: Self.inUnit, inUnit: true) }
        // 石城经济开发区 among 各镇人民政府，县政府各部门: whom a county writes to is its own.
        for addressee in evidence.addressees { scan(Name(addressee), short: Self.addressed, inUnit: true) }
        scan(text, short: Self.short, inUnit: false)
        for (province, cities) in cities where cities.count >= Self.leastCities { own.insert(province) }
    }

    private static func withoutSpace(_ body: String) -> [UInt8] {
        var bytes = Array(body.utf8), count = 0
        bytes.withUnsafeMutableBufferPointer { bytes in
            for at in bytes.indices where bytes[at] > 0x20 {
                bytes[count] = bytes[at]
                count += 1
            }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// 省 of `各市、州、县人民政府，省政府各部门`: who writes to its own departments is of their level.
    private static func addressedLevel(_ addressees: [String], _ tables: UnitTables) -> [UInt8]? {
        for name in addressees.map({ Name($0) }) {
            // A township is known by its county, of which its own departments say nothing.
            guard let hit = tables.words.levelWords.longestPrefix(name.bytes, name.all), hit.value != LevelWord.township.rawValue else { continue }
            if (["政府各", "人民政府各", "直各", "级各"] as [StaticString]).contains(where: { name.has($0, at: hit.end) }) { return Array(name.bytes[..<hit.end]) }
        }
        return nil
    }

    /// The level word of the government that the text calls its own, 市 of 报市政府同意; not 各市政府, 县（市、区）政府.
    private static func governmentLevel(_ text: Name, _ tables: UnitTables) -> [UInt8]? {
        var counts: [[UInt8]: Int] = [:]
        var from = 0
        while let at = text.first("政府", in: from..<text.bytes.count) {
            from = at + 6
            let end = text.has("人民", at: at - 6, end: at) ? at - 6 : at
            guard let word = tables.words.levelWords.longestSuffix(text.bytes, max(0, end - 9)..<end) else { continue }
            let before = tables.words.groupWords.longestSuffix(text.bytes, max(0, word.start - 9)..<word.start)
            if before?.value == GroupRole.mark.rawValue || isOthers(text, word.start, tables) { continue }
            counts[Array(text.bytes[word.start..<end]), default: 0] += 1
        }
        return plain(counts)
    }

    /// 市 of 我市, where the text says that of one level alone.
    private static func ownLevel(_ text: Name) -> [UInt8]? {
        let said = (["我省", "我市", "我州", "我县", "我旗", "我区"] as [StaticString]).filter { text.first($0, in: text.all) != nil }
        return said.count == 1 ? said.first.map { Array($0.description.utf8.dropFirst(3)) } : nil
    }

    /// The word that was met most, if it was so plainly.
    private static func plain(_ counts: [[UInt8]: Int]) -> [UInt8]? {
        guard let most = counts.max(by: { ($0.value, $0.key.count) < ($1.value, $1.key.count) }), most.value >= 2, counts.values.filter({ $0 * 2 > most.value }).count == 1 else { return nil }
        return most.key
    }

    /// The one region of the level that the text plainly speaks of.
    var region: Int? {
        let ranked = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let best = ranked.first, best.value >= (own.contains(best.key) ? Self.least : Self.plain) else { return nil }
        return ranked.count == 1 || best.value >= Self.margin * ranked[1].value ? best.key : nil
    }

    /// Whether a region may be the document's as far as the level goes.
    func admits(_ region: Int) -> Bool { level.map { ends(region, with: $0) } ?? true }

    /// The level word that most units begin with.
    private static func level(_ mentions: [String], _ tables: UnitTables) -> [UInt8]? {
        var counts: [[UInt8]: Int] = [:]
        for name in mentions.map({ Name($0) }) {
            // 市场监管局 begins with no level.
            guard let hit = tables.words.levelWords.longestPrefix(name.bytes, name.all), (tables.words.stemWords.longestPrefix(name.bytes, name.all)?.end ?? 0) <= hit.end else { continue }
            counts[Array(name.bytes[..<hit.end]), default: 0] += 1
        }
        return plain(counts)
    }

    private func ends(_ region: Int, with word: [UInt8]) -> Bool {
        let name = tables.regions.divisions.bytes(at: tables.regions.divisions.offset(region, 4))
        return name.suffix(word.count).elementsEqual(word)
    }

    private mutating func scan(_ name: Name, short: Int, inUnit: Bool) {
        guard let level else { return }
        let divisions = tables.regions.divisions
        divisions.forEachMention(in: name) { range, key in
            // 县公安局 is no organ of 公安县.
            if tables.words.stemWords.value(name.bytes, range) != nil { return }
            let meant = divisions.places(of: key).map { divisions.record(at: $0) }.filter { ends($0, with: level) }
            // Of several regions with one name the text must say which.
            if meant.count == 1, let index = meant.first, inUnit || !isOthers(name, range.lowerBound) {
                weights[index, default: 0] += tables.regions.isSuffixed(index, name.bytes[range]) ? Self.full : inUnit || tables.regions.level(index) != .county ? short : 0
                if inUnit || isOwn(name, range.lowerBound, range.upperBound) { own.insert(index) }
            } else if isProvince, meant.isEmpty, !isOthers(name, range.lowerBound), let city = city(key), let province = tables.regions.parent(city) {
                weights[province, default: 0] += Self.short
                cities[province, default: []].insert(city)
            }
        }
    }

    /// The only prefecture that bears a name, if no province does.
    private func city(_ key: Int) -> Int? {
        let found = tables.regions.divisions.records(of: key).filter { tables.regions.level($0) < .county }
        return found.count == 1 && tables.regions.level(found[0]) == .prefecture ? found[0] : nil
    }

    /// 学习浙江省, 对标杭州市: the place of another.
    private func isOthers(_ name: Name, _ start: Int) -> Bool { Self.isOthers(name, start, tables) }

    private static func isOthers(_ name: Name, _ start: Int, _ tables: UnitTables) -> Bool {
        tables.relations(.other).contains { word in start >= word.count && name.has(word, at: start - word.count, end: start) }
    }

    /// 石城县户籍, 结合石城县实际, 《石城县…, “爱山东”: the plan's own place.
    private func isOwn(_ name: Name, _ start: Int, _ end: Int) -> Bool {
        name.has("《", at: start - 3) || stride(from: 3, through: 9, by: 3).contains { name.has("“", at: start - $0) }
            || tables.relations(.home).contains { name.has($0, at: end, end: name.bytes.count) }
    }
}
