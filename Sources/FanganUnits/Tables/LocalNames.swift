/// The user's own table of names: local bodies that the built-in data does not know, or reads otherwise.
struct LocalNames: Sendable {
    struct Row: Sendable {
        let fields: [Int]
        /// Index of the region; nil for any.
        let region: Int?
        /// The full name; nil where it follows from the printed one.
        let official: String?
    }

    private(set) var words = WordTable()
    private var rows: [[Row]] = []

    init() {}

    var isEmpty: Bool { rows.isEmpty }

    /// Columns name, field, region and, if wanted, official name, apart by tabs. `#` begins a comment; a line that begins with
    /// `name` and a tab is the header. A byte order mark and CRLF do no harm.
    init(_ bytes: [UInt8], _ vocabulary: Vocabulary, _ regions: RegionTable) throws {
        let text = String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("name\t") { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            func failure(_ reason: String) -> UnitDataError { UnitDataError(table: "units", line: number + 1, reason: reason) }
            guard (2...4).contains(cells.count) else { throw failure("\(cells.count) columns instead of 3 or 4: name, field, region, official name") }
            let name = Name(cells[0])
            guard !name.bytes.isEmpty else { throw failure("no name") }
            let fields = try cells[1].split(separator: "+").map { id in
                guard let field = vocabulary.field(id: String(id)) else { throw failure("no field \(id); docs/units.md lists them") }
                return field
            }.sorted()
            var region: Int?
            if cells.count > 2, !cells[2].isEmpty {
                region = regions.index(code: cells[2])
                if region == nil { throw failure("no region with the code \(cells[2])") }
            }
            enter(name.bytes, Row(fields: fields, region: region, official: cells.count > 3 && !cells[3].isEmpty ? cells[3] : nil))
        }
    }

    private mutating func enter(_ word: [UInt8], _ row: Row) {
        if let known = words.insert(word, rows.count) { rows[known].append(row) } else { rows.append([row]) }
    }

    func rows(_ name: Name) -> [Row] { words.value(name.bytes, name.all).map { rows[$0] } ?? [] }
}

extension NameReader {
    /// The row of the user's table that holds for the document's place: its own region before one above or below it, that before any.
    func local(_ name: Name) -> UnitReading? {
        guard !tables.local.isEmpty else { return nil }
        let rows = tables.local.rows(name)
        guard let row = rows.first(where: { $0.region != nil && $0.region == scopes.home })
            ?? rows.first(where: { row in row.region.map { region in scopes.home.map { tables.regions.related(region, $0) } ?? false } ?? false })
            ?? rows.first(where: { $0.region == nil })
        else { return nil }
        var scope = row.region.map { scopes.scope($0) } ?? scopes.own
        var start = 0
        if let hit = tables.words.levelWords.longestPrefix(name.bytes, name.all), hit.end < name.bytes.count, let level = LevelWord(rawValue: hit.value) {
            start = hit.end
            if row.region == nil { scope = scopes.scope(level, printed: name.string(0..<hit.end)) }
        }
        let printed = name.string(name.all)
        let full = row.official ?? (printed.hasPrefix(scope.prefix) ? printed : scope.prefix + name.string(start..<name.bytes.count))
        return make(full, row.fields, .organ, region: scope.region, level: scope.level, body: nil)
    }
}
