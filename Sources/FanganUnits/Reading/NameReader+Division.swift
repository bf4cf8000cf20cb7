import FanganText

/// Internal divisions of the bureau whose plan this is: 法规处, 反垄断局, 机关纪委.
extension NameReader {
    /// - Parameter parts: gives the name taken apart.
    func division(_ name: Name, _ parts: () -> Parsed?) -> UnitReading? {
        guard let bureau = jurisdiction.bureau else { return nil }
        if let start = tables.nameWords.start(.bureauSelf, name, name.all), start < name.bytes.count, saysBureau(name, start), tables.words.formWords.longestSuffix(name.bytes, start..<name.bytes.count) != nil {
            // 局办公室, 市局人事科: the bureau's own.
            let own = Name(bytes: Array(name.bytes[start...]))
            if let reading = division(own, { parse(own, own.all) }) { return reading }
        }
        if let end = bureauEnd(name, bureau) {
            // 重点项目办|公室 is the bureau itself.
            if let whole = parts(), whole.core.rank >= .composed, whole.core.name == bureau.name { return nil }
            let own = Name(bytes: Array(name.bytes[end...]))
            return division(own) { parse(own, own.all) }
        }
        // 机关党委（人事处）: one division under two names.
        let body = withoutBrackets(name)
        guard let form = tables.words.formWords.longestSuffix(name.bytes, body), tables.words.forms[form.value].division else { return nil }
        if !tables.words.forms[form.value].isOnlyDivision, isNational(name) { return nil }
        if tables.words.adhocWords.longestSuffix(name.bytes, name.all) != nil { return nil }
        if let parsed = parts(), parsed.core.rank >= .composed, parsed.isExplicit || isDepartment(name, form.value) { return nil }
        // 贵州银保监局 in 贵州省发展改革委's plan has a region of its own inside.
        if scopes.regionPrefix(name, name.all) != nil, branch(name) != nil { return nil }
        if isOfPlace(name, bureau) { return nil }
        let full = tables.words.forms[form.value].full
        let printed = name.string(0..<form.start)
        let fields = bureau.function?.split(separator: "+").compactMap { tables.words.field(id: String($0)) } ?? []
        if let printed = jurisdiction.divisions.whole(of: name.string(name.all)) {
            // 市场监管厅|信用监督管理处: printed with the bureau in front.
            let whole = Name(printed), start = bureauEnd(whole, bureau) ?? 0
            return make(bureau.name + whole.string(start..<whole.bytes.count), fields, .organ, region: scopes.own.region, level: scopes.own.level, body: nil)
        }
        let expands = ["办", "机关党委", "机关纪委"].contains(name.string(form.start..<name.bytes.count))
        return make(bureau.name + (expands ? printed + full : name.string(name.all)), fields, .organ, region: scopes.own.region, level: scopes.own.level, body: nil)
    }

    /// 局|办公室, 本厅|人事处, 市局|法规科 of a city; not 市委|办公室, nor the 市局 of each city in the plan of a province.
    private func saysBureau(_ name: Name, _ end: Int) -> Bool {
        guard name.ends("局", 0..<end) || name.ends("厅", 0..<end) else { return false }
        guard let hit = tables.words.levelWords.longestPrefix(name.bytes, 0..<end), let level = LevelWord(rawValue: hit.value) else { return true }
        return scopes.scope(level, printed: name.string(0..<hit.end)).region == scopes.own.region
    }

    /// 国家税务总局佛山市税务局, 中国证券监督管理委员会广东监管局 are nobody's divisions.
    private func isNational(_ name: Name) -> Bool {
        (["国家", "中国", "中华", "全国", "民航"] as [StaticString]).contains { name.has($0, at: 0) }
    }

    /// 我局, 本厅, in the plan of a city's bureau 市局: the issuing bureau itself.
    func issuer(_ name: Name) -> UnitReading? {
        guard name.bytes.count == 6, (["我", "本"] as [StaticString]).contains(where: { name.has($0, at: 0) }) || jurisdiction.bureau != nil && saysBureau(name, 6) && tables.words.levelWords.longestPrefix(name.bytes, name.all)?.end == 3,
            (["局", "厅", "委", "办"] as [StaticString]).contains(where: { name.has($0, at: 3) }) else { return nil }
        guard let bureau = jurisdiction.bureau else {
            let printed = name.string(name.all)
            return make(printed, [], .organ, region: scopes.own.region, level: scopes.own.level, body: nil,
                diagnostics: [Diagnostic("unit.unresolved", .note, "Who “\(printed)” is, the document does not say")])
        }
        let fields = bureau.function?.split(separator: "+").compactMap { tables.words.field(id: String($0)) } ?? []
        return make(bureau.name, fields, .organ, region: scopes.own.region, level: scopes.own.level, body: nil)
    }

    /// 信用科 in a county's plan: a part of some bureau that the plan does not name, and no organ of its own field.
    func unnamedDivision(_ name: Name, _ parts: () -> Parsed?) -> UnitReading? {
        guard jurisdiction.bureau == nil, jurisdiction.township == nil, let form = tables.words.formWords.longestSuffix(name.bytes, name.all), tables.words.forms[form.value].isOnlyDivision,
              form.start > 0, let parsed = parts(), !parsed.isExplicit, parsed.core.rank < .listed else { return nil }
        let printed = name.string(name.all)
        return make(scopes.own.prefix + printed, [], .organ, region: scopes.own.region, level: scopes.own.level, body: nil,
            diagnostics: [Diagnostic("unit.unresolved", .note, "Which organ's division “\(printed)” is, the document does not say")])
    }

    /// Where the issuing bureau's own name ends, if its division's begins with it: 市场监管厅|政策法规处.
    private func bureauEnd(_ name: Name, _ bureau: Jurisdiction.Bureau) -> Int? {
        var end = name.bytes.count - 6
        while end >= 9 {
            defer { end -= 1 }
            guard name.isBoundary(end), tables.words.formWords.longestSuffix(name.bytes, 0..<end) != nil,
                let head = parse(name, 0..<end), head.core.rank >= .composed, head.core.name == bureau.name else { continue }
            return end
        }
        return nil
    }

    /// 宁东|市场监管局 beside the department of its province: the bureau's own field behind the short name of a township or zone there; not 网络市场监管局.
    private func isOfPlace(_ name: Name, _ bureau: Jurisdiction.Bureau) -> Bool {
        guard let function = bureau.function, (15...45).contains(name.bytes.count) else { return false }
        for end in stride(from: 6, through: 12, by: 3) where end < name.bytes.count && name.isBoundary(end) {
            let core = end..<name.bytes.count
            guard let own = cores.read(name, core, in: scopes.own), own.rank >= .composed, own.fields.map({ tables.words.fields[$0].id }).joined(separator: "+") == function else { continue }
            let place = name.string(0..<end)
            return ["镇", "乡"].contains { kind in
                let township = Name(place + kind)
                return !scopes.townships(township, township.all).isEmpty
            }
        }
        return false
    }

    /// A 局 beside the issuing bureau: below the province, where departments are called 局 too; a province's are 厅 and 委.
    private func isDepartment(_ name: Name, _ form: Int) -> Bool {
        tables.words.forms[form].full == "局" && scopes.own.level != .province && scopes.own.level != .national
    }
}
