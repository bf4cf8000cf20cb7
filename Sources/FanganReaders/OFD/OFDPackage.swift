/// The parts of an OFD file: its first document's pages, and the templates they stand on.
struct OFDPackage {
    struct Page {
        var id: String
        /// In the container.
        var path: String
    }

    static let format = "OFD file"
    private static let mostPages = 20_000

    let zip: ZipContainer
    private(set) var pages: [Page] = []
    private(set) var templates: [String: String] = [:]
    /// Of pages that do not say it: left, top, width, height in millimetres.
    private(set) var area: [Double] = [0, 0, 210, 297]

    init(_ bytes: [UInt8], limits: ZipContainer.Limits) throws(ReadFailure) {
        zip = try ZipContainer(bytes, format: Self.format, limits: limits)
        guard let entrance = try zip.read("OFD.xml") else { throw .damaged(format: Self.format, reason: "its part OFD.xml is missing") }
        let listener = OFDEntrance()
        _ = MarkupParser.readXML(entrance, namespaces: OFDName.namespaces, listener)
        if listener.isEncrypted { throw .encrypted(format: Self.format) }
        let root = listener.root.isEmpty ? "Doc_0/Document.xml" : Self.resolved(listener.root, in: "")
        guard let document = try zip.read(root) else { throw .damaged(format: Self.format, reason: "the part that lists its pages is missing") }
        let list = OFDPageList()
        let outcome = MarkupParser.readXML(document, namespaces: OFDName.namespaces, list)
        if list.pages.isEmpty, outcome.ending != .done { throw .damaged(format: Self.format, reason: "the part that lists its pages is broken") }
        let folder = root.lastIndex(of: "/").map { String(root[...$0]) } ?? ""
        pages = list.pages.prefix(Self.mostPages).map { Page(id: $0.id, path: Self.resolved($0.location, in: folder)) }
        for template in list.templates { templates[template.id] = Self.resolved(template.location, in: folder) }
        if list.area.count >= 4 { area = list.area }
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

/// Hears OFD.xml: where the first document begins.
private final class OFDEntrance: MarkupListener {
    private(set) var root = ""
    private(set) var isEncrypted = false
    private var isInRoot = false
    private var isDone = false

    func start(_ name: OFDName, _ attributes: MarkupAttributes<OFDName>, at: Int) -> Bool {
        if name == .docRoot { isInRoot = !isDone }
        if name == .encryptions { isEncrypted = true }
        return true
    }

    func end(_ name: OFDName, at: Int) -> Bool {
        if name == .docRoot { (isInRoot, isDone) = (false, true) }
        return true
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool {
        if isInRoot, root.utf8.count < 1000 { root += String(decoding: text.filter { $0 > 0x20 }, as: UTF8.self) }
        return true
    }
}

/// Hears Document.xml: pages, templates and the usual size.
private final class OFDPageList: MarkupListener {
    private(set) var pages: [(id: String, location: String)] = []
    private(set) var templates: [(id: String, location: String)] = []
    private(set) var area: [Double] = []
    private var isInCommon = false
    private var isInBox = false

    func start(_ name: OFDName, _ attributes: MarkupAttributes<OFDName>, at: Int) -> Bool {
        switch name {
        case .commonData: isInCommon = true
        case .physicalBox: isInBox = isInCommon && area.isEmpty
        case .page: if let place = Self.place(attributes) { pages.append(place) }
        case .templatePage: if let place = Self.place(attributes) { templates.append(place) }
        default: break
        }
        return pages.count < 100_000
    }

    func end(_ name: OFDName, at: Int) -> Bool {
        if name == .commonData { isInCommon = false }
        if name == .physicalBox { isInBox = false }
        return true
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool {
        if isInBox { area += MarkupNumbers.all(text).prefix(4) }
        return true
    }

    private static func place(_ attributes: MarkupAttributes<OFDName>) -> (id: String, location: String)? {
        guard let location = attributes.string(.location) else { return nil }
        return (attributes.string(.id) ?? "", location)
    }
}
