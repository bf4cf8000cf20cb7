import FanganFindings

/// Dates of an item as the graph writes them.
enum ItemTimes {
    static func due(_ found: DueFinding, quote: String, span: ScalarSpan) -> Due {
        Due(date: found.day.iso, quote: quote, span: span, yearBasis: found.yearBasis.rawValue, start: found.start?.iso, edtf: found.detail?.edtf,
            precision: found.detail?.precision.rawValue, monthBasis: inferred(found.detail?.month), dayBasis: inferred(found.detail?.day),
            isOngoing: found.isOngoing)
    }

    static func period(_ found: PeriodFinding, quote: String, span: ScalarSpan) -> Period {
        // Where no day is known, nothing was inferred.
        let hasDay = found.start != nil || found.end != nil
        return Period(kind: kind(found.kind), start: found.start?.iso, end: found.end?.iso, edtf: found.detail?.edtf,
                      precision: found.detail?.precision.rawValue, quote: quote, span: span, yearBasis: hasDay ? found.yearBasis.rawValue : nil)
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
