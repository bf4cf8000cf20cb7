import FanganGraph

/// An item of one version as the alignment sees it.
struct RevisedItem: Sendable {
    /// Place of the parent; nil at the top.
    var parent: Int?
    var children: [Int] = []
    /// Words of the item itself: heading and text, layout and punctuation left out.
    let own: [UInt32]
    let heading: [UInt32]
    let shingles: Shingles
    let title: Shingles
    /// Those of the item with everything under it.
    var branch: Shingles
    /// Labels from the outermost without marks and brackets.
    let path: [[UInt32]]
    /// A number made of its words, the same in every run.
    let sum: UInt64

    /// All items of a graph, in its order.
    static func all(_ graph: TaskGraph) -> [RevisedItem] {
        var places: [String: Int] = [:]
        for (i, item) in graph.items.enumerated() { places[item.id] = i }
        var items = graph.items.map { RevisedItem($0) }
        for edge in graph.edges where edge.kind == .contains {
            guard let parent = places[edge.from], let child = places[edge.to] else { continue }
            items[child].parent = parent
            items[parent].children.append(child)
        }
        // Children stand behind their parents, so that their branches are complete when a parent's is put together.
        var words = items.map(\.own)
        for i in items.indices.reversed() {
            if let parent = items[i].parent { words[parent] += words[i] }
            if !items[i].children.isEmpty { items[i].branch = Shingles(words[i]) }
        }
        return items
    }

    private init(_ node: ItemNode) {
        heading = Normalised.scalars(node.heading ?? "")
        own = heading + Normalised.scalars(node.text)
        shingles = Shingles(own)
        title = Shingles(heading)
        branch = shingles
        sum = own.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        path = node.path.map { Normalised.scalars($0) }
    }
}
