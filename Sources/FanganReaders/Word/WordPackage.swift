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

    /// `/word/styles.xml`, `styles.xml`, `../x.xml`: a name in the container.
    private static func resolved(_ target: String, in folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts = folder.split(separator: "/")
        for part in target.split(separator: "/") {
            if part == ".." { parts.removeLast(parts.isEmpty ? 0 : 1) } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    private static func printable(_ path: String) -> String {
        String(String.UnicodeScalarView(path.unicodeScalars.prefix(80).filter { $0.value > 0x20 && $0.value < 0x7F }))
    }

    private static func relations(_ bytes: [UInt8]) -> [WordRelations.Relation] {
        let listener = WordRelations()
        _ = MarkupParser.readXML(bytes, namespaces: WordName.namespaces, listener)
        return listener.relations
    }
}

/// Hears a part's relationships.
private final class WordRelations: MarkupListener {
    struct Relation {
        /// The last part of its type's address: `styles`, `header` …
        var kind: String
        var target: String
    }

    private(set) var relations: [Relation] = []

    func start(_ name: WordName, _ attributes: MarkupAttributes<WordName>, at: Int) -> Bool {
        guard name == .relationship, attributes.string(.plainMode) != "External", relations.count < 4096,
              let type = attributes.string(.plainType), let target = attributes.string(.plainTarget) else { return true }
        relations.append(Relation(kind: type.split(separator: "/").last.map(String.init) ?? "", target: target))
        return true
    }
    func end(_ name: WordName, at: Int) -> Bool { true }
    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool { true }
}
