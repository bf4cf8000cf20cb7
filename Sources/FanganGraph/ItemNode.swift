// The nodes' initializers hand over to the memberwise one, in extensions: the result of one that sets `var` after `var` is
// copied, which counts all of its references once more.

/// A numbered unit of the text.
public struct ItemNode: Sendable, Hashable {
    public enum Kind: String, Sendable { case section, task, item }

    /// Path of ordinals, for example `4.1`; unique in the document.
    public var id: String
    public var kind: Kind
    public var role: String
    /// Labels from the outermost, as printed without spaces.
    public var path: [String]
    public var label: String
    public var ordinal: Int?
    public var heading: String?
    /// The item's own words after label, heading and responsibility brackets, paragraphs joined.
    public var text: String
    /// Label to end, children included.
    public var span: ScalarSpan
    public var due: [Due] = []
    public var scores: [Score] = []
    public var targets: [Target] = []
    public var recurrence: [Recurrence] = []
    /// Times that are no deadlines.
    public var periods: [Period] = []
    public var scoreLimits: [ScoreLimit] = []
    public var conditions: [Condition] = []
}

extension ItemNode {
    public init(id: String, kind: Kind, role: String, path: [String], label: String, ordinal: Int?, heading: String?, text: String, span: ScalarSpan) {
        self.init(
            id: id, kind: kind, role: role, path: path, label: label, ordinal: ordinal, heading: heading, text: text, span: span, due: [], scores: [],
            targets: [], recurrence: [], periods: [], scoreLimits: [], conditions: [])
    }
}

/// A part of an enumeration inside an item's text (`一是…；二是…`): a duty under the item, which stays whole.
public struct StepNode: Sendable, Hashable {
    /// The item's identifier and `.s1`, `.s2` …
    public var id: String
    /// As printed without spaces: `一是`, `（1）`.
    public var label: String
    public var ordinal: Int
    /// Behind the label, without responsibility brackets.
    public var text: String
    /// From the label to the next step.
    public var span: ScalarSpan
    public var due: [Due] = []
    public var scores: [Score] = []
    public var targets: [Target] = []
    public var recurrence: [Recurrence] = []
}

extension StepNode {
    public init(id: String, label: String, ordinal: Int, text: String, span: ScalarSpan) {
        self.init(id: id, label: label, ordinal: ordinal, text: text, span: span, due: [], scores: [], targets: [], recurrence: [])
    }
}

/// A stretch of the plan's time with a name: 集中整治阶段.
public struct PhaseNode: Sendable, Hashable {
    /// `phase:1`, `phase:2` … in reading order.
    public var id: String
    public var name: String
    /// First day as `yyyy-mm-dd`; nil for an open end.
    public var start: String?
    /// Last day.
    public var end: String?
    /// The dates as printed, at `span`.
    public var quote: String
    public var span: ScalarSpan
    /// ISO 8601-2 (EDTF) level 1.
    public var edtf: String?
    public var precision: String?
    public var yearBasis: String?
    public init(id: String, name: String, start: String?, end: String?, quote: String, span: ScalarSpan) {
        self.id = id
        self.name = name
        self.start = start
        self.end = end
        self.quote = quote
        self.span = span
    }
}
