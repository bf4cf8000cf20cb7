import FanganText

/// What the document says of itself at its end, and what stands there that is no text of it.
extension HeaderReader {
    /// `出　席：王某某`, `发：各乡镇人民政府`: who was there and who gets the minutes, however many they are.
    private func isNoteOfMinutes(_ text: Passage) -> Bool {
        guard let colon = text.scalars.prefix(10).firstIndex(where: { $0 == 0xFF1A || $0 == 0x3A }) else { return false }
        return vocabulary.tail.closingKeys.contains(text.part(0..<colon).squashed())
    }

    func isClosing(_ text: Passage) -> Bool {
        if isNoteOfMinutes(text) { return true }
        let start = text.count > 0 && (text.scalars[0] == 0xFF08 || text.scalars[0] == 0x28) ? 1 : 0
        if text.count < 120, start < text.count, vocabulary.tail.closingHeads.contains(text.scalars[start]), vocabulary.tail.closings.contains(where: { text.has($0, at: start) }) { return true }
        // `示例县人民政府办公室      2023年4月18日印发`
        guard text.count < 60, text.has("印发", before: text.count) else { return false }
        return text.indices.contains { Self.date(text, at: $0)?.end == text.count - 2 }
    }

    /// A line wholly in 【 】 is a remark on the document, not of it; but `【责任单位：市财政局】` says whose a duty is.
    func isMarkedOff(_ text: Passage) -> Bool {
        text.count > 2 && text.scalars[0] == 0x3010 && text.last == 0x3011 && vocabulary.titles.assignmentKeys.match(text.scalars, at: 1) == nil
            && !vocabulary.items.assignmentWords.contains { text.first($0, in: text.indices) != nil }
    }

    /// `【工作目标】`, but not `【相关附件】`, behind which the plan is over.
    func isRemark(_ text: Passage) -> Bool { isMarkedOff(text) && !vocabulary.tail.closings.contains { text.has($0, at: 1) } }

    /// The last paragraph that speaks of the document itself: `本意见自发布之日起施行，有效期1年。`, `各项措施自公布之日起施行`, or of what goes before it:
    /// `国家、省有新规定的，从其规定。`
    func isClosingRule(_ paragraph: Passage) -> Bool {
        let text = paragraph.unbracketed(), limit = 0..<min(text.count, 120)
        if vocabulary.tail.closingStarts.match(text.scalars, at: 0) != nil { return vocabulary.tail.closingRules.contains { text.first($0, in: limit) != nil } }
        if vocabulary.tail.yieldingStarts.match(text.scalars, at: 0) != nil { return vocabulary.tail.yielding.contains { text.first($0, in: limit) != nil } }
        // `某管委会应当根据本命令，依法履行相应职责。`
        return vocabulary.tail.ownNames.first(text.scalars, in: 0..<min(text.count, 24)) != nil
    }

    /// `各区县、各部门要结合实际，…。对工作中的重大问题，及时报告市政府。`: said to all, with whom to report to.
    static func isAppeal(_ text: Passage, at start: Int) -> Bool {
        guard let reported = OutlineVocabulary.standard.tail.reported.first(text.scalars, in: start..<text.count) else { return false }
        return text.first("报告", in: reported..<text.count) != nil && speaksToAll(text, at: start)
    }

    /// `各地、各部门要…` in one sentence.
    static func speaksToAll(_ text: Passage, at start: Int) -> Bool {
        guard start < text.count, text.scalars[start] == 0x5404, let must = text.first("要", in: start..<min(text.count, start + 30)) else { return false } // 各
        return text.first("。", in: start..<must) == nil
    }
}
