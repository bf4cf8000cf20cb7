import FanganFindings
import FanganOutline
import FanganText

/// Documents that the plan names, each once: by its 发文字号, else by its title.
struct References {
    let place: (Span) -> ScalarSpan
    let document: SourceDocument

    func add(_ findings: Findings, _ outline: Outline, to graph: inout TaskGraph) {
        var known: [String: String] = [:]
        let own = graph.document.title.map(DocumentIdentity.plain)
        for citation in findings.preamble where citation.number == nil || citation.number != graph.document.number {
            // 现将《…方案》印发给你们 names the plan itself.
            if let own, let title = citation.title, DocumentIdentity.plain(title) == own { continue }
            let id = reference(citation, &known, &graph)
            graph.edges.append(Edge(.basedOn, from: graph.document.id, to: id, span: place(citation.span)))
        }
        for (item, found) in zip(outline.items, findings.items) {
            var cited: Set<String> = []
            for citation in found.citations {
                let id = reference(citation, &known, &graph)
                if cited.insert(id).inserted { graph.edges.append(Edge(.cites, from: item.id, to: id, span: place(citation.span))) }
            }
        }
    }

    private func reference(_ citation: CitationFinding, _ known: inout [String: String], _ graph: inout TaskGraph) -> String {
        let key = citation.number ?? citation.title ?? ""
        if let id = known[key] { return id }
        let id = "ref:\(graph.references.count + 1)"
        known[key] = id
        graph.references.append(ReferenceNode(id: id, title: citation.title, number: citation.number, span: place(citation.span)))
        return id
    }
}
