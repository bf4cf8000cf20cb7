import GRDB

/// The tables of a store, version by version. The version stands in SQLite's `user_version`.
///
/// A version that was once in use is never changed: what is new is a further step. Places count Unicode scalars of the canonical
/// text; a row's identifier holds that of its document in its upper bits (``StoreID``).
enum StoreSchema {
    /// What a program of today writes and reads.
    static var version: Int { steps.count }

    /// Brings a store to the version of today, in one transaction; an empty file gets all tables.
    ///
    /// - Throws: ``TooNew``, `DatabaseError`
    static func migrate(_ database: Database, to target: Int = version) throws {
        let found = try version(of: database)
        if found > version { throw TooNew(version: found) }
        if found == 0 {
            guard try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0 else { throw NoStore() }
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        } else if try Int.fetchOne(database, sql: "PRAGMA application_id") != applicationID { throw NoStore() }
        for step in steps.dropFirst(found).prefix(max(target - found, 0)) { try step(database) }
        if found < target { try database.execute(sql: "PRAGMA user_version = \(target)") }
    }

    static func version(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    /// `fang`: tells a store from databases of other programs.
    static let applicationID = 0x6661_6E67

    /// The file is a database of another program.
    struct NoStore: Error {}

    /// A later program wrote the store.
    struct TooNew: Error { let version: Int }

    /// From each version to the next; the first begins with an empty file.
    private static let steps: [@Sendable (Database) throws -> Void] = [
        { try $0.execute(sql: tables) },
        { try StoreSearchIndex.create(in: $0) },
        { try $0.execute(sql: plans) },
    ]

    /// Version 3: further plans in a document's file, whose items' identifiers begin with theirs.
    private static let plans = """
        CREATE TABLE plans (
          document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
          plan TEXT NOT NULL, title TEXT NOT NULL, number TEXT, issued TEXT, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          PRIMARY KEY (document, plan)) WITHOUT ROWID;
        """

    /// Version 1. Lists (`path`, `addressees` …) are JSON arrays.
    private static let tables = """
        CREATE TABLE documents (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, generator TEXT NOT NULL,
          document_id TEXT NOT NULL, work TEXT NOT NULL, title TEXT, number TEXT, issued TEXT, region TEXT,
          addressees TEXT NOT NULL, based_on TEXT NOT NULL,
          uri TEXT NOT NULL, media_type TEXT NOT NULL, encoding TEXT NOT NULL, sha256 TEXT NOT NULL,
          text_uri TEXT NOT NULL, scalars INTEGER NOT NULL);
        CREATE INDEX documents_work ON documents(work);
        CREATE INDEX documents_region ON documents(region);

        CREATE TABLE items (
          id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
          parent INTEGER REFERENCES items(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
          item TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('section', 'task', 'item', 'step')), role TEXT,
          path TEXT NOT NULL, label TEXT NOT NULL, ordinal INTEGER, heading TEXT, text TEXT NOT NULL,
          span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          UNIQUE (document, item));
        CREATE INDEX items_parent ON items(parent);

        CREATE TABLE units (
          id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
          unit TEXT NOT NULL, name TEXT NOT NULL, function TEXT, function_name TEXT, region TEXT, level TEXT, kind TEXT NOT NULL,
          UNIQUE (document, unit));
        CREATE INDEX units_name ON units(name);
        CREATE INDEX units_unit ON units(unit);
        CREATE TABLE candidates (
          unit INTEGER NOT NULL REFERENCES units(id) ON DELETE CASCADE, place INTEGER NOT NULL, name TEXT NOT NULL, function TEXT,
          PRIMARY KEY (unit, place)) WITHOUT ROWID;
        CREATE TABLE issuers (
          document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          unit INTEGER NOT NULL REFERENCES units(id) ON DELETE CASCADE,
          PRIMARY KEY (document, place)) WITHOUT ROWID;
        CREATE INDEX issuers_unit ON issuers(unit);
        CREATE TABLE unit_relations (
          document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('member_of', 'succeeds', 'hosted_by')),
          unit INTEGER NOT NULL REFERENCES units(id) ON DELETE CASCADE, other INTEGER NOT NULL REFERENCES units(id) ON DELETE CASCADE,
          basis TEXT, date TEXT, reform TEXT, mention TEXT, span_start INTEGER, span_end INTEGER,
          PRIMARY KEY (document, place)) WITHOUT ROWID;
        CREATE INDEX unit_relations_unit ON unit_relations(unit);
        CREATE INDEX unit_relations_other ON unit_relations(other);

        CREATE TABLE responsibilities (
          item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          unit INTEGER NOT NULL REFERENCES units(id) ON DELETE CASCADE,
          role TEXT, basis TEXT, mention TEXT, span_start INTEGER, span_end INTEGER,
          PRIMARY KEY (item, place)) WITHOUT ROWID;
        CREATE INDEX responsibilities_unit ON responsibilities(unit);

        CREATE TABLE phases (
          id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
          phase TEXT NOT NULL, name TEXT NOT NULL, start TEXT, "end" TEXT, quote TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          edtf TEXT, precision TEXT, year_basis TEXT, next TEXT,
          UNIQUE (document, phase));
        CREATE TABLE item_phases (
          item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE, phase INTEGER NOT NULL REFERENCES phases(id) ON DELETE CASCADE,
          PRIMARY KEY (item, phase)) WITHOUT ROWID;
        CREATE INDEX item_phases_phase ON item_phases(phase);

        CREATE TABLE due_dates (
          item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          date TEXT NOT NULL, start TEXT, quote TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          year_basis TEXT NOT NULL, month_basis TEXT, day_basis TEXT, edtf TEXT, precision TEXT, ongoing INTEGER NOT NULL,
          PRIMARY KEY (item, place)) WITHOUT ROWID;
        CREATE INDEX due_dates_date ON due_dates(date);
        CREATE TABLE recurrences (
          item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          rule TEXT NOT NULL, quote TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          PRIMARY KEY (item, place)) WITHOUT ROWID;
        CREATE TABLE periods (
          document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          item INTEGER REFERENCES items(id) ON DELETE CASCADE,
          kind TEXT NOT NULL, start TEXT, "end" TEXT, quote TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          year_basis TEXT, edtf TEXT, precision TEXT,
          PRIMARY KEY (document, place)) WITHOUT ROWID;
        CREATE INDEX periods_item ON periods(item);
        CREATE TABLE scores (
          item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          points REAL NOT NULL, quote TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          PRIMARY KEY (item, place)) WITHOUT ROWID;
        CREATE TABLE score_limits (
          item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          kind TEXT NOT NULL, points REAL, quote TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          PRIMARY KEY (item, place)) WITHOUT ROWID;
        CREATE TABLE targets (
          item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          "min" REAL, "max" REAL, unit TEXT NOT NULL, per TEXT, about INTEGER NOT NULL,
          quote TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          scope TEXT, scope_start INTEGER, scope_end INTEGER,
          PRIMARY KEY (item, place)) WITHOUT ROWID;
        CREATE TABLE conditions (
          item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          "key" TEXT, quote TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          PRIMARY KEY (item, place)) WITHOUT ROWID;

        CREATE TABLE "references" (
          id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
          reference TEXT NOT NULL, title TEXT, number TEXT, kind TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          UNIQUE (document, reference));
        CREATE TABLE citations (
          document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('cites', 'based_on')),
          item INTEGER REFERENCES items(id) ON DELETE CASCADE, reference INTEGER NOT NULL REFERENCES "references"(id) ON DELETE CASCADE,
          mention TEXT, span_start INTEGER, span_end INTEGER,
          PRIMARY KEY (document, place)) WITHOUT ROWID;
        CREATE INDEX citations_item ON citations(item);
        CREATE INDEX citations_reference ON citations(reference);

        CREATE TABLE diagnostics (
          document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE, place INTEGER NOT NULL,
          code TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, span_start INTEGER, span_end INTEGER,
          PRIMARY KEY (document, place)) WITHOUT ROWID;
        CREATE INDEX diagnostics_code ON diagnostics(code);
        """
}

/// Identifiers of rows: those of one document lie together, and a document that changes keeps its own.
enum StoreID {
    private static let bits: Int64 = 24
    /// Nodes of one kind that a document can have.
    static let most = (1 << bits) - 2

    /// Of a node, by its place in its list.
    static func row(_ place: Int, of document: Int64) -> Int64 { document << bits + Int64(place) + 1 }
    /// Of the document itself, in the search index.
    static func title(of document: Int64) -> Int64 { document << bits }
    static func document(of row: Int64) -> Int64 { row >> bits }
    static func isTitle(_ row: Int64) -> Bool { row & (1 << bits - 1) == 0 }
}
