import FanganText

/// The number of a table's row: where the row stands among the labels of its cells, and what it counts.
enum RowKey {
    /// `一`, `（一）` nest as labels do; a plain number is inside of them and outside of the labels in its cells.
    static func rank(of key: String) -> Int {
        let first = key.unicodeScalars.first?.value ?? 0
        if ChineseNumeral.isNumeral(first) { return LabelForm.chinese.rawValue * 10 }
        if first == 0xFF08 || first == 0x28 {
            let isArabic = key.unicodeScalars.dropFirst().first.map { digitValue($0.value) != nil } ?? false
            return (isArabic ? LabelForm.arabicBracketed : .chineseBracketed).rawValue * 10
        }
        let dots = key.unicodeScalars.count { $0 == "." || $0 == "-" }
        return LabelForm.arabic.rawValue * 10 - 9 + min(dots, 8)
    }

    /// `一`, `（二）`, `（2）`
    static func ordinal(of key: String) -> Int? {
        let p = Passage(key), numeral = p.isBracketed ? p.unbracketed() : p
        // No table has more rows; a longer number is none that rows are counted by.
        if let number = Int(numeral.squashed()) { return (0...99_999).contains(number) ? number : nil }
        return numeral.isEmpty || numeral.count > 4 ? nil : ChineseNumeral.value(numeral.scalars[...])
    }
}
