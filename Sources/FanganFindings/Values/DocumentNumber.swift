import FanganText

/// A 发文字号 in a text: agency letters, a year in brackets, a number, 号.
///
/// Damaged forms are read and say so: a bracket lost (`曲水府发〔202321`, `石柱委办2022〕31号`) or of a kind that no
/// number has (`国发{2022}15号`), 号 lost (`国发〔2022〕15`), letters for digits (`国发〔2O22〕l5号`), 年 behind the year.
struct DocumentNumber: Sendable {
    var range: Range<Int>
    var isDamaged = false

    /// Reads the number whose year bracket opens at an index; its letters stand in front, not before `floor`.
    static func read(_ text: CompactText, bracket open: Int, floor: Int) -> DocumentNumber? {
        guard let tail = tail(text, at: open) else { return nil }
        guard let start = letters(text, before: open, floor: floor), open - start >= 2 || (tail.isWhole && open > start) else { return nil }
        if tail.needsAgency, open - start < 2 || !isAgency(text, start..<open) { return nil }
        return DocumentNumber(range: start..<tail.end, isDamaged: tail.isDamaged)
    }

    /// Reads the number whose year bracket closes at an index and was never opened: `石柱委办2022〕31号`.
    static func read(_ text: CompactText, loneClose close: Int, floor: Int) -> DocumentNumber? {
        let open = close - 4
        guard open > floor, let year = year(text, at: open), year.end == close else { return nil }
        guard let serial = serial(text, at: close + 1), text[serial.end] == 0x53F7 else { return nil }
        guard let start = letters(text, before: open, floor: floor), open - start >= 3, isAgency(text, start..<open) else { return nil }
        return DocumentNumber(range: start..<(serial.end + 1), isDamaged: true)
    }

    /// Reads what a bracket holds where a number has lost both marks around its year: `（中发202133号）`.
    static func read(_ text: CompactText, runTogether bracket: Range<Int>) -> DocumentNumber? {
        guard bracket.count >= 10, bracket.count <= 24, text[bracket.upperBound - 2] == 0x53F7, // 号
              let from = bracket.dropFirst().first(where: { text[$0] >= 0x30 && text[$0] <= 0x39 }), let year = year(text, at: from), !year.isDamaged,
              let serial = serial(text, at: year.end), serial.end == bracket.upperBound - 2, !serial.isDamaged,
              let start = letters(text, before: from, floor: bracket.lowerBound + 1), start == bracket.lowerBound + 1, from - start >= 2 else { return nil }
        return DocumentNumber(range: start..<(serial.end + 1), isDamaged: true)
    }

    private struct Tail {
        var end: Int
        /// Year, bracket, number and 号 are all there.
        var isWhole: Bool
        var isDamaged = false
        /// So little is there that the letters must be an agency's.
        var needsAgency = false
    }

    /// Year, closing bracket, number and 号.
    private static func tail(_ text: CompactText, at open: Int) -> Tail? {
        guard let year = year(text, at: open + 1) else { return nil }
        let isUsual = text[open] == 0x5B || text[open] == 0x28
        var damaged = year.isDamaged || !isUsual
        var end = year.end
        if text[end] == 0x5E74, isClose(text[end + 1]) { (end, damaged) = (end + 1, true) }  // 〔2022年〕
        let closed = isClose(text[end])
        if closed {
            // 〔2022）31号: the brackets are of two kinds.
            if text[end] != text[open] + (text[open] == 0x28 ? 1 : 2) { damaged = true }
            end += 1
        }
        guard let serial = serial(text, at: end) else { return nil }
        damaged = damaged || serial.isDamaged || !closed
        if text[serial.end] == 0x53F7 { return Tail(end: serial.end + 1, isWhole: isUsual, isDamaged: damaged, needsAgency: !isUsual) }
        // 〔202321, 〔2022〕15: 号 is lost. (2023) 5 in running text is no number.
        guard text[open] == 0x5B, !closed || !continues(text, at: serial.end) else { return nil }
        return Tail(end: serial.end, isWhole: false, isDamaged: true, needsAgency: closed)
    }

    /// Whether a number goes on or counts something: `〔2022〕15个`.
    private static func continues(_ text: CompactText, at i: Int) -> Bool {
        text[i].isLetter || text[i] == 0x2E || text[i] == 0x2D || ValueVocabulary.measures.match(text, at: i) != nil
    }

    private static func serial(_ text: CompactText, at start: Int) -> (end: Int, isDamaged: Bool)? {
        var i = start
        while text[i] == 0x20 { i += 1 }
        if text[i] == 0x7B2C { i += 1 }  // 第11号
        let digits = i
        var damaged = false
        while text[i].isDigit || isPlaceholder(text[i]) || (i > digits || text[i] != 0x7C) && isMisreadDigit(text[i]) {
            if isMisreadDigit(text[i]) { damaged = true }
            i += 1
        }
        return i > digits && i - digits <= 5 ? (i, damaged) : nil
    }

    private static func year(_ text: CompactText, at i: Int) -> (end: Int, isDamaged: Bool)? {
        var damaged = false
        for k in 0..<4 where !text[i + k].isDigit && !isPlaceholder(text[i + k]) {
            guard isMisreadDigit(text[i + k]), k > 0 else { return nil }
            damaged = true
        }
        if text[i].isDigit, !(text[i] == 0x31 && text[i + 1] == 0x39 || text[i] == 0x32 && (text[i + 1] == 0x30 || isMisreadDigit(text[i + 1]))) { return nil }
        return (i + 4, damaged)
    }

    /// O, o and 〇 (零 in a ``CompactText``) for 0; l, I and | for 1.
    private static func isMisreadDigit(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4F, 0x6F, 0x96F6, 0x6C, 0x49, 0x7C: true
        default: false
        }
    }

    /// ( [ and what is misread for them: ﹝ 〈 < { ｛ 「 『 〖
    static func isOpen(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x28, 0x5B, 0xFE5D, 0x3008, 0x3C, 0x7B, 0xFF5B, 0x300C, 0x300E, 0x3016: true
        default: false
        }
    }

    static func isClose(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x29, 0x5D, 0xFE5E, 0x3009, 0x3E, 0x7D, 0xFF5D, 0x300D, 0x300F, 0x3017: true
        default: false
        }
    }

    /// Whether letters end as an agency's do: 国办发, 皖政办函.
    private static func isAgency(_ text: CompactText, _ letters: Range<Int>) -> Bool {
        agencies.match(text, before: letters.upperBound) != nil
    }

    /// X, x, × and * stand for a digit that the printed text leaves out.
    private static func isPlaceholder(_ scalar: UInt32) -> Bool {
        scalar == 0x58 || scalar == 0x78 || scalar == 0xD7 || scalar == 0x2A
    }

    private static let agencies = ValueVocabulary.documents[.agency]
    private static let leads = ValueVocabulary.documents[.lead]
    private static let kinds = ValueVocabulary.documents[.kind]

    /// First of the agency's letters (川办发, 石柱委办, XX府发) in front of the bracket.
    private static func letters(_ text: CompactText, before open: Int, floor: Int) -> Int? {
        var start = open
        let limit = max(floor, open - 16)
        while start > limit, isLetter(text[start - 1]) { start -= 1 }
        guard start < open else { return nil }
        // Words of the sentence in front: 根据川办发…, 按照…, 和…, 执行….
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
        kinds.match(text, at: i).flatMap { $0 > 1 ? $0 : nil }
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
        scalar.isIdeograph || scalar.isLetter || scalar == 0xD7
    }
}
