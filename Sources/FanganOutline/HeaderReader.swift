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
        if line.count > 600 { return vocabulary.preambleStarts.contains(where: { line.has($0, at: 0) }) || endsAsPreamble(line) ? .preamble : .other }
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
        if vocabulary.noticeBodies.first(text.scalars, in: text.indices) != nil { return .notice }
        if isAddressee(text) { return .addressees }
        if vocabulary.preambleHeads.contains(text.scalars[0]), vocabulary.preambleStarts.contains(where: { text.has($0, at: 0) }), text.count > 30 || text.last == 0x3002 { return .preamble }
        if isOrgan(text) { return .organ }
        if endsAsPreamble(text) { return .preamble }
        return isTitleLike(text) && !isFact(text) && !isSectionTitle(text) ? .title : .other
    }

    /// `…，特制定本行动方案。`, `…提出以下措施：`, `2023年，全市工作坚持以…为指导，…。`
    private func endsAsPreamble(_ text: Passage) -> Bool {
        guard text.count > 30, let last = text.last, last == 0x3002 || last == 0xFF1A || last == 0x3A else { return false }
        if text.count > 60, last == 0x3002, beginsWithYear(text) { return true }
        return vocabulary.preambleEnds.first(text.scalars, in: max(0, text.count - 24)..<text.count) != nil
    }

    private func beginsWithYear(_ text: Passage) -> Bool {
        var i = 4
        guard text.count > 8, text.scalars.prefix(4).allSatisfy({ digitValue($0) != nil }) else { return false }
        while i < 8, text.scalars[i] == 0x20 { i += 1 }
        return text.scalars[i] == 0x5E74 // 年
    }

    /// `总体要求-、`: the title of a section whose number a scanner misread.
    private func isSectionTitle(_ text: Passage) -> Bool {
        guard text.count <= 12, let end = text.scalars.lastIndex(where: { $0 >= 0x4E00 && $0 <= 0x9FFF }), end + 1 < text.count else { return false }
        return text.scalars[(end + 1)...].allSatisfy { Self.damaged.contains($0) } && vocabulary.role(ofHeading: text.part(0..<end + 1)) != nil
    }

    private static let damaged: ScalarSet = "-－—–、,，.．"

    /// `交办日期：2024年2月1日`, `填报单位：…`: what a form says of itself under its title.
    func isFact(_ text: Passage) -> Bool {
        guard let colon = text.scalars.prefix(10).firstIndex(where: { $0 == 0xFF1A || $0 == 0x3A }), colon + 1 < text.count else { return false }
        return vocabulary.factKeys.contains(text, before: colon)
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
        return vocabulary.fileEndings.contains { $0.count == text.count - dot && Passage.string(Array($0.scalars)) == ending } ? text.part(0..<dot) : nil
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
        guard !vocabulary.preambleStarts.contains(where: { text.has($0, at: 0) }) || text.scalars[0] == 0x5404 else { return false }
        guard text.first("。", in: text.indices) == nil else { return false }
        return Self.addresseeWords.contains { text.first($0, in: text.indices) != nil }
    }

    func isOrgan(_ text: Passage) -> Bool {
        guard text.count >= 3, text.count <= 40 else { return false }
        if text.scalars.contains(where: { Self.sentenceMarks.contains($0) }) { return false }
        let end = Self.sealed.reduce(text) { $0.droppingTail($1) }
        return vocabulary.issuerEnds.contains(end, before: end.count) && text.first("关于", in: text.indices) == nil
            && text.first("印发", in: text.indices) == nil
    }

    func isTitleLike(_ text: Passage) -> Bool {
        guard text.count >= 2, text.count <= 90, let last = text.last else { return false }
        if last == 0xFF1A || last == 0x3A || last == 0xFF0C || last == 0x2C { return false }
        return !text.scalars.contains { $0 == 0x3002 || $0 == 0xFF1B || $0 == 0xFF01 }
    }

    /// `出　席：王某某`, `发：各乡镇人民政府`: who was there and who gets the minutes, however many they are.
    private func isNoteOfMinutes(_ text: Passage) -> Bool {
        guard let colon = text.scalars.prefix(10).firstIndex(where: { $0 == 0xFF1A || $0 == 0x3A }) else { return false }
        return vocabulary.closingKeys.contains(text.part(0..<colon).squashed())
    }

    func isClosing(_ text: Passage) -> Bool {
        if isNoteOfMinutes(text) { return true }
        let start = text.count > 0 && (text.scalars[0] == 0xFF08 || text.scalars[0] == 0x28) ? 1 : 0
        if text.count < 120, vocabulary.closings.contains(where: { text.has($0, at: start) }) { return true }
        // `示例县人民政府办公室      2023年4月18日印发`
        guard text.count < 60, text.has("印发", before: text.count) else { return false }
        return text.indices.contains { Self.date(text, at: $0)?.end == text.count - 2 }
    }

    /// A line wholly in 【 】 is a remark on the document, not of it; but `【责任单位：市财政局】` says whose a duty is.
    private func isMarkedOff(_ text: Passage) -> Bool {
        text.count > 2 && text.scalars[0] == 0x3010 && text.last == 0x3011 && vocabulary.assignmentKeys.match(text.scalars, at: 1) == nil
            && !vocabulary.assignmentWords.contains { text.first($0, in: text.indices) != nil }
    }

    /// `【工作目标】`, but not `【相关附件】`, behind which the plan is over.
    func isRemark(_ text: Passage) -> Bool { isMarkedOff(text) && !vocabulary.closings.contains { text.has($0, at: 1) } }

    /// The last paragraph that speaks of the document itself: `本意见自发布之日起施行，有效期1年。`, `各政策举措自印发之日起执行`, or of what goes before it:
    /// `国家、省有新规定的，从其规定。`
    func isClosingRule(_ paragraph: Passage) -> Bool {
        let text = paragraph.unbracketed(), limit = 0..<min(text.count, 120)
        if vocabulary.closingStarts.match(text.scalars, at: 0) != nil { return vocabulary.closingRules.contains { text.first($0, in: limit) != nil } }
        if vocabulary.yieldingStarts.match(text.scalars, at: 0) != nil { return vocabulary.yielding.contains { text.first($0, in: limit) != nil } }
        // `某管委会应当根据本命令，依法履行相应职责。`
        return vocabulary.ownNames.first(text.scalars, in: 0..<min(text.count, 24)) != nil
    }

    /// `各区县、各部门要结合实际，…。对工作中的重大问题，及时报告市政府。`: said to all, with whom to report to.
    static func isAppeal(_ text: Passage, at start: Int) -> Bool {
        guard let reported = OutlineVocabulary.standard.reported.first(text.scalars, in: start..<text.count) else { return false }
        return text.first("报告", in: reported..<text.count) != nil && speaksToAll(text, at: start)
    }

    /// `各地、各部门要…` in one sentence.
    static func speaksToAll(_ text: Passage, at start: Int) -> Bool {
        guard start < text.count, text.scalars[start] == 0x5404, let must = text.first("要", in: start..<min(text.count, start + 30)) else { return false } // 各
        return text.first("。", in: start..<must) == nil
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
        return vocabulary.planWords.contains(core, before: core.count)
    }

    /// `优化营商环境行动方案(2023 版`: the bracket was never closed.
    private func withoutOpenBracket(_ text: Passage) -> Passage {
        guard let open = text.scalars.suffix(12).lastIndex(where: { $0 == 0x28 || $0 == 0xFF08 }), open > 2, !text.scalars[open...].contains(where: { $0 == 0x29 || $0 == 0xFF09 }) else { return text }
        return text.part(0..<open).trimmed()
    }

    func endsAsNotice(_ text: Passage) -> Bool {
        let core = text.droppingTrailingBrackets()
        if vocabulary.noticeWords.contains(core, before: core.count) { return true }
        // `示例市人民政府办公厅印发《…意见》`: the words 的通知 are left out.
        if core.last == 0x300B, let open = core.first("印发《", in: core.indices), open > 2 { return true }
        // `关于印发《…》的通知知`: a letter too many.
        return core.first("的通知", in: max(0, core.count - 6)..<core.count) != nil && core.first("关于", in: core.indices) != nil
    }

    // MARK: - Dates

    /// `6月底前`, `2024年12月31日前`: a last day is named.
    static func namesDeadline(_ text: Passage) -> Bool {
        text.indices.contains { i in
            i > 1 && text.scalars[i] == 0x524D && [0x5E95, 0x6708, 0x65E5, 0x5E74].contains(text.scalars[i - 1]) // 前 behind 底 月 日 年
        }
    }

    /// `2022年9月13日`, `2023 年2 月28 日`, `二〇二一年七月二十八日`.
    static func date(_ text: Passage, at start: Int) -> (year: Int, month: Int, day: Int, end: Int)? {
        var i = start
        func number(_ unit: UInt32) -> Int? {
            while i < text.count, text.scalars[i] == 0x20 { i += 1 }
            let from = i
            var value = 0
            if unit == 0x6708, i + 1 < text.count, text.scalars[i] == 0x5143, text.scalars[i + 1] == unit { i += 2; return 1 } // 元月
            if unit == 0x5E74, let year = chineseYear(text, at: i) { i += 5; return year }
            while i < text.count, i - from < 5, let d = digitValue(text.scalars[i]) { value = value * 10 + d; i += 1 }
            if i == from {
                while i < text.count, ChineseNumeral.isNumeral(text.scalars[i]) { i += 1 }
                guard let n = ChineseNumeral.value(text.scalars[from..<i]) else { return nil }
                value = n
            }
            while i < text.count, text.scalars[i] == 0x20 { i += 1 }
            // 曰 is what scanners make of 日.
            guard i < text.count, text.scalars[i] == unit || unit == 0x65E5 && text.scalars[i] == 0x66F0 else { return nil }
            i += 1
            return value
        }
        guard let year = number(0x5E74), year > 1948, year < 2200, let month = number(0x6708), (1...12).contains(month),
              let day = number(0x65E5), day >= 1, day <= Self.days(of: month, in: year) else { return nil }
        return (year, month, day, i)
    }

    /// 二〇二三年, also with another round sign or letter for the zero: 二O二三年, 二0二三年.
    private static func chineseYear(_ text: Passage, at start: Int) -> Int? {
        guard start + 4 < text.count, text.scalars[start + 4] == 0x5E74, ChineseNumeral.digit(text.scalars[start]) != nil else { return nil } // 年
        var value = 0
        for scalar in text.scalars[start..<start + 4] {
            guard let digit = ChineseNumeral.digit(scalar) ?? (zeros.contains(scalar) ? 0 : nil) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private static let zeros: ScalarSet = "0０OoＯｏ◯О"

    /// A date in words, or in figures alone: 2023年3月1日, 2023-03-01.
    static func anyDate(_ text: Passage) -> (year: Int, month: Int, day: Int, end: Int)? { date(text, at: 0) ?? plainDate(text) }

    /// `2019-01-22`, `2019/1/22`, `2019.01.22`, as tables of facts and some signatures write it.
    static func plainDate(_ text: Passage) -> (year: Int, month: Int, day: Int, end: Int)? {
        var parts: [Int] = [], i = 0
        while parts.count < 3 {
            let from = i
            var value = 0
            while i < text.count, i - from < 4, let d = digitValue(text.scalars[i]) { value = value * 10 + d; i += 1 }
            guard i > from else { return nil }
            parts.append(value)
            if parts.count < 3 {
                guard i < text.count, [0x2D, 0x2F, 0x2E].contains(text.scalars[i]) else { return nil }
                i += 1
            }
        }
        guard parts[0] > 1948, parts[0] < 2200, (1...12).contains(parts[1]), parts[2] >= 1, parts[2] <= days(of: parts[1], in: parts[0]) else { return nil }
        return (parts[0], parts[1], parts[2], i)
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// 期 号 辑
    private static let issueEnds: ScalarSet = "期号辑"
    private static let issueHeads: ScalarSet = "总年"
    private static let sealed: [Word] = ["（代章）", "(代章)"]
    private static let yearOpen: ScalarSet = "〔[（(【［﹝"
    private static let yearClose: ScalarSet = "〕]）)】］﹞"
    private static let sentenceMarks: ScalarSet = "。；！？，：《》;!?:"
    private static let addresseeWords: [Word] = ["各", "政府", "单位", "部门", "机关", "委员会", "办公室", "街道", "管委会", "局"]
    static func isNumberLetter(_ scalar: UInt32) -> Bool {
        scalar >= 0x4E00 && scalar <= 0x9FFF || scalar == 0x20 || scalar >= 0x41 && scalar <= 0x5A
    }
}

extension Passage {
    var last: UInt32? { scalars.last { $0 != 0x20 && $0 != 0x0A } }

    /// Without blanks at both ends.
    func trimmed() -> Passage {
        var a = 0, b = count
        while a < b, Self.isBlank(scalars[a]) { a += 1 }
        while b > a, Self.isBlank(scalars[b - 1]) { b -= 1 }
        return a == 0 && b == count ? self : part(a..<b)
    }

    /// `（皖政办秘〔2021〕82号）` without its outer brackets.
    func unbracketed() -> Passage { isBracketed && count > 2 ? part(1..<(count - 1)).trimmed() : self }

    var isBracketed: Bool {
        guard let first = scalars.first, let last = scalars.last else { return false }
        return (first == 0xFF08 || first == 0x28) && (last == 0xFF09 || last == 0x29)
    }

    func droppingTail(_ word: Word) -> Passage { has(word, before: count) ? part(0..<(count - word.count)) : self }

    /// `…实施方案（征求意见稿）` → `…实施方案`
    func droppingTrailingBracket() -> Passage {
        guard let close = scalars.last, close == 0xFF09 || close == 0x29 || close == 0x3015,
              let open = scalars.lastIndex(where: { close == 0x3015 ? $0 == 0x3014 : $0 == 0xFF08 || $0 == 0x28 }), open > 0 else { return self }
        return part(0..<open).trimmed()
    }

    /// `…工作方案（2015—2017年）（试行）` → `…工作方案`
    func droppingTrailingBrackets() -> Passage {
        var core = self
        while true {
            let next = core.droppingTrailingBracket()
            if next.count == core.count { return core }
            core = next
        }
    }

    @inline(__always)
    static func isBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x09 || scalar == 0x0A || scalar == 0x3000 }

    /// The text without blanks but those between two Latin words, as titles are shown: `智慧城市（Smart City）方案`.
    func tidied() -> String {
        var kept: [UInt32] = []
        for (i, c) in scalars.enumerated() {
            if !Self.isBlank(c) { kept.append(c); continue }
            guard let before = kept.last, before > 0x20, before < 0x80, let after = scalars[i...].first(where: { !Self.isBlank($0) }), after < 0x80 else { continue }
            kept.append(0x20)
        }
        return Self.string(kept)
    }

    /// The text without some characters; without a way back where it holds one.
    func without(_ isLeftOut: (UInt32) -> Bool) -> Passage {
        scalars.contains(where: isLeftOut) ? Passage(Self.string(scalars.filter { !isLeftOut($0) })) : self
    }

    /// The text without any blanks, as names are shown.
    func squashed() -> String {
        scalars.contains(where: Self.isBlank) ? Self.string(scalars.filter { !Self.isBlank($0) }) : string(indices)
    }
}
