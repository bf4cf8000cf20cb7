import ArgumentParser
import Fangan
import FanganExport
import FanganStore

/// Formats that are made of a whole folder of task data.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case xlsx, sqlite, postgres, graphml, neo4j, kuzu, jsonld, ics, msproject, akn

    /// The file or folder of the format in an output folder.
    var fileName: String {
        switch self {
        case .xlsx: "tasks.xlsx"
        case .sqlite: StoreWriter.fileName
        case .graphml: "tasks.graphml"
        case .neo4j, .kuzu, .akn, .postgres: rawValue
        case .jsonld: "plans.jsonld"
        case .ics: "tasks.ics"
        case .msproject: "tasks.project.xml"
        }
    }

    /// Whether `fangan export` prints it unless a place is named: what another program is to read at once.
    var isPrinted: Bool { self == .postgres }

    /// Writes what a source holds; a failure is told on standard error and ends the program with its status.
    ///
    /// - Parameter path: of the file or folder; nil: standard output.
    func write(_ source: ExportSource, to path: String?) throws {
        try Self.told {
            switch self {
            case .xlsx: try TaskWorkbook.make(of: source.plans).write(to: path ?? fileName)
            case .sqlite: try StoreOutput(path: path ?? fileName).fill(from: source)
            default: try writePlans(of: source, to: path.map { ExportFiles(path: $0) } ?? ExportFiles(stream: { try Terminal.writeOutput($0) }))
            }
        }
    }

    /// Runs work whose failures end the program.
    static func told<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch let failure as PlanStoreFailure {
            Terminal.error("\(failure.path): \(failure.message)")
            throw ExitStatus.usage
        } catch let failure as FileFailure {
            Terminal.error(failure.description)
            throw ExitStatus.unwritable
        }
    }

    private func writePlans(of source: ExportSource, to files: ExportFiles) throws {
        guard var export = planExport(files) else { return }
        for name in try source.names() { try export.add(source.plan(name)) }
        try export.finish()
        try files.commit()
    }

    /// What writes the format plan by plan; nil for those that need all plans at once.
    private func planExport(_ files: ExportFiles) -> (any PlanExport)? {
        switch self {
        case .xlsx, .sqlite: nil
        case .postgres: PostgresExport(files)
        case .graphml: GraphMLExport(files)
        case .neo4j: Neo4jExport(files)
        case .kuzu: KuzuExport(files)
        case .jsonld: LinkedDataExport(files)
        case .ics: CalendarExport(files)
        case .msproject: ProjectExport(files)
        case .akn: AkomaNtosoExport(files)
        }
    }
}

extension FolderStore {
    /// The folder that a run has written.
    init(folder: String) {
        self.init(folder: folder) { path in try InputFile.read(path, maxBytes: 1 << 30) }
    }
}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Turns task data into a file for other programs.",
        discussion: """
            From a folder that fangan build has written, a folder of task graphs, or a fangan.sqlite.
              xlsx       a 任务分解表 for Excel and WPS, one sheet over all plans and one for each
              sqlite     a database that fangan search and fangan tasks answer from; one that is there is
                         brought to the state of the folder
              postgres   the same tables as a script for psql; with --out a folder of COPY files
              graphml    one graph of plans, items, values and units: Gephi, yEd, networkx
              neo4j      a folder of CSV for neo4j-admin database import
              kuzu       a folder of CSV and Cypher
              jsonld     linked data: W3C ORG, PROV, Web Annotation, schema.org, ELI
              ics        to-dos with deadlines and recurrences for a calendar
              msproject  Microsoft Project XML
              akn        Akoma Ntoso 3.0, a folder with a file for each plan

            Examples:
              fangan export tasks --format xlsx
              fangan export tasks --format xlsx --out table.xlsx
              fangan export tasks --format sqlite
              fangan export tasks --format postgres | psql plans
              fangan export tasks/graphs --format kuzu --out graph
              fangan export tasks/fangan.sqlite --format ics --out tasks.ics
            """)

    @Argument(help: "The folder that fangan build has written, a folder of graphs, or a store.")
    var source: String

    @Option(help: "What to write.")
    var format: ExportFormat

    @Option(help: ArgumentHelp("The file or folder to write; - prints. (default: one in the folder: tasks.xlsx, fangan.sqlite, tasks.graphml, neo4j, kuzu, plans.jsonld, tasks.ics, tasks.project.xml, akn; postgres: -)", valueName: "file"))
    var out: String?

    func validate() throws {
        if out == "-" && [.xlsx, .sqlite, .neo4j, .kuzu, .akn].contains(format) { throw ValidationError("\(format.rawValue) cannot be printed: give a file or folder with --out.") }
    }

    func run() throws {
        let source = try ExportFormat.told { try ExportSource(self.source) }
        let place = out ?? (format.isPrinted ? "-" : Self.folder(of: self.source) + "/" + format.fileName)
        if format == .sqlite, case .store = source { throw ValidationError("\(self.source) is a store already.") }
        try format.write(source, to: place == "-" ? nil : place)
        if place != "-" { Terminal.writeError("fangan: \(format.rawValue): \(place)") }
    }

    /// A folder itself, that around `graphs`, that of a file.
    private static func folder(of source: String) -> String {
        if Folder.isFolder(source) { return source }
        guard let cut = source.lastIndex(of: "/") else { return "." }
        return String(source[..<cut])
    }
}
