/// A document that lost its line ends: nearly all of it stands in seeming paragraphs far too long to be any.
enum FlatText {
    /// Scalars that no paragraph has.
    static let impossible = 1500
    /// Scalars that few paragraphs have.
    static let long = 600

    /// Scalars of a whole document that is more than one paragraph.
    private static let short = 60

    /// Scalars of a text that holds several sections.
    private static let sections = 120

    /// Which of the seeming paragraphs are to be split.
    /// - Parameter groups: for each the indices of its lines.
    static func flat(_ groups: LineGroups, in text: CleanText) -> [Bool] {
        let found = byLength(groups, in: text)
        return found.contains(true) ? found : bySections(groups, in: text)
    }

    /// `…制定本方案。一、工作目标…二、主要任务（一）…` in one of several lines, none of which begins with a number: all numbers of the text stand inside it.
    private static func bySections(_ groups: LineGroups, in text: CleanText) -> [Bool] {
        text.bytes.withUnsafeBufferPointer { bytes in
            let hasLabels = groups.contains { group in group.first.map { NumberLabelScanner(bytes, limit: text.lines[$0].end).label(at: text.lines[$0].textStart).map { $0.kind != .annex } ?? false } ?? false }
            return groups.map { group in
                guard !hasLabels, group.reduce(0, { $0 + text.lines[$1].rawCount }) > sections else { return false }
                // 一、 and 二、 behind the end of a sentence.
                return group.contains { line in
                    let range = text.lines[line].range
                    return follows(0xE4B880, bytes, range) && follows(0xE4BA8C, bytes, range)
                }
            }
        }
    }

    /// Whether a numeral (its UTF-8 as a number) and 、 stand behind 。 or a bracket.
    private static func follows(_ numeral: UInt32, _ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        func at(_ i: Int) -> UInt32 { UInt32(b[i]) << 16 | UInt32(b[i + 1]) << 8 | UInt32(b[i + 2]) }
        guard range.count >= 9 else { return false }
        return (range.lowerBound...range.upperBound - 9).contains { i in
            b[i + 3] == 0xE4 && at(i + 3) == numeral && at(i + 6) == 0xE38081 && (at(i) == 0xE38082 || at(i) == 0xEFBC89)
        }
    }

    private static func byLength(_ groups: LineGroups, in text: CleanText) -> [Bool] {
        let scalars = groups.map { $0.reduce(0) { $0 + text.lines[$1].rawCount } }
        let bytes = zip(groups, scalars).reduce(0) { sum, group in
            group.1 <= long ? sum : sum + group.0.reduce(0) { $0 + text.lines[$1].end - text.lines[$1].start }
        }
        let total = scalars.reduce(0, +)
        // A short document in one single line: its numbering tells whether there is anything to split.
        if groups.count <= 2, total > short { return scalars.map { $0 > short } }
        let isImpossible = scalars.contains { $0 > impossible } || total > impossible && total > groups.count * long
        // Beside ordinary lines only what no paragraph can be: a document without line ends behind another one.
        guard bytes * 2 > text.bytes.count, isImpossible else { return scalars.map { $0 > impossible } }
        return scalars.map { $0 > long }
    }
}
