import ArgumentParser
import Fangan
import FanganExport

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what is understood of a plan: its outline as a tree, who, by when, points, targets, open points.",
        discussion: """
            Examples:
              fangan show plan.txt
              fangan show plan.txt --width 100 --color always | less -R
              fangan show plan.txt --format json > plan.graph.json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
    enum Coloring: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Argument(help: "The plan.")
    var plan: String

    @Option(help: "A tree to read, or the task graph.")
    var format = Format.text

    @Option(help: "Colours; auto: on a terminal, unless NO_COLOR is set.")
    var color = Coloring.auto

    @Option(help: ArgumentHelp("Columns of a line. (default: the terminal's, else 80)", valueName: "n"))
    var width: Int?

    @Option(help: ArgumentHelp("Refuses larger files.", valueName: "n"))
    var maxBytes = 64 << 20

    func validate() throws {
        if let width, width < 40 { throw ValidationError("--width must be 40 or more.") }
        if maxBytes < 1 { throw ValidationError("--max-bytes must be 1 or more.") }
    }

    func run() throws {
        let understood: UnderstoodPlan
        do throws(DocumentFailure) {
            understood = try understand()
        } catch {
            Terminal.error("\(plan): \(error.message)")
            throw error.code == "input.not-found" ? ExitStatus.usage : ExitStatus.someFailed
        }
        switch format {
        case .json: try Terminal.writeOutput(GraphJSON.encode(understood.graph))
        case .text:
            let printer = OutlinePrinter(width: width ?? Terminal.width ?? 80, isColored: isColored)
            try Terminal.writeOutput(Array(printer.print(understood.graph, text: understood.text).utf8))
        }
    }

    private func understand() throws(DocumentFailure) -> UnderstoodPlan {
        let bytes = try InputFile.read(plan, maxBytes: maxBytes)
        guard case .file(let input) = Inputs([plan]).entries.first else {
            throw DocumentFailure(code: "input.not-found", what: "There is no such file.", advice: "Check the path.")
        }
        let pipeline: Pipeline
        do { pipeline = try Pipeline(maxBytes: maxBytes) } catch {
            throw DocumentFailure(code: "fangan.data", what: "The program's own data cannot be read (\(error)).", advice: "Install it anew.")
        }
        return try pipeline.run(bytes: bytes, uri: input.uri, name: input.name)
    }

    private var isColored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: Terminal.wantsColor
        }
    }
}
