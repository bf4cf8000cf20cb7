import FanganText

/// Regions named as the responsible body (仁和镇, 达茂旗, 浔阳区人民政府) and development zones.
extension NameReader {
    func place(_ name: Name) -> UnitReading? {
        let (body, suffix) = government(name)
        if isZoneOfAll(name, body) { return nil }
        let prefix = scopes.regionPrefix(name, body)
        // 绩溪县|华阳镇: a township behind its county.
        let townships = scopes.townships(name, body)
        if townships.isEmpty, let prefix, !prefix.isStem, prefix.end < body.upperBound {
            let inside = scopes.townships(name, prefix.end..<body.upperBound, inside: prefix.indices)
            if let township = township(name, body, suffix, inside, behind: prefix) { return township }
        }
        if let township = township(name, body, suffix, townships) { return township }
        if let prefix, prefix.end == body.upperBound {
            guard suffix != nil || !prefix.isStem || scopes.home != nil else { return nil }
            return region(name, prefix, body, suffix)
        }
        return village(name)
    }

    private static let governments: [(StaticString, String)] = [
        ("党委和人民政府", "党委和人民政府"), ("党委和政府", "党委和人民政府"), ("党委、政府", "党委、人民政府"), ("人民政府", "人民政府"), ("政府", "人民政府"),
    ]
    private static let streetOffices: [(StaticString, String)] = [("街道办事处", "街道办事处"), ("街道办", "街道办事处")]

    /// By the last character: most names end otherwise.
    private static func governments(endingIn last: Unicode.Scalar?) -> [(StaticString, String)] {
        switch last {
        case "府": governments
        case "处", "办": streetOffices
        default: []
        }
    }

    /// The name without 人民政府 and the like behind it.
    func government(_ name: Name) -> (body: Range<Int>, suffix: String?) {
        for (word, full) in Self.governments(endingIn: name.last(name.all)) where name.ends(word, name.all) {
            let keeps = full == "街道办事处" ? 6 : 0
            // 东街道办事处 is one, 县人民政府 is none of a place.
            guard name.bytes.count > word.utf8CodeUnitCount + (keeps > 0 ? 0 : 3) else { continue }
            return (0..<name.bytes.count - word.utf8CodeUnitCount + keeps, full == "街道办事处" ? "办事处" : full)
        }
        return (name.all, nil)
    }

    /// 北京经济技术开发区 in 北京's plan is the city's zone, although statistics count it among 大兴区's townships.
    private func isZoneOfAll(_ name: Name, _ body: Range<Int>) -> Bool {
        guard let home = scopes.home, tables.regions.level(home) != .county, tables.words.zoneWords.longestSuffix(name.bytes, body) != nil else { return false }
        return !scopes.townships(name, body).isEmpty
    }

    /// - Parameters:
    ///   - found: townships of that name.
    ///   - outer: the region printed in front of the township: 绩溪县|华阳镇.
    private func township(_ name: Name, _ body: Range<Int>, _ suffix: String?, _ found: [Int], behind outer: RegionPrefix? = nil) -> UnitReading? {
        let own = (outer?.end ?? body.lowerBound)..<body.upperBound
        if let index = found.first {
            if found.count == 1, outer != nil || isNearby(index) { return placed(fullName(ofTownship: index), suffix, region: tables.regions.townshipName(index), level: .township) }
            return open(name.string(body), suffix, .township, found.map { fullName(ofTownship: $0) })
        }
        guard (6...24).contains(own.count), isNamedAsTownship(name, own), name.first("、", in: own) == nil,
            own.count > 9 || !name.ends("街道", own) else { return nil }
        let printed = name.string(own)
        // A name that the data does not have, of former days or new: of the printed county, or of the plan's own.
        guard let prefix = outer.map({ countyPrefix($0.indices) }) ?? ownCountyPrefix else { return open(name.string(body), suffix, .township, []) }
        return placed(prefix + printed, suffix, region: printed, level: .township)
    }

    private func isNamedAsTownship(_ name: Name, _ range: Range<Int>) -> Bool {
        switch name.last(range) {
        case "镇", "乡": true
        case "道": name.ends("街道", range)
        case "木": name.ends("苏木", range)
        default: false
        }
    }

    func fullName(ofTownship index: Int) -> String {
        tables.regions.officialPrefix(tables.regions.county(ofTownship: index)) + tables.regions.townshipName(index)
    }

    /// Whether the only township with a name is the one that is meant: a document of unknown region may mean one that the data does not have.
    func isNearby(_ township: Int) -> Bool { scopes.home != nil || jurisdiction.township == tables.regions.townshipName(township) }

    /// What stands in front of the townships of the plan's own county or zone; nil for other plans.
    private var ownCountyPrefix: String? {
        if let zone = jurisdiction.zone ?? jurisdiction.placeholder { return zone }
        return scopes.home.flatMap { countyPrefix([$0]) }
    }

    private func countyPrefix(_ indices: [Int]) -> String? {
        guard indices.count == 1, let index = indices.first, tables.regions.level(index) == .county else { return nil }
        return tables.regions.officialPrefix(index)
    }

    private func region(_ name: Name, _ prefix: RegionPrefix, _ body: Range<Int>, _ suffix: String?) -> UnitReading {
        let index = prefix.indices[0]
        let region = tables.regions.region(index)
        if prefix.indices.count > 1 { return open(name.string(body), suffix, region.level, prefix.indices.map { tables.regions.officialPrefix($0) }) }
        // 楚州区 of former days is not renamed.
        let full = prefix.formerUntil == nil ? region.officialPrefix : ScopeReader.formerPrefix(printedPlace(name, prefix.end), index, jurisdiction, tables)
        return placed(full, suffix, region: region.code, level: region.level)
    }

    private func placed(_ name: String, _ suffix: String?, region: String?, level: AdministrativeLevel) -> UnitReading {
        guard let suffix else { return make(name, [], .place, region: region, level: level, body: nil) }
        return make(name + suffix, tables.words.field(id: "government").map { [$0] } ?? [], .organ, region: region, level: level, body: "government")
    }

    /// A place that may be one of several, or one that the data does not have: named as printed, with the full names that it may stand for.
    private func open(_ printed: String, _ suffix: String?, _ level: AdministrativeLevel, _ names: [String]) -> UnitReading {
        var reading = placed(printed, suffix, region: nil, level: level)
        reading.candidates = names.prefix(Self.mostCandidates).map { UnitReading.Candidate(name: $0 + (suffix ?? ""), function: reading.function) }
        reading.diagnostics.append(Diagnostic("unit.region-open", .note, "Several regions, or none that is known, are called “\(printed)”"))
        return reading
    }

    /// More regions of one name than these are not listed.
    static let mostCandidates = 12

    // MARK: Places in front of names

    /// The place that a printed prefix means. Where several regions bear the name it stays open, under the name as printed.
    func scope(of prefix: RegionPrefix, in name: Name) -> Scope {
        let scope = scopes.scope(prefix.indices[0])
        guard prefix.indices.count > 1 else { return scope }
        return scope.with(prefix: printedPlace(name, prefix.end), city: "").with(region: nil, isKnown: false)
    }

    /// What a name is called in each of the regions that its place may be.
    func candidates(_ name: Name, _ core: Range<Int>, _ scopes: [Scope]) -> [UnitReading.Candidate] {
        scopes.prefix(Self.mostCandidates).compactMap { scope in
            cores.read(name, core, in: scope).map { core in
                UnitReading.Candidate(name: core.name, function: core.fields.isEmpty ? nil : core.fields.map { tables.words.fields[$0].id }.joined(separator: "+"))
            }
        }
    }

    /// 某县|民政局, where no region is called 某县: an organ of that place, wherever it is; not one of the document's own.
    func unknownPlace(_ name: Name) -> UnitReading? {
        guard name.bytes.count > 12, tables.words.levelWords.longestPrefix(name.bytes, name.all) == nil, !startsWithMark(name) else { return nil }
        let kinds: [(StaticString, Int)] = [("县", 6), ("市", 9), ("区", 9), ("旗", 9)]
        for end in stride(from: 6, through: min(24, name.bytes.count - 6), by: 1) where name.isBoundary(end) {
            // 某某|市场监管局 is none either.
            guard let kind = kinds.first(where: { end >= $0.1 && name.ends($0.0, 0..<end) }), !name.has("场", at: end), !name.has("域", at: end),
                tables.words.areaWords.longestSuffix(name.bytes, 0..<end) == nil else { continue }
            let printed = name.string(0..<end)
            let scope = Scope(level: .county, prefix: printed, stem: String(printed.dropLast()), city: "", levelWord: "\(kind.0)", isKnown: false)
            guard let core = cores.read(name, end..<name.bytes.count, in: scope), core.rank >= .composed, !core.fields.isEmpty else { continue }
            return reading(Parsed(scope: scope, core: core, isExplicit: true, coreStart: end))
        }
        return nil
    }

    private func village(_ name: Name) -> UnitReading? {
        guard tables.nameWords.end(.village, name, name.all) != nil, (6...30).contains(name.bytes.count) else { return nil }
        let own = scopes.own
        return make(own.prefix + name.string(name.all), [], .place, region: own.region, level: .village, body: nil)
    }

    /// A development zone or its committee: 平凉工业园区(高新区)党工委和管委会, 赣江新区管委会.
    func zoneBody(_ name: Name) -> UnitReading? {
        guard let zone = zoneEnd(name) else { return nil }
        let rest = zone.end..<name.bytes.count
        var tail = ""
        var fields = [tables.words.zones[zone.value].field]
        if !rest.isEmpty, tables.nameWords.isWord(.zoneAdministration, name, rest) {
            tail = name.string(rest)
        } else if !rest.isEmpty {
            guard let form = tables.words.formWords.value(name.bytes, rest) else { return zoneOrgan(name, zone.end) }
            // 省工信厅工业园区|处 is the 厅's, no zone's.
            if Self.divisionForms.contains(tables.words.forms[form].full) { return nil }
            tail = tables.words.forms[form].full
            if let field = tables.words.forms[form].field, tables.words.fields[field].id != "development-zone" { fields = [field] }
        }
        let full = zoneName(name, zone.end)
        return make(
            full.name + tail, rest.isEmpty ? [] : fields, rest.isEmpty ? .place : .organ, region: zoneRegion(name, zone.end), level: scopes.own.level, body: nil,
            also: full.other.map { [$0 + tail] } ?? [])
    }

    private static let divisionForms: Set<String> = ["处", "科", "股", "室"]

    /// The organ of a zone that is not the document's own: 示范区财政金融局 in 济源's plan.
    private func zoneOrgan(_ name: Name, _ end: Int) -> UnitReading? {
        let full = zoneName(name, end).name
        let zone = ScopeReader.zone(full, home: scopes.home, tables)
        let scope = zone.with(region: zoneRegion(name, end), isKnown: zone.isKnown)
        guard let core = cores.read(name, end..<name.bytes.count, in: scope), core.rank >= .composed else { return nil }
        return reading(Parsed(scope: scope, core: core, isExplicit: true, coreStart: end))
    }

    /// The region a zone is named after (九江经开区), else the document's own.
    private func zoneRegion(_ name: Name, _ end: Int) -> String? {
        if jurisdiction.zone == nil, let named = namedZone(name, 0..<end) { return named.zone.region }
        guard jurisdiction.zone == nil, let index = namesake(name, end) else { return scopes.own.region }
        return String(tables.regions.code(listedZone(name, end, index) ?? index))
    }

    /// 湘潭高新区 has a code of its own in GB/T 2260, if its city has one high-tech or one economic zone there.
    private func listedZone(_ name: Name, _ end: Int, _ city: Int) -> Int? {
        let regions = tables.regions
        let kinds: [StaticString] = ["高新", "经济", "经开"]
        guard let kind = kinds.firstIndex(where: { name.first($0, in: 0..<end) != nil }) else { return nil }
        let word = kind == 0 ? "高新技术" : "经济"
        let found = regions.zones(of: city).filter { regions.name($0).contains(regions.stem(city) + word) }
        return found.count == 1 ? found[0] : nil
    }

    /// Whether two regions lie in one province.
    func isNear(_ index: Int, _ home: Int) -> Bool {
        tables.regions.province(index) == tables.regions.province(home)
    }

    /// The region whose name begins a zone's: 九江经开区, 平凉工业园区; not 崆峒 in 崆峒山大景区.
    private func namesake(_ name: Name, _ end: Int) -> Int? {
        guard let prefix = scopes.regionPrefix(name, 0..<end), prefix.indices.count == 1, prefix.end < end else { return nil }
        let index = prefix.indices[0]
        // 正阳工业园区 in 黔江区's plan has nothing to do with 正阳县 in 河南.
        if prefix.isStem, let home = scopes.home, !isNear(index, home) { return nil }
        if !prefix.isStem || tables.words.zoneWords.longestPrefix(name.bytes, prefix.end..<end) != nil { return index }
        return scopes.home.map { tables.regions.isInside($0, index) } ?? false ? index : nil
    }

    /// 两江新区, 贵州贵安新区, 省|贵安新区: a zone whose name stands in the table.
    private func namedZone(_ name: Name, _ range: Range<Int>) -> (end: Int, zone: NamedZone)? {
        guard tables.words.namedZoneWords.occurs(in: name.bytes, range) else { return nil }
        var start = range.lowerBound
        var hit = tables.words.namedZoneWords.longestPrefix(name.bytes, range)
        if hit == nil, let level = tables.words.levelWords.longestPrefix(name.bytes, range) { start = level.end }
        if hit == nil, start == range.lowerBound, let prefix = scopes.regionPrefix(name, range) { start = prefix.end }
        if start > range.lowerBound { hit = tables.words.namedZoneWords.longestPrefix(name.bytes, start..<range.upperBound) }
        guard let hit else { return nil }
        let zone = tables.words.namedZones[hit.value]
        // 江北新区 in 浙江 is none of 南京's.
        return zone.isNear && isFar(zone) ? nil : (hit.end, zone)
    }

    private static let zoneWord = Array("开发区".utf8)

    /// Whether the document speaks from another province than the zone lies in.
    private func isFar(_ zone: NamedZone) -> Bool {
        guard let home = scopes.home, let index = tables.regions.index(code: zone.region) else { return false }
        return !isNear(index, home)
    }

    /// The zone with the region it lies in, unless it is named after it; and what else its short name may stand for.
    private func zoneName(_ name: Name, _ end: Int) -> (name: String, other: String?) {
        if jurisdiction.zone == nil, let named = namedZone(name, 0..<end) { return (named.zone.full + name.string(named.end..<end), nil) }
        var from = 0
        if let hit = tables.words.levelWords.longestPrefix(name.bytes, name.all), hit.end < end, let level = LevelWord(rawValue: hit.value),
            tables.words.zoneWords.value(name.bytes, 0..<end) == nil, scopes.scope(level, printed: "").isKnown { from = hit.end }
        let printed = name.string(from..<end)
        if let zone = jurisdiction.zone, zone == printed || zone.hasSuffix(printed) { return (zone, nil) }
        let city = from == 0 ? namesake(name, end) : nil
        return spelledOut(name, from..<end, prefix: city == nil ? scopes.own.prefix : "", city)
    }

    /// 九江经开区 is 九江经济技术开发区, or 经济开发区 where GB/T 2260 lists it so; of a zone that it does not list either may be meant.
    private func spelledOut(_ name: Name, _ range: Range<Int>, prefix: String, _ city: Int?) -> (name: String, other: String?) {
        guard let hit = tables.words.zoneWords.longestSuffix(name.bytes, range), let other = tables.words.zones[hit.value].other else { return (prefix + name.string(range), nil) }
        let own = prefix + name.string(range.lowerBound..<hit.start), full = tables.words.zones[hit.value].full
        if let city, let listed = listedZone(name, range.upperBound, city) { return (own + (tables.regions.name(listed).contains(full) ? full : other), nil) }
        return (own + full, own + other)
    }

    /// End of the zone's own name, with a second name in brackets behind it.
    private func zoneEnd(_ name: Name) -> (end: Int, value: Int)? {
        var i = 0
        var found: (end: Int, value: Int)?
        if let named = namedZone(name, name.all), let value = tables.words.zoneWords.value(Self.zoneWord, 0..<Self.zoneWord.count) {
            found = (named.end, value)
            i = name.bytes.count
        }
        if found == nil, !tables.words.zoneWords.occurs(in: name.bytes, name.all) { return nil }
        while i < name.bytes.count {
            if name.isBoundary(i), let hit = tables.words.zoneWords.longestPrefix(name.bytes, i..<name.bytes.count) {
                found = found ?? (hit.end, hit.value)
                if let current = found, hit.end > current.end, i < current.end { found = (hit.end, hit.value) }
            }
            i += 1
        }
        guard var zone = found else { return nil }
        let pairs: [(StaticString, StaticString)] = [("(", ")"), ("（", "）"), ("〔", "〕")]
        for (open, close) in pairs where name.has(open, at: zone.end) {
            if let stop = name.first(close, in: zone.end..<name.bytes.count) { zone.end = stop + close.utf8CodeUnitCount }
        }
        return zone
    }
}
