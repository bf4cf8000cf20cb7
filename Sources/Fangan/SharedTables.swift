import FanganExport

/// The files that hold something of every document: `tasks.csv`, `tasks.ndjson`, `mentions.csv`, `units.csv`, `unresolved.csv`,
/// `references.csv`, `manifest.json`.
///
/// They grow in temporary files and take their places together at the end, the manifest behind them: while it is the old
/// one, the run is not done. The tables with documents' own rows grow under `.fangan/`, with an index of what stands where
/// (``KeptRows``): what an interrupted run leaves of them the next one reads.
struct SharedTables: ~Copyable {
    private var csv: AtomicFile
    private var ndjson: AtomicFile
    private var mentions: AtomicFile
    private var units: AtomicFile
    private var unresolved: AtomicFile
    private var references: AtomicFile
    private var manifest: AtomicFile
    private var kept: AtomicFile
    private let folder: String
    private var rows = ManifestWriter()
    private var unitTable = UnitTable()
    private var referenceTable = ReferenceTable()

    init(folder: String, generator: String) throws(FileFailure) {
        let own = folder + "/.fangan/"
        func table(_ k: Int) throws(FileFailure) -> AtomicFile {
            try AtomicFile(path: folder + "/" + KeptRows.tables[k], temporary: own + KeptRows.next(KeptRows.tables[k]))
        }
        var csv = try table(0)
        try csv.append(TaskTable.csvHeader)
        let ndjson = try table(1)
        var mentions = try table(2)
        try mentions.append(MentionTable.header)
        let units = try AtomicFile(path: folder + "/units.csv")
        let unresolved = try AtomicFile(path: folder + "/unresolved.csv")
        var references = try AtomicFile(path: folder + "/references.csv")
        try references.append(ReferenceTable.header)
        var manifest = try AtomicFile(path: folder + "/manifest.json")
        try manifest.append(rows.header(generator: generator))
        kept = try AtomicFile(path: own + KeptRows.kept, temporary: own + KeptRows.next(KeptRows.index))
        self.folder = folder
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
        let places = [csv.count, output.csv.count, ndjson.count, output.ndjson.count, mentions.count, output.mentions.count]
        try csv.append(output.csv)
        try ndjson.append(output.ndjson)
        try mentions.append(output.mentions)
        if let name = output.row.name {
            unitTable.add(output.units, document: name)
            if let share = output.references { referenceTable.add(share, document: name) }
        }
        if let record = output.record { try kept.append(record.bytes(places: places)) }
        try manifest.append(rows.row(output.row))
    }

    /// Leaves what there is for the next run, as far as it can be written.
    mutating func leave() {
        csv.leave()
        ndjson.leave()
        mentions.leave()
        kept.leave()
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
        try kept.commit()
        KeptRows.removeLeft(in: folder)
    }
}
