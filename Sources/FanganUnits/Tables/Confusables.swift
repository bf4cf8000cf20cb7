/// Characters that are misread for others: `confusables.tsv`.
struct Confusables: Sendable {
    /// Printed characters; the value indexes ``meant``.
    private var printed = WordTable()
    private var meant: [[[UInt8]]] = []

    init(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 2) { row in
            let character = row.bytes(0), others = row.string(1).unicodeScalars.map { Array(String($0).utf8) }
            guard !others.contains(character), printed.insert(character, meant.count) == nil else { throw row.failure("stands twice, or for itself") }
            meant.append(others)
        }
    }

    /// What a character (UTF-8) may stand for; most stand for themselves alone.
    func meanings(of character: ArraySlice<UInt8>) -> [[UInt8]] { printed.value(Array(character), 0..<character.count).map { meant[$0] } ?? [] }
}
