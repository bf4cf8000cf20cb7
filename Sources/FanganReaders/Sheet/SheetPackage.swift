/// The parts of a spreadsheet (.xlsx): which they are stands in the relationships of the container and of the workbook.
struct SheetPackage {
    struct Sheet {
        var name: String
        var bytes: [UInt8]
    }

    static let format = "spreadsheet"

    /// Those that are shown, in the order of their tabs.
    private(set) var sheets: [Sheet] = []
    private(set) var sharedStrings: [UInt8] = []
    private(set) var styles: [UInt8] = []
    /// Days are counted from 1904, as on old Macintosh computers.
    private(set) var is1904 = false
    /// Names of sheets that are hidden.
    private(set) var hidden: [String] = []
    /// Names of sheets that cannot be unpacked.
    private(set) var missing: [String] = []

    private static let mostSheets = 1000

    init(_ bytes: [UInt8], limits: ZipContainer.Limits) throws(ReadFailure) {
        let zip = try ZipContainer(bytes, format: Self.format, limits: limits)
        let path = try Self.workbookPath(zip)
        guard let workbook = try zip.read(path) else { throw .damaged(format: Self.format, reason: "the part that lists its sheets is missing") }
        let place = PackageRelations.place(of: path)
        let relations = PackageRelations.of(try zip.read(place.relations) ?? [])
        func part(_ kind: String) throws(ReadFailure) -> [UInt8] {
            guard let relation = relations.first(where: { $0.kind == kind }) else { return [] }
            return try zip.read(PackageRelations.path(relation.target, in: place.folder)) ?? []
        }
        sharedStrings = try part("sharedStrings")
        styles = try part("styles")
        let listener = WorkbookListener()
        _ = MarkupParser.readXML(workbook, namespaces: SheetName.namespaces, listener)
        is1904 = listener.is1904
        var targets: [String: String] = [:]
        for relation in relations where relation.kind == "worksheet" { targets[relation.id] = relation.target }
        for entry in listener.sheets.prefix(Self.mostSheets) {
            // A chart has a tab of its own and no cells.
            guard let target = targets[entry.relation] else { continue }
            if entry.isHidden { hidden.append(entry.name); continue }
            do throws(ReadFailure) {
                guard let bytes = try zip.read(PackageRelations.path(target, in: place.folder)) else { missing.append(entry.name); continue }
                sheets.append(Sheet(name: entry.name, bytes: bytes))
            } catch {
                if listener.sheets.count == 1 { throw error }
                missing.append(entry.name)
            }
        }
    }

    private static func workbookPath(_ zip: ZipContainer) throws(ReadFailure) -> String {
        if let relations = try zip.read("_rels/.rels"),
           let relation = PackageRelations.of(relations).first(where: { $0.kind == "officeDocument" }) {
            let path = PackageRelations.path(relation.target, in: "")
            if zip.has(path) { return path }
        }
        return "xl/workbook.xml"
    }
}

private final class WorkbookListener: MarkupListener {
    private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    private(set) var is1904 = false

    func start(_ name: SheetName, _ attributes: MarkupAttributes<SheetName>, at: Int) -> Bool {
        switch name {
        case .workbookProperties: is1904 = attributes.isOn(.date1904)
        case .sheet:
            let state = attributes.string(.state) ?? "visible"
            sheets.append((attributes.string(.name) ?? "", attributes.string(.relation) ?? "", state != "visible"))
        default: break
        }
        return true
    }
    func end(_ name: SheetName, at: Int) -> Bool { true }
    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool { true }
}
