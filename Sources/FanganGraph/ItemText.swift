import FanganFindings
import FanganOutline
import FanganText

/// The text of an item as the result shows it: behind label and heading, without brackets that assign work,
/// paragraphs joined.
enum ItemText {
    static func text(_ item: OutlineItem, cuts: [Range<Int>]) -> String {
        var view = String.UnicodeScalarView()
        let p = item.passage
        var cut = 0, pendingSpace = false
        var i = item.textStart
        while i < p.count {
            while cut < cuts.count, cuts[cut].upperBound <= i { cut += 1 }
            if cut < cuts.count, cuts[cut].contains(i) { i = cuts[cut].upperBound; continue }
            let scalar = p.scalars[i]
            if scalar == 0x20 || scalar == 0x09 { pendingSpace = !view.isEmpty }
            else if scalar != 0x0A {
                if pendingSpace { view.append(" ") }
                pendingSpace = false
                if let s = Unicode.Scalar(scalar) { view.append(s) }
            }
            i += 1
        }
        return String(view)
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
