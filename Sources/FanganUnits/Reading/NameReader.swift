import FanganText

/// Reads names of one document. The ways of reading are tried from the surest to the least sure;
/// each is in a file of its own.
final class NameReader: Sendable {
    let tables: UnitTables
    let jurisdiction: Jurisdiction
    let scopes: ScopeReader
    let cores: CoreReader
    let names: KnownNames

    init(tables: UnitTables, jurisdiction: Jurisdiction) {
        let scopes = ScopeReader(tables: tables, jurisdiction: jurisdiction)
        self.tables = tables
        self.jurisdiction = jurisdiction
        self.scopes = scopes
        cores = CoreReader(tables: tables)
        names = jurisdiction.knownNames.isEmpty ? KnownNames() : KnownNames(NameReader(tables, jurisdiction, scopes))
    }

    /// A reader that knows no fuller names, to prepare them.
    private init(_ tables: UnitTables, _ jurisdiction: Jurisdiction, _ scopes: ScopeReader) {
        self.tables = tables
        self.jurisdiction = jurisdiction
        self.scopes = scopes
        cores = CoreReader(tables: tables)
        names = KnownNames()
    }

    /// Bytes of UTF-8 of the longest name that is read.
    static let longest = 600

    /// A name with its place and core found: an object, since it is handed from one way of reading to the next.
    final class Parsed {
        let scope: Scope
        let core: Core
        /// Whether the place was printed (市, 平凉市), not taken from the document.
        let isExplicit: Bool
        /// Where the core begins.
        let coreStart: Int
        /// Whether the place is a region's short name (上海, 仁和): then it may be a branch's.
        var isStem = false
        /// The full names in each of the places that it may be (鼓楼区), where the document does not say which.
        var elsewhere: [UnitReading.Candidate] = []

        init(scope: Scope, core: Core, isExplicit: Bool, coreStart: Int) {
            self.scope = scope
            self.core = core
            self.isExplicit = isExplicit
            self.coreStart = coreStart
        }
    }

    /// Reads a name as of the document's date.
    func read(_ name: Name) -> UnitReading { readWithWay(name).reading }

    /// With the way, where that is the way of the name as it is printed.
    func readWithWay(_ printed: Name) -> (reading: UnitReading, way: ReadingWay?) {
        let name = asClass(withoutPlaceholder(printed))
        var (way, reading) = way(name)
        if let departments = departments(name, way, reading) { reading = departments }
        if let date = jurisdiction.isoDate { note(&reading, name, asOf: date) }
        if let former = formerRegion(name) { reading.diagnostics.append(former) }
        return (consume reading, name.bytes.count == printed.bytes.count ? way : nil)
    }

    /// 县（区）人民政府 and 乡镇街道 are 各县（区）人民政府 and 各乡镇街道: one class in two spellings.
    func asClass(_ name: Name) -> Name {
        guard scopes.own.level != .county, startsWithList(name), isGroup(name) || isTownships(name), !name.has("各", at: 0), !startsWithOwnLevel(name) else { return name }
        return Name("各" + name.string(name.all))
    }

    /// 市、县 in the plan of a city: itself and those below it.
    func startsWithOwnLevel(_ name: Name) -> Bool {
        guard let hit = tables.words.levelWords.longestPrefix(name.bytes, name.all), name.has("、", at: hit.end) else { return false }
        return scopes.own.prefix.endsWithBytes(of: name.string(0..<hit.end))
    }

    /// 乡镇街道, 镇（街道）
    private func isTownships(_ name: Name) -> Bool {
        let parts = DivisionClass.parts(of: "各" + name.string(name.all))
        return parts.count == 1 && parts[0].isTownship && parts[0].rest.isEmpty
    }

    /// 教育, 公安 of 教育、公安、民政等部门: the departments of the field, and no 公安县 far away.
    private func departments(_ name: Name, _ way: ReadingWay, _ reading: UnitReading) -> UnitReading? {
        guard (6...24).contains(name.bytes.count), reading.function == nil || way == .repaired, tables.words.formWords.longestSuffix(name.bytes, name.all) == nil else { return nil }
        switch way {
        case .place:
            guard let prefix = scopes.regionPrefix(name, name.all), prefix.isStem, !prefix.indices.contains(where: { index in scopes.home.map { tables.regions.related(index, $0) } ?? false }) else { return nil }
        // 市场监管 is no damaged 市场监管所.
        case .unresolved, .partial, .repaired: break
        default: return nil
        }
        // The 市 of 市场监管 is no level.
        let isWhole = tables.words.stemWords.value(name.bytes, name.all) != nil
        let level = isWhole ? nil : tables.words.levelWords.longestPrefix(name.bytes, name.all).flatMap { hit in LevelWord(rawValue: hit.value).map { (name.has("级", at: hit.end) ? hit.end + 3 : hit.end, $0) } }
        let start = level?.0 ?? 0
        guard start < name.bytes.count, tables.words.stemWords.value(name.bytes, start..<name.bytes.count) != nil, let stems = StemParser(tables: tables).parse(name, start..<name.bytes.count, wording: .official), !stems.fields.isEmpty,
            stems.fields.allSatisfy({ Self.departmentBodies.contains(tables.words.fields[$0].body) }) else { return nil }
        // 电信, 供电 and 城投 are firms.
        let firm = Name(bytes: Array(name.bytes[start...]) + Array("公司".utf8))
        guard cores.listed(firm, firm.all, in: scopes.own)?.body != "enterprise" else { return nil }
        let scope = level.map { scopes.scope($0.1, printed: name.string(0..<start)) } ?? scopes.own
        return make(scope.prefix + name.string(start..<name.bytes.count) + "部门", stems.fields, .group, region: scope.region, level: scope.level, body: nil)
    }

    private static let departmentBodies: Set<String> = ["government", "party", "vertical"]

    /// XX县教育局 in XX县's plan is 县教育局.
    private func withoutPlaceholder(_ name: Name) -> Name {
        guard let placeholder = jurisdiction.placeholder?.utf8, name.bytes.count > placeholder.count, name.bytes.starts(with: placeholder) else { return name }
        return Name(bytes: Array(name.bytes.dropFirst(placeholder.count - 3)))
    }

    /// 莱芜市 in a plan of 2021 is a name of former days.
    private func formerRegion(_ name: Name) -> Diagnostic? {
        guard tables.formerRegions.words.longestPrefix(name.bytes, name.all) != nil, let date = jurisdiction.isoDate,
            let prefix = scopes.regionPrefix(name, name.all), let until = prefix.formerUntil, FormerRegions.Row.isOver(until, date)
        else { return nil }
        let now = tables.regions.region(prefix.indices[0]).officialPrefix
        return Diagnostic(
            "unit.former-region", .note, "“\(name.string(0..<prefix.end))” is \(now), or a part of it, since \(until); the document is of \(date)")
    }

    /// The same without a look at the date.
    func readAsPrinted(_ name: Name) -> UnitReading { way(name).reading }

    /// The first way that reads a name.
    func way(_ name: Name) -> (way: ReadingWay, reading: UnitReading) {
        let (way, found, parsed) = asTablesSay(name)
        // 文广局: what the document says in full elsewhere comes before what only the tables say.
        guard let parsed, !names.isEmpty || !jurisdiction.offices.isEmpty else { return (way, found) }
        if let known = known(name, parsed) { return (.known, reading(known)) }
        if way == .listed, let office = knownOffice(name, parsed) { return (.known, office) }
        return (way, found)
    }

    /// The way that reads a name, and its parts where it was taken apart on that way.
    private typealias Found = (way: ReadingWay, reading: UnitReading, parsed: Parsed?)

    /// The first way that reads a name, without what else the document says: with its parts where a fuller name of the document
    /// would come first.
    private func asTablesSay(_ name: Name) -> Found {
        func found(_ way: ReadingWay, _ reading: UnitReading, _ parsed: Parsed? = nil) -> Found { (way, reading, parsed) }
        // Taken apart once for all who ask.
        var known: Parsed??
        func parts() -> Parsed? {
            if let known { return known }
            let parsed = parse(name, name.all)
            known = .some(parsed)
            return parsed
        }
        // No name is as long as that; where every place in it may end a part, reading it would take the square of its length.
        guard !name.bytes.isEmpty, name.bytes.count <= Self.longest else { return found(.unresolved, unresolved(name)) }
        if let reading = local(name) { return found(.local, reading) }
        if let reading = national(name) { return found(.national, reading) }
        if let reading = group(name) { return found(.group, reading) }
        if let reading = issuer(name) { return found(.division, reading) }
        if let reading = foundedOfficeAlone(name) { return found(.office, reading) }
        if let reading = division(name, parts) ?? unnamedDivision(name, parts) { return found(.division, reading) }
        let parsed = parts()
        if parsed?.isStem ?? false, let reading = branch(name) { return found(.branch, reading) }
        if let parsed, parsed.core.rank == .listed { return found(.listed, reading(parsed), parsed) }
        if let reading = office(name) { return found(.office, reading) }
        if let reading = branch(name) { return found(.branch, reading) }
        if let reading = place(name) { return found(.place, reading) }
        if let reading = zoneBody(name) { return found(.zone, reading) }
        if let parsed, parsed.core.rank >= .composed { return found(.composed, reading(parsed), parsed) }
        if let turned = turnedBranch(name) { return asTablesSay(turned) }
        if let reading = suborgan(name) { return found(.suborgan, reading, parsed) }
        if !(parsed?.isExplicit ?? false), let reading = unknownPlace(name) { return found(.unknownPlace, reading, parsed) }
        if let reading = repaired(name, known: parsed?.core.fields ?? []) { return found(.repaired, reading, parsed) }
        if let parsed { return found(.partial, reading(parsed), parsed) }
        return found(.unresolved, unresolved(name))
    }

    // MARK: Place and core

    /// The best division of a name into place and core: the surer core wins, then the longer place.
    func parse(_ name: Name, _ range: Range<Int>) -> Parsed? {
        var start = range.lowerBound
        for word in ["中国共产党", "中共"] as [StaticString] where name.has(word, at: start, end: range.upperBound) && start == range.lowerBound {
            start += word.utf8CodeUnitCount
        }
        let body = start..<range.upperBound
        var best: Parsed?
        func offer(_ scope: Scope, _ from: Int, _ explicit: Bool, _ rank: Core.Rank = .formOnly) {
            guard from < body.upperBound, best?.core.rank != .listed,
                let core = cores.read(name, from..<body.upperBound, in: scope, above: best?.core.rank), core.rank >= rank
            else { return }
            if let best, best.core.rank >= core.rank { return }
            best = Parsed(scope: scope, core: core, isExplicit: explicit, coreStart: from)
        }
        if let listed = listedBehindLevel(name, body) { return listed }
        if let prefix = scopes.regionPrefix(name, body), prefix.end < body.upperBound, jurisdiction.zone == nil || prefix.indices != [scopes.home], !isLevel(prefix, name, body) {
            offerRegion(name, prefix, offer)
            best?.isStem = prefix.isStem
            if !prefix.isStem, prefix.indices.count == 1 { offerBranch(name, prefix, body, offer) }
            if prefix.indices.count > 1, let core = best?.coreStart {
                best?.elsewhere = candidates(name, core..<body.upperBound, prefix.indices.map { scopes.scope($0) })
            }
        }
        if let league = youthLeague(name, body) ?? democraticParty(name, body) { return league }
        var last = body.lowerBound
        while let hit = tables.words.levelWords.prefix(name.bytes, body, behind: last) {
            last = hit.end
            if let level = LevelWord(rawValue: hit.value) { offer(scopes.scope(level, printed: name.string(body.lowerBound..<hit.end)), hit.end, true) }
        }
        // 地委|组织部 in 阿勒泰地区; elsewhere 地 is no level (地税局).
        if name.has("地委", at: body.lowerBound), case let area = scopes.scope(.prefecture, printed: ""), area.isKnown, area.prefix.endsWithBytes(of: "地区") { offer(area, body.lowerBound + 3, true) }
        if let zone = jurisdiction.zone, let end = zonePrefix(name, body, zone) { offer(scopes.own, end, true) }
        // XX区教育局 in the plan of XX区.
        if let placeholder = jurisdiction.placeholder, name.has(text: placeholder, at: body.lowerBound, end: body.upperBound) {
            offer(scopes.own, body.lowerBound + placeholder.utf8.count, true)
        }
        if best?.core.rank != .listed, let township = townshipPrefix(name, body) {
            offer(township.scope, township.end, true, .composed)
            if let core = best?.coreStart, best?.scope === township.scope { best?.elsewhere = candidates(name, core..<body.upperBound, township.elsewhere) }
        }
        offer(unplaced(name, body), body.lowerBound, false)
        return best
    }

    /// 市|中医院, no 市中|医院 of one of the districts that are called 市中区, where nothing says that the document is near one.
    private func isLevel(_ prefix: RegionPrefix, _ name: Name, _ body: Range<Int>) -> Bool {
        prefix.isStem && prefix.indices.count > 1 && tables.words.levelWords.longestPrefix(name.bytes, body) != nil && !prefix.indices.contains { index in scopes.home.map { isNear(index, $0) } ?? false }
    }

    /// The commonest form, read first: 市|发改委, where 发改委 stands in the table and the whole does not.
    private func listedBehindLevel(_ name: Name, _ range: Range<Int>) -> Parsed? {
        guard let hit = tables.words.levelWords.longestPrefix(name.bytes, range), let level = LevelWord(rawValue: hit.value), hit.end < range.upperBound,
            let entry = tables.words.organWords.value(name.bytes, hit.end..<range.upperBound), tables.words.organWords.value(name.bytes, range) == nil
        else { return nil }
        let scope = scopes.scope(level, printed: name.string(range.lowerBound..<hit.end))
        return cores.listed(entry, name, hit.end..<range.upperBound, in: scope).map { Parsed(scope: scope, core: $0, isExplicit: true, coreStart: hit.end) }
    }

    /// The document's own place; 国家…, 中国… stand above it.
    private func unplaced(_ name: Name, _ range: Range<Int>) -> Scope {
        let start = range.lowerBound, end = range.upperBound
        if name.has("国家", at: start, end: end) || name.has("全国", at: start, end: end) || name.has("中央", at: start, end: end) || name.has("国务院", at: start, end: end) {
            return Scope(region: Region.nation.code, level: .national, prefix: "", stem: "", city: "")
        }
        // 商务厅 in a city's plan is the province's: no other organs are called 厅.
        if let level = scopes.own.level, level == .prefecture || level == .county, name.ends("厅", range), !name.ends("办公厅", range) {
            let province = scopes.scope(LevelWord.province, printed: "省")
            if province.isKnown { return province }
        }
        guard name.has("中国", at: start, end: end) || name.has("中华", at: start, end: end) else { return scopes.own }
        // 中国城市规划协会; 中国移动示例分公司 is of the place.
        if tables.nameWords.end(.nationalBody, name, range) != nil { return Scope(region: Region.nation.code, level: .national, prefix: "", stem: "", city: "") }
        return scopes.own.with(prefix: "", city: "")
    }

    private func offerRegion(_ name: Name, _ prefix: RegionPrefix, _ offer: (Scope, Int, Bool, Core.Rank) -> Void) {
        let index = prefix.indices[0]
        var scope = scope(of: prefix, in: name)
        if prefix.formerUntil != nil {
            let printed = ScopeReader.formerPrefix(printedPlace(name, prefix.end), index, jurisdiction, tables)
            scope = scope.with(prefix: printed, levelWord: String(printed.suffix(1)))
        }
        if prefix.isStem {
            // 仁和生态环境局: the city's branch for 仁和区.
            let printed = tables.regions.stem(index)
            scope = scope.with(prefix: (scope.level == .county ? scope.city : "") + printed)
        }
        // 江川水务有限公司 in 鹰潭 is no firm of 江川区 in 云南: a county's short name counts only in its own province.
        if prefix.isStem, let home = scopes.home, tables.regions.level(index) == .county, !self.isNear(index, home) { return }
        let isNear = scopes.home.map { home in prefix.indices.contains { tables.regions.related($0, home) } } ?? true
        if prefix.isStem, let institution = institution(name, prefix.end), isNear {
            // 甘肃医学院: a proper name, no body of the place's government.
            return offer(scope.with(prefix: name.string(0..<prefix.end)), prefix.end, true, institution)
        }
        // 北流汽车总站 says where it is; 仁和生态环境局 is the city's.
        if prefix.isStem, isNear, cores.listed(name, prefix.end..<name.bytes.count, in: scope)?.body == "enterprise" {
            scope = scope.with(prefix: name.string(0..<prefix.end))
        }
        offer(scope, prefix.end, true, prefix.isStem ? .composed : .formOnly)
    }

    /// 玉林市|北流|生态环境局: the city's branch for one of its counties, with the city in front.
    private func offerBranch(_ name: Name, _ prefix: RegionPrefix, _ body: Range<Int>, _ offer: (Scope, Int, Bool, Core.Rank) -> Void) {
        let regions = tables.regions, city = prefix.indices[0]
        guard regions.level(city) == .prefecture else { return }
        var county: (end: Int, index: Int)?
        regions.divisions.forEachPrefix(name.bytes, prefix.end..<body.upperBound) { end, key in
            if let index = regions.divisions.records(of: key).first(where: { regions.parent($0) == city }) { county = (end, index) }
        }
        guard let county, county.end < body.upperBound else { return }
        offer(scopes.scope(county.index).with(prefix: name.string(body.lowerBound..<county.end)), county.end, true, .composed)
    }

    /// The place in front of a name, without 中共 before it.
    func printedPlace(_ name: Name, _ end: Int) -> String {
        for word in ["中国共产党", "中共"] as [StaticString] where name.has(word, at: 0) { return name.string(word.utf8CodeUnitCount..<end) }
        return name.string(0..<end)
    }

    /// Schools, hospitals and firms bear a region's short name as a part of their own.
    private func institution(_ name: Name, _ start: Int) -> Core.Rank? {
        guard start < name.bytes.count, let form = tables.words.formWords.longestSuffix(name.bytes, start..<name.bytes.count),
            let field = tables.words.forms[form.value].field, ["institution", "enterprise"].contains(tables.words.fields[field].body) || tables.words.fields[field].id == "education"
                || tables.words.fields[field].id == "health"
        else { return nil }
        return .partial
    }

    /// 团市委, 团区委: the level stands inside.
    private func youthLeague(_ name: Name, _ range: Range<Int>) -> Parsed? {
        guard range.count > 6, name.has("团", at: range.lowerBound), name.ends("委", range) else { return nil }
        let inside = range.lowerBound + 3..<range.upperBound - 3
        guard let value = tables.words.levelWords.value(name.bytes, inside), let level = LevelWord(rawValue: value) else { return nil }
        let scope = scopes.scope(level, printed: name.string(inside))
        let core = Name("团委")
        return cores.read(core, core.all, in: scope).map { Parsed(scope: scope, core: $0, isExplicit: true, coreStart: range.lowerBound) }
    }

    /// 民盟市委, 农工党省委会: the level stands inside.
    private func democraticParty(_ name: Name, _ range: Range<Int>) -> Parsed? {
        // Close to the end of all of them stands 委.
        guard let last = name.last("委", in: max(range.lowerBound, range.upperBound - 9)..<min(range.upperBound + 3, name.bytes.count)), let party = tables.words.organWords.longestPrefix(name.bytes, range), party.end < last, let row = tables.words.organRows[party.value].first,
            let field = tables.words.organs[row].fields.first, tables.words.fields[field].id == "democratic-parties",
            let hit = tables.words.levelWords.longestPrefix(name.bytes, party.end..<range.upperBound), let level = LevelWord(rawValue: hit.value),
            name.has("委", at: hit.end), range.upperBound - hit.end <= 9
        else { return nil }
        let scope = scopes.scope(level, printed: name.string(party.end..<hit.end))
        return cores.listed(name, range.lowerBound..<party.end, in: scope).map { Parsed(scope: scope, core: $0, isExplicit: true, coreStart: range.lowerBound) }
    }

    /// 高新区, 本溪高新区 or 示范区 in front of an organ of the document's own zone.
    func zonePrefix(_ name: Name, _ range: Range<Int>, _ zone: String) -> Int? {
        // 济宁高新技术产业开发区 in the plan of 济宁高新区: the name in GB/T 2260.
        let listed = scopes.home.map { tables.regions.isZone($0) ? tables.regions.name($0) : "" } ?? ""
        let forms = [listed, zone, scopes.own.zone]
        for form in forms where !form.isEmpty && name.has(text: form, at: range.lowerBound, end: range.upperBound) {
            return range.lowerBound + form.utf8.count
        }
        return nil
    }

    /// 洗新乡 in front of its own office. Of several townships of one name none is taken: they are `elsewhere`.
    private func townshipPrefix(_ name: Name, _ range: Range<Int>) -> (scope: Scope, end: Int, elsewhere: [Scope])? {
        var best: (end: Int, found: [Int])?
        tables.regions.townships.forEachPrefix(name.bytes, range, longest: 40) { end, _ in
            guard end < range.upperBound else { return }
            let found = scopes.townships(name, range.lowerBound..<end)
            if !found.isEmpty { best = (end, found) }
        }
        guard let (end, found) = best else { return nil }
        if found.count == 1, isNearby(found[0]) { return (townshipScope(found[0]), end, []) }
        let printed = ScopeReader.township(name.string(range.lowerBound..<end), home: nil, tables)
        return (printed.with(region: nil, isKnown: false), end, found.map { townshipScope($0) })
    }

    private func townshipScope(_ index: Int) -> Scope {
        let official = tables.regions.townshipName(index)
        let scope = ScopeReader.township(official, home: tables.regions.county(ofTownship: index), tables)
        return jurisdiction.township == official ? scope : scope.with(prefix: fullName(ofTownship: index))
    }

    // MARK: Results

    /// A national organ: 财政部, 国家发展改革委.
    func national(_ name: Name) -> UnitReading? {
        var row = tables.words.nationalWords.value(name.bytes, name.all)
        // 发展改革委 in a document of the State Council.
        if row == nil, scopes.own.level == .national {
            let full = Array("国家".utf8) + name.bytes
            row = tables.words.nationalWords.value(full, 0..<full.count)
        }
        if let row {
            let organ = tables.words.national[row]
            return make(organ.template.source, organ.fields, .organ, region: Region.nation.code, level: .national, body: organ.body)
        }
        return nil
    }

    func reading(_ parsed: Parsed) -> UnitReading {
        // 河长办, 食安办: offices of ad-hoc bodies that have a name of their own.
        let isOffice = parsed.core.body == "office"
        let body = (isOffice ? nil : parsed.core.body) ?? parsed.core.fields.first.map { tables.words.fields[$0].body }
        var diagnostics: [Diagnostic] = []
        if !hasField(parsed.core.fields), parsed.core.rank < .composed, body != "enterprise" {
            diagnostics.append(Diagnostic("unit.unresolved", .note, "The field of government of “\(parsed.core.name)” is not known"))
        }
        if !parsed.scope.isKnown { diagnostics.append(regionOpen(parsed.core.name)) }
        return make(
            officialName(parsed), parsed.core.fields, isOffice ? .office : .organ, region: parsed.scope.region, level: parsed.scope.level,
            body: body, elsewhere: parsed.elsewhere, also: parsed.core.also, diagnostics: diagnostics)
    }

    func regionOpen(_ name: String) -> Diagnostic {
        Diagnostic("unit.region-open", .note, "Which region's organ “\(name)” is cannot be told from the document")
    }

    /// 哈城发投集团: a firm of which only the last word is known is not named after the document's place.
    private func officialName(_ parsed: Parsed) -> String {
        let name = parsed.core.name, prefix = parsed.scope.prefix
        guard !parsed.isExplicit, parsed.core.rank < .listed, name.beginsWithBytes(of: prefix) else { return name }
        let isPlaced = hasRegionInBrackets(name)
        guard isPlaced || parsed.core.rank <= .partial else { return name }
        let own = String(name.dropFirst(prefix.count))
        if isPlaced || saysPlace(Name(bytes: Array(own.utf8)), parsed.scope) { return own }
        let isFirm = parsed.core.body == "enterprise"
        return (isFirm || parsed.core.fields.contains { Self.selfNamed.contains(tables.words.fields[$0].id) }) && own.count >= 4 ? own : name
    }

    /// Whose bodies have names of their own, beside firms (华润燃气有限公司): 沙县小吃集团, 闽西日报社, 冠豸山机场.
    private static let selfNamed: Set<String> = ["enterprise", "media", "civil-aviation"]

    /// Whether a name bears its region's short name: 北流汽车总站, 中铁九江大桥公司.
    private func saysPlace(_ name: Name, _ scope: Scope) -> Bool { scope.stem.unicodeScalars.count >= 2 && name.contains(scope.stem) }

    /// 数字中国研究院（福建）: it says itself where it is.
    private func hasRegionInBrackets(_ name: String) -> Bool {
        // Nearly all end in a Chinese character.
        if let last = name.utf8.suffix(3).first, (0xE4...0xE9).contains(last) { return false }
        let name = Name(bytes: Array(name.utf8))
        let body = withoutBrackets(name)
        guard body.count < name.bytes.count, !body.isEmpty, let last = name.bytes.last else { return false }
        // (福建) has brackets of one byte.
        let length = last < 0x80 ? 1 : 3, start = body.upperBound + length, end = name.bytes.count - length
        guard start < end, let prefix = scopes.regionPrefix(name, start..<end) else { return false }
        return prefix.end == end
    }

    /// - Parameters:
    ///   - given: the fields of government.
    ///   - elsewhere, also: other readings, and other names of this one.
    func make(
        _ name: String, _ given: [Int], _ kind: UnitReading.Kind, region: String?, level: AdministrativeLevel?, body: String?,
        elsewhere: [UnitReading.Candidate] = [], also: [String] = [], diagnostics: [Diagnostic] = []
    ) -> UnitReading {
        let all = tables.words.fields
        let fields = hasField(given) ? given : []
        let isOne = fields.count == 1
        let function = isOne ? all[fields[0]].id : fields.isEmpty ? nil : fields.map { all[$0].id }.joined(separator: "+")
        return UnitReading(
            name: name, function: function,
            functionName: isOne ? all[fields[0]].name : fields.isEmpty ? nil : fields.map { all[$0].name }.joined(separator: "+"),
            region: region, level: level, kind: kind, body: body ?? given.first.map { all[$0].body },
            candidates: also.isEmpty ? elsewhere : elsewhere + also.map { UnitReading.Candidate(name: $0, function: function) }, diagnostics: diagnostics)
    }

    /// A firm of which nothing else is known belongs to no field of government.
    private func hasField(_ given: [Int]) -> Bool { !given.isEmpty && !(given.count == 1 && given[0] == tables.words.firm) }

    func unresolved(_ name: Name) -> UnitReading {
        let own = scopes.own
        let printed = name.string(name.all)
        let prefix = name.bytes.isEmpty || printed.beginsWithBytes(of: own.prefix) || saysPlace(name, own) ? "" : own.prefix
        var reading = make(prefix + printed, [], .organ, region: own.region, level: own.level, body: nil)
        // 市农批市场 is 九江市农批市场; but 市场主体.
        if let hit = tables.words.levelWords.longestPrefix(name.bytes, name.all), let level = LevelWord(rawValue: hit.value), name.bytes.count >= hit.end + 6,
            !tables.nameWords.begin(.noLevelName, name, at: hit.end) {
            let scope = scopes.scope(level, printed: "")
            if scope.isKnown, !scope.prefix.isEmpty { reading = make(scope.prefix + name.string(hit.end..<name.bytes.count), [], .organ, region: scope.region, level: scope.level, body: nil) }
        }
        reading.diagnostics = [Diagnostic("unit.unresolved", .warning, "“\(printed)” is not read as the name of a unit")]
        return reading
    }
}
