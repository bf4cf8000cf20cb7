/// Chinese numerals as labels use them: 一 … 九十九, 一百二十, and the digit style 二〇.
enum ChineseNumeral {
    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x3007, 0x25CB, 0x96F6: 0 // 〇 ○ 零
        case 0x4E00: 1 // 一
        case 0x4E8C: 2 // 二
        case 0x4E09: 3 // 三
        case 0x56DB: 4 // 四
        case 0x4E94: 5 // 五
        case 0x516D: 6 // 六
        case 0x4E03: 7 // 七
        case 0x516B: 8 // 八
        case 0x4E5D: 9 // 九
        default: nil
        }
    }

    static func isNumeral(_ scalar: UInt32) -> Bool {
        digit(scalar) != nil || scalar == 0x5341 || scalar == 0x767E // 十 百
    }

    /// The value of a run of numerals, or nil where it is no number.
    static func value(_ scalars: ArraySlice<UInt32>) -> Int? {
        guard !scalars.isEmpty, scalars.count <= 6 else { return nil }
        var total = 0, pending: Int?, positional = 0, sawUnit = false
        for scalar in scalars {
            if scalar == 0x5341 || scalar == 0x767E {
                total += (pending ?? 1) * (scalar == 0x5341 ? 10 : 100)
                pending = nil
                sawUnit = true
            } else if let d = digit(scalar) {
                positional = positional * 10 + d
                pending = d
            } else { return nil }
        }
        return sawUnit ? total + (pending ?? 0) : positional
    }
}

/// ASCII and full-width digits.
@inline(__always)
func digitValue(_ scalar: UInt32) -> Int? {
    if scalar >= 0x30 && scalar <= 0x39 { return Int(scalar - 0x30) }
    if scalar >= 0xFF10 && scalar <= 0xFF19 { return Int(scalar - 0xFF10) }
    return nil
}
