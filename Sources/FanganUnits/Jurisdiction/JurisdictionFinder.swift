/// Finds out from where a document speaks. What names the issuer itself decides first (issuers, signatures, title);
/// only without it do the names in the text count.
struct JurisdictionFinder: Sendable {
    let tables: UnitTables
    /// Places as a document of unknown origin has them.
    private let scopes: ScopeReader

    init(tables: UnitTables) {
        self.tables = tables
        scopes = ScopeReader(tables: tables, jurisdiction: Jurisdiction())
    }

    /// One origin, as one piece of evidence has it.
    private struct Origin {
        var regions: [Int] = []
        var townships: [Int] = []
        var township: String?
        var zone: String?
        var placeholder: String?
        /// A region's name of former days, as printed.
        var formerName: String?
        /// Regions that bore the printed name once, where others bear it today: 桥东区.
        var former: [FormerRegions.Row] = []
        var printed = ""
        var isNational = false
        /// What follows the place: 人民政府办公室, 市场监督管理局.
        var rest = Name("")
    }

    /// - Parameter body: the whole text, asked for only where nothing else tells.
    func find(_ evidence: JurisdictionEvidence, body: () -> String) -> Jurisdiction {
        let context = RegionContext(tables: tables, evidence: evidence)
        var jurisdiction = Jurisdiction(knownNames: evidence.knownNames, isoDate: evidence.isoDate)
        let named = evidence.issuers + evidence.signatures + [evidence.title, evidence.noticeTitle].compactMap { $0 }
        for text in named {
            guard let origin = origin(Name(text), context) else { continue }
            jurisdiction = self.jurisdiction(origin, context, evidence)
            if jurisdiction.region != nil || jurisdiction.placeholder != nil { break }
        }
        if jurisdiction.region == nil, jurisdiction.placeholder == nil, jurisdiction.township == nil, addressesProvinces(evidence) {
            jurisdiction.region = .nation
            jurisdiction.level = .national
        } else if jurisdiction.region == nil, jurisdiction.placeholder == nil || jurisdiction.township != nil, let index = provinceOfNumber(evidence) ?? inferred(context, evidence, body) {
            jurisdiction.region = tables.regions.region(index)
            jurisdiction.placeholder = nil
            jurisdiction.level = jurisdiction.township == nil ? jurisdiction.region?.level : .township
            if jurisdiction.township == nil, jurisdiction.bureau == nil { jurisdiction.bureau = signingBureau(evidence, jurisdiction, index) }
        }
        jurisdiction.subject = subject(evidence.title, jurisdiction)
        if jurisdiction.subject == nil { jurisdiction.topic = evidence.title }
        return jurisdiction
    }

    /// 自治区|市场监管厅 alone under a plan: the region's own bureau, once the region is known from elsewhere.
    private func signingBureau(_ evidence: JurisdictionEvidence, _ jurisdiction: Jurisdiction, _ home: Int) -> Jurisdiction.Bureau? {
        let names = Set((evidence.issuers + evidence.signatures).map { Name($0).bytes })
        guard names.count == 1, let name = names.first.map({ Name(bytes: $0) }), let hit = tables.words.levelWords.longestPrefix(name.bytes, name.all),
            let level = LevelWord(rawValue: hit.value), hit.end < name.bytes.count,
            ScopeReader(tables: tables, jurisdiction: jurisdiction).scope(level, printed: "").regionIndex == home else { return nil }
        return bureau(Origin(rest: Name(bytes: Array(name.bytes[hit.end...]))), jurisdiction)
    }

    /// 各省、自治区、直辖市人民政府，国务院各部委: who writes to all of them speaks for the whole country.
    private func addressesProvinces(_ evidence: JurisdictionEvidence) -> Bool {
        evidence.addressees.map { Name($0) }.contains { name in tables.relations(.nation).contains { name.has($0, at: 0, end: name.bytes.count) } }
    }

    /// 省人民政府 with 鄂政发〔2019〕12号: the letters of the number say which province it is.
    private func provinceOfNumber(_ evidence: JurisdictionEvidence) -> Int? {
        guard let letter = evidence.number?.unicodeScalars.first, let index = tables.numberLetters[String(letter)],
              let name = (evidence.issuers.first ?? evidence.title).map({ Name($0) }), let hit = tables.words.levelWords.longestPrefix(name.bytes, name.all),
              hit.value == LevelWord.province.rawValue, tables.regions.name(index).utf8.suffix(hit.end).elementsEqual(name.bytes[..<hit.end]) else { return nil }
        return index
    }

    /// The region that the text speaks of, for a document whose head says nothing.
    private func inferred(_ context: RegionContext, _ evidence: JurisdictionEvidence, _ body: () -> String) -> Int? {
        let text = TextRegion(tables: tables, evidence: evidence, body: body())
        return text.region ?? context.frequent.flatMap { text.admits($0) ? $0 : nil } ?? TownshipVotes(tables: tables, mentions: evidence.mentions).county
    }

    private func jurisdiction(_ evident: Origin, _ context: RegionContext, _ evidence: JurisdictionEvidence) -> Jurisdiction {
        var origin = evident
        var found = Jurisdiction(knownNames: evidence.knownNames, isoDate: evidence.isoDate)
        if origin.isNational {
            found.region = .nation
            found.level = .national
            return found
        }
        if let placeholder = origin.placeholder {
            found.placeholder = placeholder
            found.level = placeholder.hasSuffix("市") ? .prefecture : placeholder.hasSuffix("省") ? .province : .county
            return found
        }
        if let township = origin.township {
            found.township = township
            found.level = .township
            let counties = Set(origin.townships.map { tables.regions.county(ofTownship: $0) })
            if let county = context.choose(Array(counties.sorted())) { found.region = tables.regions.region(county) }
            return found
        }
        let former = origin.former.filter { row in evidence.isoDate.map { !row.isOver(at: $0) } ?? true }.map(\.region)
        // Without a date today's names count, unless the text says otherwise.
        let isSure = former.isEmpty || evidence.isoDate == nil
        if let index = context.choose(origin.regions + former) ?? (isSure ? context.choose(origin.regions) : nil) {
            found.region = tables.regions.region(index)
            found.level = found.region?.level
            if former.contains(index) { origin.formerName = origin.printed }
        } else if let first = origin.regions.first {
            // 鼓楼区: several regions have this name, and nothing in the document says which it is.
            found.placeholder = tables.regions.name(first)
            found.level = tables.regions.level(first)
        }
        found.formerName = origin.formerName
        found.zone = origin.zone.map { shortForm(of: $0, found.region, evidence) ?? $0 }
        if origin.zone != nil { found.level = .county }
        if found.zone == nil { found.bureau = bureau(origin, found) }
        return found
    }

    /// 济宁高新区, where the issuer is 济宁高新技术产业开发区管理委员会 and the title uses the short name.
    private func shortForm(of zone: String, _ region: Region?, _ evidence: JurisdictionEvidence) -> String? {
        guard let region, let index = tables.regions.index(code: region.code), tables.regions.isZone(index), let city = tables.regions.parent(index),
            let row = tables.words.zones.first(where: { zone.hasSuffix($0.full) }) else { return nil }
        let short = tables.words.zoneWords.words.first { tables.words.zones[$0.value].full == row.full && $0.word != row.full }
        guard let short else { return nil }
        let name = tables.regions.stem(city) + short.word
        return evidence.title?.hasPrefix(name) ?? false ? name : nil
    }

    // MARK: One piece of evidence

    private func origin(_ name: Name, _ context: RegionContext) -> Origin? {
        var start = 0
        for word in ["中国共产党", "中共", "关于", "印发"] as [StaticString] where name.has(word, at: start) { start += word.utf8CodeUnitCount }
        let range = start..<name.bytes.count
        guard range.count >= 6 else { return nil }
        if let placeholder = placeholder(name, range) { return placeholder }
        let national: [StaticString] = ["国务院", "中央", "国家", "中华人民共和国", "全国人"]
        if national.contains(where: { name.has($0, at: start) }) { return Origin(isNational: true) }
        var origin = Origin()
        var end = start
        if let prefix = scopes.regionPrefix(name, range) {
            let isListed = !prefix.isStem && prefix.indices.count == 1 && tables.regions.isZone(prefix.indices[0]) && isIssuer(name, prefix.end)
            let zone = isListed ? prefix.end : zoneEnd(name, prefix.end..<name.bytes.count)
            // 镇江|关于印发…的通知: a city without its 市.
            let isCity = prefix.isStem && start == 0 && name.has("关于", at: prefix.end) && prefix.indices.contains { tables.regions.level($0) < .county }
            if isCity { origin.regions = prefix.indices.filter { tables.regions.level($0) < .county } } else if !prefix.isStem || zone != nil {
                origin.regions = prefix.indices
                origin.printed = name.string(start..<prefix.end)
                if prefix.formerUntil != nil { origin.formerName = origin.printed }
                if prefix.formerUntil == nil, let value = tables.formerRegions.words.value(name.bytes, start..<prefix.end) { origin.former = tables.formerRegions.rows[value] }
                end = prefix.end
                if let zone {
                    origin.zone = name.string(start..<zone)
                    end = zone
                }
            }
        }
        if let township = townshipEnd(name, end..<name.bytes.count, inside: origin.regions) {
            origin.townships = township.indices
            origin.township = tables.regions.townshipName(township.indices[0])
            end = township.end
        }
        if origin.regions.isEmpty, origin.township == nil {
            guard tables.words.nationalWords.longestPrefix(name.bytes, range) != nil else { return nil }
            origin.isNational = true
        }
        origin.rest = Name(bytes: Array(name.bytes[end...]))
        return origin
    }

    /// XX区, ××县, 某某市: a form that stands for any region.
    private func placeholder(_ name: Name, _ range: Range<Int>) -> Origin? {
        let marks: [StaticString] = ["X", "x", "×", "某", "＊", "*", "○", "Ｘ"]
        var i = range.lowerBound
        var again = true
        while again {
            again = false
            for mark in marks where name.has(mark, at: i) {
                i += mark.utf8CodeUnitCount
                again = true
            }
        }
        guard i > range.lowerBound, i < range.upperBound, let hit = tables.words.levelWords.longestPrefix(name.bytes, i..<range.upperBound) else { return nil }
        return Origin(placeholder: name.string(range.lowerBound..<hit.end), rest: Name(bytes: Array(name.bytes[hit.end...])))
    }

    /// End of a zone's name close behind its city: 本溪|高新区, 包头|稀土高新区.
    private func zoneEnd(_ name: Name, _ range: Range<Int>) -> Int? {
        var i = range.lowerBound
        while i < min(range.upperBound, range.lowerBound + 18) {
            if name.isBoundary(i), let hit = tables.words.zoneWords.longestPrefix(name.bytes, i..<range.upperBound) { return isIssuer(name, hit.end) ? hit.end : nil }
            i += 1
        }
        return nil
    }

    /// Whether an organ follows, or nothing: not 平凉市|示范区建设方案.
    private func isIssuer(_ name: Name, _ index: Int) -> Bool {
        index == name.bytes.count || tables.nameWords.begin(.issuerFollower, name, at: index)
    }

    private func townshipEnd(_ name: Name, _ range: Range<Int>, inside: [Int]) -> (end: Int, indices: [Int])? {
        var best: (end: Int, indices: [Int])?
        tables.regions.townships.forEachPrefix(name.bytes, range, longest: 40) { end, key in
            let suffixes: [StaticString] = ["镇", "乡", "街道", "苏木"]
            guard suffixes.contains(where: { name.ends($0, range.lowerBound..<end) }) else { return }
            let found = tables.regions.townships.records(of: key).filter { township in
                inside.isEmpty || inside.contains { tables.regions.isInside(tables.regions.county(ofTownship: township), $0) }
            }
            if !found.isEmpty { best = (end, found) }
        }
        return best
    }

    /// The bureau that issues its own plan: 陕西省|市场监督管理局. Offices of government and party speak for the region.
    private func bureau(_ origin: Origin, _ jurisdiction: Jurisdiction) -> Jurisdiction.Bureau? {
        let own = ScopeReader.own(tables, jurisdiction), cores = CoreReader(tables: tables)
        let rest = origin.rest
        var i = rest.bytes.count
        while i >= 6 {
            defer { i -= 1 }
            guard rest.isBoundary(i), tables.words.formWords.longestSuffix(rest.bytes, 0..<i) != nil else { continue }
            guard let core = cores.read(rest, 0..<i, in: own), core.rank >= .composed else { continue }
            // 遵化市|安全生产委员会 is no bureau with divisions.
            if core.body == "office" { return nil }
            let ids = core.fields.map { tables.words.fields[$0].id }
            return ids.isEmpty || ids.contains(where: Self.general.contains) ? nil : Jurisdiction.Bureau(name: core.name, function: ids.joined(separator: "+"))
        }
        return nil
    }

    private static let general: Set<String> = ["government", "government-office", "party-office", "party-committee", "development-zone", "peoples-congress", "cppcc", "enterprise"]

    /// Where the topic begins in front of its verb, behind the place: 广州市|住宅工程质量提升专项行动; not 市|2023年促进消费, nor what is created.
    private func topicStart(_ name: Name, _ verb: Int, _ jurisdiction: Jurisdiction) -> Int? {
        guard let place = jurisdiction.region?.name.utf8, name.bytes.starts(with: place), verb - place.count >= 12, !name.has("创建", at: verb), !name.has("争创", at: verb) else { return nil }
        let topic = place.count..<verb
        // 陕西省|市场监督管理局|推进…
        if (["局", "厅", "委", "办", "室", "会", "府"] as [StaticString]).contains(where: { name.ends($0, topic) }) { return nil }
        return topic.contains { name.bytes[$0] < 0x80 } || name.first("关于", in: topic) != nil || name.first("年", in: topic) != nil ? nil : place.count
    }

    /// What the plan is about: its title without the region in front and 实施方案 at the end.
    private func subject(_ title: String?, _ jurisdiction: Jurisdiction) -> String? {
        guard let title else { return nil }
        let name = Name(title)
        var end = name.bytes.count
        // …方案（2023—2025年）, …方案（试行）
        if name.ends("）", name.all), let open = name.first("（", in: 0..<end) { end = open }
        // 关于开展…工作的通知
        end = tables.nameWords.end(.titleTail, name, 0..<end) ?? end
        end = tables.nameWords.end(.planKind, name, 0..<end) ?? end
        guard let start = tables.nameWords.first(.planVerb, name, in: 0..<end) else { return nil }
        var subject = name.string((topicStart(name, start, jurisdiction) ?? (name.has("开展", at: start) ? start + 6 : start))..<end)
        if subject.hasSuffix("工作") { subject.removeLast(2) }
        return subject.isEmpty ? nil : subject
    }
}
