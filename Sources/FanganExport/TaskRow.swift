import FanganGraph

/// One task with everything that a person who works with a list of tasks needs, names resolved;
/// a row of `tasks.csv` and a line of `tasks.ndjson`.
public struct TaskRow: Sendable, Equatable {
    /// Stem of the document's output files.
    public var document: String
    public var title: String?
    public var number: String?
    /// `yyyy-mm-dd`.
    public var issued: String?
    /// GB/T 2260 code.
    public var region: String?
    /// Identifier of the item in its document.
    public var task: String
    public var path: [String]
    /// Role of the section it stands in: `duties`, `phases` …
    public var role: String
    public var heading: String?
    public var text: String
    /// Full names of the units, by what they do: 牵头, 责任, 配合.
    public var lead: [String]
    public var responsible: [String]
    public var support: [String]
    /// The units as the document names them, in its order.
    public var mentions: [String]
    /// Where the document says who: `bracket`, `table`, `inherited`, `default`, `text`.
    public var basis: [String]
    public var due: [Due]
    public var recurrence: [Recurrence]
    /// Names of the phases that it falls in.
    public var phases: [String]
    public var scores: [Score]
    public var targets: [Target]
    /// Headings (else labels) of the sections around it, outermost first.
    public var context: [String]
    /// Place in the canonical text, in Unicode scalars.
    public var span: ScalarSpan
    /// Path of the canonical text from the output folder.
    public var textURI: String
    /// What was left open inside the task, as messages.
    public var openPoints: [String]
}

extension TaskRow {
    /// The rows of a document's tasks, in reading order.
    ///
    /// - Parameter document: stem of its output files.
    public static func rows(of graph: TaskGraph, document: String) -> [TaskRow] {
        var builder = TaskRowBuilder(graph: graph, document: document)
        return builder.rows()
    }
}

/// Gathers what the edges say about each item, then makes the rows; linear in the size of the graph.
private struct TaskRowBuilder {
    let graph: TaskGraph
    let document: String
    private var unitNames: [String: String] = [:]
    private var phaseNames: [String: String] = [:]
    private var places: [String: Int] = [:]
    /// By place of the item.
    private var parents: [Int?]
    private var assignments: [[Edge]]
    private var phases: [[String]]

    init(graph: TaskGraph, document: String) {
        self.graph = graph
        self.document = document
        parents = Array(repeating: nil, count: graph.items.count)
        assignments = Array(repeating: [], count: graph.items.count)
        phases = Array(repeating: [], count: graph.items.count)
        for unit in graph.units { unitNames[unit.id] = unit.name }
        for phase in graph.phases { phaseNames[phase.id] = phase.name }
        for (place, item) in graph.items.enumerated() { places[item.id] = place }
        for edge in graph.edges { note(edge) }
    }

    private mutating func note(_ edge: Edge) {
        guard let from = places[edge.from] else { return }
        switch edge.kind {
        case .contains:
            if let child = places[edge.to], child != from { parents[child] = from }
        case .responsible: assignments[from].append(edge)
        case .during:
            if let name = phaseNames[edge.to] { phases[from].append(name) }
        default: break
        }
    }

    mutating func rows() -> [TaskRow] {
        let open = openPoints()
        return graph.items.indices.filter { graph.items[$0].kind == .task }.map { row(at: $0, openPoints: open[$0] ?? []) }
    }

    private func row(at place: Int, openPoints: [String]) -> TaskRow {
        let item = graph.items[place]
        let facts = graph.document
        let ancestors = ancestors(of: place)
        let edges = assignments[place]
        func names(_ role: String) -> [String] {
            unique(edges.filter { $0.role == role }.map { unitNames[$0.to] ?? $0.to })
        }
        let stage = phases[place].isEmpty ? ancestors.last { !phases[$0].isEmpty }.map { phases[$0] } ?? [] : phases[place]
        return TaskRow(
            document: document, title: facts.title, number: facts.number, issued: facts.issued, region: facts.region,
            task: item.id, path: item.path, role: item.role, heading: item.heading, text: item.text,
            lead: names("lead"), responsible: names("responsible"), support: names("support"),
            mentions: unique(edges.compactMap(\.mention)), basis: unique(edges.compactMap(\.basis)),
            due: item.due, recurrence: item.recurrence, phases: unique(stage), scores: item.scores, targets: item.targets,
            context: ancestors.map { graph.items[$0].heading ?? graph.items[$0].label },
            span: item.span, textURI: facts.textURI, openPoints: openPoints)
    }

    /// Outermost first; stops at a cycle, which a checked graph does not have.
    private func ancestors(of place: Int) -> [Int] {
        var chain: [Int] = []
        var current = parents[place]
        while let ancestor = current, chain.count < 64 {
            chain.append(ancestor)
            current = parents[ancestor]
        }
        return chain.reversed()
    }

    private func unique(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }

    /// Diagnostics by the task in which they begin. Tasks are leaves, so their spans follow each other.
    private func openPoints() -> [Int: [String]] {
        let tasks = graph.items.indices.filter { graph.items[$0].kind == .task }.sorted { graph.items[$0].span.start < graph.items[$1].span.start }
        var found: [Int: [String]] = [:]
        for diagnostic in graph.diagnostics {
            guard let start = diagnostic.span?.start else { continue }
            var low = 0, high = tasks.count
            while low < high {
                let middle = (low + high) / 2
                if graph.items[tasks[middle]].span.start <= start { low = middle + 1 } else { high = middle }
            }
            guard low > 0, start < graph.items[tasks[low - 1]].span.end else { continue }
            found[tasks[low - 1], default: []].append(diagnostic.message)
        }
        return found
    }
}
