import FanganFindings

/// Dates of an item as the graph writes them.
enum ItemTimes {
    static func due(_ found: DueFinding, quote: String, span: ScalarSpan) -> Due {
        var due = Due(date: found.day.iso, quote: quote, span: span, yearBasis: found.yearBasis.rawValue)
        due.start = found.start?.iso
        due.edtf = found.detail?.edtf
        due.precision = found.detail?.precision.rawValue
        due.monthBasis = inferred(found.detail?.month)
        due.dayBasis = inferred(found.detail?.day)
        due.isOngoing = found.isOngoing
        return due
    }

    static func period(_ found: PeriodFinding, quote: String, span: ScalarSpan) -> Period {
        var period = Period(kind: kind(found.kind), start: found.start?.iso, end: found.end?.iso, quote: quote, span: span)
        period.edtf = found.detail?.edtf
        period.precision = found.detail?.precision.rawValue
        // Where no day is known, nothing was inferred.
        if found.start != nil || found.end != nil { period.yearBasis = found.yearBasis.rawValue }
        return period
    }

    static func phase(_ found: PhaseFinding, id: String, quote: String, span: ScalarSpan) -> PhaseNode {
        var phase = PhaseNode(id: id, name: found.name, start: found.start?.iso, end: found.end?.iso, quote: quote, span: span)
        phase.edtf = found.detail?.edtf
        phase.precision = found.detail?.precision.rawValue
        if found.start != nil || found.end != nil { phase.yearBasis = found.yearBasis.rawValue }
        return phase
    }

    private static func kind(_ kind: DateMention.Kind) -> String {
        switch kind {
        case .openEnd: "open"
        case .term: "term"
        case .interval: "interval"
        case .past: "past"
        case .condition: "condition"
        case .grant: "grant"
        case .reference: "reference"
        case .due: "deadline"
        case .recurring, .mention: "date"
        }
    }

    /// What is written needs no basis.
    private static func inferred(_ basis: DateDetail.Basis?) -> String? { basis == .written ? nil : basis?.rawValue }
}
