import ArgumentParser
import Fangan
import FanganExport
import FanganUnits

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes pages to look at, in Chinese: the plans with what was found in them, all tasks, what to check.",
        discussion: """
            The pages need no server and no network: open index.html in a browser, copy the folder to a \
            file share, or send a single page to somebody.

            Examples:
              fangan report tasks                     into tasks/report
              fangan report tasks --out pages
            """)

    @Argument(help: "The folder that fangan build has written.")
    var store: String

    @Option(help: ArgumentHelp("The folder to write into. (default: report in the folder)", valueName: "dir"))
    var out: String?

    @Flag(help: "Says nothing but errors.")
    var quiet = false

    func validate() throws {
        if let out, out.isEmpty { throw ValidationError("--out must name a folder.") }
    }

    func run() throws {
        let folder = out ?? store + "/report"
        do {
            let failed = (try? InputFile.read(store + "/manifest.json", maxBytes: 1 << 30)).map(Report.Failed.all) ?? []
            let plans = try Report(of: FolderStore(folder: store), failed: failed, catalogue: try? UnitCatalogue.load()).write(to: folder)
            if !quiet { Terminal.writeError("fangan: pages over \(plans) documents: \(folder)/index.html") }
        } catch let failure as PlanStoreFailure {
            Terminal.error("\(failure.path): \(failure.message)")
            throw ExitStatus.usage
        } catch let failure as FileFailure {
            Terminal.error(failure.description)
            throw ExitStatus.unwritable
        }
    }
}
