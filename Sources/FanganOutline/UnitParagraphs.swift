import FanganText

/// Paragraphs without a number that begin with whose duties they tell, in a part of a file that is not numbered: an annex 成员单位职责 ⏎
/// `县气象局：负责监测。` ⏎ `县水利局、县住建局：…`.
///
/// Under such a title two of them tell, else three; one line of names alone may be whom a notice is sent to.
struct UnitParagraphs {
    /// By line the names, and where the duty begins behind them.
    private var found: [Int: (names: Range<Int>, text: Int)] = [:]

    init(_ lines: [Line], in range: Range<Int>, _ reader: HeaderReader) {
        guard !range.contains(where: { lines[$0].block.cell != nil }) else { return }
        let label = range.first { lines[$0].label != nil }, title = Self.title(lines, range, reader), isTitled = title != nil, names = UnitNames(reader.vocabulary)
        // Numbers stand under names at most, in a list that says what it is.
        guard isTitled || label == nil else { return }
        // Names in front of the title are whom a notice is sent to.
        for i in title.map({ $0 + 1..<range.upperBound }) ?? range where lines[i].label == nil && lines[i].passage.count >= 3 {
            if let lead = names.lead(lines[i].passage, lines[i].passage.indices, isTitled: isTitled), lead.text < lines[i].passage.count { found[i] = lead }
            else if let head = names.head(lines[i].passage), Self.holdsText(lines, i + 1, range, names, reader) { found[i] = (head, lines[i].passage.count) }
        }
        guard let first = found.keys.min() else { return }
        if label.map({ $0 < first }) ?? false || found.count < (isTitled ? 2 : 3) { found = [:]; return }
        let body = (first..<range.upperBound).count { found[$0] != nil || lines[$0].label == nil && ![.date, .closing, .organ].contains(lines[$0].kind(reader)) }
        if found.count * (isTitled ? 3 : 2) < body { found = [:] }
    }

    /// One of the first lines that is the title of a list of duties by unit.
    private static func title(_ lines: [Line], _ range: Range<Int>, _ reader: HeaderReader) -> Int? {
        range.prefix(8).first { i in
            let core = lines[i].passage.trimmed().droppingTrailingBrackets()
            return lines[i].label == nil && core.count <= 40 && reader.vocabulary.titles.dutiesTitles.contains(core, before: core.count)
        }
    }

    /// What a name alone on its line stands over: neither another one nor the day of a signature, and no numbers (``NumberHeads``).
    private static func holdsText(_ lines: [Line], _ i: Int, _ range: Range<Int>, _ names: UnitNames, _ reader: HeaderReader) -> Bool {
        i < range.upperBound && lines[i].label == nil && [.other, .title, .preamble].contains(lines[i].kind(reader)) && names.head(lines[i].passage) == nil
    }

    /// The names that begin a paragraph, and where their duty does.
    func lead(at line: Int) -> (names: Range<Int>, text: Int)? { found[line] }

    /// Where a division's items begin.
    func start(atMost line: Int) -> Int { found.keys.min().map { min($0, line) } ?? line }

    /// Such names stand in the place of a number.
    static func label(_ names: Range<Int>, of line: Line) -> Label {
        Label(form: .named, ordinal: nil, parts: [], printed: line.passage.part(names).squashed(), span: line.passage.span(names))
    }
}
