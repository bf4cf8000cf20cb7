import ArgumentParser
import Fangan

extension TrackedChanges: ExpressibleByArgument {}
extension HansMapping: ExpressibleByArgument {}

/// What commands that print to a terminal have in common.
struct PageOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
    enum Coloring: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Option(help: "For a person to read, or for programs.")
    var format = Format.text

    @Option(help: "Colours; auto: on a terminal, unless NO_COLOR is set.")
    var color = Coloring.auto

    @Option(help: ArgumentHelp("Columns of a line. (default: the terminal's, else 80)", valueName: "n"))
    var width: Int?

    @Option(help: ArgumentHelp("Refuses larger files.", valueName: "n"))
    var maxBytes = 64 << 20

    @Option(help: "Tracked changes of Word files; report: accept and name each.")
    var changes = TrackedChanges.accept

    @Option(help: "When text in traditional characters is read as simplified.")
    var hans = HansMapping.auto

    func validate() throws {
        if let width, width < 40 { throw ValidationError("--width must be 40 or more.") }
        if maxBytes < 1 { throw ValidationError("--max-bytes must be 1 or more.") }
    }

    /// For the plans that are read.
    var pipeline: Pipeline { get throws { try Pipeline(maxBytes: maxBytes, changes: changes, hans: hans) } }

    var columns: Int { width ?? Terminal.width ?? 80 }

    var isColored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: Terminal.wantsColor
        }
    }
}
