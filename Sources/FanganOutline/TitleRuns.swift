import FanganText

/// Runs of lines each of which is the title of a table's column. A header begins only where a run begins, so that
/// looking for headers is one pass whatever the lines hold.
struct TitleRuns: Sendable {
    /// For the first line of a run the line behind its last.
    private var ends: [Int: Int] = [:]

    init(_ lines: [Line], _ vocabulary: OutlineVocabulary) {
        var i = 0
        while i < lines.count {
            let start = i
            while i < lines.count, Self.isTitle(lines[i], vocabulary) { i += 1 }
            if i > start { ends[start] = i } else { i += 1 }
        }
    }

    func run(beginningAt line: Int) -> Range<Int>? { ends[line].map { line..<$0 } }

    private static func isTitle(_ line: Line, _ vocabulary: OutlineVocabulary) -> Bool {
        line.block.cell == nil && line.label == nil && line.passage.count <= 12 && vocabulary.role(ofColumn: line.passage) != nil
    }
}
