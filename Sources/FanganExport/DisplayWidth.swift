/// How many columns of a terminal characters take, after Unicode's East Asian Width (UAX 11).
///
/// Wide and full-width characters take two. Ambiguous ones (“ ” … — ①) take one or two, as the terminal likes;
/// two is assumed, so that a wrapped line never runs over.
enum DisplayWidth {
    static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 ? 0 : 1 }
        if contains(zero, value) { return 0 }
        return contains(two, value) ? 2 : 1
    }

    private static func contains(_ ranges: [ClosedRange<UInt32>], _ value: UInt32) -> Bool {
        var low = 0, high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(value)
    }

    /// Combining marks, joiners, direction marks, variation selectors, controls; ascending.
    private static let zero: [ClosedRange<UInt32>] = [
        0x7F...0x9F, 0xAD...0xAD, 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x200B...0x200F, 0x202A...0x202E,
        0x2060...0x2064, 0x20D0...0x20F0, 0x302A...0x302D, 0x3099...0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF...0xFEFF, 0xE0100...0xE01EF,
    ]

    /// Wide, full-width, and those of the ambiguous that Chinese documents use; ascending.
    private static let two: [ClosedRange<UInt32>] = [
        0xA7...0xA8, 0xB0...0xB1, 0xB7...0xB7, 0xD7...0xD7, 0xF7...0xF7, 0x391...0x3C9, 0x401...0x451, 0x1100...0x115F, 0x2010...0x2027,
        0x2030...0x203E, 0x2100...0x218F, 0x2190...0x21FF, 0x2200...0x22FF, 0x2312...0x2312, 0x231A...0x231B, 0x2329...0x232A, 0x2460...0x24FF,
        0x2500...0x27BF, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xE000...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFD,
    ]
}
