/// The tables of a store (``StoreSchema``) as PostgreSQL has them: the same names in the same order, with dates, truth values and JSON as types.
struct PostgresTable {
    enum ColumnType: String {
        case id = "bigint", integer, text, date, number = "double precision", truth = "boolean", list = "jsonb"
    }
    struct Column {
        let name: String
        let type: ColumnType
        /// `NOT NULL`, `REFERENCES …`
        let rule: String
    }

    let name: String
    let columns: [Column]
    /// Of several columns: `PRIMARY KEY (item, place)`.
    let rule: String?
    /// Columns that are looked up.
    let indexes: [String]

    /// - Parameter columns: one a line: name, type, rules.
    private init(_ name: String, _ columns: String, rule: String? = nil, indexes: [String] = []) {
        self.name = name
        self.columns = columns.split(separator: "\n").map { line in
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            return Column(name: words[0], type: words.count > 1 ? Self.types[words[1]] ?? .text : .text, rule: words.count > 2 ? words[2] : "")
        }
        self.rule = rule
        self.indexes = indexes
    }

    private static let types: [String: ColumnType] = ["id": .id, "integer": .integer, "text": .text, "date": .date, "number": .number, "truth": .truth, "list": .list]
    private static let document = "document id NOT NULL REFERENCES documents ON DELETE CASCADE\n"
    private static let item = "item id NOT NULL REFERENCES items ON DELETE CASCADE\nplace integer NOT NULL\n"
    private static let span = "span_start integer NOT NULL\nspan_end integer NOT NULL\n"
    private static let openSpan = "span_start integer\nspan_end integer\n"

    /// Each behind those that it refers to.
    static let all: [PostgresTable] = [
        PostgresTable("documents", """
            id id PRIMARY KEY
            name text NOT NULL UNIQUE
            stamp text NOT NULL
            generator text NOT NULL
            document_id text NOT NULL
            work text NOT NULL
            title text
            number text
            issued date
            region text
            addressees list NOT NULL
            based_on list NOT NULL
            uri text NOT NULL
            media_type text NOT NULL
            encoding text NOT NULL
            sha256 text NOT NULL
            text_uri text NOT NULL
            scalars integer NOT NULL
            """, indexes: ["work", "region"]),
        PostgresTable("plans", """
            \(document)plan text NOT NULL
            title text NOT NULL
            number text
            issued date
            \(span)
            """, rule: "PRIMARY KEY (document, plan)"),
        PostgresTable("items", """
            id id PRIMARY KEY
            \(document)parent id REFERENCES items ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
            item text NOT NULL
            kind text NOT NULL CHECK (kind IN ('section', 'task', 'item', 'step'))
            role text
            path list NOT NULL
            label text NOT NULL
            ordinal integer
            heading text
            text text NOT NULL
            \(span)
            """, rule: "UNIQUE (document, item)", indexes: ["parent"]),
        PostgresTable("units", """
            id id PRIMARY KEY
            \(document)unit text NOT NULL
            name text NOT NULL
            function text
            function_name text
            region text
            level text
            kind text NOT NULL
            """, rule: "UNIQUE (document, unit)", indexes: ["name", "unit"]),
        PostgresTable("candidates", """
            unit id NOT NULL REFERENCES units ON DELETE CASCADE
            place integer NOT NULL
            name text NOT NULL
            function text
            """, rule: "PRIMARY KEY (unit, place)"),
        PostgresTable("issuers", """
            \(document)place integer NOT NULL
            unit id NOT NULL REFERENCES units ON DELETE CASCADE
            """, rule: "PRIMARY KEY (document, place)", indexes: ["unit"]),
        PostgresTable("unit_relations", """
            \(document)place integer NOT NULL
            kind text NOT NULL CHECK (kind IN ('member_of', 'succeeds', 'hosted_by'))
            unit id NOT NULL REFERENCES units ON DELETE CASCADE
            other id NOT NULL REFERENCES units ON DELETE CASCADE
            basis text
            date date
            reform text
            mention text
            \(openSpan)
            """, rule: "PRIMARY KEY (document, place)", indexes: ["unit", "other"]),
        PostgresTable("responsibilities", """
            \(item)unit id NOT NULL REFERENCES units ON DELETE CASCADE
            role text
            basis text
            mention text
            \(openSpan)
            """, rule: "PRIMARY KEY (item, place)", indexes: ["unit"]),
        PostgresTable("phases", """
            id id PRIMARY KEY
            \(document)phase text NOT NULL
            name text NOT NULL
            start date
            end date
            quote text NOT NULL
            \(span)edtf text
            precision text
            year_basis text
            next text
            """, rule: "UNIQUE (document, phase)"),
        PostgresTable("item_phases", """
            item id NOT NULL REFERENCES items ON DELETE CASCADE
            phase id NOT NULL REFERENCES phases ON DELETE CASCADE
            """, rule: "PRIMARY KEY (item, phase)", indexes: ["phase"]),
        PostgresTable("due_dates", """
            \(item)date date
            start date
            quote text NOT NULL
            \(span)year_basis text NOT NULL
            month_basis text
            day_basis text
            edtf text
            precision text
            ongoing truth NOT NULL
            """, rule: "PRIMARY KEY (item, place)", indexes: ["date"]),
        PostgresTable("recurrences", """
            \(item)rule text NOT NULL
            quote text NOT NULL
            \(span)
            """, rule: "PRIMARY KEY (item, place)"),
        PostgresTable("periods", """
            \(document)place integer NOT NULL
            item id REFERENCES items ON DELETE CASCADE
            kind text NOT NULL
            start date
            end date
            quote text NOT NULL
            \(span)year_basis text
            edtf text
            precision text
            """, rule: "PRIMARY KEY (document, place)", indexes: ["item"]),
        PostgresTable("scores", """
            \(item)points number NOT NULL
            quote text NOT NULL
            \(span)
            """, rule: "PRIMARY KEY (item, place)"),
        PostgresTable("score_limits", """
            \(item)kind text NOT NULL
            points number
            quote text NOT NULL
            \(span)
            """, rule: "PRIMARY KEY (item, place)"),
        PostgresTable("targets", """
            \(item)min number
            max number
            unit text NOT NULL
            per text
            about truth NOT NULL
            quote text NOT NULL
            \(span)scope text
            scope_start integer
            scope_end integer
            """, rule: "PRIMARY KEY (item, place)"),
        PostgresTable("conditions", """
            \(item)key text
            quote text NOT NULL
            \(span)
            """, rule: "PRIMARY KEY (item, place)"),
        PostgresTable("references", """
            id id PRIMARY KEY
            \(document)reference text NOT NULL
            title text
            number text
            kind text NOT NULL
            \(span)
            """, rule: "UNIQUE (document, reference)"),
        PostgresTable("citations", """
            \(document)place integer NOT NULL
            kind text NOT NULL CHECK (kind IN ('cites', 'based_on'))
            item id REFERENCES items ON DELETE CASCADE
            reference id NOT NULL REFERENCES "references" ON DELETE CASCADE
            mention text
            \(openSpan)
            """, rule: "PRIMARY KEY (document, place)", indexes: ["item", "reference"]),
        PostgresTable("diagnostics", """
            \(document)place integer NOT NULL
            code text NOT NULL
            severity text NOT NULL
            message text NOT NULL
            \(openSpan)
            """, rule: "PRIMARY KEY (document, place)", indexes: ["code"]),
    ]

    /// `CREATE TABLE` and its indexes.
    var definition: String {
        let lines = columns.map { "  \"\($0.name)\" \($0.type.rawValue)" + ($0.rule.isEmpty ? "" : " " + $0.rule) } + (rule.map { ["  " + $0] } ?? [])
        return "CREATE TABLE \"\(name)\" (\n" + lines.joined(separator: ",\n") + ");\n" + indexes.map { "CREATE INDEX \"\(name)_\($0)\" ON \"\(name)\" (\"\($0)\");\n" }.joined()
    }
}
