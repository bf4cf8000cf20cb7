import FanganExport
import GRDB

extension StoreReader {
    /// Items that hold all the words, and documents whose title and number do; in the order in which documents came into the store.
    ///
    /// - Parameters:
    ///   - words: each is found as it stands, of whatever length, spaces and width aside.
    ///   - limit: hits that are wanted at most.
    /// - Returns: the hits, and whether these are all; nil where a word has no letter to search for.
    /// - Throws: `PlanStoreFailure`
    public func search(_ words: [String], limit: Int) throws -> (hits: [StoredPlace], isComplete: Bool)? {
        var expressions: [String] = []
        for word in words {
            guard let expression = SearchWords.expression(for: word) else { return nil }
            expressions.append(expression)
        }
        if expressions.isEmpty { return nil }
        let folded = words.map(SearchWords.folded)
        return try read { database in
            let rows = try Int64.fetchCursor(
                database, sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", arguments: [expressions.joined(separator: " AND ")])
            let items = try database.cachedStatement(sql: "SELECT \(StoredPlace.columns) FROM \(StoredPlace.tables) WHERE i.id = ?")
            let documents = try database.cachedStatement(sql: "SELECT \(StoredPlace.documentColumns) FROM documents d WHERE d.id = ?")
            var hits: [StoredPlace] = []
            while let id = try rows.next() {
                guard let hit = try place(id, items, documents), try holds(hit, id, folded, database) else { continue }
                if hits.count == limit { return (hits, false) }
                hits.append(hit)
            }
            return (hits, true)
        }
    }

    private func place(_ id: Int64, _ items: Statement, _ documents: Statement) throws -> StoredPlace? {
        if StoreID.isTitle(id) { return try Row.fetchOne(documents, arguments: [StoreID.document(of: id)]).map(StoredPlace.init) }
        return try Row.fetchOne(items, arguments: [id]).map { row in
            var place = StoredPlace(row: row)
            place.addItem(row)
            return place
        }
    }

    /// The index knows pairs of characters and not where they stand: what it found is looked at once more.
    private func holds(_ place: StoredPlace, _ id: Int64, _ words: [[UInt8]], _ database: Database) throws -> Bool {
        var texts = place.item == nil ? [place.title, place.number] : [place.heading, place.text]
        func held(_ texts: [String?]) -> Bool {
            let folded = texts.compactMap { $0.map(SearchWords.folded) }
            return words.allSatisfy { word in folded.contains { SearchWords.holds($0, word) } }
        }
        if held(texts) { return true }
        if place.item == nil { return false }
        texts += try String.fetchAll(database, sql: "SELECT mention FROM responsibilities WHERE item = ? AND mention IS NOT NULL", arguments: [id])
        return held(texts)
    }
}
