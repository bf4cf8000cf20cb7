import FanganOutline
import FanganText

/// What the items of a plan say: who, by when, how many points, how much, in which phase.
public struct Findings: Sendable {
    /// One for each item of the outline, in its order.
    public var items: [ItemFindings]
    /// Documents cited in front of the items.
    public var preamble: [CitationFinding]
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
    public var conditions: [ConditionFinding] = []
    /// Parts of an enumeration inside the text.
    public var steps: [StepFinding] = []
    /// Set where the item is itself a phase.
    public var phase: PhaseFinding?
    /// Index of the item whose phase this one belongs to.
    public var during: Int?
    /// What the item says once more; a step of it may say it for the first time.
    var repeated = RepeatedFindings()
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

/// What stands beside the units in their bracket: `适用范围：所有自贸试验区`.
public struct ConditionFinding: Sendable, Hashable {
    /// 适用范围, 联系人 …; nil where there is none (`持续推进`).
    public var key: String?
    /// Of what the key holds.
    public var span: Span
}

/// One part of an enumeration inside an item (`一是…；二是…`), with what it says itself.
public struct StepFinding: Sendable {
    public var label: String
    public var ordinal: Int
    /// In the item's passage, behind the label.
    public var text: Range<Int>
    /// With the label.
    public var span: Span
    public var responsible: [Responsibility] = []
    public var due: [DueFinding] = []
    public var recurrences: [RecurrenceFinding] = []
    public var scores: [ScoreFinding] = []
    public var targets: [TargetFinding] = []
}

/// Findings that an item has already from an earlier place of its text.
struct RepeatedFindings: Sendable {
    var responsible: [Responsibility] = []
    var due: [DueFinding] = []
}

public struct CitationFinding: Sendable, Hashable {
    public var title: String?
    public var number: String?
    public var span: Span
}

public struct PhaseFinding: Sendable, Hashable {
    public var name: String
    public var start: Day?
    public var end: Day?
    public var span: Span
}
