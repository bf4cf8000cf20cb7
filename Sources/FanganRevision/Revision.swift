import FanganGraph
import FanganText

/// One version of a plan: its task graph and the canonical text that the graph's spans point into.
public struct PlanVersion: Sendable {
    public var graph: TaskGraph
    public var text: CanonicalText

    /// - Parameters:
    ///   - graph: what was understood of the document.
    ///   - text: the text that the graph was made from.
    public init(graph: TaskGraph, text: CanonicalText) {
        self.graph = graph
        self.text = text
    }
}

/// What a new version of a plan changed: every item of either version stands in exactly one of ``items``.
public struct Revision: Sendable {
    /// `fangan.revision/1`
    public static let schema = "fangan.revision/1"

    /// Facts of the older document.
    public var old: DocumentFacts
    /// Facts of the newer document.
    public var new: DocumentFacts
    /// In the order of the new version; what was removed stands where it stood.
    public var items: [ItemRevision]

    /// The same with only those items that concern units.
    ///
    /// - Parameter isMeant: says of a unit, as printed, by its full name and by its identifier, whether it is one of them.
    public func concerning(_ isMeant: (_ mention: String, _ name: String, _ id: String) -> Bool) -> Revision {
        var part = self
        part.items = items.filter { item in
            (item.old + item.new).contains { side in side.units.indices.contains { isMeant(side.units[$0], side.unitNames[$0], side.unitIDs[$0]) } }
        }
        return part
    }
}

/// What became of one item, or of several that were split or merged.
public struct ItemRevision: Sendable, Hashable {
    /// What happened.
    public enum Change: String, Sendable, Hashable {
        case paired, removed, added, split, merged
    }

    public var change: Change
    /// One item for `paired`, `removed` and `split`, several for `merged`, none for `added`.
    public var old: [ItemReference]
    /// One item for `paired`, `added` and `merged`, several for `split`, none for `removed`.
    public var new: [ItemReference]
    /// For a pair: what of it changed, in a fixed order; empty where both are the same but for layout.
    public var changes: [FieldChange] = []
    /// Likeness of the contents from 0 to 1; 1 for equal ones. Nil for what has no counterpart.
    public var similarity: Double?
    /// One entry for each change that can be shown.
    public var details: [ChangeDetail] = []
    /// Organs whose name is another since a reform, and whose duty is the same: no changes of responsibility.
    public var successions: [OrganSuccession] = []
}

/// An organ of one version in whose place the other version names the organ that a reform made of it.
public struct OrganSuccession: Sendable, Hashable {
    /// As the old version names it.
    public var old: String
    /// As the new version names it.
    public var new: String
    /// Day of the succession as `yyyy-mm-dd`.
    public var date: String
    /// 2018年党和国家机构改革
    public var reform: String
}

/// An item of one of the versions.
public struct ItemReference: Sendable, Hashable {
    /// As in the version's task graph: `4.1`.
    public var id: String
    /// Labels from the outermost, as printed.
    public var path: [String]
    /// Nil where the item has none.
    public var heading: String?
    /// The item's own words.
    public var text: String
    /// Scalars of the version's canonical text, children included.
    public var span: ScalarSpan
    /// Units that do it, as the document names them, also those of its section.
    public var units: [String]
    /// Their full names.
    public var unitNames: [String]
    /// Their identifiers in the version's graph.
    public var unitIDs: [String]
}

/// A part of an item that can change.
public enum FieldChange: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Only its label is another.
    case renumbered
    /// It stands under another parent, or in another order among its sisters.
    case moved
    case heading, text, responsible, due, score, target
    /// What stands beside it under a key: `备注：300万元`, a cell of a further column.
    case condition

    /// The order in which changes are listed.
    public static func < (a: FieldChange, b: FieldChange) -> Bool { allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)! }
}

/// The two sides of a change.
public struct ChangeDetail: Sendable, Hashable {
    public var field: FieldChange
    /// For `heading` and `text`: the words, in pieces that were kept, left out or put in.
    public var edits: [Edit] = []
    /// For the others: values that only the old version has, as a person reads them (`牵头单位 市住建局`, `2023-12-31`).
    public var removed: [String] = []
    /// Values that only the new version has.
    public var added: [String] = []
}

/// A stretch of text that two versions share, or that one of them has.
public struct Edit: Sendable, Hashable {
    /// What happened to the stretch.
    public enum Kind: String, Sendable, Hashable { case equal, delete, insert }

    public var kind: Kind
    public var text: String
    /// Scalars of the old canonical text; nil for `insert`.
    public var old: ScalarSpan?
    /// Scalars of the new canonical text; nil for `delete`.
    public var new: ScalarSpan?
}
