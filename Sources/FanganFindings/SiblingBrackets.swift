import FanganOutline

/// Which items stand among items that end in brackets of units: there one name alone in such a bracket says who does it
/// (`12.“融资畅通”工程（示例银保监局）` beside `11.服务月活动（市经信局）`).
struct SiblingBrackets {
    private let outline: Outline
    private let recogniser: ResponsibilityRecogniser
    /// For each parent (or part of the file, below zero) whether its items do; each is looked at once.
    private var found: [Int: Bool] = [:]
    /// The items at the top of each part of the file.
    private var tops: [Int: [Int]]?

    init(_ outline: Outline, _ recogniser: ResponsibilityRecogniser) {
        self.outline = outline
        self.recogniser = recogniser
    }

    /// Three of them at least, and most.
    mutating func haveUnits(beside item: Int) -> Bool {
        let parent = outline.items[item].parent, key = parent ?? -1 - outline.items[item].division
        if let known = found[key] { return known }
        let siblings = parent.map { outline.items[$0].children } ?? top(outline.items[item].division)
        let count = siblings.count { recogniser.closesWithUnits(outline.items[$0].passage) }
        let result = count >= 3 && count * 2 >= siblings.count
        found[key] = result
        return result
    }

    private mutating func top(_ division: Int) -> [Int] {
        if tops == nil {
            var all: [Int: [Int]] = [:]
            for i in outline.items.indices where outline.items[i].parent == nil { all[outline.items[i].division, default: []].append(i) }
            tops = all
        }
        return tops?[division] ?? []
    }
}
