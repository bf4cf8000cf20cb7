import CUnitData

/// Simplified forms of traditional characters, for names in plans that are printed in those: 鎮宣傳辦 → 镇宣传办.
enum TraditionalCharacters {
    private static let first: UInt32 = 0x4E00, last: UInt32 = 0x9FFF

    /// By scalar from `first` on; zero where a character stays as it is.
    private static let simplified: [UInt16] = {
        var table = [UInt16](repeating: 0, count: Int(last - first) + 1)
        // A row that cannot be read is none; a test over the file keeps such rows out.
        try? EmbeddedTable(FANGAN_TABLE_TRADITIONAL, "traditional.tsv").forEachRow(columns: 2) { row in
            guard let from = row.string(0).unicodeScalars.first?.value, let to = row.string(1).unicodeScalars.first?.value else { return }
            guard (first...last).contains(from), (first...last).contains(to) else { return }
            table[Int(from - first)] = UInt16(to)
        }
        return table
    }()

    /// The simplified character, or the same one. Both take three bytes of UTF-8.
    static func simplified(_ scalar: UInt32) -> UInt32 { withTable { $0.simplified(scalar) } }

    /// The table as memory that is valid while `body` runs, for those who ask for one character after the other.
    static func withTable<R>(_ body: (View) -> R) -> R { simplified.withUnsafeBufferPointer { body(View(table: $0)) } }

    struct View {
        fileprivate let table: UnsafeBufferPointer<UInt16>

        @inline(__always)
        func simplified(_ scalar: UInt32) -> UInt32 {
            guard scalar >= first, scalar <= last else { return scalar }
            let other = table[Int(scalar - first)]
            return other == 0 ? scalar : UInt32(other)
        }
    }
}
