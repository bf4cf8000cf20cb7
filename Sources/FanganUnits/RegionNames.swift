import CUnitData

/// The names of the divisions down to the counties, for who asks whether a word is one: 三台县, 天元区; not 试点县.
///
/// Reads nothing else of the data, and that in place.
public struct RegionNames: Sendable {
    private let table: DivisionTable

    /// The embedded names.
    public static let standard = try? RegionNames()

    private init() throws { table = try DivisionTable(EmbeddedTable(FANGAN_TABLE_REGIONS, "regions.bin"), magic: 0x4745_5246, recordSize: 16) }

    /// Whether a division bears a name.
    public func contains(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        return !table.records(named: bytes, 0..<bytes.count).isEmpty
    }
}
