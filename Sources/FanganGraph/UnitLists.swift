import FanganFindings
import FanganText

/// What the names of an item take from the list in which they stand, and what a document means by such a name elsewhere.
struct UnitLists {
    private let document: SourceDocument
    /// Names that are classes in one of the document's lists (园区管委会): they are so wherever it prints them.
    private var classes: [String: String] = [:]

    init(_ findings: Findings, _ document: SourceDocument, _ registry: UnitRegistry) {
        self.document = document
        for i in findings.items.indices where findings.items[i].responsible.count > 1 {
            let units = findings.items[i].responsible
            for (unit, whole) in zip(units, completed(units, registry)) {
                if let whole, whole.hasSuffix(unit.mention) { classes[unit.mention] = whole }
            }
        }
    }

    /// For each name the text to read instead of it, or nil.
    func completed(_ units: [Responsibility], _ registry: UnitRegistry) -> [String?] {
        var result: [String?] = units.map { classes[$0.mention] }
        var start = 0
        for i in units.indices where i + 1 == units.count || !isJoined(units[i], units[i + 1]) {
            if i > start {
                let list = registry.completed(list: units[start...i].map(\.mention))
                for (offset, whole) in list.enumerated() where whole != nil { result[start + offset] = whole }
            }
            start = i + 1
        }
        return result
    }

    /// Whether nothing but a mark of lists stands between two names.
    private func isJoined(_ a: Responsibility, _ b: Responsibility) -> Bool {
        guard a.role == b.role, a.span.end < b.span.start, b.span.start - a.span.end <= 6 else { return false }
        let between = document.text[Span(a.span.end, b.span.start)].unicodeScalars.filter { !$0.properties.isWhitespace }
        return between.count == 1 && Self.marks.contains(between[between.startIndex])
    }

    private static let marks: Set<Unicode.Scalar> = ["、", "，", ",", "和", "及", "与"]
}
