import ArgumentParser
import Fangan
import FanganExport
import FanganStore

/// Formats that are made of a whole folder of task data.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case xlsx, sqlite

    /// The file of the format in an output folder.
    var fileName: String {
        switch self {
        case .xlsx: "tasks.xlsx"
        case .sqlite: StoreWriter.fileName
        }
    }

    /// Writes what a folder holds to a file; a failure is told on standard error and ends the program with its status.
    func write(_ folder: FolderStore, to path: String) throws {
        do {
            switch self {
            case .xlsx: try TaskWorkbook.make(of: folder).write(to: path)
            case .sqlite: try StoreOutput(path: path).fill(from: folder)
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
            sqlite: a database that fangan search and fangan tasks answer from; one that is there is
            brought to the state of the folder.

            Examples:
              fangan export tasks --format xlsx
              fangan export tasks --format xlsx --out table.xlsx
              fangan export tasks --format sqlite
            """)

    @Argument(help: "The folder that fangan build has written.")
    var store: String

    @Option(help: "What to write.")
    var format: ExportFormat

    @Option(help: ArgumentHelp("The file to write. (default: tasks.xlsx or fangan.sqlite in the folder)", valueName: "file"))
    var out: String?

    func run() throws {
        let path = out ?? store + "/" + format.fileName
        try format.write(FolderStore(folder: store), to: path)
        Terminal.writeError("fangan: \(format.rawValue): \(path)")
    }
}
