/// A number of a cell by its decimal digits, so that what is shown never depends on binary rounding beyond what the
/// file already has: 0.1+0.2 is stored as 0.30000000000000004 and shown as 0.3.
struct DecimalNumber: Sendable, Hashable {
    var isNegative = false
    /// 0…9, the first one not 0; empty for zero.
    private(set) var digits: [UInt8] = []
    /// The value is 0.d₁d₂d₃… · 10^exponent.
    private(set) var exponent = 0

    /// Significant digits that spreadsheets keep.
    private static let kept = 15
    /// Larger exponents are no numbers of a spreadsheet.
    private static let largest = 400

    /// - Parameter text: `-12.5`, `1.2E-3`; nil for anything else.
    init?(_ text: some Sequence<UInt8>) {
        var point: Int?, count = 0, power = 0, powerSign = 1, isPower = false, sawDigit = false
        for c in text {
            switch c {
            case 0x20, 0x09, 0x0A, 0x0D: continue
            case 0x2D where isPower: powerSign = -1
            case 0x2D: isNegative = true
            case 0x2B: continue
            case 0x2E where point == nil && !isPower: point = count
            case 0x45, 0x65: if isPower { return nil } else { isPower = true }
            case 0x30...0x39 where isPower: power = min(power * 10 + Int(c - 0x30), 10_000)
            case 0x30...0x39:
                sawDigit = true
                if digits.count < 40 { digits.append(c - 0x30) }
                count += 1
            default: return nil
            }
        }
        guard sawDigit else { return nil }
        exponent = (point ?? count) + power * powerSign
        normalise()
        guard abs(exponent) < Self.largest else { return nil }
        round(significant: Self.kept)
    }

    private mutating func normalise() {
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        exponent -= zeros
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { (exponent, isNegative) = (0, false) }
    }

    mutating func scale(tens: Int) { if !digits.isEmpty { exponent += tens } }

    mutating func round(decimals: Int) { round(significant: exponent + decimals) }

    /// Half goes up, as spreadsheets do it.
    mutating func round(significant: Int) {
        guard significant < digits.count else { return }
        guard significant >= 0 else { digits = []; return normalise() }
        let goesUp = digits[significant] >= 5
        digits.removeSubrange(significant...)
        if goesUp {
            var i = significant - 1
            while i >= 0, digits[i] == 9 { digits[i] = 0; i -= 1 }
            if i >= 0 { digits[i] += 1 } else { digits.insert(1, at: 0); exponent += 1 }
        }
        normalise()
    }

    var isZero: Bool { digits.isEmpty }
    /// Digits behind the point.
    var decimals: Int { max(0, digits.count - exponent) }

    /// The digits in front of the point, at least one.
    var whole: String {
        guard exponent > 0 else { return "0" }
        return String((0..<exponent).map { Character(Unicode.Scalar(0x30 + (digits.indices.contains($0) ? digits[$0] : 0))) })
    }

    /// The first digits behind the point.
    func fraction(_ count: Int) -> String {
        String((0..<max(count, 0)).map { k in
            let i = exponent + k
            return Character(Unicode.Scalar(0x30 + (digits.indices.contains(i) ? digits[i] : 0)))
        })
    }

    /// As a cell without a format shows it: at most eleven digits.
    var general: String {
        var number = self
        if exponent > 11 || exponent < -4 { return scientific }
        number.round(significant: min(11, max(exponent, 0) + 10))
        let count = number.decimals
        return (number.isNegative ? "-" : "") + number.whole + (count > 0 ? "." + number.fraction(count) : "")
    }

    private var scientific: String {
        var number = self
        number.round(significant: 6)
        let power = number.exponent - 1
        let rest = number.digits.dropFirst().map { Character(Unicode.Scalar(0x30 + $0)) }
        let sign = power < 0 ? "-" : "+", size = abs(power)
        return (isNegative ? "-" : "") + "\(number.digits.first ?? 0)" + (rest.isEmpty ? "" : "." + String(rest)) + "E" + sign + (size < 10 ? "0" : "") + "\(size)"
    }

    /// For days and times of day.
    var double: Double {
        var value = 0.0
        for digit in digits { value = value * 10 + Double(digit) }
        for _ in 0..<min(abs(exponent - digits.count), Self.largest) { if exponent > digits.count { value *= 10 } else { value /= 10 } }
        return isNegative ? -value : value
    }
}
