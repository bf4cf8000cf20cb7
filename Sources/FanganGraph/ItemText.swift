import FanganFindings
import FanganOutline
import FanganText

/// The text of an item as the result shows it: behind label and heading, without brackets that assign work,
/// paragraphs joined.
enum ItemText {
    static func text(_ item: OutlineItem, cuts: [Range<Int>]) -> String {
        var bytes: [UInt8] = []
        let p = item.passage
        bytes.reserveCapacity((p.count - min(item.textStart, p.count)) * 3)
        var cut = 0, pendingSpace = false
        var i = item.textStart
        while i < p.count {
            while cut < cuts.count, cuts[cut].upperBound <= i { cut += 1 }
            if cut < cuts.count, cuts[cut].contains(i) { i = cuts[cut].upperBound; continue }
            let scalar = p.scalars[i]
            if scalar == 0x20 || scalar == 0x09 { pendingSpace = !bytes.isEmpty }
            else if scalar != 0x0A {
                if pendingSpace { bytes.append(0x20) }
                pendingSpace = false
                Passage.append(scalar, to: &bytes)
            }
            i += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The heading without blanks at its ends.
    static func heading(_ item: OutlineItem) -> String? {
        guard let range = item.heading, !range.isEmpty else { return nil }
        var a = range.lowerBound, b = range.upperBound
        while a < b, item.passage.scalars[a] <= 0x20 { a += 1 }
        while b > a, item.passage.scalars[b - 1] <= 0x20 { b -= 1 }
        return a < b ? item.passage.string(a..<b).replacingLineFeeds() : nil
    }
}

extension String {
    func replacingLineFeeds() -> String {
        unicodeScalars.contains("\n") ? String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\n" })) : self
    }
}
