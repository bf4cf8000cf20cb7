/// Organs with a region inside their name (人行南昌中心支行, 江西银保监局), and parts of organs (市公安局仁和区分局).
extension NameReader {
    func branch(_ name: Name) -> UnitReading? {
        var last = -1
        while let hit = tables.words.branchTails.suffix(name.bytes, name.all, behind: last) {
            last = hit.start
            for row in tables.words.branchRows[hit.value] where name.has(tables.words.branches[row].head, at: 0, end: hit.start) {
                let branch = tables.words.branches[row]
                if let reading = branchReading(name, branch, branch.head.count..<hit.start) { return reading }
            }
        }
        return nil
    }

    private func branchReading(_ name: Name, _ branch: Branch, _ middle: Range<Int>) -> UnitReading? {
        // 银保监分局 alone is the one of the document's place; 海关 and 电信 alone may be any.
        guard !middle.isEmpty || !branch.head.isEmpty || (branch.tail.count >= 12 && branch.body == "vertical" && scopes.home != nil) else { return nil }
        guard let place = branchPlace(name, middle, serves: branch.servesProvince), branch.regions.hold(in: place.region ?? scopes.own.region) else { return nil }
        let full = branchName(branch.template, place)
        var reading = make(full, branch.fields, .organ, region: place.region, level: place.level, body: branch.body)
        if place.region == nil, scopes.home != nil { reading.diagnostics.append(regionOpen(full)) }
        return reading
    }

    /// The region that stands in a branch's name.
    private struct BranchPlace {
        var printed: String
        /// Nil where several regions bear the name, or none.
        var index: Int?
        /// As it is reported.
        var region: String?
        var level: AdministrativeLevel?
    }

    /// `*` stands for the region as printed, `{R}` for its name in such branches, however it was printed: 人行九江中支 and 人行九江市中心支行 are one.
    private func branchName(_ template: String, _ place: BranchPlace) -> String {
        if template.contains("{R}") { return template.replacing("{R}", with: place.index.map { branchRegion($0) } ?? place.printed) }
        return Self.filled(template, place.printed)
    }

    /// 中国人民银行*中心支行 with the place where the star is.
    private static func filled(_ template: String, _ place: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(template.utf8.count + place.utf8.count)
        for byte in template.utf8 { if byte == UInt8(ascii: "*") { bytes += place.utf8 } else { bytes.append(byte) } }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// 九江市, 甘孜州, 江西省; a provincial capital in short (南昌), since its branch was the province's.
    func branchRegion(_ index: Int) -> String {
        let regions = tables.regions
        if regions.isCapital(index), regions.level(index) == .prefecture { return regions.stem(index) }
        return regions.nameEnds(index, "自治州") ? regions.stem(index) + "州" : regions.name(index)
    }

    /// The region that stands in a branch's name, or the document's own where only 市 or nothing stands there.
    private func branchPlace(_ name: Name, _ middle: Range<Int>, serves: Bool) -> BranchPlace? {
        let own = scopes.own
        if middle.isEmpty {
            let stem = scopes.home.map { tables.regions.stem($0) } ?? own.stem
            return stem.isEmpty ? nil : BranchPlace(printed: stem, index: scopes.home, region: own.region, level: own.level)
        }
        if let hit = tables.words.levelWords.longestPrefix(name.bytes, middle), hit.end == middle.upperBound, let level = LevelWord(rawValue: hit.value) {
            let scope = scopes.scope(level, printed: name.string(middle))
            return BranchPlace(printed: scope.stem, index: scope.isKnown ? scope.regionIndex : nil, region: scope.region, level: scope.level)
        }
        guard let prefix = scopes.regionPrefix(name, middle), prefix.end == middle.upperBound else { return nil }
        let index = prefix.indices[0]
        let printed = name.string(middle)
        if serves, tables.regions.isCapital(index), let province = tables.regions.parent(index), let home = scopes.home,
            tables.regions.isInside(home, province), !tables.regions.isInside(home, index) {
            return BranchPlace(printed: printed, index: index, region: String(tables.regions.code(province)), level: .province)
        }
        let open = prefix.indices.count > 1
        // 莱芜市 of former days keeps its name.
        return BranchPlace(
            printed: printed, index: open || prefix.formerUntil != nil ? nil : index, region: open ? nil : String(tables.regions.code(index)), level: tables.regions.level(index))
    }

    /// 公安浔阳分局, 市公安浔阳分局: the same as 浔阳公安分局, with the field in front of the place.
    func turnedBranch(_ name: Name) -> Name? {
        guard let form = tables.words.formWords.longestSuffix(name.bytes, name.all), tables.words.forms[form.value].isBranch else { return nil }
        var start = 0
        if let level = tables.words.levelWords.longestPrefix(name.bytes, 0..<form.start) { start = level.end }
        else if let place = scopes.regionPrefix(name, 0..<form.start), !place.isStem { start = place.end }
        for from in start > 0 ? [start, 0] : [0] {
            guard let core = tables.words.stemWords.longestPrefix(name.bytes, from..<form.start), !tables.words.stems[core.value].fields.isEmpty, core.end < form.start,
                let place = scopes.regionPrefix(name, core.end..<form.start), place.end == form.start else { continue }
            return Name(bytes: Array(name.bytes[core.end..<form.start] + name.bytes[from..<core.end] + name.bytes[form.start...]))
        }
        return nil
    }

    /// A part of an organ: 市自然资源和规划局仁和区分局, 市住房公积金管理中心德安办事处, 市场监管厅标准化处.
    func suborgan(_ name: Name) -> UnitReading? {
        // 省水利厅规计处（扶贫办）: one part with a second plate.
        let body = withoutBrackets(name)
        if body.count < name.bytes.count, !body.isEmpty, let reading = suborgan(Name(bytes: Array(name.bytes[body]))) { return reading }
        guard tables.words.formWords.longestSuffix(name.bytes, name.all) != nil else { return nil }
        var end = name.bytes.count - 6
        while end > 6 {
            defer { end -= 1 }
            guard name.isBoundary(end), tables.words.formWords.longestSuffix(name.bytes, 0..<end) != nil, !isInsideForm(name, end) else { continue }
            // 财政部|驻贵阳办事处: no 贵州省财政部.
            let state = name.has("驻", at: end) ? national(Name(bytes: Array(name.bytes[..<end]))) : nil
            if state == nil, let head = parse(name, 0..<end), head.core.rank >= .composed, !head.isStem || head.core.rank == .listed { return suborgan(name, head, end..<name.bytes.count) }
            // 国家药监局医疗器械技术审评检查长三角分中心: a part of an organ of the state.
            if let head = national(Name(bytes: Array(name.bytes[..<end]))), let reading = nationalPart(name, head, end) { return reading }
            // 河南银保监局济源监管组: a part of a branch.
            guard let head = branch(Name(bytes: Array(name.bytes[..<end]))) else { continue }
            let fields = head.function?.split(separator: "+").compactMap { tables.words.field(id: String($0)) } ?? []
            let scope = Scope(regionIndex: head.region.flatMap { tables.regions.index(code: $0) }, region: head.region, level: head.level, prefix: "", stem: "", city: "")
            let core = Core(name: head.name, fields: fields, body: head.body, rank: .composed)
            return suborgan(name, Parsed(scope: scope, core: core, isExplicit: true, coreStart: 0), end..<name.bytes.count)
        }
        return nil
    }

    /// 防指办|公室, 管委|员会: no part ends there.
    private func isInsideForm(_ name: Name, _ end: Int) -> Bool {
        name.ends("办", 0..<end) && name.has("公室", at: end) || name.ends("委", 0..<end) && name.has("员会", at: end)
    }

    private func nationalPart(_ name: Name, _ head: UnitReading, _ end: Int) -> UnitReading? {
        guard let form = tables.words.formWords.longestSuffix(name.bytes, end..<name.bytes.count), form.start > end else { return nil }
        var reading = head
        let country = "中华人民共和国"
        reading.name = (head.name.hasPrefix(country) ? String(head.name.dropFirst(country.count)) : head.name) + name.string(end..<form.start) + tables.words.forms[form.value].full
        return reading
    }

    private func suborgan(_ name: Name, _ head: Parsed, _ tail: Range<Int>) -> UnitReading? {
        guard let form = tables.words.formWords.longestSuffix(name.bytes, tail) else { return nil }
        let printed = name.string(tail.lowerBound..<form.start) + tables.words.forms[form.value].full
        var region = head.scope.region, level = head.scope.level
        if form.start > tail.lowerBound, let place = scopes.regionPrefix(name, tail.lowerBound..<form.start),
            !place.isStem || isBranchWord(name, place.end..<form.start), let served = servedRegion(place.indices, head) {
            region = String(tables.regions.code(served))
            level = tables.regions.level(served)
        } else if jurisdiction.zone != nil, tables.words.zoneWords.longestSuffix(name.bytes, tail.lowerBound..<form.start) != nil {
            region = scopes.own.region
        }
        return make(head.core.name + printed, head.core.fields, .organ, region: region, level: level, body: head.core.body)
    }

    /// What may stand between a region's short name and the form: 济源|监管|组; not 资源|开发|处, which 资源县 has nothing to do with.
    private func isBranchWord(_ name: Name, _ range: Range<Int>) -> Bool {
        range.isEmpty || tables.nameWords.isWord(.branchWord, name, range)
    }

    /// The region below the head organ's that a branch serves.
    private func servedRegion(_ indices: [Int], _ head: Parsed) -> Int? {
        guard let above = head.scope.regionIndex else { return indices.count == 1 ? indices[0] : nil }
        if let below = indices.first(where: { tables.regions.related($0, above) }) { return below }
        // 成都铁路局贵阳办事处: a body over several provinces has branches in the document's own.
        guard let home = scopes.home, ["vertical", "enterprise"].contains(head.core.body ?? head.core.fields.first.map { tables.words.fields[$0].body } ?? "") else { return nil }
        return indices.first { tables.regions.related($0, home) }
    }
}
