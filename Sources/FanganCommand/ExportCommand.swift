import ArgumentParser
import Fangan
import FanganExport

/// Formats that are made of a whole folder of task data.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case xlsx

    /// The file of the format in an output folder.
    var fileName: String { "tasks." + rawValue }

    /// Writes what a store holds to a file; a failure is told on standard error and ends the program with its status.
    func write(_ store: some PlanStore, to path: String) throws {
        do {
            switch self {
            case .xlsx: try TaskWorkbook.make(of: store).write(to: path)
            }
        } catch let failure as PlanStoreFailure {
            Terminal.error("\(failure.path): \(failure.message)")
            throw ExitStatus.usage
        } catch let failure as FileFailure {
            Terminal.error(failure.description)
            throw ExitStatus.unwritable
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

            Examples:
              fangan export tasks --format xlsx
              fangan export tasks --format xlsx --out table.xlsx
            """)

    @Argument(help: "The folder that fangan build has written.")
    var store: String

    @Option(help: "What to write.")
    var format: ExportFormat

    @Option(help: ArgumentHelp("The file to write. (default: tasks.xlsx in the folder)", valueName: "file"))
    var out: String?

    func run() throws {
        try format.write(FolderStore(folder: store), to: out ?? store + "/" + format.fileName)
    }
}
