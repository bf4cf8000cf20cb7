import FanganText

/// A 发文字号 in a text: agency letters, a year in brackets, a number, 号.
struct DocumentNumber: Sendable {
    var range: Range<Int>

    /// Reads the number whose year bracket opens at an index; its letters stand in front, not before `floor`.
    static func read(_ text: CompactText, bracket open: Int, floor: Int) -> DocumentNumber? {
        guard let (end, sure) = tail(text, at: open) else { return nil }
        guard let start = letters(text, before: open, floor: floor), open - start >= 2 || (sure && open > start) else { return nil }
        return DocumentNumber(range: start..<end)
    }

    /// Year, closing bracket, number and 号; whether all of them are there.
    private static func tail(_ text: CompactText, at open: Int) -> (end: Int, sure: Bool)? {
        let i = open + 1
        guard let year = year(text, at: i) else { return nil }
        var end = year
        let closed = text[end] == 0x5D || text[end] == 0x29
        if closed { end += 1 }
        if text[end] == 0x7B2C { end += 1 }  // 第11号
        let digits = end
        while text[end].isDigit || isPlaceholder(text[end]) { end += 1 }
        guard end > digits, end - digits <= 5 else { return nil }
        if text[end] == 0x53F7 { return (end + 1, true) }
        // 〔202321: the closing bracket and 号 are lost. (2023) 5 in running text is no number.
        guard text[open] == 0x5B, !closed else { return nil }
        return (end, false)
    }

    private static func year(_ text: CompactText, at i: Int) -> Int? {
        for k in 0..<4 where !text[i + k].isDigit && !isPlaceholder(text[i + k]) { return nil }
        if text[i].isDigit, !(text[i] == 0x31 && text[i + 1] == 0x39 || text[i] == 0x32 && text[i + 1] == 0x30) { return nil }
        return i + 4
    }

    /// X, x, × and * stand for a digit that the printed text leaves out.
    private static func isPlaceholder(_ scalar: UInt32) -> Bool {
        scalar == 0x58 || scalar == 0x78 || scalar == 0xD7 || scalar == 0x2A
    }

    /// First of the agency's letters (川办发, 石柱委办, XX府发) in front of the bracket.
    private static func letters(_ text: CompactText, before open: Int, floor: Int) -> Int? {
        var start = open
        let limit = max(floor, open - 16)
        while start > limit, isLetter(text[start - 1]) { start -= 1 }
        guard start < open else { return nil }
        // Words of the sentence in front: 根据川办发…, 按照…, 和…, 执行….
        let leads = ValueVocabulary.documents[.lead]
        var i = start
        var cut = start
        while i < open - 1 {
            if let length = leads.match(text, at: i) ?? longKind(text, at: i), i + length < open, !isInsideName(text, i, length, open) {
                cut = i + length
                i += length
            } else { i += 1 }
        }
        return cut
    }

    /// The end of a title in front of the number: …的通知 黔发改〔2020〕111号.
    private static func longKind(_ text: CompactText, at i: Int) -> Int? {
        ValueVocabulary.documents[.kind].match(text, at: i).flatMap { $0 > 1 ? $0 : nil }
    }

    /// 和 in 呼和浩特, 经 in 经信: a lead word only counts where two letters at least remain and it begins the run or follows another word.
    private static func isInsideName(_ text: CompactText, _ i: Int, _ length: Int, _ open: Int) -> Bool {
        if open - (i + length) < 2 { return true }
        guard length == 1 else { return false }
        let next = text[i + 1], scalar = text[i]
        switch scalar {
        case 0x548C: return next == 0x6D69 || next == 0x5E73 || next == 0x7530 || next == 0x9759 || text[i - 1] == 0x547C || text[i - 1] == 0x4EC1
        case 0x7ECF: return next == 0x4FE1 || next == 0x53D1 || next == 0x8D38 || next == 0x5F00
        default: return false
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        (scalar >= 0x4E00 && scalar < 0xA000) || scalar.isLetter || scalar == 0xD7
    }
}
