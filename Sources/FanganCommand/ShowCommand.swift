import ArgumentParser
import Fangan
import FanganExport

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what is understood of a plan: its outline as a tree, who, by when, points, targets, open points.",
        usage: "fangan show <plan> [options]",
        discussion: """
            Examples:
              fangan show plan.txt
              fangan show plan.txt --width 100 --color always | less -R
              fangan show plan.txt --format json > plan.graph.json
            """)

    @Argument(help: "The plan; - for standard input.")
    var plan: String

    @OptionGroup var page: PageOptions

    func run() throws {
        let (understood, bytes) = try PlanFile(plan, page).read()
        switch page.format {
        case .json: try Terminal.writeOutput(GraphJSON.encode(understood.graph))
        case .text:
            let printer = OutlinePrinter(width: page.columns, isColored: page.isColored)
            try Terminal.writeOutput(Array(printer.print(understood.graph, text: understood.text, places: understood.places(in: bytes)).utf8))
        }
    }
}
