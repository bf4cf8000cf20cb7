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
    /// Times named outside the items, such as how long the document holds.
    public var periods: [PeriodFinding] = []
    public var diagnostics: [Diagnostic]
}

/// What one item says.
public struct ItemFindings: Sendable {
    public var responsible: [Responsibility] = []
    public var due: [DueFinding] = []
    public var recurrences: [RecurrenceFinding] = []
    /// Dates that are no deadlines.
    public var periods: [PeriodFinding] = []
    public var scores: [ScoreFinding] = []
    /// Caps, totals and ends of deductions: points that no item gives.
    public var scoreLimits: [ScoreLimitFinding] = []
    public var targets: [TargetFinding] = []
    public var citations: [CitationFinding] = []
    public var conditions: [ConditionFinding] = []
    /// It is due when the item before is: `完成时限：同上`.
    var isDueAsBefore = false
    /// Parts of an enumeration inside the text.
    public var steps: [StepFinding] = []
    /// One where the item is itself a phase, several where its text goes through them: 3月为动员阶段，4月至5月为整治阶段。
    public var phases: [PhaseFinding] = []
    /// Set where the item is itself a phase.
    public var phase: PhaseFinding? { phases.count == 1 ? phases[0] : nil }
    /// Index of the item whose phase this one belongs to.
    public var during: Int?
    /// Roles of units that the bracket behind them may list under another spelling.
    public var said: [SaidRole] = []
    /// What the item says once more; a step of it may say it for the first time.
    var repeated = RepeatedFindings()
    /// Deadlines whose last day the document does not give, and days that no calendar has.
    var openDates: [OpenDateFinding] = []
    /// Stretches of the item's passage that are no text of it.
    public var cuts: [Range<Int>] = []
    /// Whether the item begins with its units, set off from its text, so that it has none from above.
    var isHeaded = false
    public init() {}
}

/// A date that gives no day.
struct OpenDateFinding: Sendable, Hashable {
    var why: DateMention.OpenDate
    var span: Span

    /// - Parameter text: the words.
    func diagnostic(_ text: String) -> Diagnostic {
        switch why {
        case .year: Diagnostic("date.year-open", .warning, "“\(text)” is a deadline whose year the document does not give; it was left open.", at: span)
        case .day: Diagnostic("date.day-open", .warning, "“\(text)” is a deadline whose day the document does not give; it was left open.", at: span)
        case .impossible: Diagnostic("date.impossible", .warning, "“\(text)” names a day that no calendar has; it was left open.", at: span)
        }
    }
}

public struct DueFinding: Sendable, Hashable {
    public var day: Day
    public var span: Span
    public var yearBasis: YearBasis
    public var detail: DateDetail?
    /// Where the words name a range, its first day: `完成时限：2023年3月至12月`.
    public var start: Day?
    /// The work goes on behind the date: `5月底取得阶段性成效并持续推进`.
    public var isOngoing = false
}

/// A time that an item names beside its deadlines.
public struct PeriodFinding: Sendable, Hashable {
    public var kind: DateMention.Kind
    public var start: Day?
    public var end: Day?
    public var span: Span
    public var yearBasis: YearBasis
    public var detail: DateDetail?

    /// A deadline that is not the one that the item has for its day.
    init(_ due: DueFinding) { (kind, start, end, span, yearBasis, detail) = (.due, due.start, due.day, due.span, due.yearBasis, due.detail) }

    init(_ mention: DateMention, _ span: Span) {
        (kind, start, end, yearBasis, detail) = (mention.kind, mention.start, mention.end, mention.yearBasis, mention.detail)
        self.span = span
    }
}

public struct RecurrenceFinding: Sendable, Hashable {
    /// RFC 5545 recurrence rule.
    public var rule: String
    public var span: Span
}

public struct ScoreFinding: Sendable, Hashable {
    public var points: Double
    public var span: Span
    /// One of the parts that add up; see ``ScoreMention/isPart``.
    var isPart = false
}

/// Points that bound or sum up what others give.
public struct ScoreLimitFinding: Sendable, Hashable {
    /// ``ScoreMention/Kind/cap``, ``ScoreMention/Kind/total`` or ``ScoreMention/Kind/untilZero``.
    public var kind: ScoreMention.Kind
    public var points: Double
    public var span: Span
}

public struct TargetFinding: Sendable, Hashable {
    public var min: Double?
    public var max: Double?
    public var unit: String
    public var per: String?
    public var span: Span
    /// Whom of several the amount is for.
    public var scope: Span?
    public var isAbout: Bool

    init(_ mention: TargetMention, _ p: Passage) {
        (min, max, unit, per) = (mention.min, mention.max, mention.unit, mention.per)
        span = p.span(mention.range)
        scope = mention.scope.map { p.span($0) }
        isAbout = mention.isAbout
    }
}

/// What stands beside the units in their bracket: `适用范围：所有自贸试验区`.
public struct ConditionFinding: Sendable, Hashable {
    /// 适用范围, 联系人 …; nil for a remark without one (`列第一位者为牵头单位`).
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
    public var kind = CitationKind.cited
    /// Names that the text gives the document for what follows.
    public var shortNames: [String] = []
    public var damage: CitationMention.Damage?
    /// Its sentence speaks of what it did.
    public var isReplaced = false

    /// Named in front of the items: whether the plan implements it. What it replaces it does not.
    public var isBasis: Bool { kind != .cited || !isReplaced }
}

public struct PhaseFinding: Sendable, Hashable {
    public var name: String
    public var start: Day?
    public var end: Day?
    public var span: Span
    public var yearBasis: YearBasis
    public var detail: DateDetail?
    /// A day is named that no calendar has; see ``PhaseMention``.
    var isImpossible = false
}
