import FanganGraph
import FanganRevision

/// Shows a person which duties of a plan an implementing plan takes up, drops and adds.
public struct ImplementationPrinter: Sendable {
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

    /// Lines ended by LF.
    public func print(_ implementation: PlanImplementation) -> String {
        var page = ImplementationPage(wrapper: LineWrapper(width: width), style: TerminalStyle(isColored: isColored))
        page.facts(implementation)
        for duty in implementation.duties { page.show(duty) }
        return page.output
    }
}

private struct ImplementationPage {
    let wrapper: LineWrapper
    let style: TerminalStyle
    private(set) var output = ""

    init(wrapper: LineWrapper, style: TerminalStyle) {
        self.wrapper = wrapper
        self.style = style
    }

    private mutating func line(_ label: String, _ value: String, indent: Int = 0, look: TerminalStyle.Look? = nil, labelLook: TerminalStyle.Look? = nil) {
        let start = indent + DisplayWidth.of(label)
        for (place, line) in wrapper.lines(value, firstIndent: start, indent: start).enumerated() {
            let head = labelLook.map { style.apply($0, label) } ?? label
            output += String(repeating: " ", count: place == 0 ? indent : start) + (place == 0 ? head : "") + (look.map { style.apply($0, line) } ?? line) + "\n"
        }
    }

    mutating func facts(_ implementation: PlanImplementation) {
        for (label, facts) in [("上级　", implementation.parent), ("本级　", implementation.child)] {
            let origin = [facts.number, facts.issued].compactMap(\.self).joined(separator: "，")
            line(label, (facts.title ?? facts.source.uri) + (origin.isEmpty ? "" : "（\(origin)）"), look: .bold)
        }
        func count(_ outcome: PlanImplementation.Duty.Outcome) -> Int { implementation.duties.count { $0.outcome == outcome } }
        line("任务　", "承接 \(count(.takenUp))，未承接 \(count(.dropped))，自行增加 \(count(.added))")
    }

    mutating func show(_ duty: PlanImplementation.Duty) {
        output += "\n"
        let child = duty.child.map(RevisionWording.title).joined(separator: "；")
        switch (duty.outcome, duty.parent) {
        case (.takenUp, let parent?):
            line("承接　", RevisionWording.title(parent) + " → " + child, look: .bold)
            for detail in duty.details {
                let field = RevisionWording.field(detail.field) + "："
                if !detail.removed.isEmpty { line(field + "上级 ", detail.removed.joined(separator: "、"), indent: 4) }
                if !detail.added.isEmpty { line(field + "本级 ", detail.added.joined(separator: "、"), indent: 4) }
            }
        case (.dropped, let parent?):
            line("－ 未承接　", RevisionWording.title(parent), look: .bold, labelLook: .delete)
            if parent.heading != nil, !parent.text.isEmpty { line("", parent.text, indent: 4) }
        default:
            line("＋ 自行增加　", child, look: .bold, labelLook: .insert)
            if let item = duty.child.first, !item.units.isEmpty { line("单位：", item.units.joined(separator: "、"), indent: 4) }
        }
    }

}
