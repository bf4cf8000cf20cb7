import ArgumentParser
import FanganExport
import FanganStore

/// Where a command finds its store, and how it prints what it found.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder that fangan build --formats sqlite has written, or its fangan.sqlite.", valueName: "dir"))
    var store = "."

    @Flag(help: "Prints JSON for programs.")
    var json = false

    @Option(help: "Colours of the terminal; auto: on a terminal, unless NO_COLOR is set.")
    var color = PageOptions.Coloring.auto

    @Option(help: ArgumentHelp("Columns of a line. (default: the terminal's, else 100)", valueName: "n"))
    var width: Int?

    func validate() throws {
        if let width, width < 40 { throw ValidationError("--width must be 40 or more.") }
    }

    var printer: StoredPrinter {
        let isColored = switch color {
        case .always: true
        case .never: false
        case .auto: Terminal.wantsColor
        }
        return StoredPrinter(width: width ?? Terminal.width ?? 100, isColored: isColored)
    }

    /// A failure is told on standard error and ends the program.
    func answer(_ work: (StoreReader) throws -> Void) throws {
        do { try work(StoreReader(path: store)) } catch let failure as PlanStoreFailure {
            Terminal.error("\(failure.path): \(failure.message)")
            throw ExitStatus.usage
        }
    }
}
