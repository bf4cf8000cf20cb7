import ArgumentParser
import Fangan
import FanganExport
import FanganLint

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Looks drafts through: numbering, units, dates, phases, references, brackets.",
        usage: "fangan lint <plan> ... [options]",
        discussion: """
            Each finding has its place (file:line:column), the words in question and what
            to do. docs/diagnostics.md explains the codes.

            Exit status:
              0  nothing, or notes only
              1  findings of severity warning or more, or a plan that cannot be read
              2  wrong usage, or nothing to do

            Examples:
              fangan lint draft.txt
              fangan lint drafts/ --severity warning
              fangan lint draft.txt --format json > findings.json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
    enum Least: String, ExpressibleByArgument, CaseIterable { case note, warning }

    @Argument(help: "Plans, or folders with plans.")
    var plan: [String]

    @Option(help: "For a person, or for programs.")
    var format = Format.text

    @Option(help: "The least severity that is shown.")
    var severity = Least.note

    @Option(help: "Colours; auto: on a terminal, unless NO_COLOR is set.")
    var color = ShowCommand.Coloring.auto

    @Option(help: ArgumentHelp("Columns of a line. (default: the terminal's; without one lines are whole)", valueName: "n"))
    var width: Int?

    @Option(help: ArgumentHelp("Refuses larger files.", valueName: "n"))
    var maxBytes = 64 << 20

    func validate() throws {
        if let width, width < 40 { throw ValidationError("--width must be 40 or more.") }
        if maxBytes < 1 { throw ValidationError("--max-bytes must be 1 or more.") }
    }

    func run() throws {
        let inputs = Inputs(plan)
        let linter = PlanLinter(pipeline: try Pipeline(maxBytes: maxBytes))
        let printer = LintPrinter(width: width ?? Terminal.width, isColored: isColored)
        var reports: [LintReport] = [], isClean = true
        for entry in inputs.entries {
            guard var report = report(of: entry, linter) else { isClean = false; continue }
            if report.needsWork { isClean = false }
            if severity == .warning { report.entries.removeAll { $0.finding.severity == .note } }
            switch format {
            case .json: reports.append(report)
            case .text: try Terminal.writeOutput(Array(printer.print(report).utf8))
            }
        }
        if inputs.isEmpty { throw ExitStatus.usage }
        switch format {
        case .json: try Terminal.writeOutput(LintJSON.encode(reports, generator: Version.generator, absent: Linter.absent))
        case .text: try Terminal.writeOutput(Array(printer.print(absent: Linter.absent).utf8))
        }
        if !isClean { throw ExitStatus.someFailed }
    }

    /// Nil where a plan cannot be read; that is then said on standard error.
    private func report(of entry: Inputs.Entry, _ linter: PlanLinter) -> LintReport? {
        do throws(DocumentFailure) {
            switch entry {
            case .file(let input): return try linter.report(bytes: InputFile.read(input.uri, maxBytes: maxBytes), uri: input.uri)
            case .failed(_, let failure): throw failure
            }
        } catch {
            Terminal.error("\(entry.uri): \(error.message)")
            return nil
        }
    }

    private var isColored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: Terminal.wantsColor
        }
    }
}
