/// What the names of one list take from their neighbours: 贵阳市、遵义市、黔南州|人民政府 are three governments, and behind 各县（市、区）人民政府
/// 园区管委会 are all of them.
extension UnitReader {
    /// For each name of a list the text to read instead of it; nil where it stands for itself.
    ///
    /// - Parameter mentions: names that stand next to each other, with nothing but a mark between them.
    public func completed(list mentions: [String]) -> [String?] {
        var completed = [String?](repeating: nil, count: mentions.count)
        guard mentions.count > 1 else { return completed }
        for k in mentions.indices.dropFirst() {
            if let whole = names.follower(mentions[k], behind: mentions[k - 1]) ?? names.leveled(mentions[k], behind: completed[k - 1] ?? mentions[k - 1]) { completed[k] = whole }
            var i = k - 1
            while i >= 0, completed[i] == nil, let whole = names.headed(mentions[i], before: completed[k] ?? mentions[k]) {
                completed[i] = whole
                i -= 1
            }
            guard let tail = SharedTail(mentions[k]), names.isShared(tail) else { continue }
            var j = k - 1
            while j >= 0, completed[j] == nil, names.takes(tail, mentions[j]) {
                completed[j] = mentions[j] + tail.text
                j -= 1
            }
        }
        return completed
    }
}

/// A last word that a list says once, for all places in front of it.
struct SharedTail {
    enum Kind { case government, zone, street }

    /// 人民政府, as printed.
    let text: String
    /// 黔南州
    let head: String
    let kind: Kind

    private static let words: [(String, Kind)] = [
        ("党委和人民政府", .government), ("党委和政府", .government), ("党委、政府", .government), ("人民政府", .government), ("政府", .government),
        ("管委会", .zone), ("管理委员会", .zone), ("办事处", .street),
    ]

    init?(_ mention: String) {
        guard let word = Self.words.first(where: { mention.hasSuffix($0.0) && mention.utf8.count > $0.0.utf8.count }) else { return nil }
        text = word.0
        kind = word.1
        head = String(mention.dropLast(word.0.count))
    }
}

extension NameReader {
    /// Whether the name with the last word is itself one of places or classes of them: 黔南州人民政府, not 市政府.
    func isShared(_ tail: SharedTail) -> Bool {
        switch tail.kind {
        case .zone: isBareZone(Name(tail.head))
        case .government: isRegion(Name(tail.head)) || DivisionClass.isBare(tail.head) || isClass(Name(tail.head + tail.text))
        case .street: isStreet(tail.head)
        }
    }

    /// Whether a name in front of it lacks the last word: 贵阳市, 各市〔州〕, 广安经开区.
    func takes(_ tail: SharedTail, _ mention: String) -> Bool {
        switch tail.kind {
        case .zone: isBareZone(Name(mention))
        case .government: isRegion(Name(mention)) || DivisionClass.isBare(mention)
        case .street: isStreet(mention)
        }
    }

    /// A division's or township's full name, and nothing else.
    private func isRegion(_ name: Name) -> Bool {
        guard !name.bytes.isEmpty, name.bytes.count <= 60 else { return false }
        if let prefix = scopes.regionPrefix(name, name.all), prefix.end == name.bytes.count, !prefix.isStem { return true }
        return !name.ends("街道", name.all) && !scopes.townships(name, name.all).isEmpty && scopes.home != nil
    }

    private func isStreet(_ name: String) -> Bool { name.hasSuffix("街道") && !scopes.townships(Name(name), Name(name).all).isEmpty }

    private func isBareZone(_ name: Name) -> Bool {
        guard (9...60).contains(name.bytes.count) else { return false }
        let (way, reading) = way(name)
        return way == .zone && reading.kind == .place
    }

    /// 相关区政府: a class of governments.
    private func isClass(_ name: Name) -> Bool { way(name).way == .group }

    // MARK: Heads and tails of organs

    /// 发展改革委 behind 省政务服务数据管理局 in a city's plan: the level above is said once.
    func leveled(_ mention: String, behind last: String) -> String? {
        let before = Name(last)
        guard scopes.own.level == .prefecture || scopes.own.level == .county, let hit = tables.words.levelWords.longestPrefix(before.bytes, before.all),
            hit.value == LevelWord.province.rawValue, isOrgan(before), let parsed = parse(before, before.all), parsed.coreStart == hit.end,
            let own = parse(Name(mention), Name(mention).all), !own.isExplicit, isOrgan(Name(mention)) else { return nil }
        let whole = before.string(0..<hit.end) + mention
        return isOrgan(Name(whole)) ? whole : nil
    }

    /// 市 before 县教育局 is 市教育局, 财政 before 人社局 财政局, 泾川县 before 灵台县教育局 泾川县教育局; nil for names that are whole.
    func headed(_ mention: String, before last: String) -> String? {
        let name = Name(mention), next = Name(last)
        guard !name.bytes.isEmpty, name.bytes.count <= 45, let parsed = parse(next, next.all), parsed.core.rank >= .composed else { return nil }
        if tables.words.levelWords.value(name.bytes, name.all) != nil {
            return tables.words.levelWords.value(next.bytes, 0..<parsed.coreStart) == nil ? nil : mention + next.string(parsed.coreStart..<next.bytes.count)
        }
        if parsed.coreStart > 0, let place = wholeDivision(name), let other = wholeDivision(Name(bytes: Array(next.bytes[..<parsed.coreStart]))),
            tables.regions.parent(place) == tables.regions.parent(other), tables.regions.level(place) == tables.regions.level(other), place != other {
            return mention + next.string(parsed.coreStart..<next.bytes.count)
        }
        return withForm(name, mention, next)
    }

    /// 市教育、财政、人社|局
    private func withForm(_ name: Name, _ mention: String, _ next: Name) -> String? {
        guard let form = tables.words.formWords.longestSuffix(next.bytes, next.all), ["局", "厅", "委", "部门"].contains(next.string(form.start..<next.bytes.count)) else { return nil }
        let start = tables.words.levelWords.longestPrefix(name.bytes, name.all).map { $0.end } ?? 0
        guard start < name.bytes.count, way(name).way == .unresolved,
            let stems = StemParser(tables: tables).parse(name, start..<name.bytes.count, wording: .official), !stems.fields.isEmpty else { return nil }
        let whole = mention + next.string(form.start..<next.bytes.count)
        return isOrgan(Name(whole)) ? whole : nil
    }

    private func isOrgan(_ name: Name) -> Bool {
        let way = way(name).way
        return way == .listed || way == .composed || way == .known
    }

    /// The one division that a full name names.
    private func wholeDivision(_ name: Name) -> Int? {
        guard let prefix = scopes.regionPrefix(name, name.all), prefix.end == name.bytes.count, !prefix.isStem, prefix.indices.count == 1 else { return nil }
        return prefix.indices[0]
    }

    /// The text to read for a name that is a class only because one stands in front of it.
    func follower(_ mention: String, behind last: String) -> String? {
        let name = Name(mention)
        guard jurisdiction.zone == nil, jurisdiction.bureau == nil,
            let hit = tables.words.followerWords.longestSuffix(name.bytes, name.all), let role = FollowerRole(rawValue: hit.value) else { return nil }
        let before = Name(last)
        switch role {
        case .whole:
            guard hit.start == 0, DivisionClass.parts(of: last).contains(where: { $0.namesCounties || $0.beginsWithPrefecture }), isClass(before) else { return nil }
            return "各" + mention
        case .ending:
            guard let mark = tables.words.groupWords.longestPrefix(before.bytes, before.all), mark.value == GroupRole.mark.rawValue, isClass(before),
                !isClass(name), let parsed = parse(name, name.all), !parsed.isExplicit, parsed.core.rank != .listed, hit.start > 0 else { return nil }
            return before.string(0..<mark.end) + mention
        }
    }
}

extension DivisionClass {
    /// 各市〔州〕: divisions without anything of theirs.
    static func isBare(_ printed: String) -> Bool {
        guard printed.unicodeScalars.first == "各" else { return false }
        let parts = parts(of: printed)
        return parts.count == 1 && parts[0].rest.isEmpty && parts[0].kinds.allSatisfy { !["街道"].contains($0) }
    }
}
