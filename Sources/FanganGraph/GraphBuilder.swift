import FanganFindings
import FanganOutline
import FanganText
import FanganUnits

/// Puts the graph of one document together out of what the stages found.
public struct GraphBuilder: Sendable {
    private let catalogue: UnitCatalogue
    private let generator: String

    public init(catalogue: UnitCatalogue, generator: String) {
        self.catalogue = catalogue
        self.generator = generator
    }

    /// - Parameters:
    ///   - notes: what the reader had to say.
    ///   - textURI: path of the canonical text beside the graph.
    public func build(_ document: SourceDocument, _ outline: Outline, _ findings: Findings, notes: [Diagnostic] = [], textURI: String) -> TaskGraph {
        let index = ScalarIndex(document.text)
        let place: (Span) -> ScalarSpan = { ScalarSpan(index.scalarOffset(ofByte: $0.start), index.scalarOffset(ofByte: $0.end)) }
        let jurisdiction = JurisdictionBuilder(catalogue: catalogue).jurisdiction(document, outline, findings)
        var registry = UnitRegistry(catalogue: catalogue, jurisdiction: jurisdiction)

        let issuers = outline.header.issuers.map { registry.unit(for: $0.text) }
        var facts = DocumentFacts(
            id: DocumentIdentity.id(document.text),
            work: DocumentIdentity.work(issuers: outline.header.issuers.map(\.text), title: outline.header.title?.text, text: document.text),
            source: document.source, textURI: textURI, scalars: index.count)
        facts.title = outline.header.title?.text
        facts.number = outline.header.number?.text
        facts.issuers = issuers
        facts.issued = outline.header.issued?.text
        facts.region = jurisdiction.region?.code
        facts.addressees = outline.header.addressees.map(\.text)
        facts.basedOn = basis(findings, own: facts.number)
        facts.parts = Cover.parts(outline, document, index)

        var graph = TaskGraph(generator: generator, document: facts)
        addItems(outline, findings, document, place, to: &graph)
        addPhases(outline, findings, document, place, to: &graph)
        addResponsibility(outline, findings, document, place, &registry, to: &graph)
        References(place: place, document: document).add(findings, outline, to: &graph)
        graph.units = registry.nodes
        // In the order of the text; what has no place comes first.
        let said = (notes + outline.diagnostics + findings.diagnostics + registry.diagnostics).enumerated()
            .sorted { ($0.element.span?.start ?? -1, $0.offset) < ($1.element.span?.start ?? -1, $1.offset) }.map(\.element)
        graph.diagnostics = said.map {
            GraphDiagnostic(code: $0.code, severity: $0.severity.rawValue, message: $0.message, span: $0.span.map(place))
        }
        return graph
    }

    /// 发文字号 named in front of the items.
    private func basis(_ findings: Findings, own: String?) -> [String] {
        var seen: Set<String> = []
        return findings.preamble.compactMap(\.number).filter { $0 != own && seen.insert($0).inserted }
    }

    // MARK: - Items

    private func addItems(_ outline: Outline, _ findings: Findings, _ document: SourceDocument, _ place: (Span) -> ScalarSpan, to graph: inout TaskGraph) {
        graph.items.reserveCapacity(outline.items.count)
        for (item, found) in zip(outline.items, findings.items) {
            var node = ItemNode(
                id: item.id, kind: ItemNode.Kind(rawValue: item.kind.rawValue) ?? .item, role: item.role.rawValue, path: item.path,
                label: item.label.printed, ordinal: item.label.ordinal, heading: ItemText.heading(item),
                text: ItemText.text(item, cuts: found.cuts), span: place(item.span))
            node.due = found.due.map { Due(date: $0.day.iso, quote: document.text[$0.span], span: place($0.span), yearBasis: $0.yearBasis.rawValue) }
            node.scores = found.scores.map { Score(points: $0.points, quote: document.text[$0.span], span: place($0.span)) }
            node.targets = found.targets.map { Target(quote: document.text[$0.span], span: place($0.span), min: $0.min, max: $0.max, unit: $0.unit, per: $0.per) }
            node.recurrence = found.recurrences.map { Recurrence(rule: $0.rule, quote: document.text[$0.span], span: place($0.span)) }
            graph.items.append(node)
            if let parent = item.parent { graph.edges.append(Edge(.contains, from: outline.items[parent].id, to: item.id)) }
        }
    }

    // MARK: - Phases

    private func addPhases(_ outline: Outline, _ findings: Findings, _ document: SourceDocument, _ place: (Span) -> ScalarSpan, to graph: inout TaskGraph) {
        var ids: [Int: String] = [:]
        for (i, found) in findings.items.enumerated() {
            if let phase = found.phase {
                let id = "phase:\(graph.phases.count + 1)"
                if let last = graph.phases.last { graph.edges.append(Edge(.precedes, from: last.id, to: id)) }
                ids[i] = id
                graph.phases.append(PhaseNode(id: id, name: phase.name, start: phase.start?.iso, end: phase.end?.iso, quote: document.text[phase.span], span: place(phase.span)))
            }
            if let during = found.during, let id = ids[during] { graph.edges.append(Edge(.during, from: outline.items[i].id, to: id)) }
        }
    }

    // MARK: - Responsibility

    private func addResponsibility(_ outline: Outline, _ findings: Findings, _ document: SourceDocument, _ place: (Span) -> ScalarSpan,
                                   _ registry: inout UnitRegistry, to graph: inout TaskGraph) {
        for (item, found) in zip(outline.items, findings.items) {
            for unit in found.responsible {
                registry.forEachName(unit.mention, at: unit.span, in: document.text) { registry, mention, span in
                    let node = registry.unit(for: mention, at: span)
                    graph.edges.append(Edge(.responsible, from: item.id, to: node, role: unit.role.rawValue, basis: unit.basis.rawValue,
                                            mention: document.text.quote(span, like: mention), span: place(span)))
                }
            }
        }
    }
}
