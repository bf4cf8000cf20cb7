import FanganText

/// `（1）落实资金。（2）加强监管。` in one paragraph of a table's cell: the parts that the numbers count are duties of their own, as they
/// are where each stands on a line. In running text such numbers stand inside the sentence.
enum InlineLabels {
    /// Each line of a cell cut so; most are not cut.
    static func parts(of lines: [Line], in document: SourceDocument) -> [Line] {
        lines.contains(where: mayCount) ? lines.flatMap { parts(of: $0, in: document) } : lines
    }

    private static func mayCount(_ line: Line) -> Bool { line.label?.label.form == .arabicBracketed || line.label?.label.form == .circled }

    /// The line cut in front of each following number of its kind behind the end of a sentence; the line alone where none follows.
    private static func parts(of line: Line, in document: SourceDocument) -> [Line] {
        guard let form = line.label?.label.form, form == .arabicBracketed || form == .circled, var ordinal = line.label?.label.ordinal else { return [line] }
        let lexer = LabelLexer(line.passage)
        var cuts: [Int] = [], at = 0
        while let end = line.passage.first(of: ends, in: at..<line.passage.count) {
            at = end + 1
            guard let found = lexer.label(at: at)?.label, found.form == form, found.ordinal == ordinal + 1 else { continue }
            cuts.append(at)
            ordinal += 1
        }
        return cuts.isEmpty ? [line] : line.pieces(cuts, in: document)
    }

    private static let ends: ScalarSet = "。；;"
}
