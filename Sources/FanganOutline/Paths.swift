import FanganText

/// Gives every item its path of labels and its identifier.
///
/// A table's row comes first as `表` and its 序号; an annex's label, or a sheet's title (and its name where two have one title), comes first where the file has more than one part.
struct Paths {
    let divisions: [DivisionFacts]

    /// Returns whether an identifier came more than once and was told apart.
    func apply(to items: inout [OutlineItem], rows: [TableRow]) -> Bool {
        let first = items.first?.division
        let several = items.contains { $0.division != first } && divisions.contains { Self.named.contains($0.kind) }
        var taken = StringTable(reserving: items.count), times: [Int] = [], id = Identifier()
        // Of the division of the last item that is in none.
        var front: (division: Int, path: [String], id: String)?
        for i in items.indices {
            let printed = items[i].label.printed
            var path: [String]
            if let parent = items[i].parent {
                path = items[parent].path
                id.begin(with: items[parent].id)
            } else {
                let division = items[i].division
                if front?.division != division {
                    let prefix = prefix(division, several)
                    front = (division, prefix.path, prefix.id)
                }
                path = front?.path ?? []
                path.reserveCapacity(path.count + 3)
                id.begin(with: front?.id ?? "")
                if items[i].isCell { path.append("表"); id.add("t") }
            }
            // The row's number stands in front of the labels in its cells, where it is not an item itself.
            if let row = items[i].row, let key = rows[row].key, key != printed, items[i].parent.map({ parent in items[parent].row.map { rows[$0].key != key } ?? true }) ?? true {
                path.append(key)
                id.add(Self.plain(key))
            }
            path.append(printed)
            items[i].path = path
            if items[i].label.form == .decimal { id.add(items[i].label.parts.map(String.init).joined(separator: "-")) }
            else if let ordinal = items[i].label.ordinal { id.add(ordinal) }
            else { id.add(items[i].isCell ? Self.dashed(printed) : "0") }
            let (place, isNew) = taken.enter(id.string)
            if isNew { times.append(1) } else {
                times[place] += 1
                id.tell(apart: times[place])
            }
            items[i].id = id.string
        }
        return times.contains { $0 > 1 }
    }

    /// An identifier while it is put together, in room that is used again and again.
    private struct Identifier {
        private var bytes: [UInt8] = []

        var string: String { String(decoding: bytes, as: UTF8.self) }

        mutating func begin(with id: String) {
            bytes.removeAll(keepingCapacity: true)
            append(id)
        }

        mutating func add(_ part: String) {
            addDot()
            append(part)
        }

        mutating func add(_ number: Int) {
            addDot()
            append(number)
        }

        mutating func tell(apart number: Int) {
            bytes.append(UInt8(ascii: "~"))
            append(number)
        }

        private mutating func addDot() { if !bytes.isEmpty { bytes.append(UInt8(ascii: ".")) } }

        private mutating func append(_ part: String) {
            // A few bytes.
            for byte in part.utf8 { bytes.append(byte) }
        }

        private mutating func append(_ number: Int) {
            if number >= 0, number < 10 { bytes.append(UInt8(ascii: "0") + UInt8(number)) } else { append(String(number)) }
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
