import FanganGraph

/// The duties of many plans, those of one content side by side.
public struct Comparison: Sendable {
    public static let schema = "fangan.comparison/1"

    /// By region, date and identifier, whatever the order of the input; the same text twice stands here once.
    public let documents: [ComparedDocument]
    /// Of all documents, in their order and reading order.
    public let duties: [Duty]
    /// In the order of the plans: by the mean of where in its plan each member stands.
    public let topics: [Topic]
    /// Places in ``duties`` of those that no other plan has.
    public let alone: [Int]

    public struct Topic: Sendable {
        /// The heading that is nearest to all members; the first words of the most central one where none has a heading.
        public var label: String
        /// Mean likeness of two members, 0 to 1.
        public var cohesion: Double
        /// Places in ``Comparison/duties``, ascending.
        public var members: [Int]
        public var facts: TopicFacts
        /// Places in ``Comparison/documents`` of those that have no such duty.
        public var lacking: [Int]
        /// For those the duty that is nearest, where one is near enough to be looked at: a plan may say it within a broader one.
        public var near: [Near]
    }

    /// A duty that is near a topic, but does not belong to it.
    public struct Near: Sendable {
        /// Place in ``Comparison/duties``.
        public var duty: Int
        /// To the member that it is nearest to, 0 to 1.
        public var likeness: Double
    }

    /// - Parameters:
    ///   - graphs: of any regions.
    ///   - embedding: what tells which duties are alike.
    ///   - threshold: mean likeness from which two groups of duties are one topic, 0 to 1.
    public init(_ graphs: [TaskGraph], embedding: some DutyEmbedding = NGramEmbedding(), threshold: Double = TopicFinder.threshold) {
        let sorted = Self.inOrder(graphs)
        let documents = sorted.map(ComparedDocument.init)
        let duties = sorted.enumerated().flatMap { place, graph in Duty.all(of: graph, document: place) }
        (self.documents, self.duties) = (documents, duties)
        let vectors = embedding.vectors(of: duties)
        var finder = TopicFinder(duties, vectors, threshold: threshold)
        let groups = finder.groups()
        var topics: [Topic] = [], alone: [Int] = []
        for group in groups {
            let held = Set(group.map { duties[$0].document })
            if held.count < 2 { alone += group; continue }
            let (label, cohesion) = Self.centre(group, duties, vectors)
            topics.append(Topic(
                label: label, cohesion: cohesion, members: group, facts: TopicFacts(group.map { duties[$0] }),
                lacking: documents.indices.filter { !held.contains($0) }, near: finder.near(group)))
        }
        let keyed = topics.map { topic in (topic: topic, place: topic.members.reduce(0) { $0 + duties[$1].position } / Double(topic.members.count)) }
        self.topics = keyed.sorted { ($0.place, $0.topic.members[0]) < ($1.place, $1.topic.members[0]) }.map(\.topic)
        self.alone = alone.sorted()
    }

    private static func inOrder(_ graphs: [TaskGraph]) -> [TaskGraph] {
        func key(_ facts: DocumentFacts) -> [String] { [facts.region ?? "~", facts.issued ?? "", facts.id, facts.source.sha256, facts.source.uri] }
        let sorted = graphs.map { (key: key($0.document), graph: $0) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.graph)
        var seen: Set<String> = []
        return sorted.filter { seen.insert($0.document.id).inserted }
    }

    /// The heading that is nearest to all members, and how near two are on average.
    private static func centre(_ group: [Int], _ duties: [Duty], _ vectors: [SparseVector]) -> (label: String, cohesion: Double) {
        let whole = group.dropFirst().reduce(into: vectors[group[0]]) { $0.add(vectors[$1]) }
        let nearness = group.map { vectors[$0].dot(whole) }
        // A heading names a topic better than the first words of a text do.
        let headed = group.indices.filter { duties[group[$0]].heading != nil }
        let best = (headed.isEmpty ? Array(group.indices) : headed).max { (nearness[$0], $1) < (nearness[$1], $0) } ?? 0
        let count = Double(group.count)
        return (duties[group[best]].title, min(1, max(0, (whole.dot(whole) - count) / (count * (count - 1)))))
    }
}

/// A plan that is compared.
public struct ComparedDocument: Sendable {
    public var facts: DocumentFacts
    /// Who issued it, else its title, else the name of its file: the head of its column.
    public var name: String

    public init(_ graph: TaskGraph) {
        facts = graph.document
        let issuer = graph.document.issuers.first.flatMap { id in graph.units.first { $0.id == id }?.name }
        let file = graph.document.source.uri.split(separator: "/").last.map(String.init)
        name = issuer ?? graph.document.title ?? file ?? graph.document.source.uri
    }
}
