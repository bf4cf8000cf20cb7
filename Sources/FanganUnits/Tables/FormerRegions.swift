/// Names that divisions no longer bear: `former-regions.tsv`.
struct FormerRegions: Sendable {
    struct Row: Sendable {
        /// Index of the division that it is now, or is a part of.
        let region: Int
        /// `yyyy-mm-dd`: the day of the decision, or only its year.
        let until: String

        /// Whether the name was one of former days at a date; of a date that is not exact enough, no.
        func isOver(at date: String) -> Bool { Self.isOver(until, date) }
        static func isOver(_ until: String, _ date: String) -> Bool { until.prefix(date.utf8.count) < date.prefix(until.utf8.count) }
    }

    private(set) var rows: [[Row]] = []
    /// Former names; the value indexes `rows`.
    private(set) var words = WordTable()

    init(_ table: EmbeddedTable, _ regions: RegionTable) throws {
        try table.forEachRow(columns: 3) { row in
            guard let region = regions.index(code: row.string(1)) else { throw row.failure("no region \(row.string(1))") }
            let entry = Row(region: region, until: row.string(2))
            if let known = words.insert(row.bytes(0), rows.count) { rows[known].append(entry) } else { rows.append([entry]) }
        }
    }
}
