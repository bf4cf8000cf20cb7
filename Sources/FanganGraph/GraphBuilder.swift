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
        facts.basedOn = basis(findings, own: facts.number, title: facts.title)
        facts.periods = findings.periods.map { ItemTimes.period($0, quote: document.text[$0.span], span: place($0.span)) }
        facts.parts = Cover.parts(outline, document, index)

        var graph = TaskGraph(generator: generator, document: facts)
        addItems(outline, findings, document, place, to: &graph)
        addPhases(outline, findings, document, place, to: &graph)
        addResponsibility(outline, findings, document, place, &registry, to: &graph)
        Steps(place: place, document: document).add(findings, outline, &registry, to: &graph)
        UnitRelations(document: document, place: place).add(&registry, to: &graph)
        var references = References(title: facts.title, number: facts.number, place: place)
        references.noteOwnNumber(outline.header.number)
        references.add(findings, outline, to: &graph)
        graph.units = registry.nodes
        // In the order of the text; what has no place comes first.
        let empty = outline.items.isEmpty
            ? [Diagnostic("outline.no-items", .warning, "No numbered items and no table of duties were found; nothing was turned into tasks.")]
            : outline.items.contains { $0.kind == .task } ? []
            : [Diagnostic("outline.no-tasks", .note, "None of the numbered items stands in a part that imposes work; nothing was turned into tasks.")]
        let outside = TextOutsideItems(outline: outline, findings: findings, text: document.text).diagnostics
        let said = (notes + empty + outside + outline.diagnostics + findings.diagnostics + references.diagnostics + registry.diagnostics).enumerated()
            .sorted { ($0.element.span?.start ?? -1, $0.offset) < ($1.element.span?.start ?? -1, $1.offset) }.map(\.element)
        graph.diagnostics = said.map {
            GraphDiagnostic(code: $0.code, severity: $0.severity.rawValue, message: $0.message, span: $0.span.map(place))
        }
        return graph
    }

    /// 发文字号 named in front of the items, without those that the plan follows: `…〔2022〕22号）实施以来发挥了积极作用`.
    private func basis(_ findings: Findings, own: String?, title: String?) -> [String] {
        let own = own.map(DocumentIdentity.number), title = title.map(References.key)
        func isOfTitle(_ other: String?) -> Bool { title.map { title in other.map { References.isKey(title, of: $0) } ?? false } ?? false }
        var seen: Set<String> = []
        return findings.preamble.filter { $0.isBasis && !isOfTitle($0.title) }.compactMap(\.number)
            .filter { DocumentIdentity.number($0) != own && seen.insert($0).inserted }
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
        var ids: [Int: String] = [:]
        for i in findings.items.indices {
            if let phase = findings.items[i].phase {
                let id = "phase:\(graph.phases.count + 1)"
                if let last = graph.phases.last { graph.edges.append(Edge(.precedes, from: last.id, to: id)) }
                ids[i] = id
                graph.phases.append(ItemTimes.phase(phase, id: id, quote: document.text[phase.span], span: place(phase.span)))
            }
            if let during = findings.items[i].during, let id = ids[during] { graph.edges.append(Edge(.during, from: outline.items[i].id, to: id)) }
        }
    }

    // MARK: - Responsibility

    private func addResponsibility(_ outline: Outline, _ findings: Findings, _ document: SourceDocument, _ place: (Span) -> ScalarSpan,
                                   _ registry: inout UnitRegistry, to graph: inout TaskGraph) {
        let lists = UnitLists(findings, document, registry)
        for i in outline.items.indices where !findings.items[i].responsible.isEmpty {
            let id = outline.items[i].id, first = graph.edges.count
            for (number, unit) in findings.items[i].responsible.enumerated() {
                let whole = lists.whole(of: unit.mention, item: i, place: number)
                registry.forEachName(unit.mention, as: whole, at: unit.span, in: document.text) { node, mention, span in
                    let edge = Edge(.responsible, from: id, to: node, role: unit.role.rawValue, basis: unit.basis.rawValue,
                                    mention: document.text.quote(span, like: mention), span: place(span))
                    graph.edges.append(consume edge)
                }
            }
            Self.keepBracketed(from: first, in: &graph)
            Self.keepFirst(from: first, in: &graph)
        }
    }

    /// A unit that an item names twice in one role, in two spellings (省财政厅, 财政厅), is one entry; what the item names itself it does not have by a rule too.
    private static func keepFirst(from first: Int, in graph: inout TaskGraph) {
        let own = graph.edges[first...]
        guard own.count > 1, isAnyNamedTwice(own) else { return }
        var named: Set<String> = [], roles: Set<[String]> = []
        graph.edges[first...].removeAll { edge in
            let isGiven = edge.basis == "default" || edge.basis == "inherited"
            if isGiven, named.contains(edge.to) { return true }
            named.insert(edge.to)
            return !roles.insert([edge.to, edge.role ?? ""]).inserted
        }
    }

    /// A few names are compared with each other faster than they are hashed.
    private static func isAnyNamedTwice(_ own: ArraySlice<Edge>) -> Bool {
        guard own.count <= 24 else { return Set(own.map(\.to)).count < own.count }
        return own.indices.dropFirst().contains { i in own[..<i].contains { $0.to == own[i].to } }
    }

    /// A body that the bracket names, under whatever name the sentence has it (市职转办), is one entry.
    private static func keepBracketed(from first: Int, in graph: inout TaskGraph) {
        let own = graph.edges[first...]
        guard own.contains(where: { $0.basis == "text" }), own.contains(where: { $0.basis == "bracket" }) else { return }
        let bracketed = Set(own.filter { $0.basis == "bracket" }.map(\.to))
        graph.edges[first...].removeAll { $0.basis == "text" && bracketed.contains($0.to) }
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
