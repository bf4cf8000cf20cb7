import FanganGraph
import FanganLint
import FanganText

/// Shows what was understood of a document to a person who has it on the desk: its facts, its items as a tree with
/// who, by when, how many points and which targets, and what was left open.
public struct OutlinePrinter: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Uses ANSI colours.
    public var isColored: Bool

    public init(width: Int = 80, isColored: Bool = false) {
        self.width = max(width, 40)
        self.isColored = isColored
    }

    /// The whole picture; lines ended by LF, none wider than the terminal.
    /// - Parameter places: names lines as those of the file; without it they are those of the text.
    public func print(_ graph: TaskGraph, text: CanonicalText, places: SourcePlaces? = nil) -> String {
        var page = OutlinePage(graph: graph, places: places ?? SourcePlaces(text: text, edits: EditMap(), source: nil), width: width, style: TerminalStyle(isColored: isColored))
        page.facts()
        page.items()
        page.openPoints()
        return page.output
    }
}

private struct OutlinePage {
    let graph: TaskGraph
    let places: SourcePlaces
    let wrapper: LineWrapper
    let style: TerminalStyle
    private let units: [String: UnitNode]
    private let phases: [String: PhaseNode]
    private var assignments: [String: [Edge]] = [:]
    private var phasesOfItem: [String: [String]] = [:]
    private var stepsOfItem: [String: [StepNode]] = [:]
    /// Numbers and titles of annexes, in reading order.
    private let annexLines: [ScalarSpan]
    private(set) var output = ""

    init(graph: TaskGraph, places: SourcePlaces, width: Int, style: TerminalStyle) {
        self.graph = graph
        self.places = places
        self.style = style
        wrapper = LineWrapper(width: width)
        annexLines = graph.document.parts.filter { $0.kind == "annex-title" }.map(\.span).sorted { $0.start < $1.start }
        units = Dictionary(graph.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        phases = Dictionary(graph.phases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let steps = Dictionary(graph.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for edge in graph.edges {
            switch edge.kind {
            case .contains: if let step = steps[edge.to] { stepsOfItem[edge.from, default: []].append(step) }
            case .responsible: assignments[edge.from, default: []].append(edge)
            case .during: phasesOfItem[edge.from, default: []].append(edge.to)
            default: break
            }
        }
    }

    /// Lines of one value behind its label; the following lines begin under the value.
    private mutating func field(_ label: String, _ value: String, indent: Int, look: TerminalStyle.Look? = nil) {
        let start = indent + DisplayWidth.of(label)
        let hang = min(start, wrapper.width / 2)
        for (place, line) in wrapper.lines(value, firstIndent: start, indent: hang).enumerated() {
            let shown = look.map { style.apply($0, line) } ?? line
            let head = place == 0 ? spaces(indent) + style.apply(.faint, label) : spaces(hang)
            output += head + shown + "\n"
        }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    // MARK: The document

    mutating func facts() {
        let facts = graph.document
        field("", facts.title ?? "（没有识别出标题）", indent: 0, look: .bold)
        if let number = facts.number { field("文号　　　", number, indent: 0) }
        let issuers = facts.issuers.map { units[$0]?.name ?? $0 }
        if !issuers.isEmpty { field("发文机关　", issuers.joined(separator: "、"), indent: 0) }
        if let issued = facts.issued { field("成文日期　", issued, indent: 0) }
        if let region = facts.region { field("地区代码　", region, indent: 0) }
        if !facts.addressees.isEmpty { field("主送　　　", facts.addressees.joined(separator: "、"), indent: 0) }
        if !facts.basedOn.isEmpty { field("依据文件　", facts.basedOn.joined(separator: "、"), indent: 0) }
        field("内容　　　", summary(), indent: 0)
        for phase in graph.phases { field("阶段　　　", phase.name + "　" + dates(of: phase), indent: 0) }
    }

    private func summary() -> String {
        let tasks = graph.items.count { $0.kind == .task }
        // Those that stand in the graph only as members, hosts or successors of others are not the plan's words.
        let named = Set(graph.edges.filter { $0.kind == .responsible }.map(\.to)).union(graph.document.issuers)
        return "\(graph.items.count) 个条目，其中 \(tasks) 项任务；\(named.count) 个单位；\(graph.diagnostics.count) 处待核"
    }

    private func dates(of phase: PhaseNode) -> String {
        "\(phase.start ?? "…") 至 \(phase.end ?? "…")"
    }

    // MARK: The items

    mutating func items() {
        let parents = parents()
        var depths = Array(repeating: 0, count: graph.items.count), part: [String] = []
        for (place, item) in graph.items.enumerated() {
            // A parent stands before its children, so its own depth is known by then.
            depths[place] = parents[place].map { depths[$0] + 1 } ?? 0
            let above = item.path.dropLast().dropFirst(parents[place].map { graph.items[$0].path.count } ?? 0)
            // In front of 表 stands the part of the file, behind it the row.
            let table = above.firstIndex(of: "表"), row = table.map { above[above.index(after: $0)...] } ?? []
            if depths[place] == 0 {
                output += "\n"
                let own = self.part(of: item, above, behind: part)
                if own != part, !own.isEmpty {
                    field("", (own + [annexTitle(of: place, own[own.count - 1])]).filter { !$0.isEmpty }.joined(separator: " "), indent: 0, look: .bold)
                    output += "\n"
                }
                part = own
            }
            show(item, row: parents[place] == nil ? Array(row) : Array(above), depth: min(depths[place], 8))
        }
    }

    /// What stands in front of 表 in the path. The numbers of a notice have no part there, nor have the plan behind them and further plans, which have titles.
    private func part(of item: ItemNode, _ above: ArraySlice<String>, behind last: [String]) -> [String] {
        if item.id.hasPrefix("n.") { return Self.notice }
        let own = Array(above.prefix { $0 != "表" })
        if own.isEmpty, let plan = graph.document.plan(of: item.id) { return [plan.title] }
        return own.isEmpty && last == Self.notice ? [graph.document.title ?? "正文"] : own
    }

    /// The title under the number of the annex that an item is the first of (`附件2` ⏎ `重点任务分工表`), on at most two lines.
    private func annexTitle(of place: Int, _ number: String) -> String {
        let behind = place > 0 ? graph.items[place - 1].span.end : 0, start = graph.items[place].span.start
        var low = 0, high = annexLines.count
        while low < high {
            let middle = (low + high) / 2
            if annexLines[middle].start < behind { low = middle + 1 } else { high = middle }
        }
        let lines = annexLines[low...].prefix { $0.end <= start }.map(places.quote)
        guard let label = lines.lastIndex(where: { $0.hasPrefix(number) && $0.count <= number.count + 1 }) else { return "" }
        return lines[(label + 1)...].prefix(2).prefix { $0.count <= 40 && !$0.contains("：") && !$0.contains("  ") }.joined()
    }

    private static let notice = ["通知"]

    private func parents() -> [Int?] {
        var places: [String: Int] = [:]
        for (place, item) in graph.items.enumerated() { places[item.id] = place }
        var parents = Array<Int?>(repeating: nil, count: graph.items.count)
        for edge in graph.edges where edge.kind == .contains {
            if let parent = places[edge.from], let child = places[edge.to], parent < child { parents[child] = parent }
        }
        return parents
    }

    /// - Parameter row: the number of the table's row in whose cell the item stands: 2/1. is the first measure of row 2.
    private mutating func show(_ item: ItemNode, row: [String], depth: Int) {
        let indent = depth * 2
        let own = (row + [item.label]).joined(separator: "/"), isBare = item.heading == nil && item.text.isEmpty
        let label = Self.standsOff(item.label) && !isBare ? own + " " : own
        let tag = depth == 0 ? "　〔\(Wording.role(item.role))〕" : ""
        let room = wrapper.width - indent - DisplayWidth.of(label) - DisplayWidth.of(tag)
        let heading = item.heading ?? LineWrapper.cut(item.text, columns: max(room, 20))
        field(label, heading + tag, indent: indent, look: item.kind == .section ? .bold : nil)
        let inside = indent + 4
        if item.heading != nil, !item.text.isEmpty {
            field("", LineWrapper.cut(item.text, columns: wrapper.width - inside), indent: inside, look: .faint)
        }
        showUnits(of: item.id, indent: inside)
        showValues(of: item, indent: inside)
        for condition in item.conditions { field((condition.key ?? "附注") + "：", condition.quote, indent: inside) }
        for step in stepsOfItem[item.id] ?? [] {
            field("· " + step.label, LineWrapper.cut(step.text, columns: max(wrapper.width - inside - DisplayWidth.of(step.label) - 2, 20)), indent: inside)
            showUnits(of: step.id, indent: inside + 4)
        }
    }

    /// 1. and A) stand off from what follows, and so do words (第一部分, 任务一); the marks of 一、 and （一） bring their own space.
    private static func standsOff(_ label: String) -> Bool {
        label.unicodeScalars.last.map { $0.isASCII || $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    }

    private mutating func showUnits(of id: String, indent: Int) {
        let edges = assignments[id] ?? []
        for (role, label) in [("lead", "★牵头单位："), ("responsible", "责任单位："), ("support", "配合单位：")] {
            // Units of one role may come from several places of the document; each place has its line.
            for basis in ["bracket", "table", "text", "inherited", "default"] {
                let named = edges.filter { $0.role == role && $0.basis == basis }
                guard !named.isEmpty else { continue }
                let mark = ["text": "（见正文）", "inherited": "（沿用上级）", "default": "（通用规定）"][basis] ?? ""
                field(label, named.map(name).joined(separator: "、") + mark, indent: indent, look: mark.isEmpty ? .accent : .faint)
            }
        }
    }

    /// The full name, with the document's own where it is another, and other readings that are left.
    private func name(_ edge: Edge) -> String {
        guard let unit = units[edge.to] else { return edge.mention ?? edge.to }
        let others = unit.candidates.map(\.name).joined(separator: "、")
        let doubt = others.isEmpty ? "" : "（或为\(others)）"
        guard let mention = edge.mention, mention != unit.name else { return unit.name + doubt }
        return unit.name + "［" + mention + "］" + doubt
    }

    private mutating func showValues(of item: ItemNode, indent: Int) {
        if !item.due.isEmpty {
            field("完成时限：", item.due.map { "\($0.date)［\($0.quote)］" }.joined(separator: "；"), indent: indent)
        }
        if !item.recurrence.isEmpty { field("周期：", item.recurrence.map(\.quote).joined(separator: "；"), indent: indent) }
        let open = item.periods.filter(\.isOpen)
        if !open.isEmpty { field("期限：", open.map(\.quote).joined(separator: "；"), indent: indent) }
        let stages = (phasesOfItem[item.id] ?? []).compactMap { phases[$0] }
        if !stages.isEmpty { field("阶段：", stages.map { $0.name + "，" + dates(of: $0) }.joined(separator: "；"), indent: indent) }
        if !item.scores.isEmpty {
            field("分值：", item.scores.map { "\(Wording.number($0.points))［\($0.quote)］" }.joined(separator: "；"), indent: indent)
        }
        if !item.targets.isEmpty { field("指标：", item.targets.map(Wording.target).joined(separator: "；"), indent: indent) }
    }

    // MARK: What was left open

    mutating func openPoints() {
        output += "\n"
        guard !graph.diagnostics.isEmpty else { return field("", "没有待核事项。", indent: 0) }
        field("", "待核事项（\(graph.diagnostics.count)）", indent: 0, look: .bold)
        for group in groups() {
            let first = graph.diagnostics[group[0]]
            let shown = group.prefix(Self.shownPlaces).map { wording(graph.diagnostics[$0].span) }.filter { !$0.isEmpty }.joined(separator: "、")
            let count = group.count > Self.shownPlaces ? "等\(group.count)处" : ""
            field("· \(Wording.severity(first.severity))　", DiagnosticWording.message(of: first) + (shown.isEmpty ? "" : "：" + shown + count), indent: 0,
                  look: first.severity == "note" ? nil : .alert)
        }
    }

    /// `第3行“示例”`; `正文第3行` where the file has no lines of its own.
    private func wording(_ span: ScalarSpan?) -> String {
        guard let span else { return "" }
        let quote = places.quote(ScalarSpan(span.start, min(span.end, span.start + 40)))
        let line = (places.isOfFile ? "第" : "正文第") + "\(places.place(ofScalar: span.start).line)行"
        return quote.isEmpty ? line : line + "“\(LineWrapper.cut(quote, columns: 40))”"
    }

    /// Diagnostics that say the same, as places in the graph's list; what is to be checked in front of what is merely told.
    private func groups() -> [[Int]] {
        var groups: [[Int]] = []
        var known: [String: Int] = [:]
        for (place, diagnostic) in graph.diagnostics.enumerated() {
            let says = diagnostic.severity + DiagnosticWording.message(of: diagnostic)
            if let group = known[says] { groups[group].append(place) } else { known[says] = groups.count; groups.append([place]) }
        }
        let isNote = groups.map { graph.diagnostics[$0[0]].severity == "note" }
        return zip(groups, isNote).filter { !$1 }.map(\.0) + zip(groups, isNote).filter(\.1).map(\.0)
    }

    private static let shownPlaces = 12
}
