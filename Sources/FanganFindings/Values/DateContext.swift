/// Where the year of a date comes from.
public enum YearBasis: String, Sendable, Hashable {
    /// It stands in the text at the date, or at the date before it in the same sentence.
    case written
    /// From the phase that the item belongs to, or from the plan's phases, where all that name a year name one.
    case phase
    /// From the plan's title or period (…2022年…考评办法).
    case plan
    /// From the plan's 发文字号.
    case number
    /// From the 发文字号 of a document that the preamble cites; the plan's own year may be later.
    case cited
    /// From the plan's 成文日期.
    case issued
    /// From the deadlines in the document's own tables, where all name one year.
    case row
}

/// What a document says about dates outside the passage that is read.
public struct DateContext: Sendable, Hashable {
    /// The year of dates that name none (`11月30日前`, `年底前`); nil if the document leaves it open.
    public var year: Int?
    /// On what basis ``year`` is known.
    public var yearBasis: YearBasis
    /// 成文日期: 印发之日起 counts from it.
    public var issued: Day?
    /// First and last year of the plan (`2021—2023年`).
    public var planPeriod: (Int, Int)? {
        get { period.map { ($0.first, $0.last) } }
        set { period = newValue.map { Period(first: $0.0, last: $0.1) } }
    }
    /// The passage is a cell of a 完成时限 column or its like: any date in it is due.
    public var isDeadline: Bool

    private var period: Period?
    private struct Period: Sendable, Hashable { var first: Int, last: Int }

    public init(
        year: Int? = nil, yearBasis: YearBasis = .plan, issued: Day? = nil, planPeriod: (Int, Int)? = nil,
        isDeadline: Bool = false
    ) {
        self.year = year
        self.yearBasis = yearBasis
        self.issued = issued
        self.isDeadline = isDeadline
        self.planPeriod = planPeriod
    }

    /// The year behind the plan's, for a month without a year that lay long before a plan of the last months: 1月底前 in one issued on
    /// 20 November. What lay only weeks before it (a phase that has begun) is of its own year,
    /// and so is all where the plan writes its year (2024年…方案).
    ///
    /// - Parameter isBefore: the day before it is meant: 三季度前.
    func comingYear(of date: DateExpression, isBefore: Bool = false) -> Int? {
        guard !date.hasYear, date.isPossible(in: year) else { return nil }
        return comingYear { isBefore ? date.lastDayBefore(in: $0, issued: issued) : date.days(in: $0).last }
    }

    func comingYear(of interval: DateInterval) -> Int? {
        guard !interval.first.hasYear, !interval.last.hasYear else { return nil }
        return comingYear { interval.days(assuming: $0)?.last }
    }

    private func comingYear(_ last: (Int) -> Day?) -> Int? {
        guard let year, let issued, issued.year == year, issued.month >= Self.lastMonths, !Self.writtenBases.contains(yearBasis), let day = last(year), day.adding(days: Self.longAgo) < issued else { return nil }
        return year + 1
    }

    private static let lastMonths = 10
    private static let writtenBases: Set<YearBasis> = [.written, .phase, .plan]
    /// Four months.
    private static let longAgo = 122

    /// Years before it are past for the plan.
    var firstYear: Int? { planPeriod?.0 ?? issued?.year ?? year }
}
