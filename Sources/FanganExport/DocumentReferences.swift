import FanganGraph

/// What one document gives to the table of references: who it is, and which documents it names.
public struct DocumentReferences: Sendable, Equatable {
    /// One document that it names.
    public struct Reference: Sendable, Equatable {
        /// `ref:1` …
        public var id: String
        /// `basis`, `implements`, `annex`, `cited`.
        public var kind: String
        public var title: String?
        public var number: String?
        public var span: ScalarSpan
        /// Identifiers of the items that name it; empty where only the preamble or the list of annexes does.
        public var items: [String]

        public init(id: String, kind: String, title: String?, number: String?, span: ScalarSpan, items: [String]) {
            self.id = id
            self.kind = kind
            self.title = title
            self.number = number
            self.span = span
            self.items = items
        }
    }

    /// `document.id` of the graph.
    public var id: String
    public var work: String
    public var title: String?
    public var number: String?
    public var references: [Reference]

    public init(id: String, work: String, title: String?, number: String?, references: [Reference]) {
        self.id = id
        self.work = work
        self.title = title
        self.number = number
        self.references = references
    }

    public init(_ graph: TaskGraph) {
        var items: [String: [String]] = [:]
        // In place: a copy of an edge counts its references.
        for at in graph.edges.indices where graph.edges[at].kind == .cites && graph.edges[at].from != graph.document.id {
            items[graph.edges[at].to, default: []].append(graph.edges[at].from)
        }
        let document = graph.document
        self.init(
            id: document.id, work: document.work, title: document.title, number: document.number,
            references: graph.references.map {
                Reference(id: $0.id, kind: $0.kind, title: $0.title, number: $0.number, span: $0.span, items: items[$0.id] ?? [])
            })
    }
}
