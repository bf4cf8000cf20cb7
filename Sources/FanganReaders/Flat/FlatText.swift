/// A document that lost its line ends: nearly all of it stands in seeming paragraphs far too long to be any.
enum FlatText {
    /// Scalars that no paragraph has.
    static let impossible = 1500
    /// Scalars that few paragraphs have.
    static let long = 600

    /// Scalars of a whole document that is more than one paragraph.
    private static let short = 60

    /// Which of the seeming paragraphs are to be split.
    /// - Parameter groups: for each the indices of its lines.
    static func flat(_ groups: LineGroups, in text: CleanText) -> [Bool] {
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
