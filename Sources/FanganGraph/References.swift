import FanganFindings
import FanganOutline
import FanganText

/// Documents that the plan names, each once: by its 发文字号, else by its title.
struct References {
    let place: (Span) -> ScalarSpan
    let document: SourceDocument

    func add(_ findings: Findings, _ outline: Outline, to graph: inout TaskGraph) {
        var known = StringTable()
        let own = graph.document.title.map(DocumentIdentity.plain)
        for citation in findings.preamble where citation.number == nil || citation.number != graph.document.number {
            // 现将《…方案》印发给你们 names the plan itself.
            if let own, let title = citation.title, DocumentIdentity.plain(title) == own { continue }
            let id = graph.references[reference(citation, &known, &graph)].id
            graph.edges.append(Edge(.basedOn, from: graph.document.id, to: id, span: place(citation.span)))
        }
        for i in outline.items.indices where !findings.items[i].citations.isEmpty {
            var cited: [Int] = []
            for citation in findings.items[i].citations {
                let number = reference(citation, &known, &graph)
                if cited.contains(number) { continue }
                cited.append(number)
                graph.edges.append(Edge(.cites, from: outline.items[i].id, to: graph.references[number].id, span: place(citation.span)))
            }
        }
    }

    /// Place of the reference in the graph.
    private func reference(_ citation: CitationFinding, _ known: inout StringTable, _ graph: inout TaskGraph) -> Int {
        let (number, isNew) = known.enter(citation.number ?? citation.title ?? "")
        if isNew {
            graph.references.append(ReferenceNode(id: "ref:\(number + 1)", title: citation.title, number: citation.number, span: place(citation.span)))
        }
        return number
    }
}
