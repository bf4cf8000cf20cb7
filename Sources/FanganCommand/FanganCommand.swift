import ArgumentParser
import Fangan

/// `fangan`: turns government plans into task data.
@main
struct FanganCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fangan",
        abstract: "Turns Chinese government plans (方案) into task data: who does what, by when, and where the plan says so.",
        discussion: """
            Examples:
              fangan build plans/ --out tasks          every plan of a folder, into tasks/
              fangan build a.txt b.md --out tasks      some plans
              fangan show plan.txt                     what is understood of one plan
              fangan show plan.txt --format json       the same as a task graph
              fangan lint draft.txt                    what to look at before it is issued
              fangan diff draft.txt final.txt          what a new version changed
              fangan history tasks                     versions of the plans of a folder
              fangan compare tasks                     the same duty in other regions
              fangan like plan.txt 4.1 tasks           the duties nearest to one task
              fangan export tasks --format xlsx        its tasks for Excel and WPS
              fangan report tasks                      pages to look at in a browser
              fangan build plans/ --out tasks --formats sqlite  into a database too
              fangan search 口袋公园 --store tasks      where words stand in all its plans
              fangan tasks --unit 财政局 --store tasks  what a unit has to do
              fangan tasks --unit 财政局 --store tasks --out 财政局.xlsx
              fangan unit 区发改局 --region 510411     whose organ a name means, and why

            Exit status:
              0  every document came out
              1  some documents failed; all others came out
                 lint: there are findings of severity warning or more
              2  wrong usage, or nothing to do
              3  output cannot be written
              130  interrupted; run the same command again to go on
            """,
        version: Version.generator,
        subcommands: [BuildCommand.self, ShowCommand.self, LintCommand.self, DiffCommand.self, HistoryCommand.self, ExportCommand.self, ReportCommand.self, CompareCommand.self, LikeCommand.self, SearchCommand.self, TasksCommand.self, UnitCommand.self])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch {
            leave(error)
        }
    }

    /// Ends the program. What the argument parser calls EX_USAGE (64) is 2 here, as documented.
    private static func leave(_ error: any Error) -> Never {
        if let status = error as? ExitStatus { Self.exit(withError: ExitCode(status.rawValue)) }
        let code = exitCode(for: error)
        guard code != .success else { Self.exit(withError: error) }
        let message = fullMessage(for: error)
        Terminal.writeError(message.hasPrefix("Error: ") ? "fangan: error: " + message.dropFirst(7) : message)
        Self.exit(withError: ExitCode(ExitStatus.usage.rawValue))
    }
}

/// How the program ended.
enum ExitStatus: Int32, Error {
    case someFailed = 1
    case usage = 2
    case unwritable = 3
    case interrupted = 130
}
