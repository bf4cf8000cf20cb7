/// The parts of a Word file: which they are stands in the relationships of the container and of the main part.
struct WordPackage {
    private(set) var main: [UInt8] = []
    private(set) var styles: [UInt8]?
    private(set) var numbering: [UInt8]?
    private(set) var footnotes: [UInt8]?
    private(set) var endnotes: [UInt8]?
    /// Heads before feet, each in the order of the file.
    private(set) var heads: [[UInt8]] = []
    /// Parts that could not be unpacked or are not there.
    private(set) var missing: [String] = []

    private static let format = "Word file"
    private static let mostHeads = 64

    init(_ bytes: [UInt8], limits: ZipContainer.Limits) throws(ReadFailure) {
        let zip = try ZipContainer(bytes, format: Self.format, limits: limits)
        let path = try Self.mainPath(zip)
        guard let main = try zip.read(path) else {
            throw .damaged(format: Self.format, reason: "the part with its text (\(Self.printable(path))) is missing")
        }
        self.main = main
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let file = String(path.dropFirst(folder.count))
        guard let relations = try? zip.read(folder + "_rels/" + file + ".rels") else { return }
        for relation in Self.relations(relations) {
            switch relation.kind {
            case "styles": styles = read(zip, folder, relation.target)
            case "numbering": numbering = read(zip, folder, relation.target)
            case "footnotes": footnotes = read(zip, folder, relation.target)
            case "endnotes": endnotes = read(zip, folder, relation.target)
            case "header", "footer":
                if heads.count < Self.mostHeads, let head = read(zip, folder, relation.target) { heads.append(head) }
            default: break
            }
        }
    }

    private mutating func read(_ zip: ZipContainer, _ folder: String, _ target: String) -> [UInt8]? {
        let path = Self.resolved(target, in: folder)
        if let part = try? zip.read(path) { return part }
        missing.append(Self.printable(path))
        return nil
    }

    /// Where the package's own relationships say that the text is; else the usual place.
    private static func mainPath(_ zip: ZipContainer) throws(ReadFailure) -> String {
        if let relations = try zip.read("_rels/.rels"),
           let relation = Self.relations(relations).first(where: { $0.kind == "officeDocument" }) {
            let path = resolved(relation.target, in: "")
            if zip.has(path) { return path }
        }
        return "word/document.xml"
    }

    private static func resolved(_ target: String, in folder: String) -> String { PackageRelations.path(target, in: folder) }

    private static func printable(_ path: String) -> String {
        String(String.UnicodeScalarView(path.unicodeScalars.prefix(80).filter { $0.value > 0x20 && $0.value < 0x7F }))
    }

    private static func relations(_ bytes: [UInt8]) -> [PackageRelations.Relation] { PackageRelations.of(bytes) }
}
