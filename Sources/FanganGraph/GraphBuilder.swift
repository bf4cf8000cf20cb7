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
        let mentions = Mentions(findings)
        let jurisdiction = JurisdictionBuilder(catalogue: catalogue).jurisdiction(document, outline, findings, mentions)
        var registry = UnitRegistry(catalogue: catalogue, jurisdiction: jurisdiction, mentions: mentions.names)

        let issuers = registry.units(ofIssuers: outline.header.issuers.map(\.text))
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
        var references = References(title: facts.title, number: facts.number, place: place)
        facts.basedOn = references.basis(findings)
        facts.periods = findings.periods.map { ItemTimes.period($0, quote: document.text[$0.span], span: place($0.span)) }
        facts.plans = Self.plans(outline, place)
        facts.parts = Cover.parts(outline, document, index)

        var graph = TaskGraph(generator: generator, document: facts)
        addItems(outline, findings, document, place, to: &graph)
        addPhases(outline, findings, document, place, to: &graph)
        addResponsibility(outline, findings, document, mentions, place, &registry, to: &graph)
        Steps(place: place, document: document).add(findings, outline, &registry, to: &graph)
        UnitRelations(document: document, place: place).add(&registry, to: &graph)
        references.noteOwnNumber(outline.header.number)
        references.add(findings, outline, to: &graph)
        graph.units = registry.nodes
        // In the order of the text; what has no place comes first.
        let empty = outline.items.isEmpty
            ? [Diagnostic("outline.no-items", .warning, "No numbered items and no table of duties were found; nothing was turned into tasks.")]
            : outline.items.indices.contains { outline.items[$0].kind == .task } ? []
            : [Diagnostic("outline.no-tasks", .note, "None of the numbered items stands in a part that imposes work; nothing was turned into tasks.")]
        let outside = TextOutsideItems(outline: outline, findings: findings, text: document.text).diagnostics
        var said = notes
        for more in [empty, outside, outline.diagnostics, findings.diagnostics, references.diagnostics, registry.diagnostics] { said += more }
        let starts = said.map { $0.span?.start ?? -1 }
        graph.diagnostics = said.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }.map {
            GraphDiagnostic(code: said[$0].code, severity: said[$0].severity.rawValue, message: said[$0].message, span: said[$0].span.map(place))
        }
        return graph
    }

    // MARK: - Items

    private func addItems(_ outline: Outline, _ findings: Findings, _ document: SourceDocument, _ place: @escaping (Span) -> ScalarSpan, to graph: inout TaskGraph) {
        graph.items.reserveCapacity(outline.items.count)
        graph.edges.reserveCapacity(findings.items.indices.reduce(outline.items.count) { $0 + findings.items[$1].responsible.count } + 64)
        let values = ValueNodes(document: document, place: place)
        // Items are read in place: a copy of one counts a dozen references.
        for i in outline.items.indices {
            addNode(outline.items, i, findings.items, values, to: &graph.items)
            if let parent = outline.items[i].parent { graph.edges.append(Edge(.contains, from: outline.items[parent].id, to: outline.items[i].id)) }
        }
    }

    /// What most items do not have is set in place, where there is any.
    private func addNode(_ items: [OutlineItem], _ i: Int, _ findings: [ItemFindings], _ values: ValueNodes, to nodes: inout [ItemNode]) {
        let passage = items[i].passage, at = nodes.count
        let node = ItemNode(
            id: items[i].id, kind: ItemNode.Kind(items[i].kind), role: items[i].role.rawValue, path: items[i].path,
            label: items[i].label.printed, ordinal: items[i].label.ordinal, heading: ItemText.heading(passage, items[i].heading) ?? items[i].sharedHeading.flatMap { ItemText.heading($0, $0.indices) },
            text: ItemText.text(passage, from: items[i].textStart, cuts: findings[i].cuts), span: values.place(items[i].span))
        nodes.append(consume node)
        if !findings[i].due.isEmpty { nodes[at].due = findings[i].due.map { values.due($0) } }
        if !findings[i].scores.isEmpty { nodes[at].scores = findings[i].scores.map { values.score($0) } }
        if !findings[i].scoreLimits.isEmpty { nodes[at].scoreLimits = findings[i].scoreLimits.map { values.limit($0) } }
        if !findings[i].targets.isEmpty { nodes[at].targets = findings[i].targets.map { values.target($0) } }
        if !findings[i].periods.isEmpty { nodes[at].periods = findings[i].periods.map { values.period($0) } }
        if !findings[i].recurrences.isEmpty { nodes[at].recurrence = findings[i].recurrences.map { values.recurrence($0) } }
        if !findings[i].conditions.isEmpty {
            nodes[at].conditions = findings[i].conditions.map { Condition(key: $0.key, quote: values.document.text[$0.span], span: values.place($0.span)) }
        }
    }

    // MARK: - Phases

    private func addPhases(_ outline: Outline, _ findings: Findings, _ document: SourceDocument, _ place: @escaping (Span) -> ScalarSpan, to graph: inout TaskGraph) {
        var ids: [Int: [String]] = [:]
        for i in findings.items.indices {
            for phase in findings.items[i].phases {
                let id = "phase:\(graph.phases.count + 1)"
                if let last = graph.phases.last { graph.edges.append(Edge(.precedes, from: last.id, to: id)) }
                ids[i, default: []].append(id)
                graph.phases.append(ItemTimes.phase(phase, id: id, quote: document.text[phase.span], span: place(phase.span)))
            }
            for id in findings.items[i].during.flatMap({ ids[$0] }) ?? [] { graph.edges.append(Edge(.during, from: outline.items[i].id, to: id)) }
        }
    }

    /// A plan that was not issued as a document of its own has the number and day of the one in front of it.
    private static func plans(_ outline: Outline, _ place: (Span) -> ScalarSpan) -> [PlanFacts] {
        var (number, issued) = (outline.header.number?.text, outline.header.issued?.text)
        return outline.plans.map { plan in
            if plan.isDocument { (number, issued) = (plan.number?.text, plan.issued?.text) }
            return PlanFacts(id: plan.id, title: plan.title.text, number: number, issued: issued, span: place(plan.title.span))
        }
    }

    // MARK: - Responsibility

    private func addResponsibility(_ outline: Outline, _ findings: Findings, _ document: SourceDocument, _ mentions: Mentions, _ scalars: (Span) -> ScalarSpan,
                                   _ registry: inout UnitRegistry, to graph: inout TaskGraph) {
        let lists = UnitLists(findings, document, mentions, &registry)
        // The numbers of the nodes that an item's edges go to: they are compared faster than the names.
        var nodes: [Int] = []
        for i in outline.items.indices where !findings.items[i].responsible.isEmpty {
            let id = outline.items[i].id, first = graph.edges.count
            nodes.removeAll(keepingCapacity: true)
            var isInText = false, isInBracket = false
            for (place, number) in mentions.numbers(ofItem: i).enumerated() {
                let unit = findings.items[i].responsible[place], whole = lists.whole(of: number, item: i, place: place)
                registry.forEachName(unit.mention, number: number, as: whole, at: unit.span, in: document.text) { node, name, mention, span in
                    let edge = Edge(.responsible, from: id, to: name, role: unit.role.rawValue, basis: unit.basis.rawValue,
                                    mention: document.text.quote(span, like: mention), span: scalars(span))
                    graph.edges.append(consume edge)
                    nodes.append(node)
                }
                isInText = isInText || unit.basis == .text
                isInBracket = isInBracket || unit.basis == .bracket
            }
            if isInText, isInBracket { Self.keepBracketed(from: first, &nodes, findings.items[i].said, scalars, in: &graph) }
            if Self.isAnyNamedTwice(nodes) { Self.keepFirst(from: first, &nodes, in: &graph) }
        }
    }

    /// A unit that an item names twice in one role, in two spellings (省财政厅, 财政厅), is one entry; what the item names itself it does not have by a rule too.
    private static func keepFirst(from first: Int, _ nodes: inout [Int], in graph: inout TaskGraph) {
        struct Part: Hashable { let node: Int, role: String? }
        var named: Set<Int> = [], parts: Set<Part> = []
        remove(from: first, &nodes, in: &graph) { edge, node in
            let isGiven = edge.basis == "default" || edge.basis == "inherited"
            if isGiven, named.contains(node) { return true }
            named.insert(node)
            return !parts.insert(Part(node: node, role: edge.role)).inserted
        }
    }

    /// A few numbers are compared with each other faster than they are hashed.
    private static func isAnyNamedTwice(_ nodes: [Int]) -> Bool {
        guard nodes.count <= 24 else { return Set(nodes).count < nodes.count }
        return nodes.indices.dropFirst().contains { i in nodes[..<i].contains(nodes[i]) }
    }

    /// A body that the bracket names, under whatever name the sentence has it (市职转办), is one entry; with the role that the sentence gives it (由市发改委牵头),
    /// where the bracket only lists it (市发展改革委、市财政局).
    private static func keepBracketed(from first: Int, _ nodes: inout [Int], _ said: [SaidRole], _ scalars: (Span) -> ScalarSpan, in graph: inout TaskGraph) {
        let listed = nodes.indices.filter { graph.edges[first + $0].basis == "bracket" }, bracketed = Set(listed.map { nodes[$0] })
        if !said.isEmpty {
            let named = Dictionary(nodes.indices.filter { graph.edges[first + $0].basis == "text" }.map { (graph.edges[first + $0].span, nodes[$0]) }, uniquingKeysWith: { first, _ in first })
            let places = Dictionary(grouping: listed) { nodes[$0] }
            for one in said {
                let bracket = scalars(one.bracket)
                guard let node = named[scalars(one.unit)], let k = places[node]?.first(where: { graph.edges[first + $0].span.map { $0.start >= bracket.start && $0.end <= bracket.end } ?? false }),
                      graph.edges[first + k].role != ResponsibilityRole.lead.rawValue else { continue }
                graph.edges[first + k].role = one.role.rawValue
            }
        }
        remove(from: first, &nodes, in: &graph) { edge, node in edge.basis == "text" && bracketed.contains(node) }
    }

    /// Removes some of the last edges, with the numbers of the nodes that they go to.
    private static func remove(from first: Int, _ nodes: inout [Int], in graph: inout TaskGraph, where isSaid: (Edge, Int) -> Bool) {
        var kept = 0
        for k in nodes.indices where !isSaid(graph.edges[first + k], nodes[k]) {
            if kept < k {
                graph.edges.swapAt(first + kept, first + k)
                nodes.swapAt(kept, k)
            }
            kept += 1
        }
        graph.edges.removeSubrange((first + kept)...)
        nodes.removeSubrange(kept...)
    }
}

extension ItemNode.Kind {
    fileprivate init(_ kind: OutlineItem.Kind) {
        switch kind {
        case .section: self = .section
        case .task: self = .task
        case .item: self = .item
        }
    }
}
