import FanganExport

/// What one document gives to the files that are shared by all documents of a run.
struct DocumentOutput: Sendable {
    var row: ManifestRow
    /// Its records of `tasks.csv`.
    var csv: [UInt8] = []
    /// Its lines of `tasks.ndjson`.
    var ndjson: [UInt8] = []
    /// Its records of `mentions.csv`.
    var mentions: [UInt8] = []
    /// Its share of `units.csv`.
    var units: [UnitOccurrence] = []
    /// Its share of `references.csv`; nil for an input that gave no graph.
    var references: DocumentReferences?
    /// What is kept of it for a later run; nil for an input that failed.
    var record: KeptRecord?
    /// What is handed to a receiver of graphs; nil where there is none.
    var result: Batch.Result?

    /// Of its rows, in bytes.
    var size: Int { csv.count + ndjson.count + mentions.count }
}
