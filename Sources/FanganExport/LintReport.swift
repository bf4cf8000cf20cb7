import FanganGraph
import FanganLint
import FanganText

/// The findings in one plan with their places in its file.
public struct LintReport: Sendable {
    public struct Entry: Sendable {
        public var finding: LintFinding
        /// Nil for what is said of the whole plan.
        public var place: SourcePlace?
        public var quote: String?
    }

    public var uri: String
    public var entries: [Entry]
    /// Places are lines of the file; otherwise of the canonical text.
    public var isOfFile: Bool

    public init(uri: String, findings: [LintFinding], places: SourcePlaces) {
        self.uri = uri
        isOfFile = places.isOfFile
        entries = findings.map { finding in
            let place = finding.span.map { places.place(ofScalar: $0.start) }
            return Entry(finding: finding, place: place, quote: finding.span.map(places.quote))
        }
    }

    public var needsWork: Bool { entries.contains { $0.finding.severity != .note } }

    public func count(_ severity: Severity) -> Int { entries.count { $0.finding.severity == severity } }
}
