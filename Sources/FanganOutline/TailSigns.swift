import FanganText

/// What shows by its own words that it stands behind a plan, be it a line (``DocumentTail``) or run into the last item (``Line/splitClosing(_:in:)``):
/// the foot of a page, the printer's lines, telephones, the heads of lists that explain.
struct TailSigns {
    let reader: HeaderReader
    private var vocabulary: OutlineVocabulary { reader.vocabulary }

    init(_ reader: HeaderReader) { self.reader = reader }

    /// `网站标识码：…　粤ICP备…号`; in a line that also holds other words, at its start.
    func isOfPage(_ text: Passage, inLine: Bool = false) -> Bool {
        if inLine { return vocabulary.tail.tailSigns.match(text.scalars, at: 0) != nil }
        return text.first(of: Self.stops, in: text.indices) == nil && vocabulary.tail.tailSigns.first(text.scalars, in: text.indices) != nil
    }

    /// `（完）`, `（此件公开发布）`, `END`
    func isWord(_ text: Passage) -> Bool { vocabulary.tail.tailWords.contains(text.unbracketed().squashed()) }

    /// `主办单位：…`, `咨询电话：…` with no sentence behind it.
    struct Key {
        /// Characters of the key.
        var length: Int
        /// A colon stands behind it.
        var hasColon: Bool
        /// 承办单位：市文旅局 says whose a duty is as well; the foot of a page has more such keys.
        var namesUnits: Bool
    }

    func key(_ text: Passage) -> Key? {
        guard let (isSure, length) = vocabulary.tail.tailKeys.match(text.scalars, at: 0), isSure || !isWork(text, behind: length), text.first(of: Self.stops, in: 0..<max(0, text.count - 1)) == nil else { return nil }
        let hasColon = length < text.count && Self.colons.contains(text.scalars[length])
        guard hasColon || length == text.count || Passage.isBlank(text.scalars[length]) else { return nil }
        let role = vocabulary.tables.role(ofColumn: text.part(0..<length))
        return Key(length: length, hasColon: hasColon, namesUnits: role == .lead || role == .responsible)
    }

    /// `政策咨询：县商务局设立窗口，安排专人值守`: several clauses behind a word that heads lists too, and neither a telephone nor a file.
    private func isWork(_ text: Passage, behind length: Int) -> Bool {
        text.first(of: Self.commas, in: length..<text.count) != nil && text.scalars[length...].count { digitValue($0) != nil } < 7 && !reader.endsAsFile(text)
    }

    /// Whether a second key or a sign of a page follows in the same line.
    func goesOnAsFoot(_ text: Passage, behind key: Key) -> Bool {
        (key.length..<max(key.length, text.count)).contains { vocabulary.tail.tailKeys.match(text.scalars, at: $0) != nil || vocabulary.tail.tailSigns.match(text.scalars, at: $0) != nil }
    }

    /// `附件下载：`, `名词解释1.…`, `（注：…`
    struct Head {
        /// 注：, which may stand in a plan as well.
        var isNote: Bool
        /// Behind the word and its brackets; a colon and blanks behind it are passed too.
        var end: Int, hasColon: Bool
    }

    func head(_ text: Passage) -> Head? {
        let from = text.scalars.first.map { Self.openings.contains($0) } ?? false ? 1 : 0
        guard let (isNote, length) = vocabulary.tail.tailHeads.match(text.scalars, at: from) else { return nil }
        var end = from + length
        while end < text.count, Self.closings.contains(text.scalars[end]) || Passage.isBlank(text.scalars[end]) { end += 1 }
        let hasColon = end < text.count && Self.colons.contains(text.scalars[end])
        if hasColon { end += 1 }
        while end < text.count, Passage.isBlank(text.scalars[end]) { end += 1 }
        return Head(isNote: isNote, end: end, hasColon: hasColon)
    }

    /// Whether the rest of a line begins so behind the end of a sentence: `…落实。主办单位：示例市人民政府办公室`, `…落实。名词解释1.…`.
    func begins(_ rest: Passage) -> Bool {
        guard let first = rest.scalars.first else { return false }
        if isOfPage(rest, inLine: true) { return true }
        if Self.brackets.contains(first), rest.count <= Self.longestBracket { return reader.isClosing(rest) || isWord(rest) }
        if let key = key(rest), key.hasColon { return !key.namesUnits || goesOnAsFoot(rest, behind: key) }
        guard let head = head(rest) else { return false }
        return head.hasColon && head.end == rest.count || LabelLexer(rest).label(at: head.end)?.label.ordinal == 1
    }

    private static let brackets: ScalarSet = "（("
    private static let openings: ScalarSet = "【（(["
    private static let closings: ScalarSet = "】）)]"
    private static let colons: ScalarSet = "：:"
    private static let stops: ScalarSet = "。；;"
    private static let commas: ScalarSet = "，,"
    private static let longestBracket = 24
}
