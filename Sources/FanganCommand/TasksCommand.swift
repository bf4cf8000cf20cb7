import ArgumentParser
import FanganExport
import FanganStore
import FanganUnits

struct TasksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks",
        abstract: "Lists tasks of a store: of a unit, a field of government, a region, due before a day.",
        discussion: """
            Conditions narrow the list together; --unit, --role and --field are asked of one and the same unit of \
            a task. What a class of bodies has to do (各县（市、区）人民政府) is found for each of its members \
            that the plan's region gives, and marked so. Tasks that are due first come first, then those \
            without a date. A file for Excel and WPS has the columns of tasks.csv.

            Examples:
              fangan tasks --store tasks --unit 财政局 --due-before 2025-07-01
              fangan tasks --store tasks --region 四川省 --field fiscal --role lead
              fangan tasks --store tasks --due-from 2025 --due-before 2026 --json
              fangan tasks --store tasks --unit 财政局 --out 财政局.xlsx
              fangan tasks --store tasks --unit 财政局 --format csv > 财政局.csv
            """)

    enum Role: String, ExpressibleByArgument, CaseIterable {
        case lead, responsible, support

        /// As the data say it, or as the plans do: 牵头, 牵头单位; 责任; 配合.
        init?(argument: String) {
            let named = Self.allCases.first { argument.hasPrefix($0.printed) }
            guard let role = Self(rawValue: argument) ?? named else { return nil }
            self = role
        }

        private var printed: String {
            switch self {
            case .lead: "牵头"
            case .responsible: "责任"
            case .support: "配合"
            }
        }
    }

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv, xlsx }

    @OptionGroup var options: StoreOptions

    @Option(help: "A list to read, or data for programs, or a table for Excel and WPS. (default: what the name of --out ends in, else text)")
    var format: Format?

    @Option(help: ArgumentHelp("Writes this file instead of printing.", valueName: "file"))
    var out: String?

    @Option(help: ArgumentHelp("Units whose name holds this, or that a plan means by it.", valueName: "name"))
    var unit: String?

    @Option(help: "What the unit is to the task; 牵头, 责任 and 配合 are understood too.")
    var role: Role?

    @Option(help: ArgumentHelp("Field of government: its identifier, or words of its name.", valueName: "field"))
    var field: String?

    @Option(help: ArgumentHelp("Region of the plan with all below it: its code, or its full name where only one has it.", valueName: "region"))
    var region: String?

    @Option(help: ArgumentHelp("Due before this day, month or year begins: 2025-07-01, 2025-07, 2025.", valueName: "date"), transform: DateArgument.init)
    var dueBefore: DateArgument?

    @Option(help: ArgumentHelp("Due when this day, month or year begins, or later.", valueName: "date"), transform: DateArgument.init)
    var dueFrom: DateArgument?

    @Option(help: ArgumentHelp("Gives no more than this. (default: 1000; all in a file)", valueName: "n"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
        if options.json, let format, format != .json { throw ValidationError("--json stands for --format json.") }
        if chosenFormat == .xlsx, out == nil { throw ValidationError("--format xlsx needs a file: give it with --out.") }
        if let out, out.isEmpty { throw ValidationError("--out must name a file.") }
        if let out, format == nil, !options.json, let ending = Self.ending(of: out), ending != "txt", Format(rawValue: ending) == nil {
            throw ValidationError("--out \(out): tasks are written as .txt, .json, .csv or .xlsx; for a file of another name say with --format as which.")
        }
    }

    /// What the name of a file ends in behind its last dot, in small letters: `pdf`; nil where that is no ending (`2024.6月任务`).
    private static func ending(of file: String) -> String? {
        let name = file.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        let isEnding = (1...5).contains(ending.utf8.count) && ending.utf8.allSatisfy { $0 < 0x80 } && ending.contains(where: \.isLetter) && ending.allSatisfy { $0.isLetter || $0.isNumber }
        return isEnding ? ending : nil
    }

    private var chosenFormat: Format {
        if options.json { return .json }
        return format ?? out.flatMap { out in Format.allCases.first { out.lowercased().hasSuffix("." + $0.rawValue) } } ?? .text
    }

    func run() throws {
        try options.answer { store in
            let query = try query(store)
            switch chosenFormat {
            case .text:
                let (tasks, isComplete) = try store.tasks(query)
                try deliver(Array(options.printer.print(tasks, isComplete: isComplete).utf8), tasks.count)
            case .json:
                let (tasks, isComplete) = try store.tasks(query)
                try deliver(StoredJSON.encode(tasks, isComplete: isComplete), tasks.count)
            case .csv:
                let rows = try store.taskRows(query).rows
                try deliver(StoredTaskTable.csv(rows), rows.count)
            case .xlsx:
                let rows = try store.taskRows(query).rows
                try write(rows.count) { path throws(FileFailure) in try StoredTaskTable.workbook(rows).write(to: path) }
            }
        }
    }

    private func query(_ store: StoreReader) throws -> TaskQuery {
        var query = TaskQuery()
        (query.unit, query.role, query.field) = (unit, role?.rawValue, field)
        query.limit = limit ?? (chosenFormat == .csv || out != nil ? Int.max - 1 : 1_000)
        (query.dueBefore, query.dueFrom) = (dueBefore?.text, dueFrom?.text)
        if let field { try UnitCommand.checkField(field) }
        if let unit { query.unitIDs = try UnitChoice(unit, regions: store.regions()).ids.sorted() }
        if let region { query.region = try Self.prefix(UnitCommand.region(region, UnitCatalogue.load()).code) }
        return query
    }

    private func deliver(_ bytes: [UInt8], _ count: Int) throws {
        if out == nil { return try Terminal.writeOutput(bytes) }
        try write(count) { path throws(FileFailure) in try AtomicFile.write(bytes, to: path) }
    }

    /// A failure is told on standard error and ends the program.
    private func write(_ count: Int, _ work: (String) throws(FileFailure) -> Void) throws {
        guard let out else { return }
        do throws(FileFailure) { try work(out) } catch {
            Terminal.error(error.description)
            throw ExitStatus.unwritable
        }
        Terminal.writeError("fangan: \(count) tasks: \(out)")
    }

    /// The digits that all codes of a region begin with: `51` of 510000.
    static func prefix(_ code: String) -> String {
        var code = code[...]
        while code.hasSuffix("00") { code = code.dropLast(2) }
        return String(code)
    }
}
