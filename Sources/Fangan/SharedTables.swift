import FanganExport

/// The files that hold something of every document: `tasks.csv`, `tasks.ndjson`, `mentions.csv`, `units.csv`, `unresolved.csv`,
/// `references.csv`, `manifest.json`.
///
/// They grow in temporary files and take their places together at the end, the manifest last: while it is the old
/// one, the run is not done.
struct SharedTables: ~Copyable {
    private var csv: AtomicFile
    private var ndjson: AtomicFile
    private var mentions: AtomicFile
    private var units: AtomicFile
    private var unresolved: AtomicFile
    private var references: AtomicFile
    private var manifest: AtomicFile
    private var rows = ManifestWriter()
    private var unitTable = UnitTable()
    private var referenceTable = ReferenceTable()

    init(folder: String, generator: String) throws(FileFailure) {
        var csv = try AtomicFile(path: folder + "/tasks.csv")
        try csv.append(TaskTable.csvHeader)
        let ndjson = try AtomicFile(path: folder + "/tasks.ndjson")
        var mentions = try AtomicFile(path: folder + "/mentions.csv")
        try mentions.append(MentionTable.header)
        let units = try AtomicFile(path: folder + "/units.csv")
        let unresolved = try AtomicFile(path: folder + "/unresolved.csv")
        var references = try AtomicFile(path: folder + "/references.csv")
        try references.append(ReferenceTable.header)
        var manifest = try AtomicFile(path: folder + "/manifest.json")
        try manifest.append(rows.header(generator: generator))
        self.csv = csv
        self.ndjson = ndjson
        self.mentions = mentions
        self.units = units
        self.unresolved = unresolved
        self.references = references
        self.manifest = manifest
    }

    /// Documents must come in the order of the inputs.
    mutating func append(_ output: DocumentOutput) throws(FileFailure) {
        try csv.append(output.csv)
        try ndjson.append(output.ndjson)
        try mentions.append(output.mentions)
        if let name = output.row.name {
            unitTable.add(output.units, document: name)
            if let share = output.references { referenceTable.add(share, document: name) }
        }
        try manifest.append(rows.row(output.row))
    }

    mutating func commit(milliseconds: Double) throws(FileFailure) {
        try units.append(unitTable.csv())
        try unresolved.append(unitTable.unresolved())
        for place in 0..<referenceTable.count { try references.append(referenceTable.records(ofDocument: place)) }
        try manifest.append(rows.footer(milliseconds: milliseconds))
        try csv.commit()
        try ndjson.commit()
        try mentions.commit()
        try units.commit()
        try unresolved.commit()
        try references.commit()
        try manifest.commit()
    }
}
