import FanganText

/// A unit named twice in one role counts once.
extension UnitList {
    /// A name as it stands in the text; its characters are folded to one number before they are hashed.
    private struct PrintedName: Hashable {
        let scalars: Slice<Scalars>
        static func == (a: PrintedName, b: PrintedName) -> Bool { a.scalars.elementsEqual(b.scalars) }
        func hash(into hasher: inout Hasher) {
            hasher.combine(scalars.reduce(0) { ($0 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15 })
        }
    }

    /// A unit named twice in one role counts once.
    static func unique(_ entries: [Entry], _ p: Passage) -> [Entry] {
        guard entries.count > 1 else { return entries }
        // A short list, as nearly all are, is compared name by name, and most have each name once.
        if entries.count <= 24, !repeats(entries, p) {
            let isSorted = entries.indices.dropFirst().allSatisfy { entries[$0 - 1].range.lowerBound < entries[$0].range.lowerBound }
            return isSorted ? entries : entries.sorted { $0.range.lowerBound < $1.range.lowerBound }
        }
        var seen: Set<PrintedName> = []
        var result: [Entry] = []
        for role in [ResponsibilityRole.lead, .responsible, .support] {
            seen.removeAll(keepingCapacity: true)
            for entry in entries where entry.role == role && seen.insert(PrintedName(scalars: p.scalars[entry.range])).inserted { result.append(entry) }
        }
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func repeats(_ entries: [Entry], _ p: Passage) -> Bool {
        p.scalars.withUnsafeBufferPointer { scalars in
            for i in entries.indices.dropFirst() {
                let a = entries[i]
                for k in 0..<i where entries[k].range.count == a.range.count && entries[k].role == a.role {
                    let from = entries[k].range.lowerBound, to = a.range.lowerBound
                    var n = 0
                    while n < a.range.count, scalars[from + n] == scalars[to + n] { n += 1 }
                    if n == a.range.count { return true }
                }
            }
            return false
        }
    }
}
