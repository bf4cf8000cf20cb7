import FanganGraph

/// What an item says in values: who, by when, how many points, which targets; in forms that can be compared.
struct ItemValues {
    var responsible: [Value] = []
    /// Who is responsible by the words of a section above.
    var above: [Value] = []
    var due: [Value] = []
    var scores: [Value] = []
    var targets: [Value] = []
    /// 备注, 适用范围 and the like, with their keys.
    var conditions: [Value] = []
    /// Words for all last days, also for those that others repeat: of equal ones the graph has one.
    var deadlines: [String] = []

    struct Value: Sendable {
        /// What makes two values the same.
        var key: String
        /// As a person reads it.
        var shown: String
        /// The document's words for it.
        var quote: String
        /// For a responsibility: the unit's identifier, what it does and which organ it is.
        var unit: String?
        var role: String?
        var organ: OrganName?
        /// Said in no item's words, but in a head without a number.
        var standsOutside = false

        /// The same unit in the same role.
        var assignment: String { (role ?? "") + " " + (unit ?? quote) }
        var keyAndQuote: String { key + "\n" + quote }

        /// The same organ in the same role, whatever each version calls it.
        func isSameAssignment(_ other: Value) -> Bool {
            guard let organ, let same = other.organ else { return false }
            return role == other.role && organ.isSame(same)
        }
    }

    /// Of all items of a graph, in its order.
    static func all(_ graph: TaskGraph) -> [ItemValues] {
        var places: [String: Int] = [:], units: [String: UnitNode] = [:]
        for (i, item) in graph.items.enumerated() { places[item.id] = i }
        for unit in graph.units { units[unit.id] = unit }
        var values = graph.items.map { ItemValues($0) }, said: [ScalarSpan: Bool] = [:]
        for edge in graph.edges where edge.kind == .responsible {
            if let span = edge.span, let place = places[edge.from], contains(graph.items[place].span, span) { said[span] = true }
        }
        // What an item has from a rule for many changes there, not here.
        for edge in graph.edges where edge.kind == .responsible && edge.basis != "default" {
            guard let place = places[edge.from], let unit = units[edge.to] else { continue }
            var value = assignment(edge, unit)
            if let span = edge.span, edge.basis != "table", !contains(graph.items[place].span, span) {
                let isSaid = said[span] ?? isSaid(value.quote, at: span, in: graph.items)
                said[span] = isSaid
                // What it has from its section changes there.
                if isSaid {
                    values[place].above.append(value)
                    continue
                }
                value.standsOutside = true
            }
            values[place].responsible.append(value)
        }
        return values
    }

    /// Whether the words of an item hold the name: a head without a number, `县财政局：`, is no item, and would change nowhere.
    private static func isSaid(_ mention: String, at span: ScalarSpan, in items: [ItemNode]) -> Bool {
        items.contains { contains($0.span, span) && (($0.heading ?? "") + $0.text).contains(mention) }
    }

    private static func contains(_ outer: ScalarSpan, _ inner: ScalarSpan) -> Bool { outer.start <= inner.start && inner.end <= outer.end }

    private init(_ item: ItemNode) {
        due = item.due.map { Value(key: $0.date, shown: $0.date, quote: $0.quote) }
        deadlines = item.due.map(\.quote) + item.periods.filter { $0.kind == "deadline" }.map(\.quote)
        scores = item.scores.map { Value(key: "\($0.points)", shown: $0.quote, quote: $0.quote) }
        conditions = item.conditions.compactMap { condition in
            condition.key.map { key in
                Value(key: key + "\n" + String(String.UnicodeScalarView(Normalised.scalars(condition.quote).compactMap(Unicode.Scalar.init))), shown: key + "：" + condition.quote, quote: condition.quote)
            }
        }
        targets = item.targets.map { Value(key: Self.key($0), shown: TargetPeriod.said($0.quote, per: $0.per), quote: $0.quote) }
    }

    private static func key(_ target: Target) -> String {
        func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
        return [number(target.min), number(target.max), target.unit, target.per ?? ""].joined(separator: " ")
    }

    private static func assignment(_ edge: Edge, _ unit: UnitNode) -> Value {
        let organ = OrganName(unit, mention: edge.mention)
        let role = ["lead": "牵头单位", "support": "配合单位"][edge.role ?? ""] ?? "责任单位"
        return Value(key: (edge.role ?? "") + " " + organ.name, shown: role + " " + (edge.mention ?? unit.name), quote: edge.mention ?? "",
                     unit: unit.id, role: edge.role, organ: organ)
    }
}
