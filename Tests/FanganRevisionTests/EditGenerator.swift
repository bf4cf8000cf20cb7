import FanganGraph
import FanganRevision

/// A known change of a plan's text, and what a comparison is to say of it.
struct KnownEdit {
    enum Kind: String, CaseIterable { case add, remove, move, adopt, renumber, unit, date, points, words, split, merge }

    var kind: Kind
    /// The text of the new version.
    var text: String
    /// Lines of ``Revision/facts``; where several answers are right, each is a set.
    var expected: [Set<String>]
}

/// Makes one edit of a kind at a place that chance chooses, in the canonical text of a plan.
struct EditGenerator {
    private let graph: TaskGraph
    private let scalars: [Unicode.Scalar]
    private let parent: [Int?]
    private let children: [[Int]]
    private var random: SplitMix

    init(_ version: PlanVersion, seed: UInt64) {
        graph = version.graph
        scalars = Array(version.text[version.text.wholeSpan].unicodeScalars)
        random = SplitMix(seed: seed)
        var places: [String: Int] = [:], parent = [Int?](repeating: nil, count: version.graph.items.count)
        var children = [[Int]](repeating: [], count: version.graph.items.count)
        for (i, item) in version.graph.items.enumerated() { places[item.id] = i }
        for edge in version.graph.edges where edge.kind == .contains {
            guard let a = places[edge.from], let b = places[edge.to] else { continue }
            parent[b] = a
            children[a].append(b)
        }
        self.parent = parent
        self.children = children
    }

    /// Nil where the plan has no place for such an edit.
    mutating func edit(_ kind: KnownEdit.Kind) -> KnownEdit? {
        switch kind {
        case .add: add()
        case .remove: remove()
        case .move: move()
        case .adopt: adopt()
        case .renumber: renumber()
        case .unit: unit()
        case .date: date()
        case .points: points()
        case .words: words()
        case .split: split()
        case .merge: merge()
        }
    }

    // MARK: Places

    /// Items without children whose lines are the plan's own: `1.…` to the end of a paragraph, in no table.
    private func leaves(_ condition: (Int) -> Bool = { _ in true }) -> [Int] {
        graph.items.indices.filter { i in
            let item = graph.items[i]
            return children[i].isEmpty && parent[i] != nil && item.path[0] != "表" && !item.path[0].hasPrefix("附") && isNumber(item.label)
                && startsLine(item.span.start) && item.span.end < scalars.count && scalars[item.span.end] == "\n" && condition(i)
        }
    }

    private func isNumber(_ label: String) -> Bool { label.unicodeScalars.last.map { ".．、".unicodeScalars.contains($0) } == true && Int(label.dropLast()) != nil }
    private func startsLine(_ at: Int) -> Bool { at == 0 || scalars[at - 1] == "\n" }
    private func isLast(_ i: Int) -> Bool { children[parent[i]!].last == i }
    private func path(_ i: Int) -> String { graph.items[i].path.joined() }
    private func path(_ i: Int, label: String) -> String { (graph.items[i].path.dropLast() + [label]).joined() }
    private func next(_ label: String, by step: Int = 1) -> String { String(Int(label.dropLast())! + step) + String(label.last!) }
    private func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    private func body(_ i: Int) -> Range<Int> { graph.items[i].span.start + graph.items[i].label.unicodeScalars.count..<graph.items[i].span.end }
    private mutating func one<T>(_ all: [T]) -> T? { all.isEmpty ? nil : all[random.below(all.count)] }

    private func replaced(_ changes: [(Range<Int>, String)]) -> String {
        var result = scalars
        for (range, text) in changes.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) { result.replaceSubrange(range, with: Array(text.unicodeScalars)) }
        return String(String.UnicodeScalarView(result))
    }

    // MARK: Edits

    private static let foreign = [
        "建立冰雪运动场馆。利用废弃矿坑修建滑冰馆，聘请退役运动员向青少年传授滑冰技艺。",
        "保护古桥古井。登记散落山野的石拱桥和水井，请文物匠人按原样修缮，设立铭牌。",
        "推广电子病历漫游。参保人换一家诊所就诊时，医师可经本人许可调阅旧病历和影像。",
    ]

    private static let otherWords = ["踏雪寻梅", "琴", "渔舟唱晚", "高山流水", "竹篱", "秋月春风", "平沙落雁图", "胡笳拍板", "梅花三弄曲谱", "煮茶"]

    private mutating func add() -> KnownEdit? {
        guard let i = one(leaves { isLast($0) }), let words = one(Self.foreign) else { return nil }
        let label = next(graph.items[i].label), end = graph.items[i].span.end
        return KnownEdit(kind: .add, text: replaced([(end..<end, "\n" + label + words)]), expected: [["added " + path(i, label: label)]])
    }

    private mutating func remove() -> KnownEdit? {
        guard let i = one(leaves { children[parent[$0]!].count > 2 && isLast($0) }) else { return nil }
        let span = graph.items[i].span
        return KnownEdit(kind: .remove, text: replaced([(span.start - 1..<span.end, "")]), expected: [["removed " + path(i)]])
    }

    /// Two neighbours change places; the numbers stay in order.
    private mutating func move() -> KnownEdit? {
        let all = Set(leaves())
        let pairs = all.sorted().compactMap { i -> (Int, Int)? in
            let sisters = children[parent[i]!]
            guard let n = sisters.firstIndex(of: i), n + 1 < sisters.count, all.contains(sisters[n + 1]) else { return nil }
            return (i, sisters[n + 1])
        }
        guard let (a, b) = one(pairs) else { return nil }
        let text = replaced([(body(a), string(body(b))), (body(b), string(body(a)))])
        func pair(_ from: Int, _ to: Int, _ moved: Bool) -> String { "paired \(path(from)) > \(path(to)) " + (moved ? "[\"renumbered\", \"moved\"]" : "[\"renumbered\"]") }
        return KnownEdit(kind: .move, text: text, expected: [[pair(a, b, true), pair(b, a, false)], [pair(a, b, false), pair(b, a, true)]])
    }

    /// The last item of one section becomes the last of another.
    private mutating func adopt() -> KnownEdit? {
        let all = leaves { isLast($0) && children[parent[$0]!].count > 1 }
        guard let a = one(all), let b = one(all.filter { parent[$0] != parent[a] && graph.items[$0].role == graph.items[a].role }) else { return nil }
        let label = next(graph.items[b].label), end = graph.items[b].span.end, span = graph.items[a].span
        let text = replaced([(span.start - 1..<span.end, ""), (end..<end, "\n" + label + string(body(a)))])
        let changes = label == graph.items[a].label ? "[\"moved\"]" : "[\"renumbered\", \"moved\"]"
        return KnownEdit(kind: .adopt, text: text, expected: [["paired \(path(a)) > \(path(b, label: label)) " + changes]])
    }

    private mutating func renumber() -> KnownEdit? {
        guard let i = one(leaves { isLast($0) }) else { return nil }
        let item = graph.items[i], label = next(item.label)
        let text = replaced([(item.span.start..<item.span.start + item.label.unicodeScalars.count, label)])
        return KnownEdit(kind: .renumber, text: text, expected: [["paired \(path(i)) > \(path(i, label: label)) [\"renumbered\"]"]])
    }

    private mutating func unit() -> KnownEdit? {
        var places: [String: Int] = [:]
        for i in leaves() { places[graph.items[i].id] = i }
        let edges = graph.edges.filter { edge in
            guard edge.kind == .responsible, edge.basis == "bracket", let mention = edge.mention, let first = mention.first else { return false }
            return places[edge.from] != nil && "市县区省".contains(first) && mention.hasSuffix("局") && mention.count <= 8 && !mention.contains("审计") && !mention.contains("\n")
        }
        guard let edge = one(edges), let span = edge.span, let i = places[edge.from] else { return nil }
        let text = replaced([(span.start..<span.end, String(edge.mention!.first!) + "审计局")])
        return KnownEdit(kind: .unit, text: text, expected: [["paired \(path(i)) > \(path(i)) [\"responsible\"]"]])
    }

    private mutating func date() -> KnownEdit? {
        let found = leaves().flatMap { i in graph.items[i].due.filter { $0.yearBasis == "written" && isDigit($0.span.start + 3) }.map { (i, $0) } }
        guard let (i, due) = one(found) else { return nil }
        // The year's last digit: 2023 becomes 2024.
        let at = due.span.start + 3
        let digit = (scalars[at].value - 0x30 + 1) % 10
        return KnownEdit(kind: .date, text: replaced([(at..<at + 1, String(digit))]), expected: [["paired \(path(i)) > \(path(i)) [\"due\"]"]])
    }

    private mutating func points() -> KnownEdit? {
        // Points stand mostly in tables.
        let found = graph.items.indices.filter { children[$0].isEmpty }.flatMap { i in graph.items[i].scores.map { (i, $0.span) } }
        guard let (i, span) = one(found), let at = (span.start..<span.end).first(where: isDigit) else { return nil }
        let digit = scalars[at] == "7" ? "8" : "7"
        return KnownEdit(kind: .points, text: replaced([(at..<at + 1, digit)]), expected: [["paired \(path(i)) > \(path(i)) [\"score\"]"]])
    }

    private func isDigit(_ at: Int) -> Bool { at < scalars.count && ("0"..."9").contains(scalars[at]) }

    /// A few characters of prose become others, behind the item's heading and in no value.
    private mutating func words() -> KnownEdit? {
        let found = leaves { graph.items[$0].text.unicodeScalars.count > 40 && graph.items[$0].heading != nil }
        guard let i = one(found) else { return nil }
        let item = graph.items[i]
        let values = item.due.map(\.span) + item.scores.map(\.span) + item.targets.map(\.span) + item.recurrence.map(\.span)
            + graph.edges.filter { $0.from == item.id }.compactMap(\.span)
        let start = body(i).lowerBound + item.heading!.unicodeScalars.count + 1
        let runs = (start..<max(start, item.span.end - 8)).filter { at in
            // Prose, not a bracket or a number, and with prose on both sides.
            (at - 2..<at + 6).allSatisfy { (0x4E00...0x9FFF).contains(scalars[$0].value) && !"一二三四五六七八九十百千万亿每年月日分由负责牵头".unicodeScalars.contains(scalars[$0]) }
                && !values.contains { $0.start < at + 8 && at - 4 < $0.end } && !isInBracket(at, item.span)
        }
        // Two, three or four characters become one to six others; some share a character with what they replace.
        let count = 2 + random.below(3)
        guard let at = one(runs), let words = one(Self.otherWords + [String(scalars[at]) + "彩云追月", "溪桥" + String(scalars[at + count - 1])]) else { return nil }
        return KnownEdit(kind: .words, text: replaced([(at..<at + count, words)]), expected: [["paired \(path(i)) > \(path(i)) [\"text\"]"]])
    }

    private func isInBracket(_ at: Int, _ span: ScalarSpan) -> Bool {
        let open = "（(〔[【《".unicodeScalars, close = "）)〕]】》".unicodeScalars
        var depth = 0
        for i in span.start..<at { depth += open.contains(scalars[i]) ? 1 : close.contains(scalars[i]) ? -1 : 0 }
        return depth != 0
    }

    /// An item of several sentences becomes two.
    private mutating func split() -> KnownEdit? {
        let found = leaves { isLast($0) && hasNoUnits($0) }.compactMap { i -> (Int, Int)? in
            let range = body(i)
            let stops = range.filter { scalars[$0] == "。" && $0 - range.lowerBound >= 40 && range.upperBound - $0 > 40 && !isInBracket($0, graph.items[i].span) }
            return stops.first.map { (i, $0 + 1) }
        }
        guard let (i, at) = one(found) else { return nil }
        let label = next(graph.items[i].label)
        return KnownEdit(kind: .split, text: replaced([(at..<at, "\n" + label)]), expected: [["split \(path(i)) > \(path(i)) + \(path(i, label: label))"]])
    }

    /// The last two items of a section become one.
    private mutating func merge() -> KnownEdit? {
        let all = Set(leaves { hasNoUnits($0) && body($0).count > 40 })
        let found = all.sorted().compactMap { b -> (Int, Int)? in
            let sisters = children[parent[b]!]
            guard isLast(b), sisters.count > 2, let a = sisters.dropLast().last, all.contains(a), body(a).count < body(b).count * 3, body(b).count < body(a).count * 3 else { return nil }
            return (a, b)
        }
        guard let (a, b) = one(found) else { return nil }
        let text = replaced([(graph.items[a].span.end..<body(b).lowerBound, "")])
        return KnownEdit(kind: .merge, text: text, expected: [["merged \(path(a)) + \(path(b)) > \(path(a))"]])
    }

    private func hasNoUnits(_ i: Int) -> Bool { !graph.edges.contains { $0.kind == .responsible && $0.from == graph.items[i].id && $0.basis != "inherited" && $0.basis != "default" } }
}
