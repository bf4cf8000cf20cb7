import FanganGraph
import FanganText

/// A plan: its text with what was found in it on one side, its items on the other.
enum PlanPage {
    static func page(_ plan: ReportPlan, graph: TaskGraph, text: CanonicalText, _ pages: ReportPages) -> [UInt8] {
        pages.page(.plan, title: plan.title, values: ["title": plan.title, "facts": facts(plan, graph), "textFile": plan.facts.textURI],
                   json: json(plan, graph: graph, text: text), depth: 1)
    }

    private static func facts(_ plan: ReportPlan, _ graph: TaskGraph) -> [[String: Any]] {
        let issuers = plan.facts.issuers.map { id in graph.units.first { $0.id == id }?.name ?? id }
        let facts: [(String, String?)] = [
            ("文号", plan.facts.number), ("发文机关", issuers.joined(separator: "、")), ("成文日期", plan.facts.issued),
            ("地区", plan.region ?? plan.facts.region), ("依据", plan.facts.basedOn.joined(separator: "、")), ("文件", fileName(plan)),
        ]
        return facts.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : ["name": name, "value": $0] } }
    }

    /// Without the folders of the machine that it was read on: pages are handed on.
    private static func fileName(_ plan: ReportPlan) -> String {
        plan.facts.source.uri.split(separator: "/").last.map(String.init) ?? plan.facts.source.uri
    }

    /// The graph as it is in `graphs/` but for the path of its file, the text, and the diagnostics as the pages word them.
    private static func json(_ plan: ReportPlan, graph: TaskGraph, text: CanonicalText) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw("\"text\": "); writer.string(text[text.wholeSpan])
        writer.raw(", \"open\": ")
        writer.list(plan.places) { writer, place in
            writer.raw("{\"label\": "); writer.string(ReportResource.label(place.code))
            if let detail = place.detail { writer.raw(", \"detail\": "); writer.string(detail) }
            writer.raw(", \"severity\": "); writer.string(place.isWarning ? "warning" : "note")
            if let span = place.span { writer.raw(", \"span\": "); writer.span(span) }
            writer.raw("}")
        }
        var graph = graph
        graph.document.source.uri = fileName(plan)
        return Array("{\"graph\": ".utf8) + GraphJSON.encode(graph) + Array(", ".utf8) + writer.bytes + Array("}".utf8)
    }
}
