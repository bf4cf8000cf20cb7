import FanganText

/// Reads OFD (GB/T 33190), the state's own format of fixed pages.
struct OFDReader: FormatReader {
    static let mediaType = "application/ofd"

    func accepts(_ input: ReaderInput) -> Bool { MagicNumber.kind(of: input.bytes) == MagicNumber.ofd }

    func read(_ input: ReaderInput) throws(ReadFailure) -> (SourceDocument, [Diagnostic]) {
        let package = try OFDPackage(input.bytes, limits: ZipContainer.Limits(unpacked: input.limits.maxUnpackedBytes))
        let (pages, broken) = try pages(package)
        guard pages.contains(where: \.hasText) else {
            if !broken.isEmpty { throw .damaged(format: OFDPackage.format, reason: "none of its pages can be read") }
            throw PageDiagnostics.failure(pages, format: OFDPackage.format)
        }
        let source = SourceInfo(uri: input.uri, mediaType: Self.mediaType, encoding: "UTF-8", sha256: input.sha256 ?? HexDigest.sha256(input.bytes))
        let (document, controls) = PageAssembler.document(pages, source: source)
        guard !document.blocks.isEmpty else { throw .empty }
        var found = PageDiagnostics.of(pages)
        if !broken.isEmpty {
            found.append(Diagnostic("page.incomplete", .warning,
                "\(broken.count) page(s) of the file are broken and were read in part or not at all, the first of them page \(broken[0]). Get the file again from where it came from."))
        } else if package.isListBroken {
            found.append(Diagnostic("page.incomplete", .warning,
                "The file's list of pages is broken, and pages behind page \(pages.count) may be missing. Get the file again from where it came from."))
        }
        if controls > 0 { found.append(TextDiagnostics.leftOut(controls: controls)) }
        return (document, found)
    }

    /// The pages in order, and the numbers of those that are broken.
    private func pages(_ package: OFDPackage) throws(ReadFailure) -> ([PageContent], broken: [Int]) {
        var pages: [PageContent] = [], broken: [Int] = []
        // By document and identifier.
        var templates = [[String: PageContent]](repeating: [:], count: package.documents.count)
        var units = package.documents.map { OFDUnits(package, parts: $0.resources) }
        for (index, page) in package.pages.enumerated() {
            let document = package.documents[page.document]
            let walk = OFDWalk(area: document.area, isTemplate: false)
            if try !read(page.path, package, walk) { broken.append(index + 1) }
            try units[page.document].draw(on: walk, page: page.path)
            for id in walk.templates {
                if templates[page.document][id] == nil, let path = document.templates[id] {
                    let below = OFDWalk(area: document.area, isTemplate: true)
                    _ = try read(path, package, below)
                    try units[page.document].draw(on: below, page: path)
                    templates[page.document][id] = below.content
                }
                if let template = templates[page.document][id] { walk.add(template) }
            }
            pages.append(walk.content)
        }
        for index in package.documents.indices { try OFDAnnotations.count(package, document: index, in: &pages) }
        return (pages, broken)
    }

    /// Whether the part is there and whole.
    private func read(_ path: String, _ package: OFDPackage, _ walk: OFDWalk) throws(ReadFailure) -> Bool {
        guard let part = try package.read(path) else { return false }
        return MarkupParser.readXML(part, namespaces: OFDName.namespaces, walk).ending == .done
    }
}
