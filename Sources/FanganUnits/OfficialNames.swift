import CUnitData

extension UnitCatalogue {
    /// What the organ of a field is called officially in a region, after the reforms of 2018 to 2024: of a district in 上海 otherwise than
    /// of one in 四川, in 黑龙江 otherwise than in 山东. Several names where regions choose, the commonest first; none where the field
    /// has no organ there, or is not known.
    ///
    /// ```swift
    /// let renhe = Jurisdiction(region: catalogue.region(code: "510411"))
    /// try catalogue.officialNames(of: "development-reform", in: renhe)   // 攀枝花市仁和区发展和改革局
    /// ```
    ///
    /// - Parameter field: identifier, as in ``fields``.
    /// - Throws: ``UnitDataError`` if the table that the program was built with is damaged; a test keeps that from users.
    public func officialNames(of field: String, in jurisdiction: Jurisdiction) throws -> [String] {
        let scope = ScopeReader.own(tables, jurisdiction)
        let code = jurisdiction.region?.code
        guard let column = OfficialTable.column(scope.letter) else { return [] }
        let rows = try OfficialTable.rows(of: field)
        guard let row = rows.first(where: { !$0.regions.isEmpty && $0.regions.hold(in: code) }) ?? rows.first(where: \.regions.isEmpty) else { return [] }
        return row.names[column].map { scope.fill(NameTemplate($0), mention: "") }
    }

    /// Every printed form that names a field alone: cores without their form (发改, 发展改革) and whole bodies (教委), in the order of the tables.
    public func forms(of field: String) -> (cores: [String], organs: [String]) {
        guard let index = tables.words.field(id: field) else { return ([], []) }
        let words = tables.words
        let cores = words.stemWords.words.filter { words.stems[$0.value].fields == [index] }.map(\.word)
        let organs = words.organWords.words.filter { words.organRows[$0.value].contains { words.organs[$0].fields == [index] } }.map(\.word)
        return (cores, organs)
    }
}

/// `official.tsv`, parsed when it is asked for: reading names does not need it.
enum OfficialTable {
    struct Row {
        let field: String
        let regions: RegionPrefixes
        /// Names by level: province, prefecture, county, township, zone.
        let names: [[String]]
    }

    /// Place of a level's names, by its letter.
    static func column(_ letter: UInt8) -> Int? { Array("PCXTZ".utf8).firstIndex(of: letter) }

    /// Rows of one field, or of all, in the order of the file.
    static func rows(of field: String? = nil) throws -> [Row] {
        var rows: [Row] = []
        try EmbeddedTable(FANGAN_TABLE_OFFICIAL, "official.tsv").forEachRow(columns: 7) { row in
            guard field == nil || field == row.string(0) else { return }
            let names = try (2...6).map { column in
                var names: [String] = []
                row.words(column) { names.append(String(decoding: $0, as: UTF8.self)) }
                guard !names.isEmpty else { throw row.failure("no name and no -") }
                return names == ["-"] ? [] : names
            }
            rows.append(Row(field: row.string(0), regions: try RegionPrefixes(row, 1), names: names))
        }
        return rows
    }
}
