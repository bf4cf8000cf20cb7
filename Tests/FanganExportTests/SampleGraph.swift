import FanganGraph
import FanganText

/// A small graph that holds one of everything, over a text of its own.
struct SampleGraph {
    var text: CanonicalText
    var graph: TaskGraph

    static let content = """
        清河市推进城市公园建设工作方案
        清政发〔2023〕8号
        各区人民政府：
        一、重点任务（2023年3月至2023年12月）
        （一）新建口袋公园。全年新建口袋公园不少于12个，得2分，未完成扣0.5分。每年9月检查。按《城市绿化条例》执行。（牵头单位：市园林局；责任单位：市财政局；配合单位：各区政府，2023年11月底前完成）
        （二）加强管护。做好日常“管护”工作。
        附：市园林办
        """

    /// Span of the first place of some words after the first place of others.
    static func span(of words: String, after: String = "") -> ScalarSpan {
        let text = Array(content.unicodeScalars)
        func find(_ words: String, from start: Int) -> Int {
            let wanted = Array(words.unicodeScalars)
            return (start...(text.count - wanted.count)).first { Array(text[$0..<($0 + wanted.count)]) == wanted } ?? -1
        }
        let start = find(words, from: after.isEmpty ? 0 : find(after, from: 0) + after.unicodeScalars.count)
        return ScalarSpan(start, start + words.unicodeScalars.count)
    }

    static func from(_ words: String, to end: Int) -> ScalarSpan { ScalarSpan(span(of: words).start, end) }

    init() {
        let scalars = Self.content.unicodeScalars.count
        text = CanonicalText(Self.content)
        let source = SourceInfo(uri: "plans/park.txt", mediaType: "text/plain", encoding: "UTF-8", sha256: String(repeating: "a0", count: 32))
        var facts = DocumentFacts(id: "d1", work: "w1", source: source, textURI: "text/park.txt", scalars: scalars)
        facts.title = "清河市推进城市公园建设工作方案"
        facts.number = "清政发〔2023〕8号"
        facts.issuers = ["unit:清河市人民政府"]
        facts.issued = "2023-03-01"
        facts.region = "130534"
        facts.addressees = ["各区人民政府"]
        facts.basedOn = ["冀政发〔2022〕1号"]
        let first = Self.span(of: "一、重点任务").start
        facts.parts = [DocumentPart(kind: "title", span: ScalarSpan(0, 16)), DocumentPart(kind: "preamble", span: ScalarSpan(16, first))]
        graph = TaskGraph(generator: "fangan test", document: facts)
        addNodes(scalars)
        addEdges()
        graph.diagnostics = [
            GraphDiagnostic(code: "units.ambiguous", severity: "warning", message: "\u{201C}市园林局\u{201D} may be two organs.", span: Self.span(of: "市园林局")),
            GraphDiagnostic(code: "document.no-signature", severity: "note", message: "There is no signature.", span: nil),
        ]
    }

    private mutating func addNodes(_ end: Int) {
        let second = Self.span(of: "（二）").start
        var task = ItemNode(
            id: "1.1", kind: .task, role: "duties", path: ["一、", "（一）"], label: "（一）", ordinal: 1, heading: "新建口袋公园",
            text: "全年新建口袋公园不少于12个，得2分，未完成扣0.5分。每年9月检查。按《城市绿化条例》执行。", span: Self.from("（一）", to: second))
        task.due = [Due(date: "2023-11-30", quote: "2023年11月底前", span: Self.span(of: "2023年11月底前"), yearBasis: "written")]
        task.scores = [
            Score(points: 2, quote: "得2分", span: Self.span(of: "得2分")), Score(points: -0.5, quote: "扣0.5分", span: Self.span(of: "扣0.5分")),
        ]
        task.targets = [Target(quote: "不少于12个", span: Self.span(of: "不少于12个"), min: 12, max: nil, unit: "个", per: "year")]
        task.recurrence = [Recurrence(rule: "FREQ=YEARLY;BYMONTH=9", quote: "每年9月", span: Self.span(of: "每年9月"))]
        task.due[0].edtf = "../2023-11"
        task.due[0].precision = "month"
        task.due[0].dayBasis = "month-end"
        task.periods = [Period(kind: "open", start: nil, end: nil, quote: "全年", span: Self.span(of: "全年"))]
        task.scoreLimits = [ScoreLimit(kind: "cap", points: -0.5, quote: "未完成扣0.5分", span: Self.span(of: "未完成扣0.5分"))]
        task.targets[0].scope = Target.Scope(quote: "口袋公园", span: Self.span(of: "口袋公园"))
        graph.items = [
            ItemNode(id: "1", kind: .section, role: "duties", path: ["一、"], label: "一、", ordinal: 1, heading: "重点任务", text: "", span: Self.from("一、重点", to: end)),
            task,
            ItemNode(id: "1.2", kind: .task, role: "duties", path: ["一、", "（二）"], label: "（二）", ordinal: 2, heading: "加强管护", text: "做好日常“管护”工作。", span: ScalarSpan(second, end)),
        ]
        graph.phases = [
            PhaseNode(id: "phase:1", name: "建设阶段", start: "2023-03-01", end: "2023-12-31", quote: "2023年3月至2023年12月", span: Self.span(of: "2023年3月至2023年12月")),
            PhaseNode(id: "phase:2", name: "以后", start: nil, end: nil, quote: "全年", span: Self.span(of: "全年")),
        ]
        var garden = UnitNode(id: "unit:清河市园林局", name: "清河市园林局", function: "landscaping", functionName: "园林", region: "130534", level: "county", kind: "organ")
        garden.candidates = [.init(name: "清河市城市管理局", function: "urban-management"), .init(name: "清河市园林中心", function: nil)]
        graph.units = [
            UnitNode(id: "unit:清河市人民政府", name: "清河市人民政府", function: "government", functionName: "人民政府", region: "130534", level: "county", kind: "organ"),
            garden,
            UnitNode(id: "unit:清河市财政局", name: "清河市财政局", function: "finance", functionName: "财政", region: "130534", level: "county", kind: "organ"),
            UnitNode(id: "unit:各区政府", name: "各区政府", function: nil, functionName: nil, region: nil, level: nil, kind: "group"),
            UnitNode(id: "unit:市园林办", name: "市园林办", function: nil, functionName: nil, region: nil, level: nil, kind: "office"),
        ]
        graph.references = [ReferenceNode(id: "ref:1", title: "城市绿化条例", number: nil, span: Self.span(of: "《城市绿化条例》"))]
    }

    private mutating func addEdges() {
        func responsible(_ item: String, _ unit: String, _ role: String, _ basis: String, _ mention: String) -> Edge {
            Edge(.responsible, from: item, to: unit, role: role, basis: basis, mention: mention, span: Self.span(of: mention))
        }
        graph.edges = [
            Edge(.contains, from: "1", to: "1.1"), Edge(.contains, from: "1", to: "1.2"),
            responsible("1.1", "unit:清河市园林局", "lead", "bracket", "市园林局"),
            responsible("1.1", "unit:清河市财政局", "responsible", "bracket", "市财政局"),
            responsible("1.1", "unit:各区政府", "support", "bracket", "各区政府"),
            responsible("1.2", "unit:清河市财政局", "responsible", "inherited", "市财政局"),
            Edge(.during, from: "1", to: "phase:1"), Edge(.precedes, from: "phase:1", to: "phase:2"),
            Edge(.cites, from: "1.1", to: "ref:1", span: Self.span(of: "《城市绿化条例》")),
            Edge(.basedOn, from: "d1", to: "ref:1"),
            Edge(.memberOf, from: "unit:清河市财政局", to: "unit:各区政府", basis: "text"),
            Edge(.succeeds, from: "unit:清河市园林局", to: "unit:市园林办"),
            Edge(.hostedBy, from: "unit:市园林办", to: "unit:清河市园林局", span: Self.span(of: "市园林办")),
        ]
    }
}
