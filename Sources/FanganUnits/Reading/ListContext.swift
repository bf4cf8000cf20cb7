import FanganText

/// What the names of one list take from their neighbours: 贵阳市、遵义市、黔南州|人民政府 are three governments, and behind 各县（市、区）人民政府
/// 园区管委会 are all of them.
extension UnitReader {
    /// For each name of a list the text to read instead of it; nil where it stands for itself.
    ///
    /// - Parameter mentions: names that stand next to each other, with nothing but a mark between them.
    public func completed(list mentions: [String]) -> [String?] {
        var completed = [String?](repeating: nil, count: mentions.count)
        guard mentions.count > 1 else { return completed }
        var listed = mentions.map { ListedName($0) }
        if let whole = names.withoutEtcetera(listed[listed.count - 1]) {
            completed[listed.count - 1] = whole
            listed[listed.count - 1] = ListedName(whole)
        }
        // As it is completed.
        var last = listed[0]
        for k in mentions.indices.dropFirst() {
            var next = listed[k]
            if let whole = names.besideParty(next, behind: last) ?? names.follower(next, behind: listed[k - 1]) ?? names.leveled(next, behind: last) ?? names.ofClass(next, behind: last) {
                completed[k] = whole
                next = ListedName(whole)
            }
            last = next
            var i = k - 1
            while i >= 0, completed[i] == nil, let whole = names.headed(listed[i], before: next) {
                completed[i] = whole
                i -= 1
            }
            // The name in front of it is read sooner than the whole: most do not take what this one ends with.
            guard let tail = SharedTail(mentions[k]), completed[k - 1] == nil, names.takes(tail, mentions[k - 1]), names.isShared(tail) else { continue }
            var j = k - 1
            while j >= 0, completed[j] == nil, names.takes(tail, mentions[j]) {
                completed[j] = mentions[j] + tail.text
                j -= 1
            }
        }
        return completed
    }

    /// Whether a name that is a class in one list of a document is one wherever it is printed: 园区管委会. What the list gives other names (各镇党委、政府;
    /// 各县区教育局、公安局) says nothing of the same words elsewhere.
    public func isClassEverywhere(_ mention: String) -> Bool {
        let name = Name(mention)
        return PartyCompanion(mention) == nil && names.tables.words.followerWords.longestSuffix(name.bytes, name.all) != nil
    }
}

/// A name of a list as it is printed, with its characters: every name is looked at from both sides, so that an object is handed around.
final class ListedName {
    let printed: String
    let name: Name
    /// Whether 各 stands in it.
    let saysEach: Bool

    init(_ printed: String) {
        self.printed = printed
        name = Name(printed)
        // What the name lacks of it may hold one too.
        saysEach = name.first("各", in: name.all) != nil || name.bytes.count != printed.utf8.count && printed.unicodeScalars.contains("各")
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

    private static let words: [(bytes: [UInt8], kind: Kind)] = ([
        ("党委和人民政府", .government), ("党委和政府", .government), ("党委、政府", .government), ("人民政府", .government), ("政府", .government),
        ("管委会", .zone), ("管理委员会", .zone), ("办事处", .street),
    ] as [(String, Kind)]).map { (Array($0.0.utf8), $0.1) }

    init?(_ mention: String) {
        // Most names end otherwise.
        guard let last = mention.utf8.last, Self.words.contains(where: { $0.bytes.last == last }) else { return nil }
        let bytes = Array(mention.utf8)
        guard let word = Self.words.first(where: { bytes.count > $0.bytes.count && bytes.last == $0.bytes.last && bytes.suffix($0.bytes.count).elementsEqual($0.bytes) }) else { return nil }
        text = String(decoding: word.bytes, as: UTF8.self)
        kind = word.kind
        head = String(decoding: bytes.dropLast(word.bytes.count), as: UTF8.self)
    }
}

/// What stands beside a party committee.
private enum PartyCompanion {
    case government, street, zone

    private static let words: [(String, PartyCompanion)] = [("政府", .government), ("人民政府", .government), ("办事处", .street), ("管委会", .zone), ("管理委员会", .zone)]

    init?(_ word: String) {
        guard let known = Self.words.first(where: { $0.0.hasSameBytes(as: word) }) else { return nil }
        self = known.1
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
        // Looked for first: most names hold no zone, and what is no name at all takes longest to read.
        guard (9...60).contains(name.bytes.count), zoneBody(name) != nil else { return false }
        let (way, reading) = way(name)
        return way == .zone && reading.kind == .place
    }

    /// 相关区政府: a class of governments.
    private func isClass(_ name: Name) -> Bool { way(name).way == .group }

    // MARK: Heads and tails of organs

    /// 发展改革委 behind 省政务服务数据管理局 in a city's plan: the level above is said once.
    func leveled(_ next: ListedName, behind last: ListedName) -> String? {
        let before = last.name
        guard scopes.own.level == .prefecture || scopes.own.level == .county, let hit = tables.words.levelWords.longestPrefix(before.bytes, before.all),
            hit.value == LevelWord.province.rawValue, isOrgan(before), let parsed = parse(before, before.all), parsed.coreStart == hit.end,
            let own = parse(next.name, next.name.all), !own.isExplicit, isOrgan(next.name) else { return nil }
        let whole = before.string(0..<hit.end) + next.printed
        return isOrgan(Name(whole)) ? whole : nil
    }

    /// 公安局 behind 各县区教育局: a class of regions goes on over the organs that each of them has, up to a name with a place of its own
    /// (市财政局, 兰州市公安局). Of the plan of a bureau only organs of another field are theirs: 登记注册局 is one of its own divisions.
    func ofClass(_ next: ListedName, behind last: ListedName) -> String? {
        let name = next.name
        guard last.saysEach, (6...45).contains(name.bytes.count), name.bytes.last != last.name.bytes.first else { return nil }
        let parts = DivisionClass.parts(of: last.printed)
        guard parts.count == 1, let part = parts.first, !part.isTownship, !part.rest.isEmpty, last.printed.hasSuffix(part.rest), isOrganOfField(Name(part.rest), ownField: true),
            isClass(last.name), isOrganOfField(name, ownField: false), !isClass(name) else { return nil }
        return String(last.printed.dropLast(part.rest.count)) + next.printed
    }

    /// 教育局, 审批服务管理局: an organ without a place, of a field that every place has one for; no firm, no national organ.
    ///
    /// - Parameter ownField: in the plan of a bureau, of its own field; else of another.
    private func isOrganOfField(_ name: Name, ownField: Bool) -> Bool {
        guard let parsed = parse(name, name.all), !parsed.isExplicit, parsed.core.rank >= .composed, let field = parsed.core.fields.first, national(name) == nil else { return false }
        let body = parsed.core.body ?? tables.words.fields[field].body
        guard !["enterprise", "institution", "office"].contains(body), tables.words.fields[field].id != "government" else { return false }
        guard let function = jurisdiction.bureau?.function else { return isOrgan(name) }
        let own = parsed.core.fields.map { tables.words.fields[$0].id }
        return ownField && own.joined(separator: "+") == function || parsed.core.rank == .listed && !own.contains { function.contains($0) }
    }

    /// 市 before 县教育局 is 市教育局, 财政 before 人社局 财政局, 泾川县 before 灵台县教育局 泾川县教育局; nil for names that are whole.
    func headed(_ listed: ListedName, before last: ListedName) -> String? {
        let name = listed.name, next = last.name
        guard !name.bytes.isEmpty, name.bytes.count <= 45 else { return nil }
        if let whole = firm(name, before: next) ?? stationed(listed, before: last) ?? township(listed, before: last) { return whole }
        // Most names are whole: what they lack is looked for before the next one is read.
        let isLevel = tables.words.levelWords.value(name.bytes, name.all) != nil
        let place = isLevel ? nil : wholeDivision(name), form = isLevel ? nil : sharedForm(name, next)
        guard isLevel || place != nil || form != nil, let parsed = parse(next, next.all), parsed.core.rank >= .composed else { return nil }
        if isLevel {
            return tables.words.levelWords.value(next.bytes, 0..<parsed.coreStart) == nil ? nil : listed.printed + next.string(parsed.coreStart..<next.bytes.count)
        }
        if let place, parsed.coreStart > 0, let other = wholeDivision(Name(bytes: Array(next.bytes[..<parsed.coreStart]))),
            tables.regions.parent(place) == tables.regions.parent(other), tables.regions.level(place) == tables.regions.level(other), place != other {
            return listed.printed + next.string(parsed.coreStart..<next.bytes.count)
        }
        guard let form, way(name).way == .unresolved else { return nil }
        let whole = listed.printed + next.string(form..<next.bytes.count)
        return isOrgan(Name(whole)) ? whole : nil
    }

    /// 中央 before 省驻示有关单位 is 中央驻示有关单位.
    private func stationed(_ listed: ListedName, before last: ListedName) -> String? {
        guard tables.nameWords.isWord(.stationed, listed.name, listed.name.all), isClass(last.name) else { return nil }
        let start = tables.words.levelWords.longestPrefix(last.name.bytes, last.name.all)?.end ?? 0
        return last.name.has("驻", at: start) ? listed.printed + last.name.string(start..<last.name.bytes.count) : nil
    }

    /// 昆阳 before 水头镇 is 昆阳镇: the list says once what they are.
    private func township(_ listed: ListedName, before last: ListedName) -> String? {
        guard let form = Self.townshipForms.first(where: { last.printed.endsWithBytes(of: $0) }), isBareTownship(listed.name.bytes.count), isBareTownship(last.printed.utf8.count - form.utf8.count), !listed.saysEach,
              !Self.townshipForms.contains(where: { listed.printed.endsWithBytes(of: $0) }), tables.words.stemWords.longestSuffix(listed.name.bytes, listed.name.all) == nil, way(listed.name).way == .unresolved else { return nil }
        return listed.printed + form
    }

    /// 水头镇 for the last one of 昆阳、鳌江、水头等镇.
    func withoutEtcetera(_ listed: ListedName) -> String? {
        guard let form = Self.townshipForms.first(where: { listed.printed.endsWithBytes(of: "等" + $0) }) else { return nil }
        let name = listed.printed.dropLast(form.count + 1)
        return isBareTownship(name.utf8.count) && !listed.saysEach ? name + form : nil
    }

    /// Two or three characters.
    private func isBareTownship(_ bytes: Int) -> Bool { bytes == 6 || bytes == 9 }

    private static let townshipForms = ["镇", "乡", "街道"]

    /// 移动 before 电信吉安分公司 is 移动吉安分公司, 工行 before 农行吉安市分行 工行吉安市分行: firms of one trade of which the list says once what and where they are.
    private func firm(_ name: Name, before next: Name) -> String? {
        guard name.bytes.count <= 12, next.bytes.count > 9, tables.nameWords.end(.firmEnd, next, next.all) != nil, tables.nameWords.end(.firmEnd, name, name.all) == nil,
            let own = enterprise(next), way(name).way != .listed else { return nil }
        for end in [6, 9, 12] where end < next.bytes.count && next.isBoundary(end) {
            let whole = name.string(name.all) + next.string(end..<next.bytes.count)
            if enterprise(Name(bytes: Array(next.bytes[end...]))) == nil, let other = enterprise(Name(whole)), other.function == own.function, other.name != own.name { return whole }
        }
        return nil
    }

    /// A firm that the tables know.
    private func enterprise(_ name: Name) -> UnitReading? {
        let (way, reading) = way(name)
        return (way == .branch || way == .listed) && reading.body == "enterprise" ? reading : nil
    }

    /// 市教育、财政、人社|局: where the form begins that a name of nothing but fields may take from the next one.
    private func sharedForm(_ name: Name, _ next: Name) -> Int? {
        // 财政局 is whole: no field ends so.
        guard tables.words.stemWords.longestSuffix(name.bytes, name.all) != nil, let form = tables.words.formWords.longestSuffix(next.bytes, next.all), tables.nameWords.isWord(.sharedForm, next, form.start..<next.bytes.count) else { return nil }
        let start = tables.words.levelWords.longestPrefix(name.bytes, name.all).map { $0.end } ?? 0
        guard start < name.bytes.count, let stems = StemParser(tables: tables).parse(name, start..<name.bytes.count, wording: .official), !stems.fields.isEmpty else { return nil }
        return form.start
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

    /// 政府 behind 各镇党委 is 各镇政府, 办事处 behind 各街道党工委 theirs, 管委会 behind 经开区党工委 its: the list says once whose both are. A party
    /// committee has only its own kind beside it: no 办事处 behind 各镇党委, no 管委会 behind 县委.
    func besideParty(_ listed: ListedName, behind last: ListedName) -> String? {
        if let whole = besideCommittees(listed, behind: last) { return whole }
        let whole = last.name
        guard let body = PartyCompanion(listed.printed), let end = tables.nameWords.end(.partyEnd, whole, whole.all), end > 0 else { return nil }
        let place = whole.string(0..<end), party = whole.string(end..<whole.bytes.count)
        switch body {
        case .government:
            guard party != "党工委", !place.hasSuffix("街道"), isClass(last.name) || isRegion(Name(place)) || tables.words.levelWords.value(Name(place).bytes, Name(place).all) != nil else { return nil }
        case .street:
            guard party == "党工委", place.hasSuffix("街道"), isClass(last.name) || isStreet(place) else { return nil }
        case .zone:
            guard party == "党工委", !place.hasSuffix("街道"), isBareZone(Name(place)) else { return nil }
        }
        return place + listed.printed
    }

    /// 区政府 behind 各区委 is 各区政府: 各 holds for both.
    private func besideCommittees(_ listed: ListedName, behind last: ListedName) -> String? {
        guard last.printed.beginsWithBytes(of: "各"), last.printed.endsWithBytes(of: "委"), let level = last.printed.dropLast().last,
            ["政府", "人民政府"].contains(where: { listed.printed == String(level) + $0 }) else { return nil }
        return "各" + listed.printed
    }

    /// The text to read for a name that is a class only because one stands in front of it.
    func follower(_ listed: ListedName, behind last: ListedName) -> String? {
        let name = listed.name
        guard jurisdiction.zone == nil, jurisdiction.bureau == nil,
            let hit = tables.words.followerWords.longestSuffix(name.bytes, name.all), let role = FollowerRole(rawValue: hit.value) else { return nil }
        let before = last.name
        switch role {
        case .whole:
            guard hit.start == 0, DivisionClass.parts(of: last.printed).contains(where: { $0.namesCounties || $0.beginsWithPrefecture }), isClass(before) else { return nil }
            return "各" + listed.printed
        case .ending:
            guard let mark = tables.words.groupWords.longestPrefix(before.bytes, before.all), mark.value == GroupRole.mark.rawValue, isClass(before),
                !isClass(name), let parsed = parse(name, name.all), !parsed.isExplicit, parsed.core.rank != .listed, hit.start > 0 else { return nil }
            return before.string(0..<mark.end) + listed.printed
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
