/// The relationships of an Office file's part: which other parts it names, and what for (ISO/IEC 29500-2, 9).
enum PackageRelations {
    struct Relation: Sendable {
        var id: String
        /// The last part of its type's address: `styles`, `worksheet` …
        var kind: String
        var target: String
    }

    /// - Parameter bytes: the part that holds them (`.rels`). Those that lead out of the file are left out.
    static func of(_ bytes: [UInt8]) -> [Relation] {
        let listener = RelationListener()
        _ = MarkupParser.readXML(bytes, namespaces: "rel=http://schemas.openxmlformats.org/package/2006/relationships", listener)
        return listener.relations
    }

    /// `/word/styles.xml`, `styles.xml`, `../x.xml`: a name in the container.
    static func path(_ target: String, in folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts = folder.split(separator: "/")
        for part in target.split(separator: "/") {
            if part == ".." { parts.removeLast(parts.isEmpty ? 0 : 1) } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// The folder of a part, with its slash, and the name of the part that holds its relationships.
    static func place(of path: String) -> (folder: String, relations: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        return (folder, folder + "_rels/" + path.dropFirst(folder.count) + ".rels")
    }
}

private enum RelationName: String, MarkupName {
    case relationship = "rel:Relationship", id = "Id", type = "Type", target = "Target", mode = "TargetMode"
    case unknown = "-"
}

private final class RelationListener: MarkupListener {
    private(set) var relations: [PackageRelations.Relation] = []
    private static let most = 4096

    func start(_ name: RelationName, _ attributes: MarkupAttributes<RelationName>, at: Int) -> Bool {
        guard name == .relationship, attributes.string(.mode) != "External", relations.count < Self.most,
              let type = attributes.string(.type), let target = attributes.string(.target) else { return true }
        relations.append(PackageRelations.Relation(
            id: attributes.string(.id) ?? "", kind: type.split(separator: "/").last.map(String.init) ?? "", target: target))
        return true
    }
    func end(_ name: RelationName, at: Int) -> Bool { true }
    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool { true }
}
