import ArgumentParser
import Fangan
import FanganExport
import FanganStore

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Turns plans into task data in a folder.",
        usage: "fangan build <input> ... --out <dir> [options]",
        discussion: """
            Folders and zip archives are searched for \(Inputs.endings) files; a file that is named itself is always tried, \
            and - stands for a plan on standard input. A second run into the same folder redoes only what \
            has changed. The output folder then holds:
              graphs/         one task graph per document (JSON)
              text/           the text that the places in a graph count in
              tasks.csv       one row per task, for spreadsheet programs
              tasks.ndjson    the same for other programs
              units.csv       every unit, its spellings and the number of its tasks
              mentions.csv    where each of them stands, and how it is spelled there
              unresolved.csv  bodies whose field is not known, for a table of your own
              references.csv  every document that is named, and which of the plans it is
              manifest.json   what became of every input

            Examples:
              fangan build plans/ --out tasks
              fangan build plans/ extra.txt --out tasks --jobs 4
              fangan build plans/ --out tasks --quiet --max-bytes 1000000
              fangan build plans/ --out tasks --units own.tsv
              curl -s https://example.org/plan.html | fangan build - --out tasks
              fangan build plans/ --out tasks --formats xlsx,sqlite
              fangan build plans/ --out tasks --formats ics,graphml
            """)

    @Argument(help: "Plans, or folders with plans.")
    var input: [String]

    @Option(help: ArgumentHelp("The folder to write into; it is made where it is missing.", valueName: "dir"))
    var out: String

    @Option(help: ArgumentHelp("Documents to work on at the same time. (default: one per core)", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Says nothing but errors.")
    var quiet = false

    @Option(help: ArgumentHelp("Refuses larger files.", valueName: "n"))
    var maxBytes = 64 << 20

    @OptionGroup var ownUnits: OwnUnitsOption

    @Option(help: ArgumentHelp("Writes these too, commas between; xlsx: tasks.xlsx, a 任务分解表 for Excel and WPS; sqlite: fangan.sqlite, which fangan search and fangan tasks answer from; graphml, neo4j, kuzu, jsonld, ics, msproject, akn, postgres: see fangan export.", valueName: "formats"))
    var formats: [ExportFormats] = []

    @Flag(help: "Takes documents out of fangan.sqlite that are no longer among the inputs.")
    var prune = false

    @Option(help: "Tracked changes of Word files; report: accept and name each.")
    var changes = TrackedChanges.accept

    @Option(help: "When text in traditional characters is read as simplified.")
    var hans = HansMapping.auto

    @Option(help: ArgumentHelp("Seconds that a document may take; 0: no limit.", valueName: "n"))
    var timeout = 120

    func validate() throws {
        if timeout < 0 { throw ValidationError("--timeout must be 0 or more.") }
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
        if maxBytes < 1 { throw ValidationError("--max-bytes must be 1 or more.") }
        if prune && !wanted.contains(.sqlite) { throw ValidationError("--prune goes with --formats sqlite.") }
        if out.isEmpty { throw ValidationError("--out must name a folder.") }
    }

    func run() async throws {
        let inputs = Inputs(input, outputFolder: out, maxBytes: maxBytes)
        if inputs.isEmpty {
            for case .failed(let uri, let failure) in inputs.entries { Terminal.error("\(uri): \(failure.message)") }
            throw ExitStatus.usage
        }
        Machine.keepMemory()
        let units = try ownUnits.bytes()
        let pipeline = try ownUnits.checked { try Pipeline(maxBytes: maxBytes, localUnits: units, changes: changes, hans: hans, seconds: timeout == 0 ? 3600 : timeout) }
        let options = Batch.Options(
            outputFolder: out, jobs: jobs ?? Machine.cores, maxBytes: maxBytes, seconds: timeout, buildStamp: Machine.buildStamp + OwnUnitsOption.stamp(units) + " " + changes.rawValue + " " + hans.rawValue,
            handsOver: wanted.contains(.sqlite))
        let batch = Batch(options: options, process: { pipeline.steps(bytes: $0, uri: $1.uri, name: $1.name, sha256: $1.sha256) })
        let summary = try await build(batch, inputs)
        if !quiet, let note = Self.passedOver(inputs.passedOver) { Terminal.writeError(note) }
        try finish(summary)
    }

    /// Files of folders that were not tried: `fangan: 3 files passed over: 2 .jpg, 1 without ending`.
    private static func passedOver(_ kinds: [String: Int]) -> String? {
        let total = kinds.values.reduce(0, +)
        guard total > 0 else { return nil }
        let sorted = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let named = sorted.prefix(8).map { "\($0.value) " + ($0.key.isEmpty ? "without ending" : ".\($0.key)") }
        let rest = sorted.dropFirst(8).reduce(0) { $0 + $1.value }
        return "fangan: \(total) file\(total == 1 ? "" : "s") passed over: \((named + (rest > 0 ? ["\(rest) others"] : [])).joined(separator: ", "))"
    }

    /// Exports of an earlier run that this one did not write: fangan tasks and fangan search would answer from what the plans said then.
    private var leftBehind: String? {
        let names = Folder.names(in: out) ?? []
        let old = ExportFormat.allCases.filter { !wanted.contains($0) && names.contains($0.fileName) }
        guard !old.isEmpty else { return nil }
        return "fangan: \(old.map(\.fileName).joined(separator: ", ")): of an earlier run; --formats \(old.map(\.rawValue).joined(separator: ",")) writes \(old.count == 1 ? "it" : "them") anew"
    }

    private var wanted: [ExportFormat] { formats.flatMap(\.formats) }

    private func build(_ batch: Batch, _ inputs: Inputs) async throws -> Batch.Summary {
        let interrupt = Interrupt()
        let signals = StopSignals(interrupt)
        defer { signals.restore() }
        let line = ProgressLine(isShown: Terminal.hasErrorTerminal && !quiet)
        defer { line.clear() }
        do throws(FileFailure) {
            guard wanted.contains(.sqlite) else { return try await batch.run(inputs, interrupt: interrupt) { line.show($0) } }
            try Folder.make(out)
            let store = try StoreOutput(path: out + "/" + ExportFormat.sqlite.fileName)
            let summary = try await batch.run(inputs, interrupt: interrupt, progress: { line.show($0) }, receive: { result throws(FileFailure) in try store.receive(result) })
            try store.finish(prune: prune && !summary.isInterrupted)
            return summary
        } catch {
            line.clear()
            Terminal.error(error.description)
            throw ExitStatus.unwritable
        }
    }

    private func finish(_ summary: Batch.Summary) throws {
        if summary.isInterrupted {
            Terminal.writeError("fangan: interrupted after \(summary.done) of \(summary.total) documents. Run the same command again to go on.")
            throw ExitStatus.interrupted
        }
        for format in wanted where format != .sqlite { try format.write(.folder(FolderStore(folder: out)), to: out + "/" + format.fileName) }
        if !quiet {
            let reused = summary.reused > 0 ? ", \(summary.reused) unchanged" : ""
            let failed = summary.failed > 0 ? ", \(summary.failed) failed" : ""
            Terminal.writeError("fangan: \(summary.total) documents, \(summary.tasks) tasks\(reused)\(failed): \(out)")
            if summary.reused < summary.total, let note = leftBehind { Terminal.writeError(note) }
            if summary.outside > 0 {
                let named = summary.firstOutside.joined(separator: ", ") + (summary.outside > summary.firstOutside.count ? ", …" : "")
                Terminal.writeError("fangan: \(summary.outside) of them hold\(summary.outside == 1 ? "s" : "") text that may ask for work and is in no task; fangan lint says where: \(named)")
            }
        }
        if summary.failed > 0 { throw ExitStatus.someFailed }
    }
}
