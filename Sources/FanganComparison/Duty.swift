import FanganGraph

/// A task of one plan with what a comparison needs of it.
public struct Duty: Sendable {
    /// Place of its document in ``Comparison/documents``.
    public var document: Int
    /// Identifier of the item in its graph.
    public var item: String
    /// Labels from the outermost.
    public var path: [String]
    public var heading: String?
    public var text: String
    /// Headings above it, the nearest last.
    public var context: [String]
    /// Place in the document's text, label to end.
    public var span: ScalarSpan
    public var facts: DutyFacts
    /// Where among the tasks of its document it stands, 0 to 1.
    public var position: Double

    /// What names it: its heading, else the first words of its text.
    public var title: String { heading ?? Duty.opening(of: text) }

    /// Text up to the first mark that ends a clause or sentence, at most 40 characters; … stands for the rest of a clause that is longer.
    private static func opening(of text: String) -> String {
        let head = text.unicodeScalars.prefix(40)
        let clause = head.prefix { !"。；;：:".unicodeScalars.contains($0) }
        let opening = String(String.UnicodeScalarView(clause.isEmpty ? head : clause))
        return clause.count == 40 ? opening + "…" : opening
    }
}

/// What a duty asks of whom, so normalised that plans of different regions compare.
public struct DutyFacts: Sendable, Hashable {
    /// Units that lead, or are responsible where none is named as leading.
    public var lead: [Actor] = []
    /// Units that share in it.
    public var share: [Actor] = []
    /// Last days as `yyyy-mm-dd`.
    public var due: [String] = []
    public var targets: [Amount] = []
    /// Points, deductions negative.
    public var points: [Double] = []

    public init() {}

    /// A unit, compared by its field of government: 市发展改革委 and 区发改局 are one.
    public struct Actor: Sendable, Hashable {
        /// Identifier of the field; the name where the field is not known.
        public var field: String
        /// As it is shown: the field's name, else the unit's.
        public var name: String
        public init(field: String, name: String) { (self.field, self.name) = (field, name) }
    }

    /// A quantified requirement; two compare if their unit is the same.
    public struct Amount: Sendable, Hashable {
        public var min: Double?
        public var max: Double?
        /// Measure word as printed.
        public var unit: String
        public var per: String?
        public var quote: String
        public init(min: Double?, max: Double?, unit: String, per: String?, quote: String) {
            (self.min, self.max, self.unit, self.per, self.quote) = (min, max, unit, per, quote)
        }
    }
}

extension Duty {
    /// The tasks of a plan, in reading order.
    ///
    /// - Parameter document: number that the duties bear as their document.
    public static func all(of graph: TaskGraph, document: Int) -> [Duty] {
        let reader = DutyReader(graph)
        let tasks = graph.items.filter { $0.kind == .task }
        return tasks.enumerated().map { place, item in
            Duty(document: document, item: item.id, path: item.path, heading: item.heading, text: reader.words(item), context: reader.headings(above: item),
                 span: item.span, facts: reader.facts(item), position: Double(place) / Double(max(tasks.count, 1)))
        }
    }
}

/// Gathers what a graph says of its items.
private struct DutyReader {
    private var units: [String: UnitNode] = [:]
    private var duties: [String: [Edge]] = [:]
    private var parents: [String: String] = [:]
    private var items: [String: ItemNode] = [:]

    init(_ graph: TaskGraph) {
        for unit in graph.units { units[unit.id] = unit }
        for item in graph.items { items[item.id] = item }
        for edge in graph.edges {
            switch edge.kind {
            case .responsible: duties[edge.from, default: []].append(edge)
            case .contains: parents[edge.to] = edge.from
            default: break
            }
        }
    }

    func words(_ item: ItemNode) -> String { item.text }

    func headings(above item: ItemNode) -> [String] {
        var found: [String] = [], at = item.id
        // Graphs read from files may be damaged: as many steps as a path can have, not more.
        for _ in 0..<16 {
            guard let parent = parents[at], let above = items[parent] else { break }
            if let heading = above.heading { found.insert(heading, at: 0) }
            at = parent
        }
        return found
    }

    func facts(_ item: ItemNode) -> DutyFacts {
        var facts = DutyFacts()
        let edges = duties[item.id] ?? []
        let leading = edges.contains { $0.role == "lead" } ? "lead" : "responsible"
        for edge in edges {
            guard let unit = units[edge.to] else { continue }
            let actor = DutyFacts.Actor(field: unit.function ?? unit.name, name: unit.functionName ?? unit.name)
            if edge.role == leading { facts.lead.addOnce(actor) } else { facts.share.addOnce(actor) }
        }
        for due in item.due { facts.due.addOnce(due.date) }
        facts.due.sort()
        for target in item.targets {
            facts.targets.addOnce(DutyFacts.Amount(min: target.min, max: target.max, unit: target.unit, per: target.per, quote: target.quote))
        }
        facts.points = item.scores.map(\.points)
        return facts
    }
}

extension Array where Element: Equatable {
    mutating func addOnce(_ element: Element) { if !contains(element) { append(element) } }
}
