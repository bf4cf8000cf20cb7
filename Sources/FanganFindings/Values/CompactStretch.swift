import FanganText

/// Stretches of one passage as the recognisers of values read them. They mostly look at the same one, one after the other.
struct CompactStretch {
    private let passage: Passage
    private var last: (range: Range<Int>, text: CompactText)?

    init(_ passage: Passage) { self.passage = passage }

    mutating func text(_ range: Range<Int>) -> CompactText {
        if let last, last.range == range { return last.text }
        let text = CompactText(passage, range)
        last = (range, text)
        return text
    }
}
