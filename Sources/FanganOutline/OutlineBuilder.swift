import FanganText

/// Makes the outline of a document: divisions, header, items by their labels, tables, roles, titles.
public struct OutlineBuilder: Sendable {
    let vocabulary: OutlineVocabulary

    public init(vocabulary: OutlineVocabulary = .standard) { self.vocabulary = vocabulary }

    public func build(_ document: SourceDocument) -> Outline {
        var walk = OutlineWalk(document: document, vocabulary: vocabulary)
        walk.run()
        // Taken out of the walk, so that the rules change them in place.
        var items: [OutlineItem] = []
        swap(&items, &walk.items)
        Shape.close(&items)
        HeadingRule(vocabulary: vocabulary).apply(to: &items)
        RoleRule(vocabulary: vocabulary, divisions: walk.divisionFacts).apply(to: &items)
        AnnouncedLists(vocabulary: vocabulary).apply(to: &items)
        ListedParagraphs(vocabulary: vocabulary, document: document).apply(to: &items)
        OwnersRule(vocabulary: vocabulary, divisions: walk.divisionFacts).apply(to: &items)
        let areRepeated = Paths(divisions: walk.divisionFacts).apply(to: &items, rows: walk.rows)
        let guards = Completeness(items: items, areRepeated: areRepeated, rows: walk.rows, unreadRows: walk.unreadRows, repeatedNumbers: Set(walk.diagnostics.filter { $0.code == "outline.number-repeated" }.compactMap(\.span))).diagnostics()
        return Outline(header: walk.header, items: items, rows: walk.rows, parts: walk.parts.sorted { $0.span < $1.span }, orders: walk.orders, plans: walk.plans, diagnostics: walk.diagnostics + guards)
    }
}

/// Closes spans upward: a parent reaches to the end of its last child.
enum Shape {
    static func close(_ items: inout [OutlineItem]) {
        for i in items.indices.reversed() {
            if let parent = items[i].parent { items[parent].span.end = max(items[parent].span.end, items[i].span.end) }
        }
    }
}
