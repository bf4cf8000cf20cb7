import FanganExport
import FanganGraph
import FanganText
import GRDB

/// Writes one document into the tables; all statements are kept for the next one.
struct DocumentRows {
    private var documents, plans, items, units, candidates, issuers, relations, responsibilities, phases, itemPhases: RowWriter
    private var dues, recurrences, periods, scores, limits, targets, conditions, references, citations, diagnostics: RowWriter
    /// The full-text index; nil for a database that has none.
    private var search: RowWriter?

    /// Rows of a store.
    init(_ database: Database) throws {
        try self.init { table, columns, ignoresRepeated in try RowWriter(database, table: table, columns: columns, ignoresRepeated: ignoresRepeated) }
        search = try StoreSearchIndex.insert(database)
    }

    /// - Parameter rows: gives the writer of a table with so many columns; true: a row that is there already is passed over.
    init(_ rows: (String, Int, Bool) throws -> RowWriter) rethrows {
        documents = try rows("documents", 18, false)
        plans = try rows("plans", 7, false)
        items = try rows("items", 13, false)
        units = try rows("units", 9, false)
        candidates = try rows("candidates", 4, false)
        issuers = try rows("issuers", 3, false)
        relations = try rows("unit_relations", 11, false)
        responsibilities = try rows("responsibilities", 8, false)
        phases = try rows("phases", 13, false)
        itemPhases = try rows("item_phases", 2, true)
        dues = try rows("due_dates", 13, false)
        recurrences = try rows("recurrences", 6, false)
        periods = try rows("periods", 12, false)
        scores = try rows("scores", 6, false)
        limits = try rows("score_limits", 7, false)
        targets = try rows("targets", 13, false)
        conditions = try rows("conditions", 6, false)
        references = try rows("references", 8, false)
        citations = try rows("citations", 8, false)
        diagnostics = try rows("diagnostics", 7, false)
    }

    /// Takes a document with all its rows out of the tables.
    static func remove(_ document: Int64, from database: Database) throws {
        try StoreSearchIndex.remove(document, from: database)
        try database.execute(sql: "DELETE FROM documents WHERE id = ?", arguments: [document])
    }

    /// - Throws: ``TooLarge``, `DatabaseError`
    mutating func write(_ graph: TaskGraph, name: String, stamp: String, id: Int64) throws {
        guard graph.items.count + graph.steps.count <= StoreID.most, graph.units.count <= StoreID.most else { throw TooLarge() }
        let rows = GraphRows(graph)
        try writeDocument(graph, name, stamp, id)
        try writeItems(graph, rows, id)
        try writeUnits(graph, id)
        try writePhases(graph, rows, id)
        for place in graph.references.indices {
            let node = graph.references[place]
            references.add(StoreID.row(place, of: id)); references.add(id); references.add(node.id); references.add(node.title)
            references.add(node.number); references.add(node.kind); references.add(node.span)
            try references.end()
        }
        try writeEdges(graph, rows, id)
        try writeValues(graph, id)
        for (place, diagnostic) in graph.diagnostics.enumerated() {
            diagnostics.add(id); diagnostics.add(place); diagnostics.add(diagnostic.code); diagnostics.add(diagnostic.severity)
            diagnostics.add(diagnostic.message); diagnostics.add(diagnostic.span)
            try diagnostics.end()
        }
        try writeSearch(graph, rows, id)
    }

    /// A document with more items than a store can number.
    struct TooLarge: Error {}

    private mutating func writeDocument(_ graph: TaskGraph, _ name: String, _ stamp: String, _ id: Int64) throws {
        let facts = graph.document
        documents.add(id); documents.add(name); documents.add(stamp); documents.add(graph.generator)
        documents.add(facts.id); documents.add(facts.work); documents.add(facts.title); documents.add(facts.number)
        documents.add(facts.issued); documents.add(facts.region)
        documents.add(JSONText.strings(facts.addressees)); documents.add(JSONText.strings(facts.basedOn))
        documents.add(facts.source.uri); documents.add(facts.source.mediaType); documents.add(facts.source.encoding); documents.add(facts.source.sha256)
        documents.add(facts.textURI); documents.add(facts.scalars)
        try documents.end()
        for plan in facts.plans {
            plans.add(id); plans.add(plan.id); plans.add(plan.title); plans.add(plan.number); plans.add(plan.issued); plans.add(plan.span)
            try plans.end()
        }
    }

    /// Items, then their steps, each under its item.
    private mutating func writeItems(_ graph: TaskGraph, _ rows: GraphRows, _ id: Int64) throws {
        for place in graph.items.indices {
            items.add(StoreID.row(place, of: id)); items.add(id); items.add(rows.parents[place].map { StoreID.row($0, of: id) })
            items.add(graph.items[place].id); items.add(graph.items[place].kind.rawValue); items.add(graph.items[place].role)
            items.add(JSONText.strings(graph.items[place].path)); items.add(graph.items[place].label); items.add(graph.items[place].ordinal)
            items.add(graph.items[place].heading); items.add(graph.items[place].text); items.add(graph.items[place].span)
            try items.end()
        }
        for (place, step) in graph.steps.enumerated() {
            items.add(StoreID.row(graph.items.count + place, of: id)); items.add(id)
            items.add(rows.parents[graph.items.count + place].map { StoreID.row($0, of: id) })
            items.add(step.id); items.add("step"); items.add(String?.none); items.add("[]"); items.add(step.label); items.add(step.ordinal)
            items.add(String?.none); items.add(step.text); items.add(step.span)
            try items.end()
        }
    }

    private mutating func writeUnits(_ graph: TaskGraph, _ id: Int64) throws {
        for place in graph.units.indices {
            let node = graph.units[place], row = StoreID.row(place, of: id)
            units.add(row); units.add(id); units.add(node.id); units.add(node.name); units.add(node.function)
            units.add(node.functionName); units.add(node.region); units.add(node.level); units.add(node.kind)
            try units.end()
            for (number, candidate) in node.candidates.enumerated() {
                candidates.add(row); candidates.add(number); candidates.add(candidate.name); candidates.add(candidate.function)
                try candidates.end()
            }
        }
    }

    private mutating func writePhases(_ graph: TaskGraph, _ rows: GraphRows, _ id: Int64) throws {
        for (place, node) in graph.phases.enumerated() {
            phases.add(StoreID.row(place, of: id)); phases.add(id); phases.add(node.id); phases.add(node.name); phases.add(node.start); phases.add(node.end)
            phases.add(node.quote); phases.add(node.span); phases.add(node.edtf); phases.add(node.precision); phases.add(node.yearBasis); phases.add(rows.nextPhase[place])
            try phases.end()
        }
    }

    private mutating func writeEdges(_ graph: TaskGraph, _ rows: GraphRows, _ id: Int64) throws {
        for (place, issuer) in rows.index.issuers.enumerated() {
            guard case .unit(let unit)? = issuer else { continue }
            issuers.add(id); issuers.add(place); issuers.add(StoreID.row(unit, of: id))
            try issuers.end()
        }
        var last: (item: Int, place: Int) = (-1, 0)
        for place in graph.edges.indices {
            let item = rows.item(rows.index.from[place])
            switch (graph.edges[place].kind, rows.index.to[place]) {
            case (.responsible, .unit(let unit)?):
                guard let item else { continue }
                // Edges of one item follow each other; where they do not, the place of the edge is as good.
                last = item == last.item ? (item, last.place + 1) : (item, rows.isScattered(item, before: place) ? place : 0)
                responsibilities.add(StoreID.row(item, of: id)); responsibilities.add(last.place); responsibilities.add(StoreID.row(unit, of: id))
                responsibilities.add(graph.edges[place].role); responsibilities.add(graph.edges[place].basis)
                responsibilities.add(graph.edges[place].mention); responsibilities.add(graph.edges[place].span)
                try responsibilities.end()
            case (.during, .phase(let phase)?):
                guard let item else { continue }
                itemPhases.add(StoreID.row(item, of: id)); itemPhases.add(StoreID.row(phase, of: id))
                try itemPhases.end()
            case (.cites, .reference(let reference)?), (.basedOn, .reference(let reference)?):
                citations.add(id); citations.add(place); citations.add(graph.edges[place].kind.rawValue); citations.add(item.map { StoreID.row($0, of: id) })
                citations.add(StoreID.row(reference, of: id)); citations.add(graph.edges[place].mention); citations.add(graph.edges[place].span)
                try citations.end()
            case (.memberOf, .unit(let other)?), (.succeeds, .unit(let other)?), (.hostedBy, .unit(let other)?):
                guard case .unit(let unit)? = rows.index.from[place] else { continue }
                relations.add(id); relations.add(place); relations.add(graph.edges[place].kind.rawValue)
                relations.add(StoreID.row(unit, of: id)); relations.add(StoreID.row(other, of: id)); relations.add(graph.edges[place].basis)
                relations.add(graph.edges[place].succession?.date); relations.add(graph.edges[place].succession?.reform)
                relations.add(graph.edges[place].mention); relations.add(graph.edges[place].span)
                try relations.end()
            default: continue
            }
        }
    }

    private mutating func writeValues(_ graph: TaskGraph, _ id: Int64) throws {
        var period = 0
        for place in graph.items.indices {
            let row = StoreID.row(place, of: id)
            try writeDues(graph.items[place].due, row)
            try writeRecurrences(graph.items[place].recurrence, row)
            try writeScores(graph.items[place].scores, row)
            try writeTargets(graph.items[place].targets, row)
            try writePeriods(graph.items[place].periods, row, id, &period)
            for (number, limit) in graph.items[place].scoreLimits.enumerated() {
                limits.add(row); limits.add(number); limits.add(limit.kind); limits.add(limit.points); limits.add(limit.quote); limits.add(limit.span)
                try limits.end()
            }
            for (number, condition) in graph.items[place].conditions.enumerated() {
                conditions.add(row); conditions.add(number); conditions.add(condition.key); conditions.add(condition.quote); conditions.add(condition.span)
                try conditions.end()
            }
        }
        for (place, step) in graph.steps.enumerated() {
            let row = StoreID.row(graph.items.count + place, of: id)
            try writeDues(step.due, row)
            try writeRecurrences(step.recurrence, row)
            try writeScores(step.scores, row)
            try writeTargets(step.targets, row)
        }
        try writePeriods(graph.document.periods, nil, id, &period)
    }

    private mutating func writeDues(_ values: [Due], _ row: Int64) throws {
        for (number, due) in values.enumerated() {
            dues.add(row); dues.add(number); dues.add(due.date); dues.add(due.start); dues.add(due.quote); dues.add(due.span)
            dues.add(due.yearBasis); dues.add(due.monthBasis); dues.add(due.dayBasis); dues.add(due.edtf); dues.add(due.precision); dues.add(due.isOngoing)
            try dues.end()
        }
    }

    private mutating func writeRecurrences(_ values: [Recurrence], _ row: Int64) throws {
        for (number, recurrence) in values.enumerated() {
            recurrences.add(row); recurrences.add(number); recurrences.add(recurrence.rule); recurrences.add(recurrence.quote); recurrences.add(recurrence.span)
            try recurrences.end()
        }
    }

    private mutating func writeScores(_ values: [Score], _ row: Int64) throws {
        for (number, score) in values.enumerated() {
            scores.add(row); scores.add(number); scores.add(score.points); scores.add(score.quote); scores.add(score.span)
            try scores.end()
        }
    }

    private mutating func writeTargets(_ values: [Target], _ row: Int64) throws {
        for (number, target) in values.enumerated() {
            targets.add(row); targets.add(number); targets.add(target.min); targets.add(target.max); targets.add(target.unit); targets.add(target.per); targets.add(target.isAbout)
            targets.add(target.quote); targets.add(target.span); targets.add(target.scope?.quote); targets.add(target.scope?.span)
            try targets.end()
        }
    }

    private mutating func writePeriods(_ values: [Period], _ row: Int64?, _ id: Int64, _ number: inout Int) throws {
        for period in values {
            periods.add(id); periods.add(number); periods.add(row); periods.add(period.kind); periods.add(period.start); periods.add(period.end)
            periods.add(period.quote); periods.add(period.span); periods.add(period.yearBasis); periods.add(period.edtf); periods.add(period.precision)
            try periods.end()
            number += 1
        }
    }

    /// Steps stand in the text of their items already.
    private mutating func writeSearch(_ graph: TaskGraph, _ rows: GraphRows, _ id: Int64) throws {
        guard var search else { return }
        try StoreSearchIndex.put(StoreID.title(of: id), StoreSearchIndex.words(title: graph.document.title, number: graph.document.number), &search)
        for place in graph.items.indices {
            let words = StoreSearchIndex.words(heading: graph.items[place].heading, text: graph.items[place].text, mentions: rows.mentions[place] ?? [])
            try StoreSearchIndex.put(StoreID.row(place, of: id), words, &search)
        }
    }
}

/// What the edges of a graph say, by place of the item.
private struct GraphRows {
    let index: GraphIndex
    /// Of items, then of steps.
    private(set) var parents: [Int?]
    /// Identifier of the phase that follows, by place of the phase.
    private(set) var nextPhase: [String?]
    /// Units as printed.
    private(set) var mentions: [Int: [String]] = [:]
    private let itemCount: Int
    /// The first edge that gives an item a unit.
    private var firstAssignment: [Int: Int] = [:]

    init(_ graph: TaskGraph) {
        index = GraphIndex(graph)
        itemCount = graph.items.count
        parents = Array(repeating: nil, count: graph.items.count + graph.steps.count)
        nextPhase = Array(repeating: nil, count: graph.phases.count)
        for place in graph.edges.indices { note(graph.edges[place], at: place) }
        noteSteps(graph)
    }

    private mutating func note(_ edge: Edge, at place: Int) {
        switch edge.kind {
        case .contains: if let parent = item(index.from[place]), let child = item(index.to[place]), parent != child { parents[child] = parent }
        case .precedes: if case .phase(let phase)? = index.from[place] { nextPhase[phase] = edge.to }
        case .responsible:
            guard case .unit? = index.to[place], let item = item(index.from[place]) else { return }
            if firstAssignment[item] == nil { firstAssignment[item] = place }
            if let mention = edge.mention { mentions[item, default: []].append(mention) }
        default: break
        }
    }

    /// A step without an edge belongs to the item whose identifier its own begins with.
    private mutating func noteSteps(_ graph: TaskGraph) {
        if graph.steps.isEmpty { return }
        var places: [String: Int] = [:]
        for place in graph.items.indices { places[graph.items[place].id] = place }
        for (place, step) in graph.steps.enumerated() where parents[itemCount + place] == nil {
            guard let cut = step.id.lastIndex(of: ".") else { continue }
            parents[itemCount + place] = places[String(step.id[..<cut])]
        }
    }

    /// Place of an item, or behind all items that of a step.
    func item(_ place: GraphIndex.Place?) -> Int? {
        switch place {
        case .item(let place)?: place
        case .step(let place)?: itemCount + place
        default: nil
        }
    }

    /// Whether another edge gave the item a unit before this run of edges.
    func isScattered(_ item: Int, before edge: Int) -> Bool { (firstAssignment[item] ?? edge) < edge }
}
