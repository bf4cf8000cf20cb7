import FanganText

/// Runs of lines each of which is the title of a table's column, or half of one that a narrow column broke (`责任` ⏎ `单位`). A header begins only
/// where a run begins, so that looking for headers is one pass whatever the lines hold.
struct TitleRuns: Sendable {
    /// For the first line of a run the line behind its last.
    private var ends: [Int: Int] = [:]
    /// First halves.
    private var halves: Set<Int> = []

    init(_ lines: [Line], _ vocabulary: OutlineVocabulary) {
        var i = 0
        while i < lines.count {
            let start = i
            var pairs: [Int] = []
            while i < lines.count {
                if Self.isSplit(lines, i, vocabulary, isFirst: i == start) { pairs.append(i); i += 2 } else if Self.role(lines[i], vocabulary) != nil { i += 1 } else { break }
            }
            if i > start { ends[start] = i } else { i += 1 }
            halves.formUnion(pairs)
            // 工作 ⏎ 任务 beside 责任 ⏎ 单位 is broken too.
            if !pairs.isEmpty { joinKnownHalves(start..<i, lines, vocabulary) }
        }
    }

    func run(beginningAt line: Int) -> Range<Int>? { ends[line].map { line..<$0 } }

    /// Whether the title in a line ends in the next one.
    func isHalf(_ line: Int) -> Bool { halves.contains(line) }

    /// The titles of a run.
    func titles(of run: Range<Int>, _ lines: [Line]) -> [Passage] {
        var titles: [Passage] = [], i = run.lowerBound
        while i < run.upperBound {
            titles.append(isHalf(i) && i + 1 < run.upperBound ? Self.joined(lines[i], lines[i + 1]) : lines[i].passage)
            i += isHalf(i) ? 2 : 1
        }
        return titles
    }

    private mutating func joinKnownHalves(_ run: Range<Int>, _ lines: [Line], _ vocabulary: OutlineVocabulary) {
        var i = run.lowerBound
        while i + 1 < run.upperBound {
            if isHalf(i) || Self.mayBeHalves(lines[i], lines[i + 1]) && Self.mayEnd(lines[i + 1], vocabulary) && !isHalf(i + 1) && Self.role(lines[i], vocabulary) == Self.role(lines[i + 1], vocabulary) && vocabulary.tables.columns[Self.joined(lines[i], lines[i + 1]).squashed()] != nil {
                halves.insert(i)
                i += 2
            } else { i += 1 }
        }
    }

    /// `责任` ⏎ `单位`: one of them is no title, or the second one (单位) is none behind the first. Behind a title the two may be one that is known by its
    /// end (`整治` ⏎ `措施`).
    private static func isSplit(_ lines: [Line], _ i: Int, _ vocabulary: OutlineVocabulary, isFirst: Bool) -> Bool {
        guard i + 1 < lines.count, mayBeHalves(lines[i], lines[i + 1]), mayEnd(lines[i + 1], vocabulary) else { return false }
        let first = role(lines[i], vocabulary), second = role(lines[i + 1], vocabulary)
        guard first == nil || second == nil || second == .owner && first?.namesUnits ?? false else { return false }
        let title = joined(lines[i], lines[i + 1])
        return vocabulary.tables.columns[title.squashed()] != nil || !isFirst && first == nil && title.count <= longestHalf + 1 && vocabulary.tables.role(ofColumn: title) != nil
    }

    private static func mayBeHalves(_ a: Line, _ b: Line) -> Bool {
        a.passage.count <= longestHalf && b.passage.count <= longestHalf && a.block.cell == nil && b.block.cell == nil && a.label == nil && b.label == nil
    }

    /// Whether a title of a column may end with a line, told by its last character.
    private static func mayEnd(_ line: Line, _ vocabulary: OutlineVocabulary) -> Bool {
        guard let last = line.passage.scalars.last(where: { !Passage.isBlank($0) }) else { return true }
        return vocabulary.tables.columnEnds.contains(last)
    }

    private static func joined(_ a: Line, _ b: Line) -> Passage { Passage(a.passage.squashed() + b.passage.squashed()) }

    static func role(_ line: Line, _ vocabulary: OutlineVocabulary) -> ColumnRole? {
        line.block.cell == nil && line.label == nil && line.passage.count <= 12 ? vocabulary.tables.role(ofColumn: line.passage) : nil
    }

    private static let longestHalf = 4
}
