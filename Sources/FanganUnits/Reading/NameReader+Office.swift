/// Ad-hoc bodies: 创建工作领导小组办公室, 市政府办公室数字政府专班.
extension NameReader {
    func office(_ name: Name) -> UnitReading? {
        guard let suffix = tables.words.adhocWords.longestSuffix(name.bytes, name.all) else { return nil }
        let full = tables.words.adhoc[suffix.value]
        let topic = 0..<suffix.start
        // 厅督查小组 in the plan of a 厅 is its own.
        if let bureau = jurisdiction.bureau, isBureau(name, topic) {
            return make(bureau.name + full, subjectFields(), .office, region: scopes.own.region, level: scopes.own.level, body: nil)
        }
        if topic.isEmpty || isGeneric(name, topic) { return isOfOwnPlace(name) ? foundedOffice(full) ?? ownOffice(full) : ownOffice(full, officeScope(name).0) }
        return office(name, suffix.start, full)
    }

    /// 省领导小组办公室 in a city's plan is none of what the city founds.
    private func isOfOwnPlace(_ name: Name) -> Bool { officeScope(name).0.prefix == scopes.own.prefix }

    /// One with a subject of its own, which ends at an index.
    func office(_ name: Name, _ end: Int, _ full: String) -> UnitReading {
        if let from = bureauEnd(name), from < end { return bureauOffice(name, from..<end, full) }
        let (scope, start) = officeScope(name)
        guard start < end else { return (isOfOwnPlace(name) ? foundedOffice(full) : nil) ?? ownOffice(full, scope) }
        var prefix = scope.prefix, from = start
        var fields: [Int] = []
        if name.has("委", at: start) {
            prefix = scope.party(alone: false)
            from = start + 3
        } else if let host = host(name, start..<end, scope) {
            prefix = host.core.name
            from = host.end
            fields = host.core.fields
        } else if name.has("政府", at: start) {
            prefix += "人民政府"
            from = start + 6
        }
        if fields.isEmpty { fields = StemParser(tables: tables).mentioned(name, min(from, end)..<end) }
        if fields.isEmpty { fields = subjectFields() }
        var reading = make(prefix + name.string(min(from, end)..<end) + full, fields, .office, region: scope.region, level: scope.level, body: nil)
        if isHomonym(scope) { reading.diagnostics.append(regionOpen(reading.name)) }
        return reading
    }

    /// 省厅|河道整治工作专班, 厅|河道整治工作专班 in the plan of 省水利厅; not 局部.
    func bureauEnd(_ name: Name) -> Int? {
        guard let bureau = jurisdiction.bureau else { return nil }
        if let own = tables.relations(.own).first(where: { name.has($0, at: 0, end: name.bytes.count) }) { return own.count }
        let level = tables.words.levelWords.longestPrefix(name.bytes, name.all)?.end ?? 0
        return ["局", "厅"].contains { name.has(text: $0, at: level, end: name.bytes.count) && bureau.name.endsWithBytes(of: $0) } && !name.has("部", at: level + 3) ? level + 3 : nil
    }

    /// One that the issuing bureau founds for its own work.
    func bureauOffice(_ name: Name, _ topic: Range<Int>, _ full: String) -> UnitReading {
        make((jurisdiction.bureau?.name ?? "") + name.string(topic) + full, subjectFields(), .office, region: scopes.own.region, level: scopes.own.level, body: nil)
    }

    /// 厅, 省局: the issuing bureau by the last word of its name.
    private func isBureau(_ name: Name, _ topic: Range<Int>) -> Bool {
        let from = tables.words.levelWords.longestPrefix(name.bytes, topic)?.end ?? 0
        return ["厅", "局", "委", "办"].contains(name.string(min(from, topic.upperBound)..<topic.upperBound))
    }

    /// 创建工作, 工作: words that name no subject of their own.
    func isGeneric(_ name: Name, _ topic: Range<Int>) -> Bool {
        let words: [String] = ["创建工作", "创建", "工作", "市", "县", "区", "乡", "省"]
        return words.contains(name.string(topic))
    }

    /// An office named only by its form: it is for what the plan is about.
    private func ownOffice(_ form: String, _ scope: Scope? = nil) -> UnitReading {
        let scope = scope ?? scopes.own
        let prefix = jurisdiction.bureau?.name ?? scope.prefix
        let subject = jurisdiction.subject ?? ""
        let hasWork = form.hasPrefix("工作") || form.hasPrefix("创建工作") || subject.isEmpty
        let full = form.hasPrefix("创建工作") && subject.hasPrefix("创建") ? String(form.dropFirst(2)) : form
        let name = prefix + subject + (hasWork ? "" : "工作") + full
        var reading = make(name, subjectFields(), .office, region: scope.region, level: scope.level, body: nil)
        if isHomonym(scope) { reading.diagnostics.append(regionOpen(name)) }
        return reading
    }

    /// Whether the place is a printed one that several regions may be: 鼓楼区.
    private func isHomonym(_ scope: Scope) -> Bool { scope.regionIndex != nil && !scope.isKnown }

    /// Fields of the issuing bureau, or those that the plan's subject names.
    private func subjectFields() -> [Int] {
        if let function = jurisdiction.bureau?.function {
            return function.split(separator: "+").compactMap { tables.words.field(id: String($0)) }
        }
        if let subject = jurisdiction.subject {
            let name = Name(subject)
            return StemParser(tables: tables).mentioned(name, name.all)
        }
        // Of a whole title only the first thing counts: 绩溪县|农村厕所|革命提质增效三年行动.
        guard let topic = jurisdiction.topic.map({ Name($0) }) else { return [] }
        return StemParser(tables: tables).firstMentioned(topic, (scopes.regionPrefix(topic, topic.all)?.end ?? 0)..<topic.bytes.count)
    }

    /// The place of an ad-hoc body and where its own name begins.
    func officeScope(_ name: Name) -> (Scope, Int) {
        // 仪封镇|秸秆禁烧工作指挥部: a township is in no table.
        let own = scopes.own.prefix.utf8.count
        if own > 0, own < name.bytes.count, name.has(text: scopes.own.prefix, at: 0, end: own) { return (scopes.own, own) }
        if let prefix = scopes.regionPrefix(name, name.all), !prefix.isStem, prefix.end < name.bytes.count { return (self.scope(of: prefix, in: name), prefix.end) }
        var best = (scopes.own, 0)
        tables.words.levelWords.forEachPrefix(name.bytes, name.all) { end, value in
            guard end < name.bytes.count, let level = LevelWord(rawValue: value), !name.has("场", at: end), !name.has("域", at: end) else { return }
            best = (scopes.scope(level, printed: name.string(0..<end)), end)
        }
        return best
    }

    /// The organ that an ad-hoc body sits in: 市政府办公室|数字政府专班.
    private func host(_ name: Name, _ range: Range<Int>, _ scope: Scope) -> (core: Core, end: Int)? {
        var best: (core: Core, end: Int)?
        tables.words.organWords.forEachPrefix(name.bytes, range) { end, _ in
            guard end < range.upperBound, end - range.lowerBound >= 9, let core = cores.listed(name, range.lowerBound..<end, in: scope) else { return }
            best = (core, end)
        }
        return best
    }
}
