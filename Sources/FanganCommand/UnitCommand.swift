import ArgumentParser
import FanganExport
import FanganUnits

struct UnitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit",
        abstract: "Explains how the name of a unit is read: whose organ it is, and why.",
        discussion: """
            The region is that of the plan in which the name stands: 市 in a plan of 510411 \
            (攀枝花市仁和区) is 攀枝花市. Without it the place stays open.

            Examples:
              fangan unit 区发改局 --region 510411
              fangan unit 扶贫办 --region 平凉市 --date 2023-05
              fangan unit "各县(市、区)人民政府" --region 620800
              fangan unit --field business-environment --region 黑龙江省
              fangan unit 市文创办 --region 上海市 --units own.tsv --format json
            """)

    @Argument(help: "Names, as plans print them.")
    var name: [String] = []

    @Option(help: ArgumentHelp("Instead of names: a field of government, by its identifier or Chinese name; how its organ is called in the region, and every short form.", valueName: "field"))
    var field: String?

    @Option(help: ArgumentHelp("Region of the plan: its code, or its full name where only one has it.", valueName: "region"))
    var region: String?

    @Option(help: ArgumentHelp("Township of the plan, beside --region.", valueName: "name"))
    var township: String?

    @Option(help: ArgumentHelp("Development zone of the plan, beside --region.", valueName: "name"))
    var zone: String?

    @Option(help: ArgumentHelp("Date of the plan: 2021, 2021-09 or 2021-09-30.", valueName: "date"), transform: DateArgument.init)
    var date: DateArgument?

    @Option(help: "For a person to read, or for programs.")
    var format = PageOptions.Format.text

    @OptionGroup var ownUnits: OwnUnitsOption

    func validate() throws {
        if name.isEmpty, field == nil { throw ValidationError("Give a name as plans print it, such as 市发改委, or a field with --field.") }
        if !name.isEmpty, field != nil { throw ValidationError("--field stands instead of names.") }
        for name in name where !name.unicodeScalars.contains(where: \.properties.isAlphabetic) {
            throw ValidationError("“\(name.prefix(40))” holds no word: give names as plans print them, such as 市发改委.")
        }
    }

    func run() throws {
        let units = try ownUnits.bytes()
        let catalogue = try ownUnits.checked { try UnitCatalogue.load(local: units) }
        let home = try region.map { try UnitCommand.region($0, catalogue) }
        let jurisdiction = Jurisdiction(region: home, township: township, zone: zone, isoDate: date.map(UnitCommand.day))
        if let field { return try describe(field, catalogue, jurisdiction) }
        let reader = catalogue.reader(in: jurisdiction)
        let explanations = name.map { reader.explain($0) }
        switch format {
        case .text: try Terminal.writeOutput(Array(explanations.map(UnitPrinter.print).joined(separator: "\n").utf8))
        case .json: try Terminal.writeOutput(UnitJSON.encode(explanations))
        }
    }

    /// A field of government: who has it here, and what it is called in plans.
    private func describe(_ text: String, _ catalogue: UnitCatalogue, _ jurisdiction: Jurisdiction) throws {
        guard let field = catalogue.fields.first(where: { $0.id == text || $0.name == text }) else {
            throw Self.unknownField(text, catalogue.fields)
        }
        let names = try catalogue.officialNames(of: field.id, in: jurisdiction), forms = catalogue.forms(of: field.id)
        let page = format == .json ? UnitJSON.encode(field, names: names, cores: forms.cores, organs: forms.organs)
            : Array(UnitPrinter.print(field, names: names, cores: forms.cores, organs: forms.organs).utf8)
        try Terminal.writeOutput(page)
    }

    /// A code, or a name that one region alone bears.
    static func region(_ text: String, _ catalogue: UnitCatalogue) throws -> Region {
        if let region = catalogue.region(code: text) { return region }
        let found = catalogue.regions(named: text)
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            Terminal.error("--region \(text): There is no such region. Give its code or its full name.")
        } else {
            Terminal.error("--region \(text): Several regions are called so. Give the code: " + found.map { "\($0.code) \($0.fullName)" }.joined(separator: ", "))
        }
        throw ExitStatus.usage
    }

    /// Whether there is a field of government of this identifier, or one whose name holds the words; else the program ends.
    static func checkField(_ text: String) throws {
        let fields = try UnitCatalogue.load().fields
        if !fields.contains(where: { $0.id == text || !text.isEmpty && $0.name.contains(text) }) { throw unknownField(text, fields) }
    }

    private static func unknownField(_ text: String, _ fields: [Field]) -> ExitStatus {
        Terminal.error("--field \(text): There is no such field of government. Known are: " + fields.map { "\($0.id) \($0.name)" }.joined(separator: ", "))
        return .usage
    }

    /// A month is taken at its middle; a year alone stays one, and is compared as a whole.
    private static func day(_ date: DateArgument) -> String { date.parts == 2 ? date.text + "-15" : date.text }
}
