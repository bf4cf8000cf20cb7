import FanganText

/// The phases that one text goes through: `3月1日至10日为宣传发动阶段；3月11日至5月10日为集中整治阶段。`,
/// `第一阶段（3月1日至10日），宣传发动。…第二阶段（3月11日至5月10日），集中整治。…`
extension PhaseRecogniser {
    /// In the order of the text; none where fewer than two clauses begin with a range of days and what the phase is called.
    func series(_ passage: Passage, in range: Range<Int>, context: DateContext) -> [PhaseMention] {
        let text = CompactText(passage, range)
        var found: [PhaseMention] = [], at = 0, isBehindComma = false
        while at < text.count {
            let phase = clause(text, at, passage, isBehindComma: isBehindComma, context)
            if let phase { found.append(phase.mention) }
            at = phase?.end ?? at
            while at < text.count, !Self.clauseEnds.contains(text[at]), !text.startsLine(at + 1) { at += 1 }
            isBehindComma = text[at] == 0xFF0C || text[at] == 0x2C
            at += 1
        }
        return found.count > 1 ? found : []
    }

    private static let clauseEnds: ScalarSet = "。；;：:，,"

    /// Whether a further sentence, or part of one, begins with a range of days: those before it are not the whole's.
    func goesOn(_ text: CompactText, from first: Int) -> Bool {
        (first..<max(first, text.count - 3)).contains { i in
            guard text[i] == 0x3B || text[i] == 0x3002, let dates = DateExpression.read(text, at: i + 1) else { return false }
            return DateInterval.readBare(text, at: i + 1) != nil || DateInterval.read(text, from: dates) != nil
        }
    }

    /// The phase at the beginning of a clause, and where the words end that say so.
    /// - Parameter isBehindComma: then it must call itself a phase: `3月为动员阶段，4月为整治阶段`; a comma stands inside other clauses as well.
    private func clause(_ text: CompactText, _ start: Int, _ passage: Passage, isBehindComma: Bool, _ context: DateContext) -> (mention: PhaseMention, end: Int)? {
        var begin = start
        while text.isOne(of: "从自即", at: begin) { begin += 1 }
        // The dates of another clause are not looked for.
        guard let dates = dates(text, from: begin, context), dates.start != nil, dates.range.lowerBound - start <= 24,
              !(start..<dates.range.lowerBound).contains(where: { Self.clauseEnds.contains(text[$0]) && text[$0] != 0x3A }) else { return nil }
        let name = dates.range.lowerBound == begin ? nameBehind(text, dates, isBehindComma) : isBehindComma ? nil : bracketedName(text, start, dates)
        guard let (name, end) = name else { return nil }
        return (mention(dates, name: name, start..<end, text, passage), end)
    }

    /// `3月1日至10日|为宣传发动阶段`, `3月1日至10日，|宣传发动；`: a clause that names a phase, or a few words that are a sentence of their own.
    private func nameBehind(_ text: CompactText, _ dates: Dates, _ isBehindComma: Bool) -> (Range<Int>, Int)? {
        var start = dates.range.upperBound
        while text.isOne(of: "，,：:为是", at: start) { start += 1 }
        guard start > dates.range.upperBound else { return nil }
        let end = text.clauseEnd(start, limit: 25)
        let isSentence = text[end] == 0x3B || text[end] == 0x3002 || text[end] == 0
        guard end - start >= 2, text.has("阶段", before: end) || dates.isInterval && !isBehindComma && isSentence && end - start <= 6 else { return nil }
        return (start..<end, end)
    }

    /// `宣传发动阶段|（3月1日至10日）`, `第一阶段|（3月1日至10日），宣传发动`.
    private func bracketedName(_ text: CompactText, _ start: Int, _ dates: Dates) -> (Range<Int>, Int)? {
        let open = dates.range.lowerBound - 1
        guard text[open] == 0x28, text[dates.range.upperBound] == 0x29, open - start >= 2, dates.isInterval || text.has("阶段", before: open) else { return nil }
        // 分三个阶段：|宣传发动阶段, 第一阶段：|宣传发动
        let name = (start..<open - 1).last { text[$0] == 0x3A }.map { $0 + 1 } ?? start
        let end = dates.range.upperBound + 1
        return nameBehind(text, end, ordinal: name..<open).map { ($0, $0.upperBound) } ?? (name..<open, end)
    }
}
