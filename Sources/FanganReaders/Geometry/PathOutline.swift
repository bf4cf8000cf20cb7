import FanganText

/// The straight parts of a drawn path, and the box around all of it.
struct PathOutline: Sendable {
    private(set) var segments: [(from: (x: Double, y: Double), to: (x: Double, y: Double))] = []
    private var start: (x: Double, y: Double)?
    private var at: (x: Double, y: Double)?
    private(set) var hasCurves = false
    var isStroked = false

    private static let most = 4_000

    mutating func move(_ x: Double, _ y: Double) {
        start = (x, y)
        at = (x, y)
    }

    mutating func line(_ x: Double, _ y: Double) {
        if let at, segments.count < Self.most { segments.append((at, (x, y))) }
        at = (x, y)
    }

    mutating func curve(_ x: Double, _ y: Double) {
        hasCurves = true
        at = (x, y)
    }

    mutating func close() {
        guard let start else { return }
        line(start.x, start.y)
    }

    mutating func rectangle(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
        move(left, top)
        line(right, top)
        line(right, bottom)
        line(left, bottom)
        close()
    }

    /// A path of curves draws no table. A filled outline is a rule if it is thin; a stroked one has its sides for rules.
    func rules() -> [PageRule] {
        guard !hasCurves else { return [] }
        let sides = segments.compactMap { side in
            PageRule(thin: PageBox(
                left: min(side.from.x, side.to.x), top: min(side.from.y, side.to.y),
                right: max(side.from.x, side.to.x), bottom: max(side.from.y, side.to.y)))
        }
        if isStroked { return sides }
        return subpaths().compactMap { PageRule(thin: $0) }
    }

    /// The boxes around the parts of a path that hang together.
    private func subpaths() -> [PageBox] {
        var boxes: [PageBox] = []
        var last: (x: Double, y: Double)?
        for side in segments {
            let box = PageBox(
                left: min(side.from.x, side.to.x), top: min(side.from.y, side.to.y),
                right: max(side.from.x, side.to.x), bottom: max(side.from.y, side.to.y))
            if let last, last == side.from, let before = boxes.popLast() { boxes.append(before.union(box)) } else { boxes.append(box) }
            last = side.to
        }
        return boxes
    }
}

/// An affine map: `x' = a x + c y + e`, `y' = b x + d y + f`.
struct PageTransform: Sendable {
    var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

    init() {}

    /// Nil unless there are six numbers.
    init?(_ numbers: [Double]) {
        guard numbers.count >= 6 else { return nil }
        (a, b, c, d, e, f) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    }

    func callAsFunction(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

    /// This one first, then `outer`.
    func then(_ outer: PageTransform) -> PageTransform {
        var result = PageTransform()
        result.a = outer.a * a + outer.c * b
        result.b = outer.b * a + outer.d * b
        result.c = outer.a * c + outer.c * d
        result.d = outer.b * c + outer.d * d
        (result.e, result.f) = outer(e, f)
        return result
    }
}
