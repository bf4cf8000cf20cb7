import FanganText

/// Finds the dates of a passage and tells deadlines from what is none: intervals, recurring times,
/// open ends, periods of validity, past facts. Dates inside 《titles》 are not reported.
public struct DateRecogniser: Sendable {
    public init() {}

    /// The dates of a part of a passage, in order. Linear in its length.
    public func scan(_ passage: Passage, in range: Range<Int>, context: DateContext) -> [DateMention] {
        scan(CompactText(passage, range), context: context)
    }

    func scan(_ text: CompactText, context: DateContext) -> [DateMention] {
        var scanner = DateScanner(text: text, context: context)
        scanner.run()
        return scanner.mentions
    }
}
