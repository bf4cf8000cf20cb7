import ArgumentParser
import Fangan
import FanganComparison
import FanganExport

struct LikeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "like",
        abstract: "Finds the duties of other plans that are nearest to one task.",
        discussion: """
            Examples:
              fangan like plan.txt 4.1 tasks
              fangan like plan.txt 三、（一） tasks --limit 5
              fangan like plan.txt 表/1/5 tasks
            """)

    @Argument(help: "The plan.")
    var plan: String

    @Argument(help: "The task: its identifier, or its labels one behind the other; their marks may be left out (三（一）2), and / may part them.")
    var item: String

    @Argument(help: "Where to look: folders that fangan build has written, folders with plans, or plans.")
    var store: [String]

    @OptionGroup var page: PageOptions

    @Option(help: ArgumentHelp("So many at most.", valueName: "n"))
    var limit = 10

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    }

    func run() throws {
        let graph = try PlanFile(plan, page).understood().graph
        let duties = Duty.all(of: graph, document: 0)
        let named = DutyName(item).duties(in: duties)
        guard let duty = named.first else {
            Terminal.error("\(item): The plan has no such task. “fangan show” lists them.")
            throw ExitStatus.usage
        }
        if named.count > 1 {
            let names = named.prefix(8).map(\.item).joined(separator: ", ") + (named.count > 8 ? " …" : "")
            Terminal.error("\(item): \(named.count) tasks of the plan have these labels. Name one by its identifier: \(names)")
            throw ExitStatus.usage
        }
        let plans = try PlanCollection(store, page)
        let similar = SimilarDuties(to: duty, of: graph, in: plans.graphs, limit: limit)
        switch page.format {
        case .json: try Terminal.writeOutput(ComparisonJSON.encode(similar))
        case .text: try Terminal.writeOutput(Array(ComparisonPrinter(width: page.columns, isColored: page.isColored).print(similar).utf8))
        }
        if plans.failures > 0 { throw ExitStatus.someFailed }
    }
}
