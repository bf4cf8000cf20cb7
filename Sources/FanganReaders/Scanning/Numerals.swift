/// Decimal digits, half- and full-width, and Chinese numerals below 1,000.
enum Numerals {
    struct Number {
        var value: Int
        var digits: Int
        /// Offset behind it.
        var end: Int
    }

    @inline(__always)
    static func digit(_ scalar: UInt32) -> Int? {
        if scalar >= 0x30, scalar <= 0x39 { return Int(scalar - 0x30) }
        if scalar >= 0xFF10, scalar <= 0xFF19 { return Int(scalar - 0xFF10) }
        return nil
    }

    /// 一…九 as 1…9, 〇 ○ 零 as 0, 十 as 10, 百 as 100.
    @inline(__always)
    static func han(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x4E00: 1
        case 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        case 0x5341: 10
        case 0x767E: 100
        case 0x3007, 0x25CB, 0x96F6: 0
        default: nil
        }
    }

    /// Up to nine digits.
    static func decimal(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Number? {
        var number = Number(value: 0, digits: 0, end: start)
        while number.end < limit, number.digits < 10 {
            let (scalar, width) = UTF8Scan.scalar(b, at: number.end)
            guard let digit = digit(scalar) else { break }
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
            guard let value = han(scalar) else { break }
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
