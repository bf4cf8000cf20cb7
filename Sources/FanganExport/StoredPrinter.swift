/// Shows a person what a store answers, as a table.
public struct StoredPrinter: Sendable {
    private let width: Int
    private let style: TerminalStyle

    /// - Parameters:
    ///   - width: columns of a line; at least 40.
    ///   - isColored: whether ANSI colours are written.
    public init(width: Int = 80, isColored: Bool = false) {
        self.width = max(width, 40)
        style = TerminalStyle(isColored: isColored)
    }

    /// What holds the words that were searched.
    public func print(_ hits: [StoredPlace], isComplete: Bool) -> String {
        if hits.isEmpty { return "没有找到。\n" }
        let origin = min(max(width / 3, 16), 40)
        var table = TextTable([("出处", origin), ("内容", width - origin - 2)], style: style)
        for hit in hits { table.add([self.origin(hit), content(hit)]) }
        return table.text + end("\(hits.count) 处", isComplete)
    }

    /// Tasks with who does them, by when.
    public func print(_ tasks: [StoredTask], isComplete: Bool) -> String {
        if tasks.isEmpty { return "没有这样的任务。\n" }
        let rest = width - 10 - 6, origin = rest / 4, units = rest / 4
        var table = TextTable([("完成时限", 10), ("任务", rest - origin - units), ("单位", units), ("出处", origin)], style: style)
        for task in tasks {
            let who = task.units.map { Self.part($0.role) + " " + $0.unitWithMembers }
            table.add([task.due.map(\.date).joined(separator: "\n"), content(task.place), who.joined(separator: "\n"), self.origin(task.place)])
        }
        return table.text + end("\(tasks.count) 项任务", isComplete)
    }

    private func origin(_ place: StoredPlace) -> String {
        ([place.number ?? place.title ?? place.document, place.path.joined()].filter { !$0.isEmpty } + ["［\(place.document)\(place.item.map { " " + $0 } ?? "")］"]).joined(separator: "\n")
    }

    /// At most three lines or so: who wants the whole text has its place.
    private func content(_ place: StoredPlace) -> String {
        guard place.item != nil else { return place.title ?? place.document }
        let text = [place.heading, place.text].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "　")
        return LineWrapper.cut(text.split(separator: "\n").joined(separator: " "), columns: width * 3 / 2)
    }

    private static func part(_ role: String?) -> String {
        switch role {
        case "lead": "牵头"
        case "support": "配合"
        default: "责任"
        }
    }

    private func end(_ count: String, _ isComplete: Bool) -> String {
        "\n" + (isComplete ? "共 \(count)\n" : "前 \(count)；更多用 --limit\n")
    }
}
