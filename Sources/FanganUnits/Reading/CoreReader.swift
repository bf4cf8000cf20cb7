/// Reads the part of a name behind the place: 发改局, 委组织部, 政府国资委, 文广旅局.
struct CoreReader: Sendable {
    let tables: UnitTables

    /// - Parameter floor: a core that is no surer than this is of no use to the caller; it may be left out.
    func read(_ name: Name, _ range: Range<Int>, in scope: Scope, above floor: Core.Rank? = nil) -> Core? {
        guard !range.isEmpty else { return nil }
        if let listed = listed(name, range, in: scope) { return listed }
        if let bracketed = bracketed(name, range, in: scope) { return bracketed }
        if let inner = insideCommittee(name, range, in: scope) { return inner }
        if let floor, floor >= .composed { return nil }
        return composed(name, range, in: scope, prefix: scope.prefix, above: floor)
    }

    /// The row of the organs' table that holds at the scope's level.
    func listed(_ name: Name, _ range: Range<Int>, in scope: Scope) -> Core? {
        tables.words.organWords.value(name.bytes, range).flatMap { listed($0, name, range, in: scope) }
    }

    /// - Parameter entry: the printed form's value in the table.
    func listed(_ entry: Int, _ name: Name, _ range: Range<Int>, in scope: Scope) -> Core? {
        let letter = scope.letter
        for row in tables.words.organRows[entry] {
            let organ = tables.words.organs[row]
            guard scope.level == nil || organ.holds(at: letter), organ.regions.hold(in: scope.region) else { continue }
            return Core(
                name: scope.fill(organ.template, mention: name.string(range)), fields: organ.fields, body: organ.body,
                also: organ.also.isEmpty ? [] : organ.also.map { scope.fill($0, mention: name.string(range)) }, rank: .listed)
        }
        return nil
    }

    /// 发展改革和统计局(商务局), 水务局（水利工程）: one body with a second plate, whose field it has too, or with what of its work is meant. Its name is the one
    /// in front, so that it is the same whether a plan adds the bracket or not; a name that is not known keeps it, since it may be a part (数字中国研究院（福建）).
    private func bracketed(_ name: Name, _ range: Range<Int>, in scope: Scope) -> Core? {
        // Nearly all end in a Chinese character.
        if range.count >= 3, (0xE4...0xE9).contains(name.bytes[range.upperBound - 3]) { return nil }
        let closers: [(StaticString, StaticString)] = [(")", "("), ("）", "（"), ("〕", "〔"), ("〉", "〈"), (">", "<"), ("]", "["), ("］", "［")]
        for (close, open) in closers where name.ends(close, range) {
            guard let start = name.first(open, in: range), start > range.lowerBound, var core = read(name, range.lowerBound..<start, in: scope) else { continue }
            let inner = start + open.utf8CodeUnitCount..<range.upperBound - close.utf8CodeUnitCount
            if let second = read(name, inner, in: scope) { core.fields = merged(core.fields, second.fields) }
            if core.rank >= .composed { return core }
            core.name += name.string(start..<range.upperBound)
            core.also = []
            return core
        }
        return nil
    }

    /// 委…, 党工委…, 政府…: organs of the committee or under the government's own name.
    private func insideCommittee(_ name: Name, _ range: Range<Int>, in scope: Scope) -> Core? {
        switch name.character(at: range.lowerBound) {
        case "党", "委": insideParty(name, range, in: scope)
        case "人", "政": insideGovernment(name, range, in: scope)
        default: nil
        }
    }

    private func insideParty(_ name: Name, _ range: Range<Int>, in scope: Scope) -> Core? {
        let party: [StaticString] = ["党工委", "党委", "委员会", "委"]
        for word in party where name.has(word, at: range.lowerBound, end: range.upperBound) {
            let rest = range.lowerBound + word.utf8CodeUnitCount..<range.upperBound
            guard !rest.isEmpty else { continue }
            if let listed = listed(name, rest, in: scope), listed.body == "party" { return listed }
            guard var core = composed(name, rest, in: scope, prefix: scope.party(alone: false)) else { continue }
            core.body = "party"
            return core
        }
        return nil
    }

    private func insideGovernment(_ name: Name, _ range: Range<Int>, in scope: Scope) -> Core? {
        let government: [StaticString] = ["人民政府", "政府"]
        for word in government where name.has(word, at: range.lowerBound, end: range.upperBound) {
            let rest = range.lowerBound + word.utf8CodeUnitCount..<range.upperBound
            if rest.isEmpty || name.has("服务", at: rest.lowerBound) || name.has("采购", at: rest.lowerBound) { continue }
            return composed(name, rest, in: scope, prefix: scope.prefix + "人民政府")
        }
        return nil
    }

    /// Core words and a form; as far as they are known.
    func composed(_ name: Name, _ range: Range<Int>, in scope: Scope, prefix: String, above floor: Core.Rank? = nil) -> Core? {
        var best: Core?
        let wantsPartial = floor.map { $0 < .partial } ?? true
        tables.words.formWords.forEachSuffix(name.bytes, range) { start, value in
            let form = tables.words.forms[value]
            let core = range.lowerBound..<start
            guard !core.isEmpty else {
                if wantsPartial, best == nil, let field = form.field {
                    best = Core(name: prefix + form.full, fields: [field], rank: .partial)
                }
                return true
            }
            if let stems = StemParser(tables: tables).parse(name, core, wording: form.wording) {
                let fields = stems.fields.isEmpty ? form.field.map { [$0] } ?? [] : stems.fields
                if !fields.isEmpty {
                    best = Core(
                        name: named(prefix, stems.full, form, scope), fields: fields, body: body(form, fields),
                        also: stems.also.map { [prefix + $0 + form.full] } ?? [], rank: .composed)
                    return false
                }
            }
            if wantsPartial, best == nil {
                let found = StemParser(tables: tables).mentioned(name, core)
                let fields = found.isEmpty ? form.field.map { [$0] } ?? [] : found
                best = Core(name: String(joining: prefix, name.string(core), form.full), fields: fields, body: isFirm(form) ? body(form, fields) : nil, rank: fields.isEmpty ? .formOnly : .partial)
            }
            return true
        }
        return best
    }

    /// A 公司 is a firm whatever its field: 水务有限公司.
    private func body(_ form: Form, _ fields: [Int]) -> String? {
        isFirm(form) ? tables.words.fields[tables.words.firm].body : fields.first.map { tables.words.fields[$0].body }
    }

    private func isFirm(_ form: Form) -> Bool { form.field == tables.words.firm }

    /// 公安分局 of a district or zone is the city bureau's: 本溪市公安局高新区分局.
    private func named(_ prefix: String, _ core: String, _ form: Form, _ scope: Scope) -> String {
        guard form.isBranch, !scope.city.isEmpty, scope.level == .county, prefix == scope.prefix else { return String(joining: prefix, core, form.full) }
        let local = scope.isZone ? scope.zone : String(scope.prefix.dropFirst(scope.prefix.beginsWithBytes(of: scope.city) ? scope.city.count : 0))
        return scope.city + core + "局" + local + "分局"
    }

    /// Departments' cores take the full official form (人才办 → 人才工作办公室); a 人才中心 stays one, and firms bear what they are called.
    static func wording(_ form: String) -> StemParser.Wording {
        if ["局", "委员会", "办公室", "厅", "部", "总局", "署", "处", "科", "分局"].contains(form) { return .official }
        return form.hasSuffix("公司") || form.hasSuffix("集团") || form.hasSuffix("会") ? .printed : .spelledOut
    }

    func merged(_ a: [Int], _ b: [Int]) -> [Int] { Set(a + b).sorted() }
}
