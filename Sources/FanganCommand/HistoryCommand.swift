import ArgumentParser
import Fangan
import FanganExport
import FanganRevision

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Lists the versions of a plan among documents that were built, and what each changed.",
        discussion: """
            A store is the folder that fangan build --out has written. Versions of one plan are documents of the \
            same issuers and title but for 征求意见稿, 修订, 试行 and the like.

            Examples:
              fangan history tasks                   plans with several versions
              fangan history tasks --work 口袋公园    the versions of one, what each changed
              fangan history tasks --work 口袋公园 --format json
            """)

    @Argument(help: "The folder that fangan build has written.")
    var store: String

    @Option(help: ArgumentHelp("The plan: words of its title, its number, or its identifier.", valueName: "plan"))
    var work: String?

    @Option(help: ArgumentHelp("Shows only what concerns units whose name holds this.", valueName: "name"))
    var unit: String?

    @OptionGroup var page: PageOptions

    func run() throws {
        let plans = FolderStore(folder: store)
        do {
            let histories = PlanHistory.all(try plans.documents())
            guard let work else { return try list(histories.filter { $0.versions.count > 1 || !$0.copies.isEmpty }, of: histories.count) }
            try show(chosen(histories, work), plans)
        } catch let failure as PlanStoreFailure {
            Terminal.error("\(failure.path): \(failure.message)")
            throw ExitStatus.usage
        }
    }

    /// The one plan that is meant.
    private func chosen(_ histories: [PlanHistory], _ words: String) throws -> PlanHistory {
        let found = histories.filter { $0.isMeant(by: words) }
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            Terminal.error("--work \(words): There is no such plan in \(store). Without --work all with several versions are listed.")
        } else {
            Terminal.error("--work \(words): Several plans are meant. Give one of: " + found.prefix(8).map { "\($0.work) \($0.versions[0].facts.title ?? $0.versions[0].name)" }.joined(separator: "; "))
        }
        throw ExitStatus.usage
    }

    private func list(_ histories: [PlanHistory], of all: Int) throws {
        switch page.format {
        case .json: try Terminal.writeOutput(HistoryJSON.encode(histories))
        case .text: try Terminal.writeOutput(Array(HistoryPrinter(width: page.columns, isColored: page.isColored).print(histories, of: all).utf8))
        }
    }

    private func show(_ history: PlanHistory, _ plans: some PlanStore) throws {
        let versions = try history.versions.map { try plans.plan($0.name) }.map { PlanVersion(graph: $0.graph, text: $0.text) }
        let meant = try unit.map { try UnitChoice($0, regions: versions.map(\.graph.document.region)) }
        let revisions = zip(versions, versions.dropFirst()).map { old, new in
            let revision = Revision(from: old, to: new)
            return meant.map { revision.concerning($0.holds) } ?? revision
        }
        let units = revisions.map { $0.summaries(meant?.holds) }
        switch page.format {
        case .json: try Terminal.writeOutput(HistoryJSON.encode(history, Array(zip(revisions, units))))
        case .text:
            let printer = HistoryPrinter(width: page.columns, isColored: page.isColored)
            try Terminal.writeOutput(Array(printer.print(history, Array(zip(revisions, units)), unit: unit).utf8))
        }
    }
}
