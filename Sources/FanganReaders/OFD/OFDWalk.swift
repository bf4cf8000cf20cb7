import FanganText

/// Hears the content of a page, of a template under it, or of a composite unit that it draws.
final class OFDWalk: MarkupListener {
    private(set) var content: PageContent
    private(set) var templates: [String] = []
    /// Composite objects: the units that they draw, and where.
    private(set) var composites: [(unit: String, transform: PageTransform)] = []
    /// Parts of resources that this page alone uses.
    private(set) var resources: [String] = []
    private let isTemplate: Bool
    /// The unit that is read, of all that a part of resources holds; nil for a page.
    private let unit: String?
    /// From the unit to the page, in millimetres.
    private let outer: PageTransform
    private var isInUnit = false
    private var location: [UInt8]?
    private var object = Object()
    private var code: OFDTextCode?
    private var data: [UInt8]?
    private var box: [UInt8]?
    private var clips = 0

    private struct Object {
        var transform = PageTransform()
        var size = 0.0
        var scale = 1.0
        var isUpright = true
        var isVisible = true
        var isMapped = false
        var isStroked = true
        var isFilled = false
        /// Of the last text code; the next one inherits what it does not say.
        var x = 0.0
        var y = 0.0
    }

    /// Millimetres are points times this.
    private static let points = 72 / 25.4
    private var origin = (x: 0.0, y: 0.0)

    /// - Parameter area: the page's in millimetres, unless it says another.
    init(area: [Double], isTemplate: Bool) {
        content = PageContent(width: area[2] * Self.points, height: area[3] * Self.points)
        origin = (area[0], area[1])
        self.isTemplate = isTemplate
        (unit, outer) = (nil, PageTransform())
    }

    /// Reads one unit out of a part of resources.
    init(unit: String, transform: PageTransform, isTemplate: Bool) {
        content = PageContent(width: 1, height: 1)
        self.isTemplate = isTemplate
        (self.unit, outer) = (unit, transform)
    }

    /// A listener for a unit that this page draws.
    func unit(_ unit: String, _ transform: PageTransform) -> OFDWalk { OFDWalk(unit: unit, transform: transform, isTemplate: isTemplate) }

    /// Adds what a template under the page, or a unit on it, draws.
    func add(_ part: PageContent) {
        content.glyphs += part.glyphs
        content.rules += part.rules
        content.unreadable += part.unreadable
        content.turned += part.turned
        content.images += part.images
        content.imageShare = min(1, content.imageShare + part.imageShare)
    }

    func start(_ name: OFDName, _ attributes: MarkupAttributes<OFDName>, at: Int) -> Bool {
        if let unit {
            if name == .compositeUnit { isInUnit = attributes.string(.id) == unit }
            guard isInUnit else { return true }
        }
        switch name {
        case .compositeObject: addComposite(attributes)
        case .pageResources: location = []
        case .physicalBox: box = []
        case .template: if let id = attributes.string(.templateID), templates.count < 16 { templates.append(id) }
        case .textObject, .pathObject: begin(attributes)
        case .glyphMap: object.isMapped = true
        case .textCode: beginCode(attributes)
        case .clips: clips += 1
        case .pathData: data = clips == 0 ? [] : nil
        case .imageObject: addImage(attributes)
        default: break
        }
        return true
    }

    func end(_ name: OFDName, at: Int) -> Bool {
        if name == .compositeUnit { isInUnit = false }
        switch name {
        case .pageResources:
            if let path = location.map({ String(decoding: $0.filter { $0 > 0x20 }, as: UTF8.self) }), resources.count < 16 { resources.append(path) }
            location = nil
        case .physicalBox: endBox()
        case .textCode: endCode()
        case .clips: clips -= 1
        case .pathData: endPath()
        default: break
        }
        return content.glyphs.count < 4_000_000
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool {
        if code != nil { code?.text += text } else if data != nil { data? += text } else if box != nil { box? += text } else if location != nil { location? += text.prefix(1000) }
        return true
    }

    // MARK: Objects

    private func begin(_ attributes: MarkupAttributes<OFDName>) {
        object = Object()
        object.transform = matrix(attributes).then(PageTransform([Self.points, 0, 0, Self.points, 0, 0]) ?? PageTransform())
        object.size = attributes.number(.size) ?? 0
        object.scale = attributes.number(.scale) ?? 1
        object.isVisible = attributes.isOn(.visible, else: true)
        object.isStroked = attributes.isOn(.stroke, else: true)
        object.isFilled = attributes.isOn(.fill, else: false)
        let directions = [attributes.number(.direction) ?? 0, attributes.number(.readDirection) ?? 0]
        object.isUpright = object.transform.a > 0 && abs(object.transform.b) < 0.2 * object.transform.a && directions.allSatisfy { $0 == 0 }
    }

    /// From an object to the page, in millimetres.
    private func matrix(_ attributes: MarkupAttributes<OFDName>) -> PageTransform {
        let boundary = attributes.numbers(.boundary)
        var place = PageTransform()
        if boundary.count >= 2 { (place.e, place.f) = (boundary[0] - origin.x, boundary[1] - origin.y) }
        return (PageTransform(attributes.numbers(.matrix)) ?? PageTransform()).then(place).then(outer)
    }

    private func addComposite(_ attributes: MarkupAttributes<OFDName>) {
        guard let unit = attributes.string(.resourceID), attributes.isOn(.visible, else: true), composites.count < 4_000 else { return }
        composites.append((unit, matrix(attributes)))
    }

    private func endBox() {
        let numbers = box.map { $0.withUnsafeBufferPointer { MarkupNumbers.all($0) } } ?? []
        box = nil
        guard numbers.count >= 4, content.glyphs.isEmpty else { return }
        origin = (numbers[0], numbers[1])
        content = PageContent(width: numbers[2] * Self.points, height: numbers[3] * Self.points)
    }

    private func beginCode(_ attributes: MarkupAttributes<OFDName>) {
        object.x = attributes.number(.x) ?? object.x
        object.y = attributes.number(.y) ?? object.y
        code = OFDTextCode(x: object.x, y: object.y, deltaX: OFDTextCode.steps(attributes.value(.deltaX)), deltaY: OFDTextCode.steps(attributes.value(.deltaY)))
    }

    private func endCode() {
        guard let code, object.isVisible else { return self.code = nil }
        self.code = nil
        let height = abs(object.transform.d) * object.size
        let direction = object.transform.a
        for character in code.characters(size: object.size) {
            if isUnreadable(character.scalar) { content.unreadable += 1; continue }
            guard object.isUpright else { content.turned += 1; continue }
            let at = object.transform(character.x, character.y)
            if let glyph = Glyph(
                character.scalar, left: at.x, right: at.x + character.width * object.scale * direction, baseline: at.y, size: height,
                isTemplate: isTemplate) { content.glyphs.append(glyph) }
        }
    }

    /// Codes of the private area, and the sign that programs put where a glyph has no code.
    private func isUnreadable(_ scalar: UInt32) -> Bool {
        scalar == 0xFFFD || (0xE000...0xF8FF).contains(scalar) || scalar < 0x20 && scalar != 0x09 || object.isMapped && scalar == 0xA4
    }

    private func addImage(_ attributes: MarkupAttributes<OFDName>) {
        let boundary = attributes.numbers(.boundary)
        guard boundary.count >= 4, unit == nil else { return content.images += 1 }
        let left = (boundary[0] - origin.x) * Self.points, top = (boundary[1] - origin.y) * Self.points
        content.addImage(PageBox(left: left, top: top, right: left + boundary[2] * Self.points, bottom: top + boundary[3] * Self.points))
    }

    // MARK: Paths

    private func endPath() {
        guard let data, object.isVisible else { return self.data = nil }
        self.data = nil
        var path = PathOutline()
        path.isStroked = object.isStroked
        data.withUnsafeBufferPointer { Self.draw($0, object.transform, &path) }
        content.addPath(path)
    }

    /// `M 0 0 L 10 0 C`: moves, lines, curves and arcs, closings.
    private static func draw(_ data: UnsafeBufferPointer<UInt8>, _ transform: PageTransform, _ path: inout PathOutline) {
        var at = 0
        func point() -> (x: Double, y: Double)? {
            guard let x = MarkupNumbers.next(data, &at), let y = MarkupNumbers.next(data, &at) else { return nil }
            return transform(x, y)
        }
        while at < data.count {
            let sign = data[at]
            at += 1
            switch sign {
            case 0x53, 0x4D: if let p = point() { path.move(p.x, p.y) } // S M
            case 0x4C: if let p = point() { path.line(p.x, p.y) } // L
            case 0x51, 0x42, 0x41: path.curve(0, 0) // Q B A
            case 0x43: path.close() // C
            default: break
            }
        }
    }
}
