import CUnitData

/// The names of the divisions and their townships, today's and former ones, for who asks whether a word is one: 三台县, 潼川镇; not 试点县.
///
/// Reads nothing else of the data, and that in place.
public struct RegionNames: Sendable {
    private let regions: RegionTable
    /// 莱芜市: names that divisions no longer bear.
    private let former: FormerRegions

    /// The embedded names.
    public static let standard = try? RegionNames()

    private init() throws {
        regions = try RegionTable(regions: EmbeddedTable(FANGAN_TABLE_REGIONS, "regions.bin"), townships: EmbeddedTable(FANGAN_TABLE_TOWNSHIPS, "townships.bin"))
        former = try FormerRegions(EmbeddedTable(FANGAN_TABLE_FORMER_REGIONS, "former-regions.tsv"), regions)
    }

    /// Whether a division or a township bears a name.
    public func contains(_ name: String) -> Bool {
        let bytes = Array(name.utf8), all = 0..<bytes.count
        return !regions.divisions.records(named: bytes, all).isEmpty || !regions.townships.records(named: bytes, all).isEmpty || former.words.value(bytes, all) != nil
    }
}
