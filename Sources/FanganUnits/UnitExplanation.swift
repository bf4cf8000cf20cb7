/// How a name was read.
public struct UnitExplanation: Sendable {
    /// A part of the printed name and what it was taken for.
    public struct Part: Sendable, Hashable {
        public let text: String
        /// One English phrase.
        public let meaning: String
    }

    public let mention: String
    public let reading: UnitReading
    public let way: ReadingWay
    public let parts: [Part]
    /// Organs that replaced it.
    public let successors: [Succession]
    /// Organs that it may have replaced.
    public let predecessors: [Succession]
    /// Members of a class of units, as far as the data of regions knows them.
    public let members: [UnitReading]
    /// What a class of units ranges over; nil for other kinds.
    public let range: GroupRange?
    /// The two bodies that a joint name names (党委和人民政府); empty for one body.
    public let bodies: [UnitReading]
}

/// The ways in which names are read, the surest first.
public enum ReadingWay: String, Sendable, Hashable, CaseIterable {
    case local, national, group, division, listed, known, office, branch, place, zone, composed, suborgan, unknownPlace = "unknown-place", repaired, partial, unresolved

    /// Why a name is read so, with the table that says it.
    public var reason: String {
        switch self {
        case .local: "a row of the table given with --units"
        case .national: "an organ of the state or of the party's centre (national.tsv)"
        case .group: "a class of units (groups.tsv)"
        case .division: "a division of the issuing bureau"
        case .listed: "an organ whose official name stands in the table (organs.tsv)"
        case .known: "short for a fuller name of the same document"
        case .office: "an ad-hoc body (adhoc.tsv)"
        case .branch: "a body with a region inside its name (branches.tsv)"
        case .place: "a region, township or village"
        case .zone: "a development zone or its body (zones.tsv)"
        case .composed: "every word of it is known (stems.tsv, forms.tsv)"
        case .suborgan: "a part of an organ"
        case .unknownPlace: "an organ of a place that the data does not know"
        case .repaired: "a damaged name that one change makes whole (confusables.tsv)"
        case .partial: "only some words of it are known (stems.tsv, forms.tsv)"
        case .unresolved: "no way of reading fits"
        }
    }
}

extension NameReader {
    func explain(_ name: Name) -> UnitExplanation {
        let (way, _) = way(name)
        let reading = read(name)
        return UnitExplanation(
            mention: name.string(name.all), reading: reading, way: way, parts: parts(name, way), successors: successors(of: reading),
            predecessors: predecessors(of: reading), members: reading.kind == .group ? members(name) : [],
            range: reading.kind == .group ? GroupRange(ofGroupNamed: name.string(name.all)) : nil, bodies: bodies(of: reading))
    }

    /// 中共平凉市委员会、平凉市人民政府 is one node of the graph, since the plan gives them one duty together; here they are apart.
    func bodies(of reading: UnitReading) -> [UnitReading] {
        let names = reading.name.split(separator: "、")
        guard reading.kind == .organ, names.count == 2, (reading.function?.contains("+") ?? false) || reading.function == "discipline-supervision" else { return [] }
        let bodies = names.map { readAsPrinted(Name(String($0))) }
        return bodies.allSatisfy { $0.function != nil && $0.region == reading.region } ? bodies : []
    }

    private func parts(_ name: Name, _ way: ReadingWay) -> [UnitExplanation.Part] {
        guard [.listed, .known, .composed, .partial].contains(way), let parsed = parse(name, name.all) else {
            return [UnitExplanation.Part(text: name.string(name.all), meaning: way.reason)]
        }
        var parts: [UnitExplanation.Part] = []
        if parsed.coreStart > 0 { parts.append(.init(text: name.string(0..<parsed.coreStart), meaning: meaning(parsed))) }
        let core = parsed.coreStart..<name.bytes.count
        if way == .listed || parsed.core.rank == .listed {
            parts.append(.init(text: name.string(core), meaning: "organs.tsv: " + parsed.core.name))
            return parts
        }
        guard let form = tables.words.formWords.longestSuffix(name.bytes, core), form.start > core.lowerBound else {
            parts.append(.init(text: name.string(core), meaning: fieldNames(parsed.core.fields)))
            return parts
        }
        parts.append(.init(text: name.string(core.lowerBound..<form.start), meaning: "field: " + fieldNames(parsed.core.fields)))
        parts.append(.init(text: name.string(form.start..<core.upperBound), meaning: "form: " + tables.words.forms[form.value].full))
        return parts
    }

    private func meaning(_ parsed: Parsed) -> String {
        guard parsed.scope.isKnown else { return "a place that the document does not tell" }
        return "place: " + parsed.scope.prefix + (parsed.scope.region.map { " (\($0))" } ?? "")
    }

    private func fieldNames(_ fields: [Int]) -> String {
        fields.isEmpty ? "not known" : fields.map { tables.words.fields[$0].name }.joined(separator: "+")
    }
}
