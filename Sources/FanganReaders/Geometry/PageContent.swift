import FanganText

/// A character as it stands on a page. Points from the page's upper left corner, as in all of this folder.
struct Glyph: Sendable {
    /// The Unicode scalar.
    var scalar: UInt32
    var left: Double
    var right: Double
    var baseline: Double
    /// Of the font, that is the width of a Chinese character.
    var size: Double
    /// Of a page template (OFD): letterheads, feet.
    var isTemplate = false

    /// No file's numbers can make later arithmetic overflow.
    static let largest = 1e5

    /// Nil where a number makes no sense on a page.
    init?(_ scalar: UInt32, left: Double, right: Double, baseline: Double, size: Double, isTemplate: Bool = false) {
        for number in [left, right, baseline, size] where !(number.magnitude < Self.largest) { return nil }
        guard size > 0.5, Unicode.Scalar(scalar) != nil else { return nil }
        self.scalar = scalar
        self.left = min(left, right)
        self.right = max(left, right)
        self.baseline = baseline
        self.size = size
        self.isTemplate = isTemplate
    }

    var box: PageBox { PageBox(left: left, top: baseline - 0.88 * size, right: right, bottom: baseline + 0.12 * size) }
    var middle: Double { (left + right) / 2 }
    var isBlank: Bool { scalar <= 0x20 || scalar == 0xA0 || scalar == 0x3000 || scalar >= 0x2000 && scalar <= 0x200D }
}

/// A straight line along an edge of the page: a table's rule or the side of a box.
struct PageRule: Sendable, Hashable {
    var isHorizontal: Bool
    /// The height of a horizontal rule, the distance from the left edge of an upright one.
    var at: Double
    var from: Double
    var to: Double

    /// Lines thicker than this are areas.
    static let thickest = 3.5
    static let shortest = 4.0

    /// The rule that a box is, if it is as thin as one.
    init?(thin box: PageBox) {
        for number in [box.left, box.right, box.top, box.bottom] where !(number.magnitude < Glyph.largest) { return nil }
        if box.height <= Self.thickest, box.width >= Self.shortest, box.width > box.height * 1.5 {
            self.init(isHorizontal: true, at: (box.top + box.bottom) / 2, from: box.left, to: box.right)
        } else if box.width <= Self.thickest, box.height >= Self.shortest, box.height > box.width * 1.5 {
            self.init(isHorizontal: false, at: (box.left + box.right) / 2, from: box.top, to: box.bottom)
        } else {
            return nil
        }
    }

    init(isHorizontal: Bool, at: Double, from: Double, to: Double) {
        self.isHorizontal = isHorizontal
        self.at = at
        self.from = from
        self.to = to
    }
}

/// What a file puts on one page, before anything is made of it.
struct PageContent: Sendable {
    var width: Double
    var height: Double
    var glyphs: [Glyph] = []
    var rules: [PageRule] = []
    /// Pictures, and the part of the page that they cover together (up to 1).
    var images = 0
    var imageShare = 0.0
    /// Characters that are drawn but whose code is not known.
    var unreadable = 0
    /// Characters that run up, down or askew.
    var turned = 0
    /// Characters of notes, highlights and stamps that were put on the page later.
    var annotated = 0

    init(width: Double, height: Double) {
        self.width = min(max(width, 1), 20_000)
        self.height = min(max(height, 1), 20_000)
    }

    var hasText: Bool { glyphs.contains { !$0.isBlank } }

    mutating func addImage(_ box: PageBox) {
        images += 1
        let area = max(0, min(box.right, width) - max(box.left, 0)) * max(0, min(box.bottom, height) - max(box.top, 0))
        if area.isFinite { imageShare = min(1, imageShare + area / (width * height)) }
    }

    /// The sides of an outline that run along the page's edges, or the one rule that a thin box is.
    mutating func addPath(_ path: PathOutline) {
        guard rules.count < 20_000 else { return }
        rules += path.rules()
    }
}
