import FanganOutline
import FanganText

/// What the items of a plan say: who, by when, how many points, how much, in which phase.
public struct Findings: Sendable {
    /// One for each item of the outline, in its order.
    public var items: [ItemFindings]
    /// Documents cited in front of the items.
    public var preamble: [CitationFinding]
    /// The list of annexes.
    public var annexes: [CitationFinding] = []
    public var diagnostics: [Diagnostic]
}

/// What one item says.
public struct ItemFindings: Sendable {
    public var responsible: [Responsibility] = []
    public var due: [DueFinding] = []
    public var recurrences: [RecurrenceFinding] = []
    public var scores: [ScoreFinding] = []
    public var targets: [TargetFinding] = []
    public var citations: [CitationFinding] = []
    /// Set where the item is itself a phase.
    public var phase: PhaseFinding?
    /// Index of the item whose phase this one belongs to.
    public var during: Int?
    /// Deadlines whose year the document does not give.
    var openDates: [Span] = []
    /// Stretches of the item's passage that are no text of it.
    public var cuts: [Range<Int>] = []
    public init() {}
}

public struct DueFinding: Sendable, Hashable {
    public var day: Day
    public var span: Span
    public var yearBasis: YearBasis
}

public struct RecurrenceFinding: Sendable, Hashable {
    /// RFC 5545 recurrence rule.
    public var rule: String
    public var span: Span
}

public struct ScoreFinding: Sendable, Hashable {
    public var points: Double
    public var span: Span
}

public struct TargetFinding: Sendable, Hashable {
    public var min: Double?
    public var max: Double?
    public var unit: String
    public var per: String?
    public var span: Span
}

public struct CitationFinding: Sendable, Hashable {
    public var title: String?
    public var number: String?
    public var span: Span
    public var kind = CitationKind.cited
    /// Names that the text gives the document for what follows.
    public var shortNames: [String] = []
    public var damage: CitationMention.Damage?
}

public struct PhaseFinding: Sendable, Hashable {
    public var name: String
    public var start: Day?
    public var end: Day?
    public var span: Span
}
