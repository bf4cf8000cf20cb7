import FanganText

/// The number of a table's row: where the row stands among the labels of its cells, and what it counts.
enum RowKey {
    /// `一`, `（一）` nest as labels do; a plain number is inside of them and outside of the labels in its cells.
    static func rank(of printed: String) -> Int {
        let key = plain(printed), first = key.unicodeScalars.first?.value ?? 0
        if ChineseNumeral.isNumeral(first) { return LabelForm.chinese.rawValue * 10 }
        if first == 0xFF08 || first == 0x28 {
            let isArabic = key.unicodeScalars.dropFirst().first.map { digitValue($0.value) != nil } ?? false
            return (isArabic ? LabelForm.arabicBracketed : .chineseBracketed).rawValue * 10
        }
        let dots = key.unicodeScalars.count { $0 == "." || $0 == "-" }
        return LabelForm.arabic.rawValue * 10 - 9 + min(dots, 8)
    }

    /// The number alone, of which a row's identifier is made: 1 of `1、`, `1.`, `★1` and `①`; `（1）` and `1.1` stay as they are.
    static func plain(_ text: String) -> String {
        // As nearly all are.
        if text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) { return text }
        let scalars = Array(text.unicodeScalars)
        guard scalars.count <= longest, let first = scalars.firstIndex(where: isNumber) else { return text }
        let start = first > 0 && opening.contains(scalars[first - 1].value) ? first - 1 : first
        guard scalars[..<start].allSatisfy({ !isWord($0) }) else { return text }
        if scalars.count - first == 1, 0x2460...0x2473 ~= scalars[first].value { return String(scalars[first].value - 0x245F) }
        var end = scalars.count
        while end > first + 1, marks.contains(scalars[end - 1].value) || start == first && closing.contains(scalars[end - 1].value) { end -= 1 }
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }

    private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        0x30...0x39 ~= scalar.value || 0x2460...0x2473 ~= scalar.value || ChineseNumeral.isNumeral(scalar.value)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

    /// A longer cell is no number.
    private static let longest = 12
    private static let opening: ScalarSet = "（("
    private static let closing: ScalarSet = "）)"
    private static let marks: ScalarSet = "、.．。,，"

    /// `一`, `（二）`, `（2）`
    static func ordinal(of key: String) -> Int? {
        let p = Passage(plain(key)), numeral = p.isBracketed ? p.unbracketed() : p
        // No table has more rows; a longer number is none that rows are counted by.
        if let number = Int(numeral.squashed()) { return (0...99_999).contains(number) ? number : nil }
        return numeral.isEmpty || numeral.count > 4 ? nil : ChineseNumeral.value(numeral.scalars[...])
    }
}
