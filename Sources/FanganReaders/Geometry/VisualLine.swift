import FanganText

/// A line as it is printed: what stands on one height of a page, of a column or of a cell.
struct VisualLine: Sendable {
    /// UTF-8, without the blanks at both ends; a wide gap is as many spaces as characters would fit.
    var text: [UInt8]
    var page: Int
    var box: PageBox
    var baseline: Double
    /// Of most of its characters.
    var size: Double
    /// Width of what could not have been broken off its beginning: a character with the brackets and marks that cling
    /// to it, or a number. Had there been room for it, it would stand on the line before.
    var firstUnit: Double
    /// Width of the comma, full stop or closing bracket at its end, which may hang over the edge; else 0.
    var hang = 0.0
    /// 1 and 2 of a left and a right column; 0 where lines go over the whole page.
    var column = 0
    /// All of it is of the page's template.
    var isTemplate: Bool
    /// The edges between which it was set.
    var leftBound = 0.0
    var rightBound = 0.0
    var furniture: Furniture.Kind?

    private var endsInDigitOrLetter: Bool { text.last.map { Punctuation.isLatin(UInt32($0)) } ?? false }

    var place: PagePlace { PagePlace(page: page, box: box) }

    /// Whether the line could not take the beginning of the next one.
    func isFull(before next: VisualLine) -> Bool {
        let free = rightBound - box.right, indent = box.left - leftBound
        // Between `6月30` and 日 a quarter of a character is left free, and had to have room too.
        let isMixed = (text.last ?? 0) < 0x80 && (next.text.first ?? 0) >= 0x80 && endsInDigitOrLetter
        let tolerance = 0.04 * size - (isMixed ? 0.25 * size : 0)
        if free < next.firstUnit - tolerance { return true }
        // Set in the middle.
        return abs(free - indent) < 0.8 * size && free + indent < next.firstUnit - tolerance
    }
}
