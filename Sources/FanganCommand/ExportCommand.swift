import ArgumentParser
import Fangan
import FanganExport
import FanganStore

/// Formats that are made of a whole folder of task data.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case xlsx, sqlite, graphml, neo4j, kuzu, jsonld, ics, msproject, akn

    /// The file or folder of the format in an output folder.
    var fileName: String {
        switch self {
        case .xlsx: "tasks.xlsx"
        case .sqlite: StoreWriter.fileName
        case .graphml: "tasks.graphml"
        case .neo4j, .kuzu, .akn: rawValue
        case .jsonld: "plans.jsonld"
        case .ics: "tasks.ics"
        case .msproject: "tasks.project.xml"
        }
    }

    /// Writes what a folder holds to a file; a failure is told on standard error and ends the program with its status.
    func write(_ folder: FolderStore, to path: String) throws {
        do {
            switch self {
            case .xlsx: try TaskWorkbook.make(of: folder).write(to: path)
            case .sqlite: try StoreOutput(path: path).fill(from: folder)
            default: try writePlans(of: folder, to: path)
            }
        } catch let failure as PlanStoreFailure {
            Terminal.error("\(failure.path): \(failure.message)")
            throw ExitStatus.usage
        } catch let failure as FileFailure {
            Terminal.error(failure.description)
            throw ExitStatus.unwritable
        }
    }

    private func writePlans(of folder: FolderStore, to path: String) throws {
        let files = ExportFiles(path: path)
        guard var export = planExport(files) else { return }
        for name in try folder.names() {
            let plan = try folder.plan(name)
            try export.add(ExportedPlan(name: name, graph: plan.graph, text: plan.text))
        }
        try export.finish()
        try files.commit()
    }

    /// What writes the format plan by plan; nil for those that need all plans at once.
    private func planExport(_ files: ExportFiles) -> (any PlanExport)? {
        switch self {
        case .xlsx, .sqlite: nil
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
        abstract: "Turns the task data of a folder into a file for other programs.",
        discussion: """
            xlsx: a 任务分解表 for Excel and WPS, one sheet over all plans and one for each.
            sqlite: a database that fangan search and fangan tasks answer from; one that is there is
            brought to the state of the folder.
            graphml: one graph of plans, items, values and units. neo4j, kuzu: tables for the bulk import of
            graph databases, a folder. jsonld: linked data. ics: to-dos for a calendar. msproject: Microsoft
            Project XML. akn: Akoma Ntoso 3.0, a folder with a file for each plan.

            Examples:
              fangan export tasks --format xlsx
              fangan export tasks --format xlsx --out table.xlsx
              fangan export tasks --format sqlite
              fangan export tasks --format kuzu --out graph
            """)

    @Argument(help: "The folder that fangan build has written.")
    var store: String

    @Option(help: "What to write.")
    var format: ExportFormat

    @Option(help: ArgumentHelp("The file or folder to write. (default: one in the folder: tasks.xlsx, fangan.sqlite, tasks.graphml, neo4j, kuzu, plans.jsonld, tasks.ics, tasks.project.xml, akn)", valueName: "file"))
    var out: String?

    func run() throws {
        try format.write(FolderStore(folder: store), to: out ?? store + "/" + format.fileName)
    }
}
