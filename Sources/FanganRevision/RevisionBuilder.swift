import FanganGraph

extension Revision {
    /// Finds out what a new version of a plan changed.
    ///
    /// - Parameters:
    ///   - old: the older version.
    ///   - new: the newer one.
    ///   - isStrict: changes of width, blanks and punctuation count too.
    public init(from old: PlanVersion, to new: PlanVersion, isStrict: Bool = false) {
        self.old = old.graph.document
        self.new = new.graph.document
        let before = RevisedItem.all(old.graph), after = RevisedItem.all(new.graph)
        let alignment = Alignment(before, after)
        let moved = Moves(before, after, alignment).moved
        let comparison = PairComparison(old, new, isStrict: isStrict)
        let references = (old: ItemReference.all(old.graph), new: ItemReference.all(new.graph))
        func revision(_ change: ItemRevision.Change, _ i: [Int], _ j: [Int]) -> Placed {
            Placed(old: i, new: j, revision: ItemRevision(change: change, old: i.map { references.old[$0] }, new: j.map { references.new[$0] }))
        }
        var found: [Placed] = []
        for (i, j) in alignment.pairs.enumerated() {
            guard let j else { continue }
            var (changes, details, successions) = comparison.changes(i, j)
            if moved.contains(i) {
                changes.append(.moved)
                details.append(ChangeDetail(field: .moved, removed: [old.graph.items[i].path.joined()], added: [new.graph.items[j].path.joined()]))
            }
            var pair = revision(.paired, [i], [j])
            pair.revision.changes = changes.sorted()
            pair.revision.similarity = alignment.similarity(i, j)
            pair.revision.successions = successions
            pair.revision.details = details.sorted { $0.field < $1.field }
            found.append(pair)
        }
        found += alignment.splits.map { revision(.split, [$0.old], $0.new) }
        found += alignment.merges.map { revision(.merged, $0.old, [$0.new]) }
        let gone = Set(found.flatMap(\.old)), known = Set(found.flatMap(\.new))
        found += before.indices.filter { !gone.contains($0) }.map { revision(.removed, [$0], []) }
        found += after.indices.filter { !known.contains($0) }.map { revision(.added, [], [$0]) }
        items = Self.inOrder(found, oldCount: before.count)
    }

    /// By place in the new version; what is gone stands behind what stood before it.
    private static func inOrder(_ items: [Placed], oldCount: Int) -> [ItemRevision] {
        var newPlace = [Int](repeating: -1, count: oldCount)
        for item in items { for i in item.old { newPlace[i] = item.new.first ?? -1 } }
        // A removed item takes the place of the nearest one before it that is still there.
        var last = -1
        for i in newPlace.indices { if newPlace[i] < 0 { newPlace[i] = last } else { last = newPlace[i] } }
        func key(_ item: Placed) -> (Int, Int, Int) {
            if let first = item.new.first { return (first, 0, 0) }
            return (newPlace[item.old[0]], 1, item.old[0])
        }
        return items.sorted { key($0) < key($1) }.map(\.revision)
    }
}

/// A revision of items with their places in the two graphs.
private struct Placed {
    var old: [Int]
    var new: [Int]
    var revision: ItemRevision
}

extension ItemReference {
    /// Of all items of a graph, in its order.
    static func all(_ graph: TaskGraph) -> [ItemReference] {
        var names: [String: String] = [:], assigned: [String: [(mention: String, name: String, id: String)]] = [:]
        for unit in graph.units { names[unit.id] = unit.name }
        for edge in graph.edges where edge.kind == .responsible {
            assigned[edge.from, default: []].append((edge.mention ?? edge.to, names[edge.to] ?? edge.to, edge.to))
        }
        return graph.items.map { item in
            let units = assigned[item.id] ?? []
            return ItemReference(id: item.id, path: item.path, heading: item.heading, text: item.text, span: item.span,
                                 units: units.map(\.mention), unitNames: units.map(\.name), unitIDs: units.map(\.id))
        }
    }
}
