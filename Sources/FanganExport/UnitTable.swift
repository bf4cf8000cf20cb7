import FanganGraph
import FanganText
import FanganUnits

/// The units of one document with what its tasks say of them: what ``UnitTable`` adds up.
public struct UnitOccurrence: Sendable, Equatable {
    public var unit: UnitNode
    /// Tasks of the document that name it as responsible in any role.
    public var tasks: Int
    /// The spellings in which the document names it, in its order.
    public var spellings: [String]
    /// Of a class of units: how many members the graph names.
    public var members = 0
    /// Where they are known from: `regions`, `document`; nil without members.
    public var memberBasis: String?
    /// Full names of the organs that replaced it, with the date behind each.
    public var successors: [String] = []
}

extension UnitOccurrence {
    // Made at once: the result of an initializer that sets var after var is copied, with all references.
    public init(unit: UnitNode, tasks: Int, spellings: [String]) {
        self.init(unit: unit, tasks: tasks, spellings: spellings, members: 0, memberBasis: nil, successors: [])
    }

    /// The units of a graph, in its order.
    public static func all(in graph: TaskGraph, index: GraphIndex? = nil) -> [UnitOccurrence] {
        let index = index ?? GraphIndex(graph)
        // In place: a copy of a node counts its references.
        var occurrences = graph.units.indices.map { UnitOccurrence(unit: graph.units[$0], tasks: 0, spellings: []) }
        var mentions = StringTable(reserving: 64)
        /// By number of the mention: the unit it was first met with, and all others.
        var firstUnits: [Int] = [], otherUnits: [[Int]] = []
        firstUnits.reserveCapacity(64)
        otherUnits.reserveCapacity(64)
        /// Unit and task in one number, so that each pair can be counted once.
        var assignments: [UInt64] = []
        assignments.reserveCapacity(graph.edges.count)
        for place in graph.edges.indices where graph.edges[place].kind == .responsible {
            guard let unit = index.to[place]?.unit, let item = index.from[place]?.item else { continue }
            if graph.items[item].kind == .task { assignments.append(UInt64(unit) << 32 | UInt64(item)) }
            guard let mention = graph.edges[place].mention else { continue }
            let (number, isNew) = mentions.enter(mention)
            if isNew {
                firstUnits.append(unit)
                otherUnits.append([])
            } else {
                if firstUnits[number] == unit || otherUnits[number].contains(unit) { continue }
                otherUnits[number].append(unit)
            }
            occurrences[unit].spellings.append(mention)
        }
        assignments.sort()
        for (place, pair) in assignments.enumerated() where place == 0 || assignments[place - 1] != pair { occurrences[Int(pair >> 32)].tasks += 1 }
        relate(&occurrences, graph, index)
        removeUnnamed(&occurrences, graph)
        return occurrences
    }

    /// What the edges between units say: members of classes, successors of old names.
    private static func relate(_ occurrences: inout [UnitOccurrence], _ graph: TaskGraph, _ index: GraphIndex) {
        for at in graph.edges.indices {
            switch graph.edges[at].kind {
            case .memberOf:
                guard let group = index.to[at]?.unit else { continue }
                occurrences[group].members += 1
                occurrences[group].memberBasis = graph.edges[at].basis
            case .succeeds:
                guard let new = index.from[at]?.unit, let old = index.to[at]?.unit else { continue }
                occurrences[old].successors.append(graph.units[new].name + (graph.edges[at].succession.map { "（\($0.date)）" } ?? ""))
            default: continue
            }
        }
    }

    /// Members of a class and successors that the document itself does not name are no rows of their own.
    private static func removeUnnamed(_ occurrences: inout [UnitOccurrence], _ graph: TaskGraph) {
        var related = StringTable()
        // In place: a copy of an edge counts its references.
        for at in graph.edges.indices where graph.edges[at].kind == .memberOf || graph.edges[at].kind == .succeeds {
            _ = related.enter(graph.edges[at].from)
            _ = related.enter(graph.edges[at].to)
        }
        if related.count == 0 { return }
        let issuers = StringTable(graph.document.issuers)
        occurrences.removeAll { $0.spellings.isEmpty && related.number(of: $0.unit.id) != nil && issuers.number(of: $0.unit.id) == nil }
    }
}

/// `units.csv`: every unit over all documents of a run.
///
/// What it holds grows with the number of different units, not with that of documents: of a unit's documents and
/// spellings the first forty are listed, and the documents counted.
public struct UnitTable: Sendable {
    private static let listed = 40

    private struct Entry: Sendable {
        var unit: UnitNode
        var tasks = 0
        var spellings: [String] = []
        var hasOtherSpellings = false
        var documents: [String] = []
        var documentCount = 0
        var members = 0
        var memberBasis: String?
        var successors: [String] = []

        // In place: a copy of one counts its references.
        mutating func add(_ occurrences: [UnitOccurrence], _ at: Int, document: String) {
            tasks += occurrences[at].tasks
            documentCount += 1
            if occurrences[at].members > members { (members, memberBasis) = (occurrences[at].members, occurrences[at].memberBasis) }
            for name in occurrences[at].successors where !successors.contains(name) && successors.count < UnitTable.listed { successors.append(name) }
            if documents.count < UnitTable.listed { documents.append(document) }
            for spelling in occurrences[at].spellings where !spellings.contains(where: { $0.hasSameBytes(as: spelling) }) {
                if spellings.count < UnitTable.listed { spellings.append(spelling) } else { hasOtherSpellings = true }
            }
        }
    }

    private var ids = StringTable()
    /// By number of the identifier.
    private var entries: [Entry] = []

    public init() {}

    /// - Parameter document: stem of its output files.
    public mutating func add(_ occurrences: [UnitOccurrence], document: String) {
        for at in occurrences.indices {
            let (number, isNew) = ids.enter(occurrences[at].unit.id)
            if isNew { entries.append(Entry(unit: occurrences[at].unit)) }
            entries[number].add(occurrences, at, document: document)
        }
    }

    /// The whole table, units with most tasks first, then by identifier.
    public func csv() -> [UInt8] {
        var writer = CSVWriter()
        writer.record(["单位编号", "单位名称", "领域代码", "领域", "地区", "层级", "类别", "任务数", "原文写法", "文件数", "文件", "范围", "成员数", "成员依据", "后继单位"])
        for entry in entries.sorted(by: { ($1.tasks, $0.unit.id) < ($0.tasks, $1.unit.id) }) {
            writer.record([
                entry.unit.id, entry.unit.name, entry.unit.function ?? "", entry.unit.functionName ?? "", entry.unit.region ?? "",
                entry.unit.level.map(Wording.level) ?? "", Wording.unitKind(entry.unit.kind), String(entry.tasks),
                Self.joined(entry.spellings, hasMore: entry.hasOtherSpellings), String(entry.documentCount),
                Self.joined(entry.documents, hasMore: entry.documentCount > entry.documents.count),
            ] + Self.relations(entry))
        }
        return CSVWriter.mark + writer.bytes
    }

    /// What a class ranges over and how many members are known, also where none are; what replaced an old name.
    private static func relations(_ entry: Entry) -> [String] {
        let successors = joined(entry.successors, hasMore: false)
        guard entry.unit.kind == "group" else { return ["", "", "", successors] }
        let range = GroupRange(ofGroupNamed: entry.unit.name)
        return [Wording.range(range), entry.members > 0 ? String(entry.members) : "", Wording.memberBasis(entry.memberBasis), successors]
    }

    /// `unresolved.csv`: bodies whose field of government is not known, those with most tasks first: what a table of one's own
    /// is best filled with. The first three columns are such a table's.
    public func unresolved() -> [UInt8] {
        var writer = CSVWriter()
        writer.record(["name", "field", "region", "读作", "任务数", "文件数", "文件"])
        let open = entries.filter { $0.unit.function == nil && ["organ", "office"].contains($0.unit.kind) && !$0.spellings.isEmpty }
        for entry in open.sorted(by: { ($1.tasks, $1.documentCount, $0.unit.id) < ($0.tasks, $0.documentCount, $1.unit.id) }) {
            for spelling in entry.spellings {
                writer.record([
                    spelling, "", entry.unit.region ?? "", entry.unit.name, String(entry.tasks), String(entry.documentCount),
                    Self.joined(entry.documents, hasMore: entry.documentCount > entry.documents.count),
                ])
            }
        }
        return CSVWriter.mark + writer.bytes
    }

    private static func joined(_ names: [String], hasMore: Bool) -> String {
        names.joined(separator: "、") + (hasMore ? "等" : "")
    }
}
