/// What stands beside the units in their bracket: where a duty holds (`适用范围：…`), whom to ask, what is to come of it.
public struct Condition: Sendable, Hashable {
    /// The key as printed without spaces; nil for a remark without one (`列第一位者为牵头单位`).
    public var key: String?
    /// What the key holds.
    public var quote: String
    public var span: ScalarSpan
    public init(key: String?, quote: String, span: ScalarSpan) {
        self.key = key
        self.quote = quote
        self.span = span
    }
}

/// The last day by which an item is to be done.
public struct Due: Sendable, Hashable {
    /// `yyyy-mm-dd`.
    public var date: String
    public var quote: String
    public var span: ScalarSpan
    /// Where the year came from: `written`, `phase`, `plan`, `number`, `cited`, `issued`, `row`.
    public var yearBasis: String
    /// First day as `yyyy-mm-dd`, where the words name a range.
    public var start: String?
    /// The time that the words name, as ISO 8601-2 (EDTF) level 1 writes it: `../2024-07`.
    public var edtf: String?
    /// `day`, `ten-days`, `month`, `quarter`, `half-year`, `year`: how finely the words name it.
    public var precision: String?
    /// Where the month came from, nil where it is written: `year-end`, `half-year-end`, `quarter-end`, `position`, `day-before`, `counted`.
    public var monthBasis: String?
    /// Where the day came from, nil where it is written: as ``monthBasis``, and `month-end`, `ten-days-end`.
    public var dayBasis: String?
    /// The work goes on behind the date.
    public var isOngoing = false
}

extension Due {
    public init(date: String, quote: String, span: ScalarSpan, yearBasis: String) {
        self.init(
            date: date, quote: quote, span: span, yearBasis: yearBasis, start: nil, edtf: nil, precision: nil, monthBasis: nil, dayBasis: nil,
            isOngoing: false)
    }
}

/// A time that an item, or the document outside its items, names beside the last days of the items.
public struct Period: Sendable, Hashable {
    /// `interval` from … to …; `open` goes on without end; `term` how long something holds; `deadline` a last day that
    /// stands in the item's due dates already, or outside the items; `past`, `condition` (who is meant), `grant` (what is
    /// granted until then), `reference` (what an amount is measured from); `date` any other.
    public var kind: String
    /// First and last day as `yyyy-mm-dd`; nil for an open end or where the year is not known.
    public var start: String?
    public var end: String?
    /// ISO 8601-2 (EDTF) level 1.
    public var edtf: String?
    public var precision: String?
    public var quote: String
    public var span: ScalarSpan
    /// As ``Due/yearBasis``; nil where no day is known.
    public var yearBasis: String?
}

extension Period {
    public init(kind: String, start: String?, end: String?, quote: String, span: ScalarSpan) {
        self.init(kind: kind, start: start, end: end, edtf: nil, precision: nil, quote: quote, span: span, yearBasis: nil)
    }

    /// A time of work without a last day that could stand among the due dates: 长期坚持, 印发之日起10个工作日内.
    public var isOpen: Bool { kind == "open" || kind == "deadline" && end == nil }
}

/// Points that an item gives; deductions are negative.
public struct Score: Sendable, Hashable {
    public var points: Double
    public var quote: String
    public var span: ScalarSpan
    public init(points: Double, quote: String, span: ScalarSpan) {
        self.points = points
        self.quote = quote
        self.span = span
    }
}

/// Points that bound or sum up what other points give.
public struct ScoreLimit: Sendable, Hashable {
    /// `cap`, `total`, `until-zero`.
    public var kind: String
    /// Negative for caps of deductions; nil where none are named.
    public var points: Double?
    public var quote: String
    public var span: ScalarSpan
    public init(kind: String, points: Double?, quote: String, span: ScalarSpan) {
        self.kind = kind
        self.points = points
        self.quote = quote
        self.span = span
    }
}

/// A quantified requirement.
public struct Target: Sendable, Hashable {
    public var quote: String
    public var span: ScalarSpan
    public var min: Double?
    public var max: Double?
    /// Measure word as printed, `%` for percentages, `元` for money.
    public var unit: String
    /// `year`, `half-year`, `quarter`, `month`, `fortnight`, `week`, `term`, or nil.
    public var per: String?
    /// The amount is meant roughly: 左右, 约.
    public var isAbout = false
    /// Whom of several the amount is for: 其他县, 每个乡镇.
    public var scope: Scope?

    public struct Scope: Sendable, Hashable {
        public var quote: String
        public var span: ScalarSpan
        public init(quote: String, span: ScalarSpan) {
            self.quote = quote
            self.span = span
        }
    }
}

extension Target {
    public init(quote: String, span: ScalarSpan, min: Double?, max: Double?, unit: String, per: String?) {
        self.init(quote: quote, span: span, min: min, max: max, unit: unit, per: per, isAbout: false, scope: nil)
    }
}

/// A date that comes again, as an RFC 5545 recurrence rule.
public struct Recurrence: Sendable, Hashable {
    public var rule: String
    public var quote: String
    public var span: ScalarSpan
    public init(rule: String, quote: String, span: ScalarSpan) {
        self.rule = rule
        self.quote = quote
        self.span = span
    }
}
