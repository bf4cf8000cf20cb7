/// Characters that are misread for others: `confusables.tsv`.
struct Confusables: Sendable {
    /// By the printed character's UTF-8: what may be meant.
    private var meanings: [[UInt8]: [[UInt8]]] = [:]

    init(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 2) { row in
            let printed = row.bytes(0), meant = row.string(1).unicodeScalars.map { Array(String($0).utf8) }
            guard !meant.contains(printed), meanings.updateValue(meant, forKey: printed) == nil else { throw row.failure("stands twice, or for itself") }
        }
    }

    /// What a character (UTF-8) may stand for; most stand for themselves alone.
    func meanings(of character: ArraySlice<UInt8>) -> [[UInt8]] { meanings[Array(character)] ?? [] }
}
