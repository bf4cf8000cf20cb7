import FanganGraph
import FanganLint
import FanganText

/// What the pages over all plans need of one plan; its graph and text are not kept.
struct ReportPlan {
    var name: String
    var facts: DocumentFacts
    /// Name of the region, where it has a code that is known.
    var region: String?
    var rows: [TaskRow]
    var phases: [PhaseNode]
    /// The units of its tasks.
    var units: [UnitNode]
    /// The units that it names, with their spellings.
    var occurrences: [UnitOccurrence]
    /// Edges to units: who does what, members, hosts and successors.
    var relations: [Edge]
    var places: [OpenPlace]

    /// A diagnostic with the words it stands at.
    struct OpenPlace {
        var code: String
        /// What it says of this place, in Chinese; nil where it says no more than its code.
        var detail: String?
        var isWarning: Bool
        var span: ScalarSpan?
        /// At most sixty characters, spaces and line ends as one space.
        var quote: String
    }

    var title: String { facts.title ?? name }
    var page: String { "plans/" + ReportPages.link(name) + ".html" }
    /// Tasks for which the plan names nobody.
    var lacking: Int { rows.count { $0.lead.isEmpty && $0.responsible.isEmpty && $0.support.isEmpty } }

    init(name: String, graph: TaskGraph, text: CanonicalText, region: String?) {
        self.name = name
        self.region = region
        facts = graph.document
        rows = TaskRow.rows(of: graph, document: name)
        phases = graph.phases
        units = graph.units
        occurrences = UnitOccurrence.all(in: graph)
        relations = graph.edges.filter { [.responsible, .memberOf, .hostedBy, .succeeds].contains($0.kind) }
        let locator = ScalarLocator(text)
        places = graph.diagnostics.map { diagnostic in
            OpenPlace(code: diagnostic.code, detail: DiagnosticWording.detail(of: diagnostic), isWarning: diagnostic.severity != "note", span: diagnostic.span,
                      quote: diagnostic.span.map { Self.quote($0, locator) } ?? "")
        }
    }

    private static func quote(_ span: ScalarSpan, _ locator: ScalarLocator) -> String {
        let end = min(span.end, span.start + 120)
        let words = String(decoding: locator.utf8(from: span.start, to: end), as: UTF8.self).unicodeScalars
        var quote = String.UnicodeScalarView(), isSpace = false
        for scalar in words {
            if scalar.properties.isWhitespace { isSpace = !quote.isEmpty; continue }
            if isSpace { quote.append(" ") }
            isSpace = false
            if quote.count >= 60 { return String(quote) + "……" }
            quote.append(scalar)
        }
        return String(quote) + (end < span.end ? "……" : "")
    }
}
