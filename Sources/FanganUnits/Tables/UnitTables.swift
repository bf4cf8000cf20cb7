import CUnitData

/// Everything that is known of units, loaded once and shared by all readings.
final class UnitTables: Sendable {
    let words: Vocabulary
    let regions: RegionTable
    let reforms: ReformTable
    let formerRegions: FormerRegions
    let relations: RelationWords
    let nameWords: NameWords
    let confusables: Confusables
    /// 鄂 of 鄂政发 → the province.
    let numberLetters: [String: Int]
    /// Names of the user's own table, read before all others.
    let local: LocalNames

    init(local: [UInt8]? = nil) throws {
        let words = try Vocabulary(UnitTables.embedded)
        let regions = try RegionTable(regions: EmbeddedTable(FANGAN_TABLE_REGIONS, "regions.bin"), townships: EmbeddedTable(FANGAN_TABLE_TOWNSHIPS, "townships.bin"))
        confusables = try Confusables(EmbeddedTable(FANGAN_TABLE_CONFUSABLES, "confusables.tsv"))
        relations = try RelationWords(EmbeddedTable(FANGAN_TABLE_RELATIONS, "relations.tsv"))
        nameWords = try NameWords(EmbeddedTable(FANGAN_TABLE_NAME_WORDS, "name-words.tsv"))
        formerRegions = try FormerRegions(EmbeddedTable(FANGAN_TABLE_FORMER_REGIONS, "former-regions.tsv"), regions)
        reforms = try ReformTable(reforms: EmbeddedTable(FANGAN_TABLE_REFORMS, "reforms.tsv"), successions: EmbeddedTable(FANGAN_TABLE_SUCCESSIONS, "successions.tsv"),
            branches: EmbeddedTable(FANGAN_TABLE_BRANCH_SUCCESSIONS, "branch-successions.tsv"))
        self.local = try local.map { try LocalNames($0, words, regions) } ?? LocalNames()
        numberLetters = try Self.letters(EmbeddedTable(FANGAN_TABLE_NUMBER_LETTERS, "number-letters.tsv"), regions)
        self.words = words
        self.regions = regions
    }

    private static func letters(_ table: EmbeddedTable, _ regions: RegionTable) throws -> [String: Int] {
        var letters: [String: Int] = [:]
        try table.forEachRow(columns: 2) { row in
            guard let index = regions.index(code: row.string(1)), letters[row.string(0)] == nil else { throw row.failure("no province, or twice") }
            letters[row.string(0)] = index
        }
        return letters
    }

    private static func embedded(_ name: String) throws -> EmbeddedTable {
        let tables: [(String, FanganTable)] = [
            ("fields.tsv", FANGAN_TABLE_FIELDS), ("stems.tsv", FANGAN_TABLE_STEMS), ("forms.tsv", FANGAN_TABLE_FORMS),
            ("organs.tsv", FANGAN_TABLE_ORGANS), ("branches.tsv", FANGAN_TABLE_BRANCHES), ("national.tsv", FANGAN_TABLE_NATIONAL),
            ("groups.tsv", FANGAN_TABLE_GROUPS), ("adhoc.tsv", FANGAN_TABLE_ADHOC), ("levels.tsv", FANGAN_TABLE_LEVELS),
            ("regional.tsv", FANGAN_TABLE_REGIONAL), ("named-zones.tsv", FANGAN_TABLE_NAMED_ZONES), ("zones.tsv", FANGAN_TABLE_ZONES), ("prose.tsv", FANGAN_TABLE_PROSE), ("areas.tsv", FANGAN_TABLE_AREAS),
        ]
        guard let found = tables.first(where: { $0.0 == name }) else { throw UnitDataError(table: name, line: 0, reason: "not embedded") }
        return EmbeddedTable(found.1, name)
    }
}
