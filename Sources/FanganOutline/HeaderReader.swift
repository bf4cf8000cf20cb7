import FanganText

/// Tells what each paragraph in front of the items is: number, notice title, addressees, notice,
/// signature, date, title, preamble. The order is that of GB/T 9704: 发文字号, 标题, 主送机关, 正文, 署名, 成文日期,
/// then the plan itself with its own title.
struct HeaderReader {
    enum LineKind { case letterhead, number, date, promulgation, addressees, notice, preamble, closing, organ, title, annexList, other }

    let vocabulary: OutlineVocabulary

    /// What one paragraph is, by itself.
    func kind(of line: Passage) -> LineKind {
        // Only the covering notice and the preamble are this long, and both say so at their start.
        if line.count > 600 { return vocabulary.head.preambleStarts.contains(where: { line.has($0, at: 0) }) || endsAsPreamble(line) ? .preamble : .other }
        let text = line.trimmed()
        if text.isEmpty { return .other }
        if isIssueNumber(text.unbracketed()) { return .number }
        if mayBeNumber(text), case let number = withoutSigner(text), number.count <= 36, documentNumber(number.unbracketed(), fewestLetters: 0) != nil { return .number }
        if let end = Self.anyDate(text)?.end, end >= text.count - 3 { return .date }
        if promulgation(text) != nil { return .promulgation }
        if letterhead(text) != nil { return .letterhead }
        if isClosing(text) || isMarkedOff(text) { return .closing }
        if isAnnexList(text) { return .annexList }
        if endsAsFile(text) { return .other }
        if text.count <= 90, endsAsNotice(text), text.first("关于", in: text.indices) != nil || text.first("印发《", in: text.indices) != nil { return .title }
        if vocabulary.head.noticeBodies.first(text.scalars, in: text.indices) != nil { return .notice }
        if isAddressee(text) { return .addressees }
        if vocabulary.head.preambleHeads.contains(text.scalars[0]), vocabulary.head.preambleStarts.contains(where: { text.has($0, at: 0) }), text.count > 30 || text.last == 0x3002 { return .preamble }
        if isOrgan(text) { return .organ }
        if endsAsPreamble(text) { return .preamble }
        return isTitleLike(text) && !isFact(text) && !isSectionTitle(text) ? .title : .other
    }

    /// `…，特制定本行动方案。`, `…提出以下措施：`, `2023年，全市工作坚持以…为指导，…。`
    private func endsAsPreamble(_ text: Passage) -> Bool {
        guard text.count > 30, let last = text.last, last == 0x3002 || last == 0xFF1A || last == 0x3A else { return false }
        if text.count > 60, last == 0x3002, beginsWithYear(text) { return true }
        return vocabulary.head.preambleEnds.first(text.scalars, in: max(0, text.count - 24)..<text.count) != nil
    }

    private func beginsWithYear(_ text: Passage) -> Bool {
        var i = 4
        guard text.count > 8, text.scalars.prefix(4).allSatisfy({ digitValue($0) != nil }) else { return false }
        while i < 8, text.scalars[i] == 0x20 { i += 1 }
        return text.scalars[i] == 0x5E74 // 年
    }

    /// `总体要求-、`: the title of a section whose number a scanner misread.
    private func isSectionTitle(_ text: Passage) -> Bool {
        guard text.count <= 12, let end = text.scalars.lastIndex(where: { $0.isIdeograph }), end + 1 < text.count else { return false }
        return text.scalars[(end + 1)...].allSatisfy { Self.damaged.contains($0) } && vocabulary.titles.role(ofHeading: text.part(0..<end + 1)) != nil
    }

    private static let damaged: ScalarSet = "-－—–、,，.．"

    /// `交办日期：2024年2月1日`, `填报单位：…`: what a form says of itself under its title.
    func isFact(_ text: Passage) -> Bool {
        guard let colon = text.scalars.prefix(10).firstIndex(where: { $0 == 0xFF1A || $0 == 0x3A }), colon + 1 < text.count else { return false }
        return vocabulary.head.factKeys.contains(text, before: colon)
    }

    /// Whether a line can be closing; most are told by that, without looking for what else they could be.
    func mayClose(_ line: Passage) -> Bool {
        let text = line.trimmed()
        return isClosing(text) || isMarkedOff(text)
    }

    /// A number has its year near its beginning, in brackets of its own; told without looking through the line.
    private func mayBeNumber(_ text: Passage) -> Bool {
        text.scalars.prefix(17).contains { Self.yearOpen.contains($0) }
    }

    /// `示政发〔2023〕8号　　签发人：韦某`: documents that go upwards name the signer beside the number (GB/T 9704, 7.2.6).
    func withoutSigner(_ text: Passage) -> Passage { text.first("签发人", in: text.indices).map { text.part(0..<$0).trimmed() } ?? text }

    // MARK: - Kinds

    /// `洗府发〔2022〕145号`, `陕市监发〔2023〕85 号`, `川办发[2021]11号`; the range of it in the passage.
    /// - Parameter fewestLetters: none, where a whole line is asked about: minutes have `〔2026〕18号` alone.
    func documentNumber(_ text: Passage, fewestLetters: Int = 1) -> Range<Int>? {
        guard let open = text.scalars.firstIndex(where: { Self.yearOpen.contains($0) }), open >= fewestLetters, open <= 16 else { return nil }
        var i = open + 1
        var digits = 0
        while i < text.count, digitValue(text.scalars[i]) != nil || text.scalars[i] == 0x20 { digits += text.scalars[i] == 0x20 ? 0 : 1; i += 1 }
        guard digits == 4 || digits >= 5 else { return nil }
        if i < text.count, Self.yearClose.contains(text.scalars[i]) { i += 1 } else if digits < 5 { return nil }
        while i < text.count, digitValue(text.scalars[i]) != nil || text.scalars[i] == 0x20 || text.scalars[i] == 0x7B2C || text.scalars[i] == 0x58 { i += 1 } // 第 X
        if i < text.count, text.scalars[i] == 0x53F7 { i += 1 } else if digits == 4 { return nil } // 号
        for k in 0..<open where !Self.isNumberLetter(text.scalars[k]) { return nil }
        return i >= text.count - 2 ? 0..<i : nil
    }

    /// `第18期`, `2025年第3期`, `总第20期` alone on a line: the number of minutes and bulletins.
    func isIssueNumber(_ text: Passage) -> Bool {
        guard text.count >= 3, text.count <= 16, let last = text.scalars.last, Self.issueEnds.contains(last), let ordinal = text.scalars.lastIndex(of: 0x7B2C), ordinal + 2 < text.count else { return false } // 第
        return (ordinal + 1..<text.count - 1).allSatisfy { digitValue(text.scalars[$0]) != nil || ChineseNumeral.isNumeral(text.scalars[$0]) || Passage.isBlank(text.scalars[$0]) }
            && text.scalars[..<ordinal].allSatisfy { digitValue($0) != nil || Self.issueHeads.contains($0) || Passage.isBlank($0) }
    }

    /// `关于印发….docx`: the name of a file, pasted over the text.
    func endsAsFile(_ text: Passage) -> Bool {
        // Most lines do not end in a letter.
        guard let last = text.scalars.last, last < 0x80, text.count <= 120 else { return false }
        return fileEnding(of: text) != nil
    }

    /// The name of a file without its ending.
    func fileEnding(of text: Passage) -> Passage? {
        guard let dot = text.scalars.suffix(10).lastIndex(of: 0x2E), dot > 1 else { return nil }
        let ending = text.string(dot..<text.count).lowercased()
        return vocabulary.head.fileEndings.contains { $0.count == text.count - dot && Passage.string(Array($0.scalars)) == ending } ? text.part(0..<dot) : nil
    }

    /// `示例市人民政府文件` over the number: the mark of who issued it (发文机关标志, GB/T 9704, 7.2.4); the organ.
    func letterhead(_ text: Passage) -> Passage? {
        guard text.count <= 60, text.has("文件", before: text.count) else { return nil }
        let organ = text.part(0..<(text.count - 2)).trimmed()
        return isOrgan(organ) ? organ : nil
    }

    /// `(2023年1月30日示例市人民政府示府规字〔2023〕1号文发布)`: when, who and under which number, in one bracket under the title.
    func promulgation(_ text: Passage) -> Promulgation? {
        guard text.isBracketed, text.count <= 90 else { return nil }
        let inner = text.unbracketed()
        guard let date = Self.date(inner, at: 0), let mark = inner.scalars.firstIndex(of: 0x53F7), mark > date.end else { return nil } // 号
        // The number begins where the name of the organ ends.
        for start in date.end..<mark where documentNumber(inner.part(start..<(mark + 1)))?.count == mark + 1 - start {
            for end in stride(from: mark, to: start, by: -1) where isOrgan(inner.part(start..<end)) && documentNumber(inner.part(end..<(mark + 1))) != nil {
                return Promulgation(day: inner.part(0..<date.end), organ: inner.part(start..<end), number: inner.part(end..<(mark + 1)))
            }
            return Promulgation(day: inner.part(0..<date.end), organ: nil, number: inner.part(start..<(mark + 1)))
        }
        return nil
    }

    /// What a bracket of promulgation says.
    struct Promulgation {
        var day: Passage
        var organ: Passage?
        var number: Passage
    }

    private func isAddressee(_ text: Passage) -> Bool {
        guard let last = text.last, last == 0xFF1A || last == 0x3A || last == 0xFF1B || last == 0x3B, text.count < 300 else { return false }
        guard !vocabulary.head.preambleStarts.contains(where: { text.has($0, at: 0) }) || text.scalars[0] == 0x5404 else { return false }
        guard text.first("。", in: text.indices) == nil else { return false }
        return vocabulary.head.addresseeWords.contains { text.first($0, in: text.indices) != nil }
    }

    func isOrgan(_ text: Passage) -> Bool {
        guard text.count >= 3, text.count <= 40 else { return false }
        if text.scalars.contains(where: { Self.sentenceMarks.contains($0) }) { return false }
        let end = Self.sealed.reduce(text) { $0.droppingTail($1) }
        return vocabulary.head.issuerEnds.contains(end, before: end.count) && text.first("关于", in: text.indices) == nil
            && text.first("印发", in: text.indices) == nil
    }

    func isTitleLike(_ text: Passage) -> Bool {
        guard text.count >= 2, text.count <= 90, let last = text.last else { return false }
        if last == 0xFF1A || last == 0x3A || last == 0xFF0C || last == 0x2C { return false }
        // 。；！, and the bar between cells.
        return !text.scalars.contains { $0 == 0x3002 || $0 == 0xFF1B || $0 == 0xFF01 || $0 == 0x7C }
    }

    /// `附件：1.…名单` with its text behind the colon; not the bare mark of an annex.
    func isAnnexList(_ text: Passage) -> Bool {
        guard text.has("附件", at: 0) else { return false }
        var i = 2
        while i < text.count, text.scalars[i] == 0x20 { i += 1 }
        guard i < text.count, text.scalars[i] == 0xFF1A || text.scalars[i] == 0x3A else { return false }
        return i + 1 < text.count
    }

    func endsAsPlan(_ text: Passage) -> Bool {
        let core = withoutOpenBracket(text.droppingTrailingBrackets())
        return vocabulary.titles.planWords.contains(core, before: core.count)
    }

    /// `优化营商环境行动方案(2023 版`: the bracket was never closed.
    private func withoutOpenBracket(_ text: Passage) -> Passage {
        guard let open = text.scalars.suffix(12).lastIndex(where: { $0 == 0x28 || $0 == 0xFF08 }), open > 2, !text.scalars[open...].contains(where: { $0 == 0x29 || $0 == 0xFF09 }) else { return text }
        return text.part(0..<open).trimmed()
    }

    func endsAsNotice(_ text: Passage) -> Bool {
        let core = text.droppingTrailingBrackets()
        if vocabulary.titles.noticeWords.contains(core, before: core.count) { return true }
        // `示例市人民政府办公厅印发《…意见》`: the words 的通知 are left out.
        if core.last == 0x300B, let open = core.first("印发《", in: core.indices), open > 2 { return true }
        // `关于印发《…》的通知知`: a letter too many.
        return core.first("的通知", in: max(0, core.count - 6)..<core.count) != nil && core.first("关于", in: core.indices) != nil
    }

    /// 期 号 辑
    private static let issueEnds: ScalarSet = "期号辑"
    private static let issueHeads: ScalarSet = "总年"
    private static let sealed: [Word] = ["（代章）", "(代章)"]
    private static let yearOpen: ScalarSet = "〔[（(【［﹝"
    static let yearClose: ScalarSet = "〕]）)】］﹞"
    private static let sentenceMarks: ScalarSet = "。；！？，：《》;!?:"
    static func isNumberLetter(_ scalar: UInt32) -> Bool {
        scalar.isIdeograph || scalar == 0x20 || scalar >= 0x41 && scalar <= 0x5A
    }
}
