/// What a date says beside its days: how finely it is named, how it reads as an interval of its own, and what its
/// last day was made of where the text does not write it.
public struct DateDetail: Sendable, Hashable {
    /// The smallest part of time that the words name: 6月底 names a month, `2025年底前` a year.
    public enum Precision: String, Sendable, Hashable {
        case day, tenDays = "ten-days", month, quarter, halfYear = "half-year", year
    }

    /// Where the month or the day of the last day comes from.
    public enum Basis: String, Sendable, Hashable {
        case written
        /// The last one of what is named: 2025年底 → December, 6月底 → the 30th.
        case yearEnd = "year-end", halfYearEnd = "half-year-end", quarterEnd = "quarter-end", monthEnd = "month-end", tenDaysEnd = "ten-days-end"
        /// 年初, 年中: the month that the word means.
        case position
        /// 2025年6月前: the day before what is named.
        case dayBefore = "day-before"
        /// 印发之日起1个月内: counted from the document's date.
        case counted
    }

    /// ISO 8601-2 (EDTF) level 1: `2024-07`, `2021-12/2022-09`, `../2024-07` (until), `2023-01/..` (from then on),
    /// `2024-07~` (about), `/2025-12-31` (from a day that the document does not give). Nil while the year is open.
    public var edtf: String?
    public var precision: Precision
    public var month: Basis
    public var day: Basis

    public init(edtf: String?, precision: Precision, month: Basis = .written, day: Basis = .written) {
        self.edtf = edtf
        self.precision = precision
        self.month = month
        self.day = day
    }

    /// A detail that names whole years.
    static func years(_ edtf: String?) -> DateDetail { DateDetail(edtf: edtf, precision: .year, month: .yearEnd, day: .yearEnd) }
}

extension DateExpression {
    var precision: DateDetail.Precision {
        switch (part, position) {
        case (.day, _): .day
        case (.month, .early), (.month, .middle), (.month, .late): .tenDays
        case (.month, _), (_, .early), (_, .middle): .month
        case (.year, _): .year
        case (.half, _): .halfYear
        case (.quarter, _): .quarter
        }
    }

    /// What month and day of the last day are made of.
    var bases: (month: DateDetail.Basis, day: DateDetail.Basis) {
        switch (precision, part) {
        case (.day, _): (.written, .written)
        case (.tenDays, _): (.written, .tenDaysEnd)
        case (.month, .month): (.written, .monthEnd)
        case (.month, _): (.position, .monthEnd)
        case (.quarter, _): (.quarterEnd, .quarterEnd)
        case (.halfYear, _): (.halfYearEnd, .halfYearEnd)
        case (.year, _): (.yearEnd, .yearEnd)
        }
    }

    /// The first and the last part of what is named, as EDTF writes them: months for a quarter, days for ten days.
    func notation(in year: Int) -> (first: String, last: String) {
        let iso = { (day: Day, length: Int) in length == 10 ? day.iso : String(day.iso.utf8.prefix(length)) ?? "" }
        var whole = self
        if position == .final || position == .within { whole.position = .whole }
        let (first, last) = whole.days(in: year)
        switch precision {
        case .day, .tenDays: return (iso(first, 10), iso(last, 10))
        case .month, .quarter, .halfYear: return (iso(first, 7), iso(last, 7))
        case .year: return (iso(first, 4), iso(last, 4))
        }
    }

    /// The last part before what is named: 2025年6月前 → 2025-05.
    private func notationBefore(in year: Int) -> String {
        let day = lastDayBefore(in: year).iso
        return String(day.utf8.prefix(precision == .year ? 4 : precision == .day || precision == .tenDays ? 10 : 7)) ?? ""
    }

    /// The detail of a single date with what stands behind it.
    ///
    /// - Parameter issued: 成文日期, which what is done 前 a date does not lie in front of; see ``lastDayBefore(in:issued:)``.
    func detail(in year: Int?, suffix: DateJudge.Suffix, issued: Day? = nil, isApproximate: Bool = false) -> DateDetail {
        var detail = DateDetail(edtf: nil, precision: precision, month: bases.month, day: bases.day)
        let isBefore = suffix == .before && position == .whole && precision != .day && !(year.map { meansItsEnd(in: $0, issued: issued) } ?? false)
        if isBefore { (detail.month, detail.day) = (.dayBefore, .dayBefore) }
        guard let year, isPossible(in: year) else { return detail }
        var (first, last) = notation(in: year)
        let mark = isApproximate ? "~" : ""
        switch suffix {
        case .before:
            last = isBefore ? notationBefore(in: year) : last
            detail.edtf = "../" + last + mark
        case .from: detail.edtf = first + mark + "/.."
        case .none, .within: detail.edtf = first == last ? first + mark : first + mark + "/" + last + mark
        }
        return detail
    }
}

extension DateInterval {
    func detail(assuming year: Int?) -> DateDetail {
        var detail = DateDetail(edtf: nil, precision: last.precision, month: last.bases.month, day: last.bases.day)
        guard let years = years(assuming: year), isPossible(assuming: year) else { return detail }
        let start = first.notation(in: years.first).first, end = last.notation(in: years.last).last
        detail.edtf = start == end ? start : start + "/" + end
        return detail
    }
}
