import FanganGraph
import FanganRevision

/// Shows a person the versions of a plan, and what each changed.
public struct HistoryPrinter: Sendable {
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

    /// One plan.
    ///
    /// - Parameters:
    ///   - revisions: for each version but the first what it changed, and what that means for each unit.
    ///   - unit: the words by which the revisions were narrowed to some units; nil if they were not.
    /// - Returns: lines ended by LF.
    public func print(_ history: PlanHistory, _ revisions: [(revision: Revision, units: [UnitSummary])], unit: String? = nil) -> String {
        var output = versions(history)
        if revisions.isEmpty { output += "只有这一个版本。\n" }
        let style = TerminalStyle(isColored: isColored), printer = RevisionPrinter(width: width, isColored: isColored)
        for (place, part) in revisions.enumerated() {
            output += "\n" + style.apply(.accent, "── 第\(place + 1)版 → 第\(place + 2)版 ──") + "\n" + printer.print(part.revision, units: part.units, unit: unit)
        }
        return output
    }

    /// Plans with their versions.
    ///
    /// - Parameter all: how many plans there are, those with one version too.
    public func print(_ histories: [PlanHistory], of all: Int) -> String {
        let copied = histories.count { !$0.copies.isEmpty }, revised = histories.count { $0.versions.count > 1 }
        let head = "共 \(all) 个文件，其中 \(revised) 个有多个版本" + (copied > 0 ? "，\(copied) 个有文字相同的副本" : "") + "\n"
        return head + histories.map { "\n" + versions($0) }.joined()
    }

    /// What holds the same text is no version of it.
    private func copies(_ history: PlanHistory, _ version: StoredDocument) -> String? {
        history.copies[version.name].map { "与它文字相同：［" + $0.joined(separator: "］［") + "］" }
    }

    private func versions(_ history: PlanHistory) -> String {
        let wrapper = LineWrapper(width: width), style = TerminalStyle(isColored: isColored)
        var output = style.apply(.bold, history.versions.last?.facts.title ?? history.work) + "　" + history.work + "\n"
        for (place, version) in history.versions.enumerated() {
            let facts = version.facts
            let text = "\(place + 1). " + [facts.issued ?? "无日期", facts.number, facts.title, "［\(version.name)］", copies(history, version)].compactMap(\.self).joined(separator: "　")
            for line in wrapper.lines(text, firstIndent: 2, indent: 5).enumerated() { output += (line.offset == 0 ? "  " : "     ") + line.element + "\n" }
        }
        return output
    }
}
