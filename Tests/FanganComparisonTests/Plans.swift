import FanganGraph
import FanganText

/// Small graphs, without the stages before them.
enum Plans {
    struct Task {
        var heading: String
        var text = ""
        var leads: [String] = []
        var due: [String] = []
        var targets: [Target] = []
    }

    /// A plan with tasks at the top, `一、` and on.
    static func graph(_ name: String, _ tasks: [Task]) -> TaskGraph {
        let source = SourceInfo(uri: name, mediaType: "text/plain", encoding: "UTF-8", sha256: String(repeating: "0", count: 64))
        var graph = TaskGraph(generator: "test", document: DocumentFacts(id: name, work: name, source: source, textURI: "text/\(name).txt", scalars: 0))
        graph.document.title = name
        for (place, task) in tasks.enumerated() {
            var item = ItemNode(id: "\(place + 1)", kind: .task, role: "duties", path: ["\(place + 1)."], label: "\(place + 1).", ordinal: place + 1, heading: task.heading, text: task.text, span: ScalarSpan(0, 0))
            item.due = task.due.map { Due(date: $0, quote: "", span: ScalarSpan(0, 0), yearBasis: "written") }
            item.targets = task.targets
            graph.items.append(item)
            for field in task.leads {
                let id = "unit:\(name)\(field)"
                if !graph.units.contains(where: { $0.id == id }) {
                    graph.units.append(UnitNode(id: id, name: name + field, function: field, functionName: field, region: nil, level: nil, kind: "organ"))
                }
                graph.edges.append(Edge(.responsible, from: item.id, to: id, role: "lead"))
            }
        }
        return graph
    }

    static func amount(_ least: Double, _ unit: String) -> Target { Target(quote: "\(Int(least))\(unit)", span: ScalarSpan(0, 0), min: least, max: nil, unit: unit, per: "year") }

    /// Three plans of one kind with a few duties in common, each in words of its own.
    static let three = [
        graph("东市", [
            Task(heading: "加强组织领导", text: "各单位要提高认识，加强组织领导，压实责任。"),
            Task(heading: "整治占道经营", text: "清理主要道路的流动摊贩和占道经营。", leads: ["urban-management"], due: ["2024-06-30"], targets: [amount(3, "次")]),
            Task(heading: "新建口袋公园", text: "利用边角地块新建口袋公园，方便居民休憩。", leads: ["housing"]),
        ]),
        graph("西市", [
            Task(heading: "占道经营整治", text: "对流动摊贩、占道经营行为开展整治。", leads: ["urban-management"], due: ["2024-09-30"], targets: [amount(5, "次")]),
            Task(heading: "建设口袋公园", text: "在老城区边角地块建设口袋公园。", leads: ["natural-resources"]),
            Task(heading: "强化组织领导", text: "提高认识，强化组织领导，层层压实责任。"),
        ]),
        graph("南市", [
            Task(heading: "改造老旧电梯", text: "对使用十五年以上的住宅电梯进行更新改造。"),
            Task(heading: "清理占道经营", text: "集中清理占道经营和流动摊贩。", leads: ["police"], targets: [amount(10, "%")]),
        ]),
    ]
}
