/// A vocabulary file: tab-separated, UTF-8, `#` begins a comment line, the first other line names the columns.
public struct TabTable: Sendable {
    public let columns: [String]
    public let rows: [[String]]

    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var columns: [String] = []
        var rows: [[String]] = []
        for line in bytes.split(separator: 0x0A) {
            guard line.first != 0x23 else { continue }
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
            if columns.isEmpty { columns = fields } else { rows.append(fields) }
        }
        self.columns = columns
        self.rows = rows
    }

    /// The words of a table whose first column is a word and whose second says what it is.
    public func words(_ kind: String) -> [String] {
        rows.compactMap { $0.count > 1 && $0[1] == kind ? $0[0] : nil }
    }
}
