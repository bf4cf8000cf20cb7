import FanganGraph
import FanganText

/// Where each character of an item's heading and text stands in the canonical text.
///
/// The graph gives heading and text without label, brackets of units, line ends and blanks; what is left of the stretch
/// has the same order, so one walk finds it. A bracket that the text lacks is passed over as a whole.
struct OwnText {
    private let canonical: [UInt32]

    init(_ text: CanonicalText) { canonical = text[text.wholeSpan].unicodeScalars.map(\.value) }

    /// The words of a stretch, without those of the document's parts in it (page marks, running heads).
    ///
    /// - Parameter parts: ascending, apart from each other.
    func words(_ stretch: Range<Int>, without parts: [Range<Int>]) -> [UInt32] {
        var low = 0, high = parts.count
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].upperBound <= stretch.lowerBound { low = middle + 1 } else { high = middle }
        }
        var words: [Unicode.Scalar] = [], at = max(stretch.lowerBound, 0)
        let end = min(stretch.upperBound, canonical.count)
        while at < end {
            while low < parts.count, parts[low].upperBound <= at { low += 1 }
            if low < parts.count, parts[low].contains(at) { at = parts[low].upperBound; continue }
            if let scalar = Unicode.Scalar(canonical[at]) { words.append(scalar) }
            at += 1
        }
        return Normalised.scalars(words)
    }

    /// Scalar offsets of `text` from `start` on, and where the walk ended; nil where the text is not there.
    func places(of text: String, from start: Int, to end: Int) -> (offsets: [Int], end: Int)? {
        var offsets: [Int] = []
        var at = max(start, 0)
        let end = min(end, canonical.count)
        for scalar in text.unicodeScalars.map(\.value) {
            while at < end, canonical[at] != scalar, !(scalar == 0x20 && canonical[at] == 0x09) {
                at = Self.isOpening(canonical[at]) ? behindBracket(at, end) : at + 1
            }
            guard at < end else { return nil }
            offsets.append(at)
            at += 1
        }
        return (offsets, at)
    }

    private func behindBracket(_ open: Int, _ end: Int) -> Int {
        var depth = 0
        for i in open..<min(end, open + 600) {
            if Self.isOpening(canonical[i]) { depth += 1 }
            if Self.isClosing(canonical[i]) { depth -= 1 }
            if depth == 0 { return i + 1 }
        }
        return open + 1
    }

    private static func isOpening(_ scalar: UInt32) -> Bool { [0x28, 0xFF08, 0x3014, 0x3010, 0x5B].contains(scalar) }
    private static func isClosing(_ scalar: UInt32) -> Bool { [0x29, 0xFF09, 0x3015, 0x3011, 0x5D].contains(scalar) }
}
