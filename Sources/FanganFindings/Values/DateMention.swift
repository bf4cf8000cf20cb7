/// A date or a time that a passage names.
public struct DateMention: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// Something is to be done by it; ``DateMention/end`` is the last day, nil where the year is open.
        case due
        /// From … to …; no deadline.
        case interval
        /// Comes again (每年9月); ``DateMention/rule`` says how.
        case recurring
        /// Goes on without end (长期坚持).
        case openEnd
        /// How long something holds (有效期至…, 自…起施行): no work.
        case term
        /// Before the plan: a past fact.
        case past
        /// Who or what is meant: 2028年12月31日前缴清契税的.
        case condition
        /// What is granted until then: 2022年底前，免征….
        case grant
        /// What an amount is measured from: 较2020年底.
        case reference
        /// A date that is none of these: a meeting, a budget year, a name.
        case mention
    }

    public var kind: Kind
    public var start: Day?
    public var end: Day?
    /// In the passage.
    public var range: Range<Int>
    public var yearBasis: YearBasis
    /// RFC 5545 recurrence rule of a ``Kind/recurring`` date, for example `FREQ=YEARLY;BYMONTH=9`.
    /// A school term, for which RFC 5545 has no word, is `FREQ=MONTHLY;INTERVAL=6`.
    public var rule: String?
    /// How finely the date is named; nil for recurring dates and open ends.
    public var detail: DateDetail?
    /// Why the last day is open where a deadline, or any date that no calendar has, gives none.
    var open: OpenDate?
    /// A year, half-year or quarter at the head of its clause: due where an amount is required for it
    /// (`2023年，全市发放创业担保贷款6亿元`), which the dates alone do not show.
    var awaitsResult = false
    /// Behind 完成时限： or another key: the words for its day, wherever else that is named.
    var isKeyed = false
    /// 自…起施行: the day from which the document holds.
    var takesEffect = false

    /// What a date lacks.
    enum OpenDate: Sendable, Hashable {
        case year
        /// 2024年汛期前: known to the people there.
        case day
        /// 2月30日: there is none.
        case impossible
    }

    public init(
        kind: Kind, start: Day?, end: Day?, range: Range<Int>, yearBasis: YearBasis, rule: String? = nil, detail: DateDetail? = nil
    ) {
        self.kind = kind
        self.start = start
        self.end = end
        self.range = range
        self.yearBasis = yearBasis
        self.rule = rule
        self.detail = detail
    }
}
