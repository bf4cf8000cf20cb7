import FanganText

/// Chinese numerals as labels use them: 一 … 九十九, 一百二十, the digit style 二〇, and the forms of deeds 壹 … 拾.
enum ChineseNumeral {
    static func digit(_ scalar: UInt32) -> Int? {
        if let plain = hanValue(scalar) { return plain < 10 ? plain : nil }
        return switch scalar {
        case 0x58F9: 1 // 壹
        case 0x8D30: 2 // 贰
        case 0x53C1: 3 // 叁
        case 0x8086: 4 // 肆
        case 0x4F0D: 5 // 伍
        case 0x9646: 6 // 陆
        case 0x67D2: 7 // 柒
        case 0x634C: 8 // 捌
        case 0x7396: 9 // 玖
        default: nil
        }
    }

    static func isNumeral(_ scalar: UInt32) -> Bool {
        digit(scalar) != nil || isTen(scalar) || scalar == 0x767E // 百
    }

    /// 十 拾
    private static func isTen(_ scalar: UInt32) -> Bool { scalar == 0x5341 || scalar == 0x62FE }

    /// The value of a run of numerals, or nil where it is no number.
    static func value(_ scalars: Slice<Scalars>) -> Int? {
        guard !scalars.isEmpty, scalars.count <= 6 else { return nil }
        var total = 0, pending: Int?, positional = 0, sawUnit = false
        for scalar in scalars {
            if isTen(scalar) || scalar == 0x767E {
                total += (pending ?? 1) * (isTen(scalar) ? 10 : 100)
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
