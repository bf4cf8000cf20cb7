/// Classes of units: 各县（市、区）人民政府, 区直各部门, 省局相关处室.
extension NameReader {
    func group(_ name: Name) -> UnitReading? {
        guard isGroup(name) else { return nil }
        if let bureau = jurisdiction.bureau, let printed = divisions(name) {
            return make(bureau.name + printed, [], .group, region: scopes.own.region, level: scopes.own.level, body: nil)
        }
        let (scope, printed) = groupScope(name)
        let rest = withDepartments(printed)
        return make(scope.prefix + rest, [], .group, region: scope.region, level: scope.level, body: nil)
    }

    /// 各级财政 of 各级财政、人力资源社会保障部门: the departments of the field.
    private func withDepartments(_ printed: String) -> String {
        guard printed.hasPrefix("各级") else { return printed }
        let field = Array(printed.utf8.dropFirst(6))
        guard let stem = tables.words.stemWords.value(field, 0..<field.count) else { return printed }
        // 各级政府 are no departments.
        return tables.words.stems[stem].fields.allSatisfy { tables.words.fields[$0].id != "government" } && !printed.hasSuffix("政府") ? printed + "部门" : printed
    }

    func isGroup(_ name: Name) -> Bool {
        let body = withoutBrackets(name)
        guard !body.isEmpty else { return hasList(name) }
        if let whole = tables.words.groupWords.value(name.bytes, body), let role = GroupRole(rawValue: whole), role == .plural || role == .classNoun { return true }
        // 试点地区政府办公厅（室）: of each of a class of places.
        if name.has("试点", at: 0), let hit = tables.words.groupWords.longestPrefix(name.bytes, name.all), hit.value == GroupRole.classNoun.rawValue { return true }
        if isNumbered(name) { return true }
        let (strong, weak) = marks(name)
        var ending: GroupRole?
        var last = -1
        while ending == nil, let hit = tables.words.groupWords.suffix(name.bytes, body, behind: last) {
            last = hit.start
            if let role = GroupRole(rawValue: hit.value), role != .mark, role != .weak { ending = role }
        }
        switch ending {
        case .classNoun: return true
        case .noun, .plural: return strong || weak || hasList(name) || startsWithList(name)
        // 供水、供电企业 and 审图、检测机构 are several; “双随机、一公开”… is a name.
        case .trade: return strong || weak || hasList(name) || name.first("、", in: body) != nil && name.first("“", in: body) == nil
        // 县（市、区）双拥办 is one of each.
        case .form: return strong || startsWithList(name)
        default: return strong && startsWithMark(name)
        }
    }

    /// 长株潭三市人民政府, 川渝两地: as many places as it says.
    private func isNumbered(_ name: Name) -> Bool {
        let (body, _) = government(name)
        guard body.count >= 12, let kind = name.last(body), Self.isKind(kind),
            let number = name.last(body.lowerBound..<body.upperBound - 3), Self.isNumber(number) else { return false }
        return scopes.regionPrefix(name, body)?.end != body.upperBound && scopes.townships(name, body).isEmpty
    }

    private static func isKind(_ character: Unicode.Scalar) -> Bool {
        switch character {
        case "市", "州", "县", "区", "地", "省", "镇": true
        default: false
        }
    }

    private static func isNumber(_ character: Unicode.Scalar) -> Bool {
        switch character {
        case "两", "三", "四", "五", "六", "七", "八", "九", "十": true
        default: false
        }
    }

    /// Whether a word stands in the name that makes a class of what follows. 各 in 庞各庄镇 and 全县 in 天全县 make none.
    private func marks(_ name: Name) -> (strong: Bool, weak: Bool) {
        guard tables.words.markWords.occurs(in: name.bytes, name.all) else { return (false, false) }
        var strong = false, weak = false
        var isBehindPlace = false
        var i = 0
        while i < name.bytes.count {
            guard name.isBoundary(i), let hit = tables.words.groupWords.longestPrefix(name.bytes, i..<name.bytes.count), let role = GroupRole(rawValue: hit.value) else {
                i += 1
                continue
            }
            if !isBehindPlace, role == .mark || role == .weak {
                isBehindPlace = true
                let end = placeEnd(name)
                if end > i {
                    i = end
                    continue
                }
            }
            strong = strong || role == .mark
            weak = weak || role == .weak
            i = hit.end
        }
        return (strong, weak)
    }

    /// End of the places that a name begins with, in full form: 天全县, 北京市大兴区|庞各庄镇; 0 if it begins with none.
    private func placeEnd(_ name: Name) -> Int {
        let start = (["中国共产党", "中共"] as [StaticString]).first { name.has($0, at: 0) }?.utf8CodeUnitCount ?? 0
        var end = start
        if let prefix = scopes.regionPrefix(name, start..<name.bytes.count), !prefix.isStem, !isClassHere(name, start, prefix) { end = prefix.end }
        var township = end
        tables.regions.townships.forEachPrefix(name.bytes, end..<name.bytes.count, longest: 60) { stop, _ in
            if !scopes.townships(name, end..<stop).isEmpty { township = stop }
        }
        return township > start ? township : 0
    }

    /// 全州县市区 in the plan of an autonomous prefecture has nothing to do with 全州县 in 广西.
    private func isClassHere(_ name: Name, _ start: Int, _ prefix: RegionPrefix) -> Bool {
        guard let home = scopes.home, tables.words.groupWords.longestPrefix(name.bytes, start..<name.bytes.count) != nil else { return false }
        return !prefix.indices.contains { isNear($0, home) }
    }

    func startsWithMark(_ name: Name) -> Bool {
        tables.words.groupWords.longestPrefix(name.bytes, name.all).map { $0.value == GroupRole.mark.rawValue } ?? false
    }

    /// 县(市、区): a list of levels in brackets.
    private func hasList(_ name: Name) -> Bool {
        tables.nameWords.first(.listInside, name, in: name.all) != nil
    }

    /// 县（市、区）, 县区 in front of an organ's name.
    func startsWithList(_ name: Name) -> Bool {
        tables.nameWords.begin(.listStart, name, at: 0)
    }

    /// The name without brackets at its end: 各处室（局） → 各处室.
    func withoutBrackets(_ name: Name) -> Range<Int> {
        // Nearly all end in a Chinese character.
        if let last = name.last(name.all), ("\u{4E00}"..."\u{9FFF}").contains(last) { return name.all }
        let pairs: [(StaticString, StaticString)] = [(")", "("), ("）", "（"), ("〕", "〔")]
        for (close, open) in pairs where name.ends(close, name.all) {
            if let start = name.first(open, in: name.all) { return 0..<start }
        }
        return name.all
    }

    /// 相关处室 of 省局相关处室, 厅机关各处室; nil where the class is not one of a bureau's divisions.
    private func divisions(_ name: Name) -> String? {
        guard tables.nameWords.end(.divisionClass, name, withoutBrackets(name)) != nil else { return nil }
        return name.string((tables.nameWords.start(.bureauSelf, name, name.all) ?? 0)..<name.bytes.count)
    }

    /// The place of a group, and its name behind the place's prefix.
    private func groupScope(_ name: Name) -> (Scope, String) {
        if let prefix = scopes.regionPrefix(name, name.all), !prefix.isStem, prefix.end < name.bytes.count {
            return (scope(of: prefix, in: name), name.string(prefix.end..<name.bytes.count))
        }
        // 中央驻示有关单位 are not the place's own.
        if let end = tables.nameWords.start(.stationed, name, name.all), name.has("驻", at: end) { return (scopes.own.with(prefix: ""), name.string(name.all)) }
        if let zone = jurisdiction.zone, name.has(text: zone, at: 0, end: name.bytes.count) {
            return (scopes.own, name.string(zone.utf8.count..<name.bytes.count))
        }
        if let hit = tables.words.levelWords.longestPrefix(name.bytes, name.all), hit.end < name.bytes.count, let level = LevelWord(rawValue: hit.value) {
            let scope = scopes.scope(level, printed: name.string(0..<hit.end))
            // 省驻陇南有关单位 are the province's, and of the place in which they sit.
            if name.has("驻", at: hit.end), scope.isKnown, let own = scopes.own.region { return (scope.with(region: own, isKnown: true), name.string(hit.end..<name.bytes.count)) }
            // 省、市级教育部门: 河南省、市级教育部门.
            if name.has("、", at: hit.end), scope.isKnown, scope.prefix.endsWithBytes(of: name.string(0..<hit.end)) { return (scope, name.string(hit.end..<name.bytes.count)) }
            if standsAlone(name, hit.end) { return (scope.isKnown ? scope : scopes.own, name.string(scope.isKnown ? hit.end..<name.bytes.count : name.all)) }
            // 市|直有关部门 is 吉安市直有关部门: the place's name ends with the level; 市级部门 are 吉安市市级部门.
            if name.has("直", at: hit.end) || name.has("属", at: hit.end), scope.isKnown, scope.prefix.endsWithBytes(of: name.string(0..<hit.end)) { return (scope, name.string(hit.end..<name.bytes.count)) }
            if name.has("直", at: hit.end) || name.has("级", at: hit.end), scope.isKnown { return (scope, name.string(name.all)) }
        }
        if let end = wholePlaceEnd(name) { return (scopes.own, name.string(end..<name.bytes.count)) }
        if let above = regionsAbove(name) { return (scopes.scope(above), name.string(name.all)) }
        return (scopes.own, name.string(name.all))
    }

    /// 全市|各部门: of the document's own place, whose name says the level already.
    private func wholePlaceEnd(_ name: Name) -> Int? {
        let whole = "全".utf8.count
        guard name.has("全", at: 0), let hit = tables.words.levelWords.longestPrefix(name.bytes, whole..<name.bytes.count), hit.end < name.bytes.count, standsAlone(name, hit.end),
              scopes.own.isKnown, scopes.own.prefix.endsWithBytes(of: name.string(whole..<hit.end)) else { return nil }
        return hit.end
    }

    /// 各县（市、区）人民政府 in the plan of a county: it is one of those of its prefecture.
    func regionsAbove(_ name: Name) -> Int? {
        guard scopes.own.level == .county, jurisdiction.zone == nil, jurisdiction.township == nil, let home = scopes.home, name.has("各", at: 0) || startsWithList(name),
            let above = tables.regions.parent(home), tables.regions.children(above).contains(home) else { return nil }
        let printed = name.string(name.all), parts = DivisionClass.parts(of: name.has("各", at: 0) ? printed : "各" + printed)
        guard parts.count == 1, let part = parts.first, !part.isTownship, part.has(tables.regions.name(home)), tables.regions.level(above) == .prefecture || tables.regions.nameEnds(above, "市") else { return nil }
        return above
    }

    /// Whether a level word at the start means the document's own region: 区政府机关各单位, 省有关单位; not 县（市、区）, 市直, 市级, 市场.
    private func standsAlone(_ name: Name, _ end: Int) -> Bool {
        // 省|市场监管领域部门; but 省市各部门.
        if name.has("市场", at: end) { return true }
        return !tables.nameWords.begin(.noLevel, name, at: end)
    }
}
