import FanganGraph
import FanganText

/// Where the nodes are that the edges of a graph name: every identifier is looked up once, for all who ask.
public struct GraphIndex: Sendable {
    /// A node by its place in the graph's list of its kind.
    public enum Place: Hashable, Sendable {
        case document
        case item(Int)
        case step(Int)
        case phase(Int)
        case unit(Int)
        case reference(Int)
    }

    /// Ends of the edges, by place of the edge; nil where no node has the identifier.
    public let from: [Place?]
    public let to: [Place?]
    /// The graph's `document.issuers`.
    public let issuers: [Place?]
    /// Identifiers that more than one node has.
    public let repeated: [String]

    public init(_ graph: TaskGraph) {
        let count = graph.items.count + graph.steps.count + graph.units.count + graph.phases.count + graph.references.count + 1
        var ids = StringTable(reserving: count)
        var places: [Place] = []
        places.reserveCapacity(count)
        var repeated: [String] = []
        func add(_ id: String, _ place: Place) {
            let (number, isNew) = ids.enter(id)
            if isNew { places.append(place) } else {
                places[number] = place
                repeated.append(id)
            }
        }
        add(graph.document.id, .document)
        // In place: a copy of a node counts its references.
        for place in graph.items.indices { add(graph.items[place].id, .item(place)) }
        for place in graph.steps.indices { add(graph.steps[place].id, .step(place)) }
        for (place, node) in graph.phases.enumerated() { add(node.id, .phase(place)) }
        for place in graph.units.indices { add(graph.units[place].id, .unit(place)) }
        for place in graph.references.indices { add(graph.references[place].id, .reference(place)) }
        // Edges of one item follow each other.
        var last: Place?
        from = graph.edges.indices.map { at in
            if at == 0 || !graph.edges[at].from.hasSameBytes(as: graph.edges[at - 1].from) { last = ids.number(of: graph.edges[at].from).map { places[$0] } }
            return last
        }
        to = graph.edges.indices.map { ids.number(of: graph.edges[$0].to).map { places[$0] } }
        issuers = graph.document.issuers.map { ids.number(of: $0).map { places[$0] } }
        self.repeated = repeated
    }
}

extension GraphIndex.Place {
    var item: Int? { if case .item(let place) = self { place } else { nil } }
    var phase: Int? { if case .phase(let place) = self { place } else { nil } }
    var unit: Int? { if case .unit(let place) = self { place } else { nil } }
}
