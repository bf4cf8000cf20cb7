import ArgumentParser
import FanganExport
import FanganStore
import FanganUnits

struct TasksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks",
        abstract: "Lists tasks of a store: of a unit, a field of government, a region, due before a day.",
        discussion: """
            Conditions narrow the list together; --unit, --role and --field are asked of one and the same unit of
            a task. Tasks that are due first come first, then those without a date.

            Examples:
              fangan tasks --store tasks --unit 财政局 --due-before 2025-07-01
              fangan tasks --store tasks --region 四川省 --field fiscal --role lead
              fangan tasks --store tasks --due-from 2025 --due-before 2026 --json
            """)

    enum Role: String, ExpressibleByArgument, CaseIterable { case lead, responsible, support }

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("Units whose name holds this, or that a plan means by it.", valueName: "name"))
    var unit: String?

    @Option(help: "What the unit is to the task.")
    var role: Role?

    @Option(help: ArgumentHelp("Field of government: its identifier, or words of its name.", valueName: "field"))
    var field: String?

    @Option(help: ArgumentHelp("Region of the plan with all below it: its code, or its full name where only one has it.", valueName: "region"))
    var region: String?

    @Option(help: ArgumentHelp("Due before this day, month or year begins: 2025-07-01, 2025-07, 2025.", valueName: "date"))
    var dueBefore: String?

    @Option(help: ArgumentHelp("Due when this day, month or year begins, or later.", valueName: "date"))
    var dueFrom: String?

    @Option(help: ArgumentHelp("Shows no more than this.", valueName: "n"))
    var limit = 1_000

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
        for (name, date) in [("--due-before", dueBefore), ("--due-from", dueFrom)] {
            if let date, !Self.isDate(date) { throw ValidationError("\(name) must be a year, a month or a day: 2025, 2025-07, 2025-07-01.") }
        }
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return false }
        return (parts.count < 2 || (1...12).contains(Int(parts[1]) ?? 0)) && (parts.count < 3 || (1...31).contains(Int(parts[2]) ?? 0))
    }

    func run() throws {
        try options.answer { store in
            var query = TaskQuery()
            (query.unit, query.role, query.field, query.limit) = (unit, role?.rawValue, field, limit)
            (query.dueBefore, query.dueFrom) = (dueBefore, dueFrom)
            if let unit { query.unitIDs = try UnitChoice(unit, regions: store.regions()).ids.sorted() }
            if let region { query.region = try Self.prefix(UnitCommand.region(region, UnitCatalogue.load()).code) }
            let (tasks, isComplete) = try store.tasks(query)
            if options.json { return try Terminal.writeOutput(StoredJSON.encode(tasks, isComplete: isComplete)) }
            try Terminal.writeOutput(Array(options.printer.print(tasks, isComplete: isComplete).utf8))
        }
    }

    /// The digits that all codes of a region begin with: `51` of 510000.
    private static func prefix(_ code: String) -> String {
        var code = code[...]
        while code.hasSuffix("00") { code = code.dropLast(2) }
        return String(code)
    }
}
