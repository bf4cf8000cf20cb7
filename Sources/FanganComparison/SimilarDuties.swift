import FanganGraph

/// The duties of other plans that are nearest to one task.
public struct SimilarDuties: Sendable {
    public struct Match: Sendable {
        public var document: ComparedDocument
        public var duty: Duty
        /// 0 to 1.
        public var likeness: Double
    }

    /// Nearest first.
    public let matches: [Match]

    /// - Parameters:
    ///   - duty: what is looked for.
    ///   - graphs: where; a document of the same text as `plan` is left out.
    ///   - limit: so many at most.
    public init(to duty: Duty, of plan: TaskGraph, in graphs: [TaskGraph], embedding: some DutyEmbedding = NGramEmbedding(), limit: Int = 10) {
        var seen: Set<String> = [plan.document.id]
        let others = graphs.sorted { ($0.document.id, $0.document.source.sha256) < ($1.document.id, $1.document.source.sha256) }.filter { seen.insert($0.document.id).inserted }
        let documents = others.map(ComparedDocument.init)
        // The plan's other duties tell what is rare in it; it stands behind the others.
        let found = others.enumerated().flatMap { Duty.all(of: $1, document: $0) }
        let own = Duty.all(of: plan, document: others.count).filter { $0.item != duty.item }
        var sought = duty
        sought.document = others.count
        let duties = found + [sought] + own
        let vectors = embedding.vectors(of: duties)
        let likeness = vectors.prefix(found.count).map { $0.dot(vectors[found.count]) }
        let best = likeness.indices.filter { likeness[$0] > 0 }.sorted { (likeness[$0], $1) > (likeness[$1], $0) }.prefix(limit)
        matches = best.map { Match(document: documents[duties[$0].document], duty: duties[$0], likeness: likeness[$0]) }
    }
}
