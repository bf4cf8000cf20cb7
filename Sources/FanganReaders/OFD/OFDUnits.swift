/// Composite units: drawings of text and lines that stand among a document's resources and that its pages draw by number.
struct OFDUnits {
    private let package: OFDPackage
    private let parts: [String]
    /// Contents of parts of resources by path, and the identifiers of the units in each.
    private var read: [String: (bytes: [UInt8], units: Set<String>)] = [:]
    /// Bytes of resources that one document may have gone through, once for each unit that is drawn.
    private var room = 16 << 20
    /// A unit may draw others.
    private static let deepest = 8

    /// - Parameter parts: those that all pages of a document share.
    init(_ package: OFDPackage, parts: [String]) {
        self.package = package
        self.parts = parts
    }

    /// Draws a page's composite objects on it.
    mutating func draw(on walk: OFDWalk, page path: String) throws(ReadFailure) {
        guard !walk.composites.isEmpty else { return }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        try draw(walk.composites, on: walk, walk.resources.map { OFDPackage.resolved($0, in: folder) } + parts, depth: 0)
    }

    private mutating func draw(
        _ composites: [(unit: String, transform: PageTransform)], on walk: OFDWalk, _ parts: [String], depth: Int
    ) throws(ReadFailure) {
        guard depth < Self.deepest else { return }
        for composite in composites {
            guard let bytes = try part(with: composite.unit, parts), bytes.count <= room else { continue }
            room -= bytes.count
            let unit = walk.unit(composite.unit, composite.transform)
            _ = MarkupParser.readXML(bytes, namespaces: OFDName.namespaces, unit)
            walk.add(unit.content)
            try draw(unit.composites, on: walk, parts, depth: depth + 1)
        }
    }

    private mutating func part(with unit: String, _ parts: [String]) throws(ReadFailure) -> [UInt8]? {
        for path in parts {
            if read[path] == nil {
                let bytes = try package.read(path) ?? []
                let names = OFDUnitNames()
                _ = MarkupParser.readXML(bytes, namespaces: OFDName.namespaces, names)
                read[path] = (names.units.isEmpty ? [] : bytes, names.units)
            }
            if let found = read[path], found.units.contains(unit) { return found.bytes }
        }
        return nil
    }
}

/// Hears which composite units a part of resources holds.
private final class OFDUnitNames: MarkupListener {
    private(set) var units: Set<String> = []

    func start(_ name: OFDName, _ attributes: MarkupAttributes<OFDName>, at: Int) -> Bool {
        if name == .compositeUnit, let id = attributes.string(.id) { units.insert(id) }
        return true
    }

    func end(_ name: OFDName, at: Int) -> Bool { true }
    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool { true }
}
