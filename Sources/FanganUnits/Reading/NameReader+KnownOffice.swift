/// Short names of ad-hoc bodies' offices that the document prints in full: 省审改办 is 福建省行政审批制度改革工作小组办公室 where that
/// issues the plan, whatever it is called elsewhere.
extension NameReader {
    func knownOffice(_ name: Name, _ parsed: Parsed) -> UnitReading? {
        guard parsed.core.body == "office", !jurisdiction.offices.isEmpty, parsed.scope.regionIndex != nil, parsed.scope.regionIndex == scopes.home,
            let short = Self.subject(name.string(parsed.coreStart..<name.bytes.count)) else { return nil }
        var fit: String?
        for office in jurisdiction.offices {
            guard let long = Self.subject(office), long.count > short.count, Self.stands(short, in: long) else { continue }
            // Of two that fit neither is taken.
            if fit != nil { return nil }
            fit = office
        }
        guard let fit else { return nil }
        var reading = reading(parsed)
        reading.name = parsed.scope.prefix + fit
        reading.candidates = []
        return reading
    }

    /// What an office is for: 审改 of 审改办.
    private static func subject(_ office: String) -> [Unicode.Scalar]? {
        for word in ["办公室", "办"] where office.hasSuffix(word) { return Array(office.dropLast(word.count).unicodeScalars) }
        return nil
    }

    /// Whether all characters stand in a longer text in the same order.
    private static func stands(_ short: [Unicode.Scalar], in long: [Unicode.Scalar]) -> Bool {
        guard short.count >= 2 else { return false }
        var i = 0
        for scalar in long where i < short.count && short[i] == scalar { i += 1 }
        return i == short.count
    }
}
