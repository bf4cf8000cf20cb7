/// Counts numbered paragraphs as Word does, and prints their labels.
///
/// All lists of one abstract definition share its counts; a list that sets a start of its own begins anew where it is
/// used first. A paragraph of one level lets the levels below it begin anew.
struct WordCounter {
    private let numbering: WordNumbering
    /// By abstract definition: what each level was counted to last.
    private var counts: [Int: [Int: Int]] = [:]
    /// Lists and levels whose own start is used up.
    private var started: Set<Place> = []

    private struct Place: Hashable {
        var number: Int
        var level: Int
    }

    init(_ numbering: WordNumbering) { self.numbering = numbering }

    /// Counts a paragraph; its label, or nil where nothing is printed.
    mutating func label(number: Int, level: Int) -> String? {
        guard let list = numbering.numbers[number], let definition = numbering.level(level, of: number) else { return nil }
        var counts = counts[list.abstract] ?? [:]
        for above in 0...level { applyStart(list, number, above, &counts, isOwn: above == level) }
        counts[level] = counts[level].map { $0 &+ 1 } ?? definition.start
        for below in counts.keys where below > level {
            let restart = numbering.level(below, of: number)?.restart
            if restart.map({ $0 != 0 && level + 1 <= $0 }) ?? true { counts[below] = nil }
        }
        self.counts[list.abstract] = counts
        return printed(definition, number, level, counts)
    }

    /// A list's own start counts once, at the level's first paragraph in that list.
    private mutating func applyStart(_ list: WordNumbering.Number, _ number: Int, _ level: Int, _ counts: inout [Int: Int], isOwn: Bool) {
        guard let start = list.starts[level], started.insert(Place(number: number, level: level)).inserted else { return }
        counts[level] = isOwn ? start &- 1 : start
    }

    private func printed(_ definition: WordNumbering.Level, _ number: Int, _ level: Int, _ counts: [Int: Int]) -> String? {
        if definition.format == .bullet || definition.text.isEmpty { return nil }
        var text = ""
        var isPlace = false
        for scalar in definition.text.unicodeScalars {
            if isPlace, scalar.value >= 0x31, scalar.value <= 0x39 {
                let place = Int(scalar.value - 0x31)
                let format = numbering.level(place, of: number)
                let count = counts[place] ?? format?.start ?? 1
                text += (definition.isLegal ? .decimal : format?.format ?? .decimal).text(count)
            } else if scalar != "%" {
                text.unicodeScalars.append(scalar)
            }
            isPlace = scalar == "%"
        }
        // Signs of symbol fonts have no meaning outside of them.
        text.unicodeScalars.removeAll { $0.value >= 0xE000 && $0.value <= 0xF8FF }
        return text.isEmpty ? nil : definition.hasSpace ? text + " " : text
    }
}
