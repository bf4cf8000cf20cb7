import FanganText

/// Decimal digits, half- and full-width, and Chinese numerals below 1,000.
enum Numerals {
    struct Number {
        var value: Int
        var digits: Int
        /// Offset behind it.
        var end: Int
    }

    /// Up to nine digits.
    static func decimal(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Number? {
        var number = Number(value: 0, digits: 0, end: start)
        while number.end < limit, number.digits < 10 {
            let (scalar, width) = UTF8Scan.scalar(b, at: number.end)
            guard let digit = digitValue(scalar) else { break }
            number.value = number.value * 10 + digit
            number.digits += 1
            number.end += width
        }
        return number.digits > 0 && number.digits < 10 ? number : nil
    }

    /// 一 十 十二 二十 二十三 一百零五; at most six characters.
    static func han(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Number? {
        var number = Number(value: 0, digits: 0, end: start)
        var unit = -1
        while number.end < limit, number.digits < 6 {
            let (scalar, width) = UTF8Scan.scalar(b, at: number.end)
            guard let value = hanValue(scalar) else { break }
            if value >= 10 {
                number.value += (unit < 0 ? 1 : unit) * value
                unit = -1
            } else {
                unit = value
            }
            number.digits += 1
            number.end += width
        }
        guard number.digits > 0 else { return nil }
        if unit > 0 { number.value += unit }
        return number
    }
}
