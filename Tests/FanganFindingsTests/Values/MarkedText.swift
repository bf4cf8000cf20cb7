import FanganText

/// A test's words with what must be found between ⟦ and ⟧: `每年研究⟦不少于2次⟧`.
struct MarkedText {
    let passage: Passage
    /// The marked stretches, in the passage without the marks.
    let marks: [Range<Int>]

    init(_ text: String) {
        var plain = String.UnicodeScalarView()
        var marks: [Range<Int>] = []
        var open: Int?
        var count = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "⟦": open = count
            case "⟧":
                if let start = open { marks.append(start..<count) }
                open = nil
            default:
                plain.append(scalar)
                count += 1
            }
        }
        passage = Passage(String(plain))
        self.marks = marks
    }

    /// The text with marks around some ranges, to compare with what the test wrote.
    func marked(_ ranges: [Range<Int>]) -> String {
        var text = ""
        for i in 0...passage.count {
            for range in ranges where range.upperBound == i && !range.isEmpty { _ = range; text += "⟧" }
            for range in ranges where range.lowerBound == i { _ = range; text += "⟦" }
            if i < passage.count { text += passage.string(i..<(i + 1)) }
        }
        return text
    }
}
