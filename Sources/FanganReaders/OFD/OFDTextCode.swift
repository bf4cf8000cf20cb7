/// The characters of a `TextCode` and the steps between them.
struct OFDTextCode {
    var text: [UInt8] = []
    var x: Double
    var y: Double
    var deltaX: [Double]
    var deltaY: [Double]

    private static let most = 100_000

    /// Steps as they are written: `4.2 4.2 3`, or with repeats `g 2 4.2 3`.
    static func steps(_ list: UnsafeBufferPointer<UInt8>?) -> [Double] {
        guard let list else { return [] }
        var steps: [Double] = [], at = 0
        while at < list.count, steps.count < most {
            if list[at] | 0x20 == 0x67 {
                at += 1
                guard let count = MarkupNumbers.next(list, &at), let step = MarkupNumbers.next(list, &at) else { break }
                steps += [Double](repeating: step, count: Int(min(max(count, 0), Double(most - steps.count))))
            } else if let step = MarkupNumbers.next(list, &at) {
                steps.append(step)
            } else {
                at += 1
            }
        }
        return steps
    }

    /// Each character with its place in the object's own measure, and how wide it is at most. A step that is missing is
    /// as the one before; where there is none at all, a character is as wide as its size makes it.
    /// - Parameter size: of the font.
    func characters(size: Double) -> [(scalar: UInt32, x: Double, y: Double, width: Double)] {
        var found: [(scalar: UInt32, x: Double, y: Double, width: Double)] = []
        var x = x, y = y
        for (k, scalar) in String(decoding: text, as: UTF8.self).unicodeScalars.enumerated() {
            let own = Punctuation.isEastAsian(scalar.value) || (0x2460...0x24FF).contains(scalar.value) ? size : size * 0.5
            let step = k < deltaX.count ? deltaX[k] : deltaX.last ?? (deltaY.isEmpty ? own : 0)
            found.append((scalar.value, x, y, k < deltaX.count && step > 0.2 * size && step < own ? step : own))
            x += step
            y += k < deltaY.count ? deltaY[k] : deltaY.last ?? 0
        }
        return found
    }
}
