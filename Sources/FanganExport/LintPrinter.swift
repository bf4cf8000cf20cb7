import FanganLint
import FanganText

/// Shows the findings of `fangan lint` to a person: `file:line:column`, what is wrong with the words in question, what to do.
public struct LintPrinter: Sendable {
    private let style: TerminalStyle
    /// Nil: lines are as long as they are, for other programs.
    private let wrapper: LineWrapper?

    /// - Parameter width: columns of the terminal; nil leaves lines whole.
    public init(width: Int? = nil, isColored: Bool = false) {
        style = TerminalStyle(isColored: isColored)
        wrapper = width.map { LineWrapper(width: max($0, 40)) }
    }

    public func print(_ report: LintReport) -> String {
        var output = ""
        for entry in report.entries {
            let finding = entry.finding
            let place = entry.place.map { report.isOfFile ? "\($0.line):\($0.column):" : " 正文第\($0.line)行" } ?? ""
            output += style.apply(.bold, Self.safe(report.uri) + ":" + place) + " "
                + style.apply(finding.severity == .note ? .faint : .alert, Wording.severity(finding.severity.rawValue)) + "\n"
            let quote = entry.quote.flatMap { $0.isEmpty ? nil : "“\(LineWrapper.cut($0, columns: 48))”" } ?? ""
            output += lines("  ", finding.message + (finding.item.map { "［条目 \($0)］" } ?? "") + (quote.isEmpty ? "" : "：" + quote))
            if !finding.advice.isEmpty { output += lines("  建议：", finding.advice + "（\(finding.code)）") } else { output += lines("  ", finding.code) }
        }
        return output + summary(report)
    }

    private func summary(_ report: LintReport) -> String {
        let counts = [("错误", Severity.error), ("请核对", .warning), ("说明", .note)].compactMap { name, severity in
            report.count(severity) > 0 ? "\(name) \(report.count(severity)) 处" : nil
        }
        return lines("", Self.safe(report.uri) + "：" + (counts.isEmpty ? "没有发现问题。" : counts.joined(separator: "，") + "。"))
    }

    private func lines(_ label: String, _ text: String) -> String {
        guard let wrapper else { return label + Self.safe(text) + "\n" }
        let indent = DisplayWidth.of(label)
        return wrapper.lines(text, firstIndent: indent, indent: indent).enumerated()
            .map { ($0 == 0 ? label : String(repeating: " ", count: indent)) + $1 + "\n" }.joined()
    }

    /// In one line, and nothing in it steers the terminal.
    private static func safe(_ text: String) -> String { LineWrapper(width: .max / 4).lines(text).joined() }
}
