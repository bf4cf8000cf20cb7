import FanganExport
import FanganGraph
import FanganText
import GRDB

/// Task graphs out of a store. The canonical text and the parts of a document outside its items are not in it.
extension StoreReader: PlanStore {
    public func documents() throws -> [StoredDocument] {
        try names().map { StoredDocument(name: $0, facts: try graph($0).document) }
    }

    /// Names of the documents, in the order in which they came in.
    ///
    /// - Throws: `PlanStoreFailure`
    public func names() throws -> [String] { try read { try String.fetchAll($0, sql: "SELECT name FROM documents ORDER BY id") } }

    public func graph(_ name: String) throws -> TaskGraph { try storedGraph(name).graph }

    /// A graph, and the digest of the file that it came from.
    ///
    /// - Throws: `PlanStoreFailure`
    public func storedGraph(_ name: String) throws -> (graph: TaskGraph, stamp: String) {
        try read { database in
            guard let row = try Row.fetchOne(database, sql: "SELECT * FROM documents WHERE name = ?", arguments: [name]) else { throw NoDocument() }
            var graph = TaskGraph(generator: row["generator"], document: Self.facts(row))
            try StoredRows(database, document: row["id"]).fill(&graph)
            return (graph, row["stamp"])
        }
    }

    /// A store keeps no texts: this always fails.
    public func plan(_ name: String) throws -> (graph: TaskGraph, text: CanonicalText) {
        throw PlanStoreFailure(path: path, message: "A store keeps no texts. Give the folder that fangan build --out has written.")
    }

    private struct NoDocument: Error {}

    private static func facts(_ row: Row) -> DocumentFacts {
        let source = SourceInfo(uri: row["uri"], mediaType: row["media_type"], encoding: row["encoding"], sha256: row["sha256"])
        var facts = DocumentFacts(id: row["document_id"], work: row["work"], source: source, textURI: row["text_uri"], scalars: row["scalars"])
        facts.title = row["title"]
        facts.number = row["number"]
        facts.issued = row["issued"]
        facts.region = row["region"]
        facts.addressees = JSONText.strings(in: row["addressees"] as String)
        facts.basedOn = JSONText.strings(in: row["based_on"] as String)
        return facts
    }
}

/// The rows of one document, by their identifiers.
private struct StoredRows {
    private let database: Database
    private let document: Int64
    private var items: [Int64: String] = [:]
    private var units: [Int64: String] = [:]
    private var phases: [Int64: String] = [:]
    private var references: [Int64: String] = [:]

    init(_ database: Database, document: Int64) throws {
        self.database = database
        self.document = document
        items = try names("SELECT id, item FROM items WHERE document = ?")
        units = try names("SELECT id, unit FROM units WHERE document = ?")
        phases = try names("SELECT id, phase FROM phases WHERE document = ?")
        references = try names("SELECT id, reference FROM \"references\" WHERE document = ?")
    }

    private func names(_ sql: String) throws -> [Int64: String] {
        Dictionary(try rows(sql).map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    private func rows(_ sql: String) throws -> [Row] { try Row.fetchAll(database, sql: sql, arguments: [document]) }

    /// Rows of a table of values, by their items.
    private func values<Value>(_ table: String, _ make: (Row) -> Value) throws -> [Int64: [Value]] {
        Dictionary(grouping: try rows("SELECT v.* FROM \(table) v JOIN items i ON i.id = v.item WHERE i.document = ? ORDER BY v.item, v.place"), by: { $0["item"] as Int64 }).mapValues { $0.map(make) }
    }

    func fill(_ graph: inout TaskGraph) throws {
        graph.document.issuers = try rows("SELECT unit FROM issuers WHERE document = ? ORDER BY place").compactMap { units[$0[0]] }
        try fillItems(&graph)
        try fillUnits(&graph)
        for row in try rows("SELECT * FROM phases WHERE document = ? ORDER BY id") {
            var node = PhaseNode(id: row["phase"], name: row["name"], start: row["start"], end: row["end"], quote: row["quote"], span: Self.span(row))
            node.edtf = row["edtf"]
            node.precision = row["precision"]
            node.yearBasis = row["year_basis"]
            graph.phases.append(node)
            if let next: String = row["next"] { graph.edges.append(Edge(.precedes, from: node.id, to: next)) }
        }
        for row in try rows("SELECT * FROM \"references\" WHERE document = ? ORDER BY id") {
            graph.references.append(ReferenceNode(id: row["reference"], title: row["title"], number: row["number"], kind: row["kind"], span: Self.span(row)))
        }
        try fillEdges(&graph)
        graph.diagnostics = try rows("SELECT * FROM diagnostics WHERE document = ? ORDER BY place").map {
            GraphDiagnostic(code: $0["code"], severity: $0["severity"], message: $0["message"], span: Self.openSpan($0))
        }
    }

    private func fillItems(_ graph: inout TaskGraph) throws {
        let due = try values("due_dates") { row in
            var due = Due(date: row["date"], quote: row["quote"], span: Self.span(row), yearBasis: row["year_basis"])
            due.start = row["start"]
            due.edtf = row["edtf"]
            due.precision = row["precision"]
            due.monthBasis = row["month_basis"]
            due.dayBasis = row["day_basis"]
            due.isOngoing = row["ongoing"]
            return due
        }
        let recurrence = try values("recurrences") { Recurrence(rule: $0["rule"], quote: $0["quote"], span: Self.span($0)) }
        let scores = try values("scores") { Score(points: $0["points"], quote: $0["quote"], span: Self.span($0)) }
        let limits = try values("score_limits") { ScoreLimit(kind: $0["kind"], points: $0["points"], quote: $0["quote"], span: Self.span($0)) }
        let conditions = try values("conditions") { Condition(key: $0["key"], quote: $0["quote"], span: Self.span($0)) }
        let targets = try values("targets") { row in
            var target = Target(quote: row["quote"], span: Self.span(row), min: row["min"], max: row["max"], unit: row["unit"], per: row["per"])
            target.isAbout = row["about"]
            if let scope: String = row["scope"], let start: Int = row["scope_start"], let end: Int = row["scope_end"] { target.scope = .init(quote: scope, span: ScalarSpan(start, end)) }
            return target
        }
        for row in try rows("SELECT * FROM plans WHERE document = ? ORDER BY span_start") {
            graph.document.plans.append(PlanFacts(id: row["plan"], title: row["title"], number: row["number"], issued: row["issued"], span: Self.span(row)))
        }
        var periods: [Int64: [Period]] = [:]
        for row in try rows("SELECT * FROM periods WHERE document = ? ORDER BY place") {
            var period = Period(kind: row["kind"], start: row["start"], end: row["end"], quote: row["quote"], span: Self.span(row))
            period.yearBasis = row["year_basis"]
            period.edtf = row["edtf"]
            period.precision = row["precision"]
            if let item: Int64 = row["item"] { periods[item, default: []].append(period) } else { graph.document.periods.append(period) }
        }
        for row in try rows("SELECT * FROM items WHERE document = ? ORDER BY id") {
            let id: Int64 = row["id"], name: String = row["item"], kind: String = row["kind"]
            if let parent: Int64 = row["parent"], let from = items[parent] { graph.edges.append(Edge(.contains, from: from, to: name)) }
            guard let kind = ItemNode.Kind(rawValue: kind) else {
                var step = StepNode(id: name, label: row["label"], ordinal: row["ordinal"] ?? 0, text: row["text"], span: Self.span(row))
                (step.due, step.recurrence, step.scores, step.targets) = (due[id] ?? [], recurrence[id] ?? [], scores[id] ?? [], targets[id] ?? [])
                graph.steps.append(step)
                continue
            }
            var item = ItemNode(
                id: name, kind: kind, role: row["role"] ?? "other", path: JSONText.strings(in: row["path"] as String), label: row["label"], ordinal: row["ordinal"],
                heading: row["heading"], text: row["text"], span: Self.span(row))
            (item.due, item.recurrence, item.scores, item.targets) = (due[id] ?? [], recurrence[id] ?? [], scores[id] ?? [], targets[id] ?? [])
            (item.periods, item.scoreLimits, item.conditions) = (periods[id] ?? [], limits[id] ?? [], conditions[id] ?? [])
            graph.items.append(item)
        }
    }

    private func fillUnits(_ graph: inout TaskGraph) throws {
        let candidates = Dictionary(grouping: try rows("SELECT c.* FROM candidates c JOIN units u ON u.id = c.unit WHERE u.document = ? ORDER BY c.unit, c.place"), by: { $0["unit"] as Int64 })
        for row in try rows("SELECT * FROM units WHERE document = ? ORDER BY id") {
            var node = UnitNode(
                id: row["unit"], name: row["name"], function: row["function"], functionName: row["function_name"], region: row["region"], level: row["level"], kind: row["kind"])
            node.candidates = (candidates[row["id"]] ?? []).map { UnitNode.Candidate(name: $0["name"], function: $0["function"]) }
            graph.units.append(node)
        }
    }

    private func fillEdges(_ graph: inout TaskGraph) throws {
        for row in try rows("SELECT r.* FROM responsibilities r JOIN items i ON i.id = r.item WHERE i.document = ? ORDER BY r.item, r.place") {
            guard let item = items[row["item"]], let unit = units[row["unit"]] else { continue }
            graph.edges.append(Edge(.responsible, from: item, to: unit, role: row["role"], basis: row["basis"], mention: row["mention"], span: Self.openSpan(row)))
        }
        for row in try rows("SELECT p.* FROM item_phases p JOIN items i ON i.id = p.item WHERE i.document = ? ORDER BY p.item, p.phase") {
            if let item = items[row["item"]], let phase = phases[row["phase"]] { graph.edges.append(Edge(.during, from: item, to: phase)) }
        }
        for row in try rows("SELECT * FROM citations WHERE document = ? ORDER BY place") {
            guard let reference = references[row["reference"]], let kind = Edge.Kind(rawValue: row["kind"]) else { continue }
            let item: Int64? = row["item"]
            graph.edges.append(Edge(kind, from: item.flatMap { items[$0] } ?? graph.document.id, to: reference, mention: row["mention"], span: Self.openSpan(row)))
        }
        for row in try rows("SELECT * FROM unit_relations WHERE document = ? ORDER BY place") {
            guard let unit = units[row["unit"]], let other = units[row["other"]], let kind = Edge.Kind(rawValue: row["kind"]) else { continue }
            var edge = Edge(kind, from: unit, to: other, basis: row["basis"], mention: row["mention"], span: Self.openSpan(row))
            if let date: String = row["date"], let reform: String = row["reform"] { edge.succession = .init(date: date, reform: reform) }
            graph.edges.append(edge)
        }
    }

    private static func span(_ row: Row) -> ScalarSpan { ScalarSpan(row["span_start"], row["span_end"]) }

    private static func openSpan(_ row: Row) -> ScalarSpan? {
        guard let start: Int = row["span_start"], let end: Int = row["span_end"] else { return nil }
        return ScalarSpan(start, end)
    }
}
