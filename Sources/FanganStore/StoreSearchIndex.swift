import FanganGraph
import GRDB

/// The full-text index: one row for each item, of its heading, text and the units as printed, and one for each document, of its title
/// and number. It keeps no text of its own; a row is taken out by saying its words again.
enum StoreSearchIndex {
    /// Makes it for all that the tables hold.
    static func create(in database: Database) throws {
        try database.execute(sql: """
            CREATE VIRTUAL TABLE search USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii');
            INSERT INTO search(search, rank) VALUES ('hashsize', 8388608);
            """)
        var insert = try Self.insert(database)
        for document in try Int64.fetchAll(database, sql: "SELECT id FROM documents ORDER BY id") {
            try forEachRow(of: document, in: database) { id, words in try Self.put(id, words, &insert) }
        }
    }

    static func insert(_ database: Database) throws -> RowWriter {
        try RowWriter(database, sql: "INSERT INTO search(rowid, words) VALUES (?, ?)")
    }

    static func put(_ id: Int64, _ words: [UInt8], _ insert: inout RowWriter) throws {
        insert.add(id)
        insert.add(words)
        try insert.end()
    }

    /// Takes a document out, before its rows are deleted.
    static func remove(_ document: Int64, from database: Database) throws {
        var delete = try RowWriter(database, sql: "INSERT INTO search(search, rowid, words) VALUES ('delete', ?, ?)")
        try forEachRow(of: document, in: database) { id, words in try put(id, words, &delete) }
    }

    static func words(title: String?, number: String?) -> [UInt8] {
        SearchWords.words(of: [title, number].compactMap(\.self))
    }

    static func words(heading: String?, text: String, mentions: [String]) -> [UInt8] {
        SearchWords.words(of: [heading ?? "", text] + mentions)
    }

    private static func forEachRow(of document: Int64, in database: Database, _ body: (Int64, [UInt8]) throws -> Void) throws {
        if let row = try Row.fetchOne(database, sql: "SELECT title, number FROM documents WHERE id = ?", arguments: [document]) {
            try body(StoreID.title(of: document), words(title: row[0], number: row[1]))
        }
        let items = try Row.fetchCursor(database, sql: "SELECT id, heading, text FROM items WHERE document = ? AND kind <> 'step' ORDER BY id", arguments: [document])
        let mentions = try database.cachedStatement(sql: "SELECT mention FROM responsibilities WHERE item = ? AND mention IS NOT NULL ORDER BY place")
        while let item = try items.next() {
            let id: Int64 = item[0]
            try body(id, words(heading: item[1], text: item[2], mentions: String.fetchAll(mentions, arguments: [id])))
        }
    }
}
