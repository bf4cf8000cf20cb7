import FanganGraph
import FanganText

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
    /// What was left open inside the task.
    public var openPoints: [GraphDiagnostic]
    /// Times without a last day, as the document words them: 长期坚持, 印发之日起10个工作日内.
    public var openTimes: [String] = []
}

extension TaskRow {
    /// The rows of a document's tasks, in reading order.
    ///
    /// - Parameter document: stem of its output files.
    public static func rows(of graph: TaskGraph, document: String, index: GraphIndex? = nil) -> [TaskRow] {
        var rows: [TaskRow] = []
        forEach(of: graph, document: document, index: index ?? GraphIndex(graph)) { rows.append($0) }
        return rows
    }

    /// The same, one row at a time: a list of them would be copied, which counts two dozen references for each.
    public static func forEach(of graph: TaskGraph, document: String, index: GraphIndex, _ body: (TaskRow) -> Void) {
        TaskRowBuilder(graph: graph, document: document, index: index).forEach { row, _ in body(row) }
    }

    /// What a row says as the one before it does, so that a table need not spell it again: tasks of a section often have its
    /// units, and have it around them.
    struct Likeness {
        /// Title, number and day.
        var plan: Bool
        var units: Bool
        var context: Bool
    }

    static func forEach(of graph: TaskGraph, document: String, index: GraphIndex, _ body: (TaskRow, Likeness) -> Void) {
        TaskRowBuilder(graph: graph, document: document, index: index).forEach(body)
    }
}

/// Gathers what the edges say about each item, then makes the rows; linear in the size of the graph.
private struct TaskRowBuilder {
    let graph: TaskGraph
    let document: String
    private let index: GraphIndex
    /// By place of the item; assignments are places of edges, phases places of phases.
    private var parents: [Int?]
    /// The assignments of an item are the places ``starts`` of it to that of the next one here.
    private var assignments: [Int]
    private var starts: [Int]
    private var phases: [Int: [Int]] = [:]

    init(graph: TaskGraph, document: String, index: GraphIndex) {
        self.graph = graph
        self.document = document
        self.index = index
        parents = Array(repeating: nil, count: graph.items.count)
        (starts, assignments) = Self.assignments(graph, index)
        for place in graph.edges.indices { noteEdge(at: place) }
    }

    /// Edges by item, in their order: counted, then put where the count says.
    private static func assignments(_ graph: TaskGraph, _ index: GraphIndex) -> (starts: [Int], places: [Int]) {
        func item(at place: Int) -> Int? {
            guard graph.edges[place].kind == .responsible, index.to[place]?.unit != nil else { return nil }
            return index.from[place]?.item
        }
        var starts = [Int](repeating: 0, count: graph.items.count + 1)
        for place in graph.edges.indices { if let item = item(at: place) { starts[item + 1] += 1 } }
        for item in graph.items.indices { starts[item + 1] += starts[item] }
        var next = starts, places = [Int](repeating: 0, count: starts[graph.items.count])
        for place in graph.edges.indices {
            guard let item = item(at: place) else { continue }
            places[next[item]] = place
            next[item] += 1
        }
        return (starts, places)
    }

    private mutating func noteEdge(at place: Int) {
        guard let from = index.from[place]?.item, let to = index.to[place] else { return }
        switch (graph.edges[place].kind, to) {
        case (.contains, .item(let child)): if child != from { parents[child] = from }
        case (.during, .phase(let phase)): phases[from, default: []].append(phase)
        default: break
        }
    }

    /// What stands around a task: the same for all tasks of one section.
    private struct Surroundings {
        var parent: Int?
        /// Outermost first.
        var ancestors: [Int] = []
        var headings: [String] = []
    }

    func forEach(_ body: (TaskRow, TaskRow.Likeness) -> Void) {
        let open = openPoints()
        var around = Surroundings(), whose = 0..<0
        // One row for all, of which each task changes what it says otherwise: a new one counts two dozen references.
        var row = emptyRow, isFirst = true, plan: String?
        let hasPlans = !graph.document.plans.isEmpty
        for place in graph.items.indices where graph.items[place].kind == .task {
            let edges = starts[place]..<starts[place + 1]
            let own = hasPlans ? graph.document.plan(of: graph.items[place].id) : nil
            let like = TaskRow.Likeness(plan: !isFirst && (!hasPlans || own?.id == plan), units: !isFirst && hasSameUnits(edges, whose), context: !isFirst && around.parent == parents[place])
            if around.parent != parents[place] { around = surroundings(of: place) }
            if !like.plan {
                say(own, in: &row)
                plan = own?.id
            }
            if !like.context { row.context = around.headings }
            if !like.units {
                assign(edges, to: &row)
                whose = edges
            }
            say(place, around, openPoints: open[place] ?? [], in: &row)
            body(row, like)
            isFirst = false
        }
    }

    /// What all rows of the document say.
    private var emptyRow: TaskRow {
        TaskRow(
            document: document, title: graph.document.title, number: graph.document.number, issued: graph.document.issued, region: graph.document.region,
            task: "", path: [], role: "", heading: nil, text: "", lead: [], responsible: [], support: [], mentions: [], basis: [], due: [], recurrence: [],
            phases: [], scores: [], targets: [], context: [], span: ScalarSpan(0, 0), textURI: graph.document.textURI, openPoints: [])
    }

    /// Whether two runs of ``assignments`` say the same: an inherited bracket says it for all items of its section.
    private func hasSameUnits(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        guard a.count == b.count else { return false }
        let edges = graph.edges
        for (one, other) in zip(a, b) {
            let (i, j) = (assignments[one], assignments[other])
            guard index.to[i] == index.to[j], index.to[i] != nil || edges[i].to == edges[j].to, edges[i].role == edges[j].role, edges[i].basis == edges[j].basis else { return false }
            switch (edges[i].mention, edges[j].mention) {
            case (let a?, let b?): guard a.hasSameBytes(as: b) else { return false }
            case (nil, nil): break
            default: return false
            }
        }
        return true
    }

    private func assign(_ edges: Range<Int>, to row: inout TaskRow) {
        row.forgetUnits()
        for edge in assignments[edges] { row.note(graph.edges, edge, unit: unitName(at: edge)) }
    }

    private func surroundings(of place: Int) -> Surroundings {
        let ancestors = ancestors(of: place)
        return Surroundings(parent: parents[place], ancestors: ancestors, headings: ancestors.map { graph.items[$0].heading ?? graph.items[$0].label })
    }

    /// What is a task's own.
    private func say(_ place: Int, _ around: Surroundings, openPoints: [GraphDiagnostic], in row: inout TaskRow) {
        let items = graph.items
        row.task = items[place].id
        row.path = items[place].path
        row.role = items[place].role
        row.heading = items[place].heading
        row.text = items[place].text
        row.span = items[place].span
        row.due.renew(items[place].due)
        row.recurrence.renew(items[place].recurrence)
        row.openTimes.renew(items[place].periods.isEmpty ? [] : items[place].periods.filter(\.isOpen).map(\.quote))
        row.scores.renew(items[place].scores)
        row.targets.renew(items[place].targets)
        if !phases.isEmpty {
            row.phases.removeAll(keepingCapacity: true)
            for phase in phasesOf(place, around.ancestors) { row.phases.appendOnce(graph.phases[phase].name) }
        }
        row.openPoints.renew(openPoints)
    }

    /// A further plan in the file has its own title, and may have its own number and day.
    private func say(_ plan: PlanFacts?, in row: inout TaskRow) {
        let document = graph.document
        row.title = plan?.title ?? document.title
        row.number = plan.map(\.number) ?? document.number
        row.issued = plan.map(\.issued) ?? document.issued
    }

    private func unitName(at edge: Int) -> String {
        index.to[edge]?.unit.map { graph.units[$0].name } ?? graph.edges[edge].to
    }

    /// The item's own phases, else those of the nearest section that has any.
    private func phasesOf(_ place: Int, _ ancestors: [Int]) -> [Int] {
        if phases.isEmpty { return [] }
        if let own = phases[place] { return own }
        for ancestor in ancestors.reversed() { if let found = phases[ancestor] { return found } }
        return []
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

    /// Diagnostics by the task in which they begin. Tasks are leaves, so their spans follow each other.
    private func openPoints() -> [Int: [GraphDiagnostic]] {
        let items = graph.items
        let tasks = items.indices.filter { items[$0].kind == .task }.sorted { items[$0].span.start < items[$1].span.start }
        var found: [Int: [GraphDiagnostic]] = [:]
        for diagnostic in graph.diagnostics {
            guard let start = diagnostic.span?.start else { continue }
            var low = 0, high = tasks.count
            while low < high {
                let middle = (low + high) / 2
                if items[tasks[middle]].span.start <= start { low = middle + 1 } else { high = middle }
            }
            guard low > 0, start < items[tasks[low - 1]].span.end else { continue }
            found[tasks[low - 1], default: []].append(diagnostic)
        }
        return found
    }
}

/// The units of one item, each named once in each part that it has.
extension TaskRow {
    /// The lists keep their room for the next row's.
    fileprivate mutating func forgetUnits() {
        lead.removeAll(keepingCapacity: true)
        responsible.removeAll(keepingCapacity: true)
        support.removeAll(keepingCapacity: true)
        mentions.removeAll(keepingCapacity: true)
        basis.removeAll(keepingCapacity: true)
    }

    /// Edges are read in place: a copy of one counts its references.
    fileprivate mutating func note(_ edges: [Edge], _ at: Int, unit: String) {
        switch edges[at].role {
        case "lead": lead.appendOnce(unit)
        case "support": support.appendOnce(unit)
        default: responsible.appendOnce(unit)
        }
        if let mention = edges[at].mention { mentions.appendOnce(mention) }
        if let basis = edges[at].basis { self.basis.appendOnce(basis) }
    }
}

extension Array {
    /// Takes the place of what the row before had. Most have nothing, nor had that one: setting an empty list counts references too.
    fileprivate mutating func renew(_ values: [Element]) {
        if !isEmpty || !values.isEmpty { self = values }
    }
}

extension [String] {
    /// Skips what was there lately. Lists of units are short; looking back a bounded way keeps a list of
    /// thousands, which only a broken document has, from taking its square.
    fileprivate mutating func appendOnce(_ value: String) {
        var at = count
        let floor = Swift.max(0, count - 64)
        while at > floor {
            at -= 1
            if self[at].hasSameBytes(as: value) { return }
        }
        append(value)
    }
}
