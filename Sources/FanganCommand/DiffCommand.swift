import ArgumentParser
import Fangan
import FanganExport
import FanganRevision

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Shows what a new version of a plan changed: duties, units, deadlines, points, targets, words.",
        discussion: """
            Changes of layout, width and punctuation alone are none, unless --strict.

            Examples:
              fangan diff draft.txt final.txt
              fangan diff draft.txt final.txt --unit 住建
              fangan diff draft.txt final.txt --format json > revision.json
            """)

    @Argument(help: "The older version.")
    var old: String

    @Argument(help: "The newer version.")
    var new: String

    @OptionGroup var page: PageOptions

    @Option(help: ArgumentHelp("Shows only what concerns units whose name holds this.", valueName: "name"))
    var unit: String?

    @Flag(help: "Shows changes of layout, width and punctuation too.")
    var strict = false

    func run() throws {
        let versions = try [old, new].map { path in
            let plan = try PlanFile(path, page).understood()
            return PlanVersion(graph: plan.graph, text: plan.text)
        }
        let revision = Revision(from: versions[0], to: versions[1], isStrict: strict)
        switch page.format {
        case .json: try Terminal.writeOutput(RevisionJSON.encode(revision))
        case .text:
            let printer = RevisionPrinter(width: page.columns, isColored: page.isColored)
            try Terminal.writeOutput(Array(printer.print(revision, unit: unit).utf8))
        }
    }
}
