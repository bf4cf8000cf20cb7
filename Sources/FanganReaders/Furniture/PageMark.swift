import FanganText

/// Page numbers as they stand on a line of their own.
enum PageMark {
    /// `— 12 —`, `- 3 -`, `第3页 共10页`, `第三页`, `页码：3`, `# Page 1498:`, `Page 3 of 10`, `<!-- page 3 -->`; not a bare number.
    static func matches(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 64, mayBegin(UTF8Scan.scalar(b, at: range.lowerBound).value), mayHoldPage(b, range) else { return false }
        let tokens = PageMarkTokens(b, range)
        return tokens.isDashed || tokens.isChinese || tokens.isEnglish
    }

    /// Dashes, what may stand around a mark, 第, 共, 页, P, p.
    static func mayBegin(_ c: UInt32) -> Bool {
        isDash(c) || frame.contains(c) || c == 0x7B2C || c == 0x5171 || c == 0x9875 || c == 0x50 || c == 0x70
    }

    /// A digit, perhaps a full-width one, or 页: every mark has one of them, `（一）优化服务` has none.
    private static func mayHoldPage(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound {
            if b[i] &- 0x30 <= 9 || b[i] == 0xEF { return true }
            if b[i] == 0xE9, i + 2 < range.upperBound, b[i + 1] == 0xA1, b[i + 2] == 0xB5 { return true }
            i += 1
        }
        return false
    }

    /// Signs that set a mark with a word off: `=== 第3页 ===`, `[第3页]`, `## 第3页`.
    static let frame: ScalarSet = "#＃=＝<>!*_[]【】·()（）:："

    /// The number of a line that is nothing but a number.
    static func bareNumber(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard range.count <= 12, let number = Numerals.decimal(b, range.lowerBound, range.upperBound),
              number.end == range.upperBound, number.digits <= 4 else { return nil }
        return number.value
    }

    /// A dash of any sort; 一 and ー are what scanners make of it.
    static func isDash(_ c: UInt32) -> Bool {
        switch c {
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x4E00, 0x30FC, 0x2500, 0x7E, 0xFF5E: true
        default: false
        }
    }
}

/// A short line taken apart: N stands for a number, - for a dash, letters and characters for themselves; blanks are gone.
private struct PageMarkTokens {
    private var tokens: [UInt32] = []
    private static let number: UInt32 = 0x4E // N
    private static let dash: UInt32 = 0x2D

    init(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        tokens.reserveCapacity(24)
        var i = range.lowerBound
        while i < range.upperBound, tokens.count < 24 {
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            if let number = Numerals.decimal(b, i, range.upperBound) {
                tokens.append(number.digits <= 5 ? Self.number : 0)
                i = number.end
                continue
            }
            if PageMark.isDash(scalar) { tokens.append(Self.dash) }
            else if scalar != 0x20, scalar != 0x09 { tokens.append(scalar == Self.number ? 0 : scalar) }
            i += width
        }
    }

    /// `- N -`, several dashes at either side
    var isDashed: Bool {
        var inner = tokens[...]
        while inner.first == Self.dash { inner = inner.dropFirst() }
        while inner.last == Self.dash { inner = inner.dropLast() }
        return inner == [Self.number] && tokens.first == Self.dash && tokens.last == Self.dash && tokens.count <= 9
    }

    /// The mark without what sets it off.
    private var inner: ArraySlice<UInt32> {
        var inner = tokens[...]
        func isFrame(_ token: UInt32?) -> Bool { token.map { $0 == Self.dash || PageMark.frame.contains($0) } ?? false }
        while isFrame(inner.first) { inner = inner.dropFirst() }
        while isFrame(inner.last) { inner = inner.dropLast() }
        return inner
    }

    /// 第N页, 第N页共N页 with any mark between, 共N页第N页, 第三页, 页码：N
    var isChinese: Bool {
        let inner = inner
        let marks: [UInt32] = [Self.number, Self.dash, 0x7B2C, 0x9875, 0x5171, 0xFF0C, 0x2C, 0x2F, 0xFF08, 0xFF09, 0x28, 0x29]
        guard inner.count <= 12, let first = inner.first else { return false }
        if first == 0x7B2C, inner.last == 0x9875, inner.count <= 6, inner.count > 2, inner.dropFirst().dropLast().allSatisfy({ hanValue($0) != nil || $0 == Self.dash }) { return true }
        if first == 0x9875, inner.dropFirst().first == 0x7801 { return inner.dropFirst(2).filter { !PageMark.frame.contains($0) } == [Self.number] }
        return inner.allSatisfy(marks.contains) && Self.contains(Array(inner), [0x7B2C, Self.number, 0x9875])
    }

    /// Page N, # Page N:, Page N of N, --- Page N ---
    var isEnglish: Bool {
        let inner = inner
        guard let first = inner.first, first | 0x20 == 0x70 else { return false } // P p
        var letters = inner.filter { $0 != 0x3A && $0 != 0xFF1A }
        letters = letters.map { $0 >= 0x41 && $0 <= 0x5A && $0 != Self.number ? $0 + 32 : $0 }
        let page: [UInt32] = [0x70, 0x61, 0x67, 0x65, Self.number]
        return letters == page || letters == page + [0x6F, 0x66, Self.number] || letters == page + [0x2F, Self.number]
    }

    private static func contains(_ tokens: [UInt32], _ part: [UInt32]) -> Bool {
        guard tokens.count >= part.count else { return false }
        return (0...(tokens.count - part.count)).contains { Array(tokens[$0..<($0 + part.count)]) == part }
    }
}
