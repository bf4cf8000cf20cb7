import FanganText

/// Hears what `mutool trace` says of a PDF's pages.
final class TraceWalk: MarkupListener {
    private(set) var pages: [PageContent] = []
    private var origin = (x: 0.0, y: 0.0)
    private var transform = PageTransform()
    private var span = PageTransform()
    private var isUpright = true
    /// Whether the last character of the page is of this span.
    private var isInSpan = false
    private var path: PathOutline?
    /// More characters than any plan has end the reading.
    private static let mostGlyphs = 4_000_000
    private var glyphs = 0

    func start(_ name: TraceName, _ attributes: MarkupAttributes<TraceName>, at: Int) -> Bool {
        switch name {
        case .page: beginPage(attributes)
        case .fillText, .strokeText, .ignoreText, .clipText, .clipStrokeText: transform = PageTransform(attributes.numbers(.transform)) ?? PageTransform()
        case .span: beginSpan(attributes)
        case .glyph: return addGlyph(attributes)
        case .fillPath, .strokePath:
            transform = PageTransform(attributes.numbers(.transform)) ?? PageTransform()
            path = PathOutline()
            path?.isStroked = name == .strokePath
        case .move, .line, .curve, .quad, .close, .rectangle: addToPath(name, attributes)
        case .fillImage, .fillImageMask: addImage(attributes)
        default: break
        }
        return true
    }

    func end(_ name: TraceName, at: Int) -> Bool {
        if name == .fillPath || name == .strokePath, let path, !pages.isEmpty {
            pages[pages.count - 1].addPath(path)
            self.path = nil
        }
        return true
    }

    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool { true }

    private func beginPage(_ attributes: MarkupAttributes<TraceName>) {
        let box = attributes.numbers(.mediabox)
        guard box.count >= 4 else { return pages.append(PageContent(width: 595, height: 842)) }
        origin = (box[0], box[1])
        pages.append(PageContent(width: box[2] - box[0], height: box[3] - box[1]))
    }

    private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        let point = transform(x, y)
        return (point.x - origin.x, point.y - origin.y)
    }

    // MARK: Characters

    private func beginSpan(_ attributes: MarkupAttributes<TraceName>) {
        isInSpan = false
        let numbers = attributes.numbers(.matrix)
        span = numbers.count >= 4 ? (PageTransform(Array(numbers.prefix(4)) + [0, 0]) ?? PageTransform()).then(transform) : transform
        isUpright = attributes.number(.direction) != 1 && span.a > 0 && abs(span.b) < 0.2 * span.a
    }

    private func addGlyph(_ attributes: MarkupAttributes<TraceName>) -> Bool {
        guard !pages.isEmpty, let x = attributes.number(.x), let y = attributes.number(.y) else { return true }
        let page = pages.count - 1
        guard let scalar = attributes.value(.unicode).flatMap({ $0.isEmpty ? nil : UTF8Scan.scalar($0, at: 0).value }), Self.isReadable(scalar) else {
            pages[page].unreadable += 1
            return true
        }
        guard isUpright else {
            pages[page].turned += 1
            return true
        }
        let at = place(x, y), size = abs(span.d)
        // The advance is in parts of the size; a character's own where the file gives none.
        let width = max(attributes.number(.advance) ?? 1, 0.05) * abs(span.a)
        if let glyph = Glyph(scalar, left: at.x, right: at.x + width, baseline: at.y, size: size) {
            if isInSpan { narrowLast(page, before: glyph) }
            pages[page].glyphs.append(glyph)
            isInSpan = true
        }
        glyphs += 1
        return glyphs < Self.mostGlyphs
    }

    /// Where a font is not in the file, the widths are those of another one; the places are right.
    private func narrowLast(_ page: Int, before next: Glyph) {
        let last = pages[page].glyphs.count - 1, glyph = pages[page].glyphs[last]
        let isNear = next.left > glyph.left + 0.2 * glyph.size && next.left < glyph.right && abs(next.baseline - glyph.baseline) < 0.1 * glyph.size
        if isNear { pages[page].glyphs[last].right = next.left }
    }

    /// Codes of the private area and U+FFFD stand for no character.
    private static func isReadable(_ scalar: UInt32) -> Bool { scalar != 0xFFFD && !(0xE000...0xF8FF).contains(scalar) && scalar >= 0x20 }

    // MARK: Lines and pictures

    private func addToPath(_ name: TraceName, _ attributes: MarkupAttributes<TraceName>) {
        guard path != nil else { return }
        switch name {
        case .close: path?.close()
        case .rectangle:
            let a = place(attributes.number(.x0) ?? 0, attributes.number(.y0) ?? 0), b = place(attributes.number(.x1) ?? 0, attributes.number(.y1) ?? 0)
            path?.rectangle(a.x, a.y, b.x, b.y)
        case .curve, .quad: path?.curve(0, 0)
        default:
            let point = place(attributes.number(.x) ?? 0, attributes.number(.y) ?? 0)
            if name == .move { path?.move(point.x, point.y) } else { path?.line(point.x, point.y) }
        }
    }

    private func addImage(_ attributes: MarkupAttributes<TraceName>) {
        guard !pages.isEmpty, let map = PageTransform(attributes.numbers(.transform)) else { return }
        let corners = [map(0, 0), map(1, 0), map(0, 1), map(1, 1)]
        let xs = corners.map(\.x), ys = corners.map(\.y)
        pages[pages.count - 1].addImage(PageBox(
            left: (xs.min() ?? 0) - origin.x, top: (ys.min() ?? 0) - origin.y, right: (xs.max() ?? 0) - origin.x, bottom: (ys.max() ?? 0) - origin.y))
    }
}
