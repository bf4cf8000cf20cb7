import FanganText

/// Gives every item its path of labels and its identifier.
///
/// A table's row comes first as `表` and its 序号; an annex's label, or a sheet's title (and its name where two have one title), comes first where the file has more than one part.
struct Paths {
    let divisions: [DivisionFacts]

    func apply(to items: inout [OutlineItem], rows: [TableRow]) {
        let first = items.first?.division
        let several = items.contains { $0.division != first } && divisions.contains { Self.named.contains($0.kind) }
        var taken = StringTable(reserving: items.count), times: [Int] = []
        for i in items.indices {
            let printed = items[i].label.printed
            var path: [String] = [], id: String
            if let parent = items[i].parent {
                path.reserveCapacity(items[parent].path.count + 2)
                path += items[parent].path
                id = items[parent].id
            } else {
                (path, id) = prefix(items[i].division, several)
                path.reserveCapacity(path.count + 3)
                if items[i].isCell { path.append("表"); Self.extend(&id, by: "t") }
            }
            // The row's number stands in front of the labels in its cells, where it is not an item itself.
            if let row = items[i].row, let key = rows[row].key, key != printed, items[i].parent.map({ parent in items[parent].row.map { rows[$0].key != key } ?? true }) ?? true {
                path.append(key)
                Self.extend(&id, by: Self.plain(key))
            }
            path.append(printed)
            items[i].path = path
            if items[i].label.form == .decimal { Self.extend(&id, by: items[i].label.parts.map(String.init).joined(separator: "-")) }
            else { Self.extend(&id, by: items[i].label.ordinal.map(String.init) ?? (items[i].isCell ? Self.dashed(printed) : "0")) }
            let (place, isNew) = taken.enter(id)
            if isNew { times.append(1) } else {
                times[place] += 1
                id += "~\(times[place])"
            }
            items[i].id = id
        }
    }

    /// What of a row's number may stand in an identifier: damaged tables have marks and words in its place.
    private static func plain(_ printed: String) -> String {
        let key = RowKey.plain(printed)
        let isPlain = key.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2E || $0 == 0x2D }
        return isPlain ? key : String(RowKey.ordinal(of: key) ?? 0)
    }

    /// `1.1` of a row as 1-1, so that it stays what it is when a row comes in.
    private static func dashed(_ key: String) -> String {
        guard !key.isEmpty, key.utf8.count <= 12 else { return "0" }
        return plain(key).replacing(".", with: "-")
    }

    private static func extend(_ id: inout String, by part: String) {
        if !id.isEmpty { id += "." }
        id += part
    }

    private static let named: Set<Division.Kind> = [.annex, .sheet, .plan]

    private func prefix(_ division: Int, _ several: Bool) -> (path: [String], id: String) {
        let facts = divisions[division]
        guard several, Self.named.contains(facts.kind), let label = facts.label else {
            return ([], facts.kind == .notice ? "n" : "")
        }
        // A plan's title is no label: the path of its items begins with their own, as in the first plan.
        if facts.kind == .plan { return ([], "p" + (facts.ordinal.map(String.init) ?? "")) }
        return ([label] + [facts.sheet].compactMap(\.self), (facts.kind == .sheet ? "s" : "a") + (facts.ordinal.map(String.init) ?? ""))
    }
}
