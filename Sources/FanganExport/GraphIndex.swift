import FanganGraph

/// Where the nodes are that the edges of a graph name: every identifier is looked up once, for all who ask.
public struct GraphIndex: Sendable {
    /// A node by its place in the graph's list of its kind.
    public enum Place: Hashable, Sendable {
        case document
        case item(Int)
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
        var places: [Identifier: Place] = [:]
        places.reserveCapacity(graph.items.count + graph.units.count + graph.phases.count + graph.references.count + 1)
        var repeated: [String] = []
        func add(_ id: String, _ place: Place) {
            if places.updateValue(place, forKey: Identifier(id)) != nil { repeated.append(id) }
        }
        add(graph.document.id, .document)
        for (place, node) in graph.items.enumerated() { add(node.id, .item(place)) }
        for (place, node) in graph.phases.enumerated() { add(node.id, .phase(place)) }
        for (place, node) in graph.units.enumerated() { add(node.id, .unit(place)) }
        for (place, node) in graph.references.enumerated() { add(node.id, .reference(place)) }
        from = graph.edges.map { places[Identifier($0.from)] }
        to = graph.edges.map { places[Identifier($0.to)] }
        issuers = graph.document.issuers.map { places[Identifier($0)] }
        self.repeated = repeated
    }

    /// A string as its bytes: a `String` is hashed and compared by what it looks like, which takes long in Chinese.
    private struct Identifier: Hashable {
        let text: String

        init(_ text: String) { self.text = text }

        static func == (a: Identifier, b: Identifier) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

        func hash(into hasher: inout Hasher) {
            if text.utf8.withContiguousStorageIfAvailable({ hasher.combine(bytes: UnsafeRawBufferPointer($0)) }) == nil {
                for byte in text.utf8 { hasher.combine(byte) }
            }
        }
    }
}

extension GraphIndex.Place {
    var item: Int? { if case .item(let place) = self { place } else { nil } }
    var phase: Int? { if case .phase(let place) = self { place } else { nil } }
    var unit: Int? { if case .unit(let place) = self { place } else { nil } }
}
