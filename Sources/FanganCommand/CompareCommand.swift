import ArgumentParser
import Fangan
import FanganComparison
import FanganExport
import FanganUnits

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Sets the duties of several plans side by side: who leads, by when, how much, and who has no such duty.",
        discussion: """
            An input is a plan, a folder with plans, or a folder or fangan.sqlite that fangan build --out has written.

            Examples:
              fangan compare city-a.txt city-b.txt city-c.txt
              fangan compare tasks --topic 宣传
              fangan compare tasks/fangan.sqlite --region 江西省 --about 公租房
              fangan compare tasks --format json > comparison.json
              fangan compare tasks --csv comparison.csv --xlsx comparison.xlsx
              fangan compare tasks --html comparison.html
            """)

    @Argument(help: "Plans, folders with plans, or folders that fangan build has written.")
    var input: [String]

    @OptionGroup var page: PageOptions

    @Option(help: ArgumentHelp("Shows only topics whose titles hold this.", valueName: "words"))
    var topic: String?

    @Option(help: ArgumentHelp("Only plans of a region and of the regions in it.", valueName: "name or code"))
    var region: String?

    @Option(help: ArgumentHelp("Only plans that hold this in their title or in a duty.", valueName: "words"))
    var about: String?

    @Option(help: ArgumentHelp("How alike duties of one topic are on average, 0 to 1.", valueName: "likeness"))
    var threshold = TopicFinder.threshold

    @Option(help: ArgumentHelp("Also writes one row for each duty.", valueName: "file"))
    var csv: String?

    @Option(help: ArgumentHelp("Also writes a workbook for Excel and WPS, topics down and plans across.", valueName: "file"))
    var xlsx: String?

    @Option(help: ArgumentHelp("Also writes a page for a browser, topics down and plans across.", valueName: "file"))
    var html: String?

    func validate() throws {
        if !(threshold > 0 && threshold <= 1) { throw ValidationError("--threshold must be over 0 and at most 1.") }
    }

    func run() throws {
        var plans = try PlanCollection(input, page)
        if plans.graphs.isEmpty { throw ExitStatus.usage }
        plans.keep(region: try region.map { try TasksCommand.prefix(UnitCommand.region($0, UnitCatalogue.load()).code) }, about: about)
        if plans.graphs.isEmpty {
            Terminal.error("None of the plans is of that region or holds those words.")
            throw ExitStatus.usage
        }
        let comparison = Comparison(plans.graphs, threshold: threshold)
        let written = try html.map { ($0, try Report.page(of: comparison)) }
        do throws(FileFailure) {
            if let (path, bytes) = written { try AtomicFile.write(bytes, to: path) }
            if let csv { try AtomicFile.write(ComparisonTable.csv(comparison), to: csv) }
            if let xlsx { try ComparisonTable.workbook(comparison).write(to: xlsx) }
        } catch {
            Terminal.error(error.description)
            throw ExitStatus.unwritable
        }
        switch page.format {
        case .json: try Terminal.writeOutput(ComparisonJSON.encode(comparison))
        case .text: try Terminal.writeOutput(Array(ComparisonPrinter(width: page.columns, isColored: page.isColored).print(comparison, topic: topic).utf8))
        }
        if plans.failures > 0 { throw ExitStatus.someFailed }
    }
}
