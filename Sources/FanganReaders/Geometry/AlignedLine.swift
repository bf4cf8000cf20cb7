import FanganText

/// What stands on one height of a page, in pieces that wide gaps part.
struct AlignedLine {
    /// A part of a line, from its first character's left edge to its last one's right edge.
    struct Stretch {
        var left: Double
        var right: Double
        var width: Double { right - left }
        var middle: Double { (left + right) / 2 }
    }

    let glyphs: [Glyph]
    let pieces: [Stretch]
    let baseline: Double
    let size: Double

    /// Gaps between the cells of a table are wider than this part of a character, those in justified text are not.
    static let gap = 0.7

    /// Nil where nothing is printed.
    init?(_ glyphs: [Glyph]) {
        let printed = glyphs.filter { !$0.isBlank }.sorted { $0.left < $1.left }
        guard let first = printed.first else { return nil }
        self.glyphs = printed
        // Latin letters of another font may stand a little higher or lower.
        baseline = printed.map(\.baseline).sorted()[printed.count / 2]
        size = printed.map(\.size).max() ?? first.size
        pieces = Self.joined(printed.map { Stretch(left: $0.left, right: $0.right) }, gap: Self.gap * size)
    }

    /// Stretches that are nearer to each other than a gap as one; in order from the left.
    static func joined(_ sorted: [Stretch], gap: Double) -> [Stretch] {
        var joined: [Stretch] = []
        for piece in sorted {
            if let last = joined.last, piece.left - last.right < gap {
                joined[joined.count - 1].right = max(last.right, piece.right)
            } else {
                joined.append(piece)
            }
        }
        return joined
    }

    static func union(_ a: [Stretch], _ b: [Stretch], gap: Double) -> [Stretch] { joined((a + b).sorted { $0.left < $1.left }, gap: gap) }

    /// The text between two pieces' outer edges, as UTF-8.
    func text(from left: Double, to right: Double) -> [UInt8] {
        Array(String(String.UnicodeScalarView(glyphs.filter { $0.middle >= left && $0.middle <= right }.compactMap { Unicode.Scalar($0.scalar) })).utf8)
    }
}
