import FanganText

/// Whether a piece of text has the shape of a unit's name, told by its ending; what it names is for later stages.
public struct NameShape: Sendable {
    private let vocabulary: OutlineVocabulary

    public init(vocabulary: OutlineVocabulary = .standard) { self.vocabulary = vocabulary }

    public func isName(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard range.count >= 2, range.count <= 60 else { return false }
        let last = passage.scalars[range.upperBound - 1]
        // `示范区发展改革和统计局(商务局)`, `市委党校（行政学院）`
        if Self.closing.contains(last) {
            guard let open = (range.lowerBound..<range.upperBound).last(where: { Self.opening.contains(passage.scalars[$0]) }) else { return false }
            return open > range.lowerBound && isName(passage, range.lowerBound..<open)
        }
        return vocabulary.names.nameEnds.contains(passage, before: range.upperBound, from: range.lowerBound) || vocabulary.names.nameParts.contains(passage, before: range.upperBound, from: range.lowerBound)
    }

    private static let opening: ScalarSet = "(（〔[［【〈＜<"
    private static let closing: ScalarSet = ")）〕]］】〉＞>"
}
