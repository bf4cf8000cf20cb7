import FanganText

/// Gives every item its path of labels and its identifier.
///
/// A table's row comes first as `表` and its 序号; an annex's label comes first where the file has more than one part.
struct Paths {
    let divisions: [DivisionFacts]

    func apply(to items: inout [OutlineItem], rows: [TableRow]) {
        let used = Set(items.map(\.division))
        let several = used.count > 1 && divisions.contains { $0.kind == .annex }
        var taken = StringTable(reserving: items.count), times: [Int] = []
        for i in items.indices {
            let printed = items[i].label.printed, number = number(items[i].label)
            if let parent = items[i].parent {
                var path: [String] = []
                path.reserveCapacity(items[parent].path.count + 1)
                path += items[parent].path
                path.append(printed)
                items[i].path = path
                items[i].id = items[parent].id + "." + number
            } else {
                let prefix = prefix(items[i].division, several)
                var path = prefix.path, id = prefix.id
                if let row = items[i].row {
                    path.append("表")
                    id.append("t")
                    if let key = rows[row].key, key != printed {
                        path.append(key)
                        id.append(key)
                    }
                }
                items[i].path = path + [printed]
                items[i].id = (id + [number]).joined(separator: ".")
            }
            let (id, isNew) = taken.enter(items[i].id)
            if isNew { times.append(1); continue }
            times[id] += 1
            items[i].id += "~\(times[id])"
        }
    }

    private func number(_ label: Label) -> String {
        label.form == .decimal ? label.parts.map(String.init).joined(separator: "-") : label.ordinal.map(String.init) ?? "0"
    }

    private func prefix(_ division: Int, _ several: Bool) -> (path: [String], id: [String]) {
        let facts = divisions[division]
        guard several, facts.kind == .annex, let label = facts.label else {
            return ([], facts.kind == .notice ? ["n"] : [])
        }
        return ([label], ["a\(facts.ordinal.map(String.init) ?? "")"])
    }
}
