/// What a revision means for one unit.
public struct UnitSummary: Sendable, Hashable {
    /// Full name.
    public var unit: String
    /// How many of its duties are new, gone or changed.
    public var changes: Int
    /// Places in ``Revision/items`` of those that matter most, at most five, the weightiest first.
    public var most: [Int]
}

extension Revision {
    /// How many changes of a unit are picked out.
    private static let picked = 5

    /// For each unit that the changes concern, those that concern the most units' work first.
    ///
    /// - Parameter isMeant: as for ``concerning(_:)``; nil for all units.
    public func summaries(_ isMeant: ((_ mention: String, _ name: String, _ id: String) -> Bool)? = nil) -> [UnitSummary] {
        var places: [String: Int] = [:], names: [String] = [], weighed: [[(item: Int, weight: Int)]] = []
        for (place, item) in items.enumerated() where item.change != .paired || !item.changes.isEmpty {
            let old = Set(item.old.flatMap(\.unitNames)), new = Set(item.new.flatMap(\.unitNames))
            var seen: Set<String> = []
            for side in item.old + item.new {
                for (k, name) in side.unitNames.enumerated() where seen.insert(name).inserted {
                    if let isMeant, !isMeant(side.units[k], name, side.unitIDs[k]) { continue }
                    let unit = places[name] ?? names.count
                    if unit == names.count {
                        places[name] = unit
                        names.append(name)
                        weighed.append([])
                    }
                    weighed[unit].append((place, Self.weight(item, isOld: old.contains(name), isNew: new.contains(name))))
                }
            }
        }
        let summaries = names.indices.map { unit in
            let most = weighed[unit].sorted { ($0.weight, $1.item) > ($1.weight, $0.item) }.prefix(Self.picked).map(\.item)
            return UnitSummary(unit: names[unit], changes: weighed[unit].count, most: Array(most))
        }
        return summaries.enumerated().sorted { ($0.element.changes, $1.offset) > ($1.element.changes, $0.offset) }.map(\.element)
    }

    /// How much a change matters to a unit: whether it has the duty at all before by when and how much, and these before words.
    private static func weight(_ item: ItemRevision, isOld: Bool, isNew: Bool) -> Int {
        switch item.change {
        case .added, .removed: return 100
        case .split, .merged: return 40
        case .paired:
            if isOld != isNew, item.changes.contains(.responsible) { return 90 }
            let weights: [FieldChange: Int] = [.due: 60, .target: 50, .score: 50, .responsible: 30, .text: 20, .condition: 15, .heading: 10, .moved: 3, .renumbered: 1]
            return item.changes.reduce(0) { $0 + (weights[$1] ?? 0) }
        }
    }
}
