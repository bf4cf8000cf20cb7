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
              fangan diff draft.txt final.txt --xlsx compared.xlsx
              fangan diff draft.txt final.txt --html compared.html
              fangan diff --implements city.txt county.txt
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

    @Option(help: ArgumentHelp("Also writes the two versions side by side (对照表) for Excel and WPS.", valueName: "file"))
    var xlsx: String?

    @Option(help: ArgumentHelp("Also writes a page for a browser, both versions side by side.", valueName: "file"))
    var html: String?

    @Flag(help: "OLD is a plan and NEW one that implements it: which duties it takes up, drops and adds.")
    var implements = false

    func validate() throws {
        if implements, unit != nil || strict || xlsx != nil || html != nil { throw ValidationError("--implements goes without --unit, --strict, --xlsx and --html.") }
    }

    func run() throws {
        let versions = try [old, new].map { path in
            let plan = try PlanFile(path, page).understood()
            return PlanVersion(graph: plan.graph, text: plan.text)
        }
        if implements { return try show(PlanImplementation(of: versions[0], by: versions[1])) }
        let meant = try unit.map { try UnitChoice($0, regions: versions.map(\.graph.document.region)) }
        var revision = Revision(from: versions[0], to: versions[1], isStrict: strict)
        if let meant {
            revision = revision.concerning(meant.holds)
            if !versions.contains(where: { $0.graph.names(meant) }) { Terminal.writeError("fangan: no unit of either version is called “\(unit ?? "")”") }
        }
        let units = revision.summaries(meant?.holds)
        if let xlsx { try write(RevisionWorkbook.make(revision, units: units), to: xlsx) }
        if let html { try write(try Report.page(of: revision), to: html) }
        switch page.format {
        case .json: try Terminal.writeOutput(RevisionJSON.encode(revision, units: units))
        case .text:
            let printer = RevisionPrinter(width: page.columns, isColored: page.isColored)
            try Terminal.writeOutput(Array(printer.print(revision, units: units, unit: unit).utf8))
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        do { try AtomicFile.write(bytes, to: path) } catch {
            Terminal.error("\(error)")
            throw ExitStatus.unwritable
        }
    }

    private func write(_ workbook: Workbook, to path: String) throws {
        do { try workbook.write(to: path) } catch {
            Terminal.error("\(error)")
            throw ExitStatus.unwritable
        }
    }

    private func show(_ implementation: PlanImplementation) throws {
        switch page.format {
        case .json: try Terminal.writeOutput(ImplementationJSON.encode(implementation))
        case .text:
            let printer = ImplementationPrinter(width: page.columns, isColored: page.isColored)
            try Terminal.writeOutput(Array(printer.print(implementation).utf8))
        }
    }
}
