/// The value of a decimal digit, ASCII or full-width.
@inlinable
public func digitValue(_ scalar: UInt32) -> Int? {
    if scalar >= 0x30, scalar <= 0x39 { return Int(scalar - 0x30) }
    if scalar >= 0xFF10, scalar <= 0xFF19 { return Int(scalar - 0xFF10) }
    return nil
}

/// The value of a Chinese numeral: 一…九 as 1…9, 〇 ○ 零 as 0, 十 as 10, 百 as 100.
@inlinable
public func hanValue(_ scalar: UInt32) -> Int? {
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
