/// Annotations: notes, highlights and stamps that were put on the pages later and are no part of the document's text.
enum OFDAnnotations {
    /// Counts the characters that annotations put on each page.
    static func count(_ package: OFDPackage, document: Int, in pages: inout [PageContent]) throws(ReadFailure) {
        guard let path = package.documents[document].annotations, let part = try package.read(path) else { return }
        let list = OFDAnnotationList()
        _ = MarkupParser.readXML(part, namespaces: OFDName.namespaces, list)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        for place in list.places {
            guard let index = package.pages.firstIndex(where: { $0.document == document && $0.id == place.page }), index < pages.count,
                  let annotation = try package.read(OFDPackage.resolved(place.path, in: folder)) else { continue }
            let walk = OFDWalk(area: [0, 0, 210, 297], isTemplate: false)
            _ = MarkupParser.readXML(annotation, namespaces: OFDName.namespaces, walk)
            pages[index].annotated += walk.content.glyphs.count + walk.content.turned + walk.content.unreadable
        }
    }
}

/// Hears the list of annotations: for which page, in which part.
private final class OFDAnnotationList: MarkupListener {
    private(set) var places: [(page: String, path: String)] = []
    private var page: String?
    private var isInPath = false
    private static let most = 2_000

    func start(_ name: OFDName, _ attributes: MarkupAttributes<OFDName>, at: Int) -> Bool {
        if name == .page { page = attributes.string(.pageID) }
        if name == .fileLocation, let page {
            places.append((page, ""))
            isInPath = true
        }
        return places.count < Self.most
    }

    func end(_ name: OFDName, at: Int) -> Bool {
        if name == .fileLocation { isInPath = false }
        return true
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool {
        if isInPath, places[places.count - 1].path.utf8.count < 1000 { places[places.count - 1].path += String(decoding: text.filter { $0 > 0x20 }, as: UTF8.self) }
        return true
    }
}
