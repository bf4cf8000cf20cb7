import FanganComparison

/// Shows a person a comparison: topics down, plans across as far as the terminal is wide, else under each other.
public struct ComparisonPrinter: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Uses ANSI colours.
    public var isColored: Bool

    /// - Parameters:
    ///   - width: columns of a line; at least 40.
    ///   - isColored: whether ANSI colours are written.
    public init(width: Int = 80, isColored: Bool = false) {
        self.width = max(width, 40)
        self.isColored = isColored
    }

    private var style: TerminalStyle { TerminalStyle(isColored: isColored) }

    /// - Parameter topic: words that a topic's label or members must hold; nil for all.
    /// - Returns: lines ended by LF.
    public func print(_ comparison: Comparison, topic words: String? = nil) -> String {
        let numbered = comparison.topics.enumerated().filter { words == nil || holds($0.element, words!, comparison) }
        let counts = "\(comparison.documents.count) 个文件，\(comparison.duties.count) 项任务，\(comparison.topics.count) 个共同主题，\(comparison.alone.count) 项为一地独有"
        var output = LineWrapper(width: width).lines(counts).map { $0 + "\n" }.joined()
        for (place, document) in comparison.documents.enumerated() {
            output += "  " + LineWrapper.cut(Self.letter(place) + " " + Self.named(document), columns: width - 2) + "\n"
        }
        for (place, topic) in numbered { output += "\n" + print(topic, number: place + 1, comparison) }
        if words == nil { output += "\n" + alone(comparison) }
        return output
    }

    /// A document without a place is named by its title, which is not said twice.
    private static func named(_ document: ComparedDocument) -> String {
        let title = document.facts.title ?? ""
        return title == document.name ? title : document.name + "　" + title
    }

    /// The nearest duties to one, nearest first.
    public func print(_ similar: SimilarDuties) -> String {
        if similar.matches.isEmpty { return "没有相近的任务。\n" }
        return similar.matches.map { match in
            let head = LineWrapper.cut(String(Int((match.likeness * 100).rounded())) + "%　" + SimilarWording.head(match.document.facts), columns: width)
            let lines = [ComparisonWording.place(match.duty)] + ComparisonWording.lines(match.duty.facts)
            return style.apply(.bold, head) + "\n" + lines.map { "  " + LineWrapper.cut($0, columns: width - 2) + "\n" }.joined()
        }.joined()
    }

    private func holds(_ topic: Comparison.Topic, _ words: String, _ comparison: Comparison) -> Bool {
        topic.label.contains(words) || topic.members.contains { comparison.duties[$0].title.contains(words) }
    }

    private func print(_ topic: Comparison.Topic, number: Int, _ comparison: Comparison) -> String {
        var output = style.apply(.bold, LineWrapper.cut("\(number)　\(topic.label)", columns: width)) + "\n"
        if !topic.facts.differences.isEmpty {
            output += "  " + style.apply(.alert, "不同：" + topic.facts.differences.map(ComparisonWording.difference).joined(separator: "、")) + "\n"
        }
        let columns = topic.facts.cells.map { cell in
            [Self.letter(cell.document) + " " + comparison.documents[cell.document].name]
                + topic.members.filter { comparison.duties[$0].document == cell.document }.map { ComparisonWording.place(comparison.duties[$0]) }
                + ComparisonWording.lines(cell.facts)
        }
        output += table(columns)
        let lacking = topic.lacking.filter { place in !topic.near.contains { comparison.duties[$0.duty].document == place } }
        for near in topic.near {
            let duty = comparison.duties[near.duty]
            output += "  " + style.apply(.faint, LineWrapper.cut("未单列：\(Self.letter(duty.document))，相近 " + ComparisonWording.place(duty), columns: width - 2)) + "\n"
        }
        if !lacking.isEmpty { output += "  " + style.apply(.faint, "未见：" + lacking.map(Self.letter).joined(separator: " ")) + "\n" }
        return output
    }

    /// As many columns beside each other as have room for 24 characters of the terminal, the others below.
    private func table(_ columns: [[String]]) -> String {
        let across = min(columns.count, max(1, (width - 2) / 28)), room = (width - 2) / across - 2
        var output = ""
        for start in stride(from: 0, to: columns.count, by: across) {
            let wrapper = LineWrapper(width: room)
            let cells = columns[start..<min(start + across, columns.count)].map { $0.flatMap { wrapper.lines($0, firstIndent: 0, indent: 0) } }
            for line in 0..<(cells.map(\.count).max() ?? 0) {
                var text = "  "
                for (place, cell) in cells.enumerated() {
                    let part = line < cell.count ? cell[line] : ""
                    text += line == 0 ? style.apply(.accent, part) : part
                    if place + 1 < cells.count { text += String(repeating: " ", count: max(0, room - DisplayWidth.of(part)) + 2) }
                }
                while text.last == " " { text.removeLast() }
                output += text + "\n"
            }
        }
        return output
    }

    private func alone(_ comparison: Comparison) -> String {
        var output = comparison.alone.isEmpty ? "" : style.apply(.bold, "一地独有") + "\n"
        for (place, document) in comparison.documents.enumerated() {
            let duties = comparison.alone.map { comparison.duties[$0] }.filter { $0.document == place }
            if duties.isEmpty { continue }
            output += "  " + style.apply(.accent, Self.letter(place) + " " + LineWrapper.cut(document.name, columns: width - 6)) + "\n"
            for duty in duties { output += "    " + LineWrapper.cut(ComparisonWording.place(duty), columns: width - 4) + "\n" }
        }
        return output
    }

    /// A … Z, then A1 …: short names of documents.
    static func letter(_ place: Int) -> String {
        let letter = String(Unicode.Scalar(UInt8(65 + place % 26)))
        return place < 26 ? letter : letter + String(place / 26)
    }
}
