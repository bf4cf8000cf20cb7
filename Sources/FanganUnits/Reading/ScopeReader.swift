/// Names of regions at the start of a name.
struct RegionPrefix {
    /// Where they end.
    var end: Int
    /// The regions that bear the last of them.
    var indices: [Int]
    /// Whether the last one is a short name (仁和), which may be a part of another word.
    var isStem: Bool
    /// Where the last one is a name of former days (莱芜市): until when it was in use, `yyyy-mm-dd`.
    var formerUntil: String?
}

/// Turns what stands in front of a name (市, 平凉市, 高新区, nothing) into the place it means in this document.
final class ScopeReader: Sendable {
    let tables: UnitTables
    let jurisdiction: Jurisdiction
    /// The document's own place.
    let own: Scope
    /// Index of the document's region; nil where it is unknown or the nation.
    let home: Int?
    /// The document's region and those that it belongs to, from the inside out, as any plan has them, whatever this one calls itself.
    private let line: [Scope]
    /// What each level word means here, by its number.
    private let meanings: [Scope?]

    init(tables: UnitTables, jurisdiction: Jurisdiction) {
        self.tables = tables
        self.jurisdiction = jurisdiction
        let home = jurisdiction.region.flatMap { tables.regions.index(code: $0.code) }
        self.home = home
        let line = home.map { tables.regions.lineage($0).map { ScopeReader.scope($0, tables) } } ?? []
        let own = ScopeReader.own(tables, jurisdiction, home, line.first)
        self.own = own
        self.line = line
        meanings = LevelWord.allCases.map { ScopeReader.meaning($0, tables, jurisdiction, line, own) }
    }

    /// A document's own place, for those who ask nothing else.
    static func own(_ tables: UnitTables, _ jurisdiction: Jurisdiction) -> Scope {
        let home = jurisdiction.region.flatMap { tables.regions.index(code: $0.code) }
        return own(tables, jurisdiction, home, home.map { scope($0, tables) })
    }

    private static func own(_ tables: UnitTables, _ jurisdiction: Jurisdiction, _ home: Int?, _ homeScope: Scope?) -> Scope {
        if let zone = jurisdiction.zone {
            return ScopeReader.zone(zone, home: home, tables)
        }
        if let township = jurisdiction.township { return ScopeReader.township(township, home: home, tables) }
        if let placeholder = jurisdiction.placeholder {
            return Scope(
                level: jurisdiction.level ?? .county, prefix: placeholder, stem: String(placeholder.dropLast()), city: "",
                levelWord: placeholder.last.map { String($0) } ?? "")
        }
        if let home, let scope = homeScope {
            // 莱芜市 in its own plan of 2015.
            guard let former = jurisdiction.formerName.map({ formerPrefix($0, home, jurisdiction, tables) }) else { return scope }
            return scope.with(prefix: former, levelWord: former.last.map { String($0) } ?? "")
        }
        if jurisdiction.region?.level == .national {
            return Scope(region: Region.nation.code, level: .national, prefix: "", stem: "", city: "")
        }
        return Scope(level: jurisdiction.level, prefix: "", stem: "", city: "", isKnown: false)
    }

    /// What stands in front of the organs of a region of former days: 楚州区 as 淮安市楚州区, 莱城区 in a plan of 莱芜市 as 莱芜市莱城区.
    static func formerPrefix(_ printed: String, _ index: Int, _ jurisdiction: Jurisdiction, _ tables: UnitTables) -> String {
        guard printed.hasSuffix("区"), tables.regions.level(index) == .county, let parent = tables.regions.parent(index) else { return printed }
        var city = tables.regions.name(parent)
        if let former = jurisdiction.formerName, former.hasSuffix("市") { city = former }
        return printed.hasPrefix(city) ? printed : city + printed
    }

    /// A region's organs.
    func scope(_ index: Int) -> Scope {
        line.first { $0.regionIndex == index } ?? ScopeReader.scope(index, tables)
    }

    private static func scope(_ index: Int, _ tables: UnitTables) -> Scope {
        let regions = tables.regions
        let level = regions.level(index), name = regions.name(index)
        return Scope(
            regionIndex: index, region: String(regions.code(index)), level: level, prefix: regions.officialPrefix(index), stem: regions.stem(index),
            city: level == .county ? regions.parent(index).map { regions.name($0) } ?? "" : "",
            levelWord: name.unicodeScalars.last.map { String($0) } ?? "")
    }

    static func township(_ name: String, home: Int?, _ tables: UnitTables) -> Scope {
        let suffix = ["街道", "民族乡", "苏木", "镇", "乡"].first { name.endsWithBytes(of: $0) } ?? ""
        return Scope(
            regionIndex: home, region: name, level: .township, prefix: name, stem: String(name.dropLast(suffix.count)),
            city: home.map { tables.regions.name($0) } ?? "", levelWord: suffix)
    }

    static func zone(_ zone: String, home: Int?, _ tables: UnitTables) -> Scope {
        var local = zone
        // A zone with a code of its own lies in its city.
        let outer = home.flatMap { tables.regions.isZone($0) ? tables.regions.parent($0) : $0 }
        if let outer {
            for name in [tables.regions.name(outer), tables.regions.stem(outer)] where local.hasPrefix(name) && local != name {
                local = String(local.dropFirst(name.count))
            }
        }
        return Scope(
            regionIndex: home, region: home.map { String(tables.regions.code($0)) }, level: .county, prefix: zone, stem: zone,
            city: outer.map { tables.regions.officialPrefix($0) } ?? "", zone: local, levelWord: "区")
    }

    /// What a level word means here: 市 in 仁和区's plan is 攀枝花市.
    func scope(_ word: LevelWord, printed: @autoclosure () -> String) -> Scope {
        if let scope = meanings[word.rawValue] {
            return scope.levelWord.isEmpty ? scope.with(levelWord: printed()) : scope
        }
        let printed = printed()
        let level: AdministrativeLevel
        switch word {
        case .province: level = .province
        case .city, .prefecture: level = .prefecture
        case .district, .county: level = .county
        case .township: level = .township
        }
        return Scope(level: level, prefix: printed, stem: printed, city: "", levelWord: printed, isKnown: false)
    }

    /// - Parameter line: the document's region and those that it belongs to, from the inside out.
    private static func meaning(_ word: LevelWord, _ tables: UnitTables, _ jurisdiction: Jurisdiction, _ line: [Scope], _ own: Scope) -> Scope? {
        if let placeholder = jurisdiction.placeholder ?? jurisdiction.formerName, let last = placeholder.last,
            (word == .district && last == "区") || (word == .county && "县旗".contains(last)) || (word == .city && last == "市")
                || (word == .township && "乡镇道".contains(last)) || (word == .prefecture && last == "州") {
            return own
        }
        if word == .township { return jurisdiction.township != nil ? own : nil }
        if word == .district, jurisdiction.zone != nil { return own }
        for (place, scope) in line.enumerated() {
            let level = scope.level, isHome = place == 0
            switch word {
            case .province where level == .province: return scope
            case .city where scope.levelWord == "市" && (level == .prefecture || isHome || level == .province): return scope
            case .prefecture where level == .prefecture && scope.levelWord != "市": return scope
            case .district where scope.levelWord == "区" && (level == .county || level == .province && isHome): return scope
            case .county where level == .county && (scope.levelWord == "县" || scope.levelWord == "旗"): return scope
            default: continue
            }
        }
        return nil
    }

    /// Regions that bear a name, those of the document's own line first and alone if there are any.
    func regions(key: Int) -> [Int] {
        let all = tables.regions.divisions.records(of: key)
        guard all.count > 1 else { return all }
        guard let home else { return highest(all) }
        let related = all.filter { tables.regions.related($0, home) }
        // 广安 in 广安市's plan is the city itself, not its 广安区.
        if related.count > 1, related.contains(home) { return [home] }
        if !related.isEmpty { return related }
        let near = all.filter { tables.regions.parent($0).map { tables.regions.isInside(home, $0) } ?? false }
        return near.isEmpty ? highest(all) : near
    }

    /// Of regions of the same name those of the highest level: 西安 is the city in 陕西 before the district in 辽源.
    private func highest(_ regions: [Int]) -> [Int] {
        guard regions.count > 1, let top = regions.map({ tables.regions.level($0) }).min() else { return regions }
        return regions.filter { tables.regions.level($0) == top }
    }

    /// The longest chain of region names at the start of a range: 攀枝花市仁和区, 平凉, 上海市.
    func regionPrefix(_ name: Name, _ range: Range<Int>) -> RegionPrefix? {
        var best: (end: Int, key: Int)?
        tables.regions.divisions.forEachPrefix(name.bytes, range) { best = ($0, $1) }
        if let former = formerRegion(name, range, behind: best?.end ?? range.lowerBound, inside: nil) { return former }
        guard let first = best else { return nil }
        if let former = formerNeighbour(name, range.lowerBound..<first.end, today: first.key) { return former }
        var end = first.end, found = regions(key: first.key)
        while end < range.upperBound {
            var next: (end: Int, inside: [Int])?
            tables.regions.divisions.forEachPrefix(name.bytes, end..<range.upperBound) { stop, key in
                let inside = tables.regions.divisions.records(of: key).filter { child in
                    tables.regions.isNamed(child, name.bytes[end..<stop]) && found.contains { child != $0 && tables.regions.isInside(child, $0) }
                }
                if !inside.isEmpty { next = (stop, inside) }
            }
            if let former = formerRegion(name, end..<range.upperBound, behind: next?.end ?? end, inside: found) { return former }
            guard let next else { break }
            end = next.end
            found = next.inside
        }
        let printed = name.bytes[range.lowerBound..<end]
        return RegionPrefix(end: end, indices: found, isStem: !found.contains { tables.regions.isSuffixed($0, printed) })
    }

    /// A name that a division bore once, where it reaches farther than any of today's: 莱芜市, 大同市|南郊区.
    private func formerRegion(_ name: Name, _ range: Range<Int>, behind: Int, inside outer: [Int]?) -> RegionPrefix? {
        guard let hit = tables.formerRegions.words.longestPrefix(name.bytes, range), hit.end > behind else { return nil }
        let rows = tables.formerRegions.rows[hit.value]
        let regions = tables.regions
        var fit = rows.filter { row in
            if let outer { return outer.contains { regions.isInside(row.region, $0) } }
            return home.map { regions.lineage(row.region).last == regions.lineage($0).last } ?? (rows.count == 1)
        }
        // 城区 was a district of 大同 and one of 长治.
        if fit.count > 1, let city = home.map({ regions.city($0) }) { fit = fit.filter { regions.isInside($0.region, city) } }
        guard fit.count == 1 else { return nil }
        return RegionPrefix(end: hit.end, indices: [fit[0].region], isStem: false, formerUntil: fit[0].until)
    }

    /// 桥东区 in 邢台 was one of its districts until 2020; the 桥东区 of today is 张家口's. Of two such the one counts that
    /// lies in the document's own city.
    private func formerNeighbour(_ name: Name, _ range: Range<Int>, today key: Int) -> RegionPrefix? {
        guard let home, let value = tables.formerRegions.words.value(name.bytes, range) else { return nil }
        let regions = tables.regions
        let city = regions.city(home)
        guard !regions.divisions.records(of: key).contains(where: { regions.related($0, city) }) else { return nil }
        let fit = tables.formerRegions.rows[value].filter { regions.isInside($0.region, city) }
        guard fit.count == 1, regions.level(city) != .province || regions.nameEnds(city, "市") else { return nil }
        return RegionPrefix(end: range.upperBound, indices: [fit[0].region], isStem: false, formerUntil: fit[0].until)
    }

    /// Townships that bear a name: of the document's own area, or of the regions printed in front of it.
    func townships(_ name: Name, _ range: Range<Int>, inside outer: [Int]? = nil) -> [Int] {
        let all = tables.regions.townships.records(named: name.bytes, range)
        guard !all.isEmpty, let areas = outer ?? home.map({ [$0] }) else { return all }
        return all.filter { township in areas.contains { tables.regions.isInside(tables.regions.county(ofTownship: township), $0) } }
    }
}
