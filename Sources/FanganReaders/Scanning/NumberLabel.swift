import FanganText

/// A number that opens a paragraph: `一、` `（一）` `1.` `（1）` `①` `第一条` `附件2`.
struct NumberLabel: Sendable, Hashable {
    enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// 第一编 第一章 第一部分
        case chapter
        /// 第一节
        case section
        /// 第一条
        case article
        /// 一、
        case han
        /// （一）
        case hanBracket
        /// 1. 1． 1、
        case digit
        /// 1.1 1.1.1
        case dotted
        /// （1）
        case digitBracket
        /// 1） 1)
        case digitHalfBracket
        /// ①
        case circled
        /// 附件 附件2 附表 专栏1
        case annex
    }

    var kind: Kind
    /// The number; the last part of a dotted one; 0 for an annex without number.
    var value: Int
    /// Bytes from the label's first to behind its last character, blanks behind it not counted.
    var length: Int

    /// Kind and number as one.
    var key: Int { Int(kind.rawValue) << 16 | min(value, 0xFFFE) }
}

/// Reads number labels at an offset of UTF-8 text.
struct NumberLabelScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let limit: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int? = nil) {
        self.bytes = bytes
        self.limit = limit ?? bytes.count
    }

    /// The label that begins exactly here.
    func label(at start: Int) -> NumberLabel? {
        guard start < limit else { return nil }
        let (first, width) = UTF8Scan.scalar(bytes, at: start)
        switch first {
        case 0x28, 0xFF08: return bracketed(start, start + width)
        case 0x7B2C: return ordinal(start, start + width) // 第
        case 0x2460...0x2473: return NumberLabel(kind: .circled, value: Int(first - 0x245F), length: width)
        case 0x9644, 0x4E13: return annex(start, start + width) // 附 专
        default:
            if digitValue(first) != nil { return decimal(start) }
            if hanValue(first) != nil { return han(start) }
            return nil
        }
    }

    /// `61.2023年底前…`, `5.100个社区`: the number in front of digits.
    func numberBeforeDigits(at start: Int) -> Int? {
        guard let number = Numerals.decimal(bytes, start, limit), number.digits <= 3 else { return nil }
        let (mark, width) = scalar(number.end)
        guard mark == 0x2E || mark == 0xFF0E || mark == 0x3001, digitValue(scalar(number.end + width).value) != nil else { return nil }
        return number.value
    }

    private func scalar(_ i: Int) -> (value: UInt32, width: Int) {
        i < limit ? UTF8Scan.scalar(bytes, at: i) : (0, 0)
    }

    private func skipBlanks(_ i: Int) -> Int {
        var i = i
        while i < limit, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
        return i
    }

    /// 一、 一. 一．
    private func han(_ start: Int) -> NumberLabel? {
        guard let number = Numerals.han(bytes, start, limit) else { return nil }
        let (mark, width) = scalar(number.end)
        guard mark == 0x3001 || mark == 0xFF0E || mark == 0x2E else { return nil }
        return NumberLabel(kind: .han, value: number.value, length: number.end + width - start)
    }

    /// （一） (1), blanks inside allowed; `（一）项` is a reference and no label.
    private func bracketed(_ start: Int, _ inner: Int) -> NumberLabel? {
        let at = skipBlanks(inner)
        let han = Numerals.han(bytes, at, limit)
        guard let number = han ?? Numerals.decimal(bytes, at, limit), number.end - at <= 12 else { return nil }
        let end = skipBlanks(number.end)
        let (mark, width) = scalar(end)
        guard mark == 0x29 || mark == 0xFF09 else { return nil }
        let (next, nextWidth) = scalar(end + width)
        let third = scalar(end + width + nextWidth).value
        if next == 0x9879, third != 0x76EE { return nil } // 项, but not 项目
        if next == 0x6B3E, third != 0x9879 { return nil } // 款, but not 款项
        return NumberLabel(kind: han == nil ? .digitBracket : .hanBracket, value: number.value, length: end + width - start)
    }

    /// 1. 1． 1、 1） 1.1; not 2.5% and not 2023.
    private func decimal(_ start: Int) -> NumberLabel? {
        guard let number = Numerals.decimal(bytes, start, limit), number.digits <= 3 else { return nil }
        let (mark, width) = scalar(number.end)
        let end = number.end + width
        switch mark {
        case 0x29, 0xFF09: return NumberLabel(kind: .digitHalfBracket, value: number.value, length: end - start)
        case 0x3001, 0xB7, 0x2022, 0x30FB: return behind(start, end, number.value) // 、 and · where a dot was misread
        case 0x2E, 0xFF0E:
            return digitValue(scalar(end).value) == nil ? behind(start, end, number.value) : dotted(start, end)
        default: return nil
        }
    }

    private func behind(_ start: Int, _ end: Int, _ value: Int) -> NumberLabel? {
        let next = scalar(end).value
        if digitValue(next) != nil || next == 0x25 { return nil }
        return NumberLabel(kind: .digit, value: value, length: end - start)
    }

    /// 1.1 总则, 1.1.1总则; a blank or a Chinese character must follow, so that 2.5% and 1.5万 stay numbers.
    private func dotted(_ start: Int, _ second: Int) -> NumberLabel? {
        var at = second, value = 0
        while let number = Numerals.decimal(bytes, at, limit), number.digits <= 2 {
            value = number.value
            at = number.end
            let (mark, width) = scalar(at)
            guard mark == 0x2E || mark == 0xFF0E else { break }
            guard digitValue(scalar(at + width).value) != nil else { break }
            at += width
        }
        guard at > second, scalar(at).value == 0x20 || scalar(at).value == 0x09, !isAmount(skipBlanks(at)) else { return nil }
        return NumberLabel(kind: .dotted, value: value, length: at - start)
    }

    /// `3.1 万户` is an amount, `3.1 万州区` a title.
    private func isAmount(_ at: Int) -> Bool {
        let (unit, width) = scalar(at)
        guard unit == 0x4E07 || unit == 0x4EBF else { return unit == 0x25 } // 万 亿 %
        return [ReaderVocabulary.shared.measures, ReaderVocabulary.shared.greatMeasures].contains { $0.length(in: bytes, at: at + width, limit: limit) != nil }
    }

    /// 第一章 第2节 第三条 第一部分
    private func ordinal(_ start: Int, _ inner: Int) -> NumberLabel? {
        guard let number = Numerals.han(bytes, inner, limit) ?? Numerals.decimal(bytes, inner, limit) else { return nil }
        let (unit, width) = scalar(number.end)
        let kind: NumberLabel.Kind
        switch unit {
        case 0x7AE0, 0x7F16, 0x7BC7: kind = .chapter // 章 编 篇
        case 0x90E8: kind = .chapter // 部(分)
        case 0x8282: kind = .section
        case 0x6761: kind = .article
        default: return nil
        }
        return NumberLabel(kind: kind, value: number.value, length: number.end + width - start)
    }

    /// 附件 附件1 附件： 附表2 专栏3, followed by a mark, a blank or the line's end; `附件1中` is a reference.
    private func annex(_ start: Int, _ second: Int) -> NumberLabel? {
        let (next, width) = scalar(second)
        guard [0x4EF6, 0x8868, 0x5F55, 0x680F].contains(next) else { return nil } // 件 表 录 栏
        let at = skipBlanks(second + width)
        let number = Numerals.decimal(bytes, at, limit) ?? Numerals.han(bytes, at, limit)
        let end = number?.end ?? second + width
        let mark = scalar(end).value
        guard end >= limit || [0x0A, 0x20, 0x09, 0x3A, 0xFF1A, 0x2E, 0xFF0E, 0x201C, 0x300A].contains(mark) else { return nil }
        return NumberLabel(kind: .annex, value: number?.value ?? 0, length: end - start)
    }
}
