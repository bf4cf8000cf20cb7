/// The parts of an OFD file: its documents with their pages, and the templates that these stand on.
struct OFDPackage {
    struct Page {
        var id: String
        /// In the container.
        var path: String
        /// The document that it is of.
        var document: Int
    }

    struct Document {
        /// Parts of page templates by their identifiers.
        var templates: [String: String] = [:]
        /// Of pages that do not say it: left, top, width, height in millimetres.
        var area: [Double] = [0, 0, 210, 297]
        /// Parts that hold what pages share, among it composite units.
        var resources: [String] = []
        /// The part that lists the annotations of pages.
        var annotations: String?
    }

    static let format = "OFD file"
    private static let mostPages = 20_000
    private static let mostDocuments = 100

    let zip: ZipContainer
    private(set) var documents: [Document] = []
    /// Of all documents, in order.
    private(set) var pages: [Page] = []
    /// Whether a part that lists the pages of a document is missing or broken.
    private(set) var isListBroken = false

    init(_ bytes: [UInt8], limits: ZipContainer.Limits) throws(ReadFailure) {
        zip = try ZipContainer(bytes, format: Self.format, limits: limits)
        guard let entrance = try zip.read("OFD.xml") else { throw .damaged(format: Self.format, reason: "its part OFD.xml is missing") }
        let listener = OFDEntrance()
        _ = MarkupParser.readXML(entrance, namespaces: OFDName.namespaces, listener)
        if listener.isEncrypted { throw .encrypted(format: Self.format) }
        let roots = listener.roots.isEmpty ? ["Doc_0/Document.xml"] : listener.roots.map { Self.resolved($0, in: "") }
        for root in roots.prefix(Self.mostDocuments) { try add(root) }
        if pages.isEmpty, isListBroken { throw .damaged(format: Self.format, reason: "the part that lists its pages is missing or broken") }
    }

    /// Reads the list of a document's pages.
    private mutating func add(_ root: String) throws(ReadFailure) {
        guard let part = try read(root) else { return isListBroken = true }
        let list = OFDPageList()
        let outcome = MarkupParser.readXML(part, namespaces: OFDName.namespaces, list)
        isListBroken = isListBroken || outcome.ending != .done
        let folder = root.lastIndex(of: "/").map { String(root[...$0]) } ?? ""
        let room = max(0, Self.mostPages - pages.count)
        pages += list.pages.prefix(room).map { Page(id: $0.id, path: Self.resolved($0.location, in: folder), document: documents.count) }
        var document = Document()
        for template in list.templates { document.templates[template.id] = Self.resolved(template.location, in: folder) }
        if list.area.count >= 4 { document.area = list.area }
        document.resources = list.resources.map { Self.resolved($0, in: folder) }
        document.annotations = list.annotations.map { Self.resolved($0, in: folder) }
        documents.append(document)
    }

    /// Nil where the part is missing or broken. What is locked, or goes over the limits, ends the reading of the file.
    func read(_ path: String) throws(ReadFailure) -> [UInt8]? {
        do throws(ReadFailure) {
            return try zip.read(path)
        } catch {
            if case .damaged = error, !zip.isOverLimit { return nil }
            throw error
        }
    }

    /// `/Doc_0/Pages/Page_0/Content.xml`, `Pages/Page_0/Content.xml`: a name in the container.
    static func resolved(_ target: String, in folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in target.split(separator: "/") {
            if part == ".." { parts.removeLast(parts.isEmpty ? 0 : 1) } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

/// Hears OFD.xml: where each document begins.
private final class OFDEntrance: MarkupListener {
    private(set) var roots: [String] = []
    private(set) var isEncrypted = false
    private var isInRoot = false
    private static let most = 1000

    func start(_ name: OFDName, _ attributes: MarkupAttributes<OFDName>, at: Int) -> Bool {
        if name == .docRoot {
            roots.append("")
            isInRoot = true
        }
        if name == .encryptions { isEncrypted = true }
        return roots.count < Self.most
    }

    func end(_ name: OFDName, at: Int) -> Bool {
        if name == .docRoot { isInRoot = false }
        return true
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool {
        if isInRoot, roots[roots.count - 1].utf8.count < Self.most { roots[roots.count - 1] += String(decoding: text.filter { $0 > 0x20 }, as: UTF8.self) }
        return true
    }
}

/// Hears Document.xml: pages, templates and the usual size.
private final class OFDPageList: MarkupListener {
    private(set) var pages: [(id: String, location: String)] = []
    private(set) var templates: [(id: String, location: String)] = []
    private(set) var area: [Double] = []
    private(set) var resources: [String] = []
    private(set) var annotations: String?
    /// The location that is being read.
    private var location: String?
    private var isInCommon = false
    private var isInBox = false

    func start(_ name: OFDName, _ attributes: MarkupAttributes<OFDName>, at: Int) -> Bool {
        switch name {
        case .commonData: isInCommon = true
        case .physicalBox: isInBox = isInCommon && area.isEmpty
        case .page: if let place = Self.place(attributes) { pages.append(place) }
        case .templatePage: if let place = Self.place(attributes) { templates.append(place) }
        case .publicResources, .documentResources, .annotations: location = ""
        default: break
        }
        return pages.count < 100_000
    }

    func end(_ name: OFDName, at: Int) -> Bool {
        if name == .commonData { isInCommon = false }
        if name == .physicalBox { isInBox = false }
        if let path = location?.filter({ !$0.isWhitespace }), !path.isEmpty {
            if name == .annotations { annotations = path } else if resources.count < 16 { resources.append(path) }
        }
        location = nil
        return true
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool {
        if let path = location, path.utf8.count < 1000 { location = path + String(decoding: text, as: UTF8.self) }
        if isInBox { area += MarkupNumbers.all(text).prefix(4) }
        return true
    }

    private static func place(_ attributes: MarkupAttributes<OFDName>) -> (id: String, location: String)? {
        guard let location = attributes.string(.location) else { return nil }
        return (attributes.string(.id) ?? "", location)
    }
}
