/// Decimal numbers of attributes and texts: `12`, `-.5`, `1e-3`. Anything else ends a number; none is ever infinite.
enum MarkupNumbers {
    private static let most = 100_000

    /// Nil unless the text begins with a number.
    static func first(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        var at = 0
        return next(text, &at)
    }

    /// All numbers of a list; what is none stands between them.
    static func all(_ text: UnsafeBufferPointer<UInt8>) -> [Double] {
        var at = 0, numbers: [Double] = []
        while at < text.count, numbers.count < most {
            if let number = next(text, &at) { numbers.append(number) } else { at += 1 }
        }
        return numbers
    }

    /// The number at an offset, behind blanks; moves the offset behind it.
    static func next(_ b: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Double? {
        var i = at
        while i < b.count, b[i] <= 0x20 || b[i] == 0x2C { i += 1 }
        let isNegative = i < b.count && b[i] == 0x2D
        if i < b.count, b[i] == 0x2D || b[i] == 0x2B { i += 1 }
        var value = 0.0, scale = 1.0, digits = 0
        while i < b.count, b[i] >= 0x30, b[i] <= 0x39 { value = value * 10 + Double(b[i] - 0x30); digits += 1; i += 1 }
        if i < b.count, b[i] == 0x2E {
            i += 1
            while i < b.count, b[i] >= 0x30, b[i] <= 0x39 {
                if digits < 17 { scale /= 10; value += Double(b[i] - 0x30) * scale }
                digits += 1
                i += 1
            }
        }
        guard digits > 0 else { return nil }
        value *= exponent(b, &i)
        at = i
        return isNegative ? -min(value, 1e9) : min(value, 1e9)
    }

    private static func exponent(_ b: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Double {
        guard at < b.count, b[at] | 0x20 == 0x65 else { return 1 }
        var i = at + 1
        let isNegative = i < b.count && b[i] == 0x2D
        if i < b.count, b[i] == 0x2D || b[i] == 0x2B { i += 1 }
        var power = 0, digits = 0
        while i < b.count, b[i] >= 0x30, b[i] <= 0x39 { power = min(power * 10 + Int(b[i] - 0x30), 30); digits += 1; i += 1 }
        guard digits > 0 else { return 1 }
        at = i
        var factor = 1.0
        for _ in 0..<power { factor *= isNegative ? 0.1 : 10 }
        return factor
    }
}

extension MarkupAttributes {
    func number(_ name: Name) -> Double? { value(name).flatMap { MarkupNumbers.first($0) } }
    func numbers(_ name: Name) -> [Double] { value(name).map { MarkupNumbers.all($0) } ?? [] }
}
