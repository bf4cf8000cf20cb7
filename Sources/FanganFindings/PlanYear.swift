import FanganOutline
import FanganText

/// The year that dates without one belong to, and on what basis it is known: the plan's title, its date,
/// its number, else the numbers and rows that the document holds.
struct PlanYear {
    var context: DateContext

    init(_ outline: Outline, _ document: SourceDocument, citations: [CitationFinding]) {
        let issued = outline.header.issuedDay.map { Day($0.year, $0.month, $0.day) }
        context = DateContext(year: nil, yearBasis: .plan, issued: issued, planPeriod: nil)
        let titleYears = outline.header.title.map { Self.years(document.passage($0.span)) } ?? []
        if titleYears.count >= 2, let first = titleYears.min(), let last = titleYears.max(), last - first <= 15 {
            context.planPeriod = (first, last)
        }
        if titleYears.count == 1, let year = titleYears.first {
            context.year = year
        } else if let issued {
            (context.year, context.yearBasis) = (issued.year, .issued)
        } else if let printed = outline.header.printedYear {
            (context.year, context.yearBasis) = (printed, .issued)
        } else if let number = outline.header.number, let year = Self.years(document.passage(number.span)).first {
            (context.year, context.yearBasis) = (year, .number)
        } else if let year = Self.rowYear(outline) {
            (context.year, context.yearBasis) = (year, .row)
        } else if let year = citations.compactMap({ $0.number.flatMap { Self.years(Passage($0)).last } }).max() {
            (context.year, context.yearBasis) = (year, .cited)
        } else if let first = titleYears.min() {
            context.year = first
        }
    }

    /// The year of the deadlines in the document's own tables, if they agree.
    private static func rowYear(_ outline: Outline) -> Int? {
        let years = Set(outline.rows.flatMap { $0.cells(.due) }.flatMap { Self.years($0.passage) })
        return years.count == 1 ? years.first : nil
    }

    /// Four digits that can be a year: 1990 … 2079.
    private static func years(_ p: Passage) -> [Int] {
        var result: [Int] = [], i = 0
        while i + 4 <= p.count {
            let digits = (0..<4).compactMap { asciiDigit(p.scalars[i + $0]) }
            let closed = i + 4 == p.count || asciiDigit(p.scalars[i + 4]) == nil
            if digits.count == 4, closed, i == 0 || asciiDigit(p.scalars[i - 1]) == nil {
                let year = digits.reduce(0) { $0 * 10 + $1 }
                if (1990...2079).contains(year) { result.append(year) }
                i += 4
            } else { i += 1 }
        }
        return result
    }

    private static func asciiDigit(_ scalar: UInt32) -> Int? {
        if scalar >= 0x30 && scalar <= 0x39 { return Int(scalar - 0x30) }
        return scalar >= 0xFF10 && scalar <= 0xFF19 ? Int(scalar - 0xFF10) : nil
    }
}
