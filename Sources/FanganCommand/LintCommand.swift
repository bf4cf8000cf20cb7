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
            Each finding has its place (file:line:column), the words in question and what \
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

    enum Least: String, ExpressibleByArgument, CaseIterable { case note, warning }

    @Argument(help: "Plans, or folders with plans.")
    var plan: [String]

    @OptionGroup var page: PageOptions

    @Option(help: "The least severity that is shown.")
    var severity = Least.note

    func run() throws {
        let inputs = Inputs(plan)
        let linter = PlanLinter(pipeline: try page.pipeline)
        let printer = LintPrinter(width: page.width ?? Terminal.width, isColored: page.isColored)
        var reports: [LintReport] = [], isClean = true
        for entry in inputs.entries {
            guard var report = report(of: entry, linter) else { isClean = false; continue }
            if report.needsWork { isClean = false }
            if severity == .warning { report.entries.removeAll { $0.finding.severity == .note } }
            switch page.format {
            case .json: reports.append(report)
            case .text: try Terminal.writeOutput(Array(printer.print(report).utf8))
            }
        }
        if inputs.isEmpty { throw ExitStatus.usage }
        if page.format == .json { try Terminal.writeOutput(LintJSON.encode(reports, generator: Version.generator)) }
        if !isClean { throw ExitStatus.someFailed }
    }

    /// Nil where a plan cannot be read; that is then said on standard error.
    private func report(of entry: Inputs.Entry, _ linter: PlanLinter) -> LintReport? {
        do throws(DocumentFailure) {
            switch entry {
            case .file(let input): return try linter.report(bytes: InputFile.read(input, maxBytes: page.maxBytes), uri: input.uri)
            case .failed(_, let failure): throw failure
            }
        } catch {
            Terminal.error("\(entry.uri): \(error.message)")
            return nil
        }
    }
}
