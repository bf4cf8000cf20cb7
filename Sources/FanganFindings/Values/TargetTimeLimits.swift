import FanganText

/// What makes a time one that a work must not exceed.
extension TargetJudge {
    /// 压减到1个工作日以内, 不超过13个工作日; 20个工作日内办结, 报修后24小时以内上门; 留样时间不少于48小时.
    func isTimeLimit(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        let start = amount.range.lowerBound
        // 3月1日内 is a date, 到京前14日内 looks back.
        if text.isOne(of: "月前近去", at: start - 1) { return false }
        // 印发后30日内, 印发之日起30日内: a day of the calendar, that of issue being known.
        if isCountedFromIssue(start) || isCountedFromPeriod(amount) { return false }
        if amount.measure == .months { return isMonthLimit(amount, segment) }
        let isCut = Self.shortens.contains(text, in: segment.lowerBound..<amount.core.lowerBound)
        switch amount.bound {
        case .most: return isCut || measures(before: start) || isAnswered(amount, segment) || isAnsweredBehindComma(amount)
        case .least: return isFloor(amount) || isCut || measures(before: start) || doesWork(segment.lowerBound..<start)
        case .none, .about:
            // 12个工作日(均不包含公告时间)办结
            if isAnsweredBehindBracket(amount) { return true }
            if isAdjusted(amount, segment) { return true }
            // 企业开办4小时办结
            if Self.responses.match(text, at: amount.range.upperBound) != nil, text[amount.range.upperBound] == 0x529E || text.any(["实现", "做到"], before: start) != nil { return endsAfterResponse(amount) }
            return isCut && (Self.shortens.match(text, before: start) != nil || text.any(["至", "到"], before: start) != nil || isJoined(amount, before) || isJoinedStep(amount, before))
        }
    }

    /// 公示时间不少于3个月, 周期缩短到3个月内; but 待遇最长不超过6个月, 超18个月未结案件, 借款期限在3个月以内.
    private func isMonthLimit(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        guard !Self.terms.contains(text, in: segment.lowerBound..<amount.range.lowerBound) else { return false }
        if isBehindAct(amount) { return true }
        let start = amount.range.lowerBound
        switch amount.bound {
        case .least: return isFloor(amount)
        case .most: return !text.has("最长", at: start) && (measures(before: start) || text.isOne(of: "至到在", at: start - 1) && Self.reaches.match(text, before: start) != nil)
        case .none, .about: return false
        }
    }

    /// 压减到2个环节、3天: what is cut goes on behind 、 with another measure.
    private func isJoinedStep(_ amount: Amount, _ before: Before) -> Bool {
        guard let last = before.accepted, text[amount.range.lowerBound - 1] == 0x3001 else { return false } // 、
        return amount.range.lowerBound - last.core.upperBound <= 5 && Self.reaches.match(text, before: last.range.lowerBound) != nil
    }

    private func isCountedFromIssue(_ start: Int) -> Bool {
        if text.any(["收到通知后", "接到通知后", "收到本通知后"], before: start) != nil { return true }
        let end = text.has("之日起", before: start) ? start - 3 : text[start - 1] == 0x540E ? start - 1 : start
        return DateScanner.issuing.match(text, before: end) != nil
    }

    private func endsAfterResponse(_ amount: Amount) -> Bool {
        let end = amount.range.upperBound + (Self.responses.match(text, at: amount.range.upperBound) ?? 0)
        return text[end] == 0 || text[end].endsClause
    }

    /// 5个工作日内反馈: the act follows in the same clause, which does not end in 的.
    func isAnswered(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let end = amount.range.upperBound
        guard amount.bound == .most, text[end] != 0x7684, text[segment.upperBound - 1] != 0x7684 else { return false }
        return Self.responses.contains(text, in: end..<max(end, min(end + 24, segment.upperBound))) && !namesDoers(end, to: segment.upperBound)
    }

    /// `30天内，组织入院评估`: the act begins the next clause, which holds no 的 but behind an answer (出具, 告知): not `组织核查的人员须登记`.
    func isAnsweredBehindComma(_ amount: Amount) -> Bool {
        let comma = amount.range.upperBound
        guard amount.bound == .most, amount.range.upperBound > amount.core.upperBound, text[comma] == 0xFF0C || text[comma] == 0x2C else { return false }
        // 5个工作日内，由市司法局出具意见; but 7日内，到过疫区的人员….
        let clause = text.clauseEnd(comma + 1, limit: 40)
        // 15个工作日内，各区政府及相关部门应当完成接收: the subject may stand in front of its duty.
        let duty = (comma + 3..<max(comma + 3, min(clause, comma + 20))).first { text.has("应当", at: $0) || text.has("应及时", at: $0) }
        let stop = min(clause, (duty ?? comma) + 12)
        guard let act = (comma + 1..<max(comma + 1, stop)).first(where: { Self.responses.match(text, at: $0) != nil }) else { return false }
        let end = text.clauseEnd(comma + 1, limit: 40)
        guard Self.answers.match(text, at: act) != nil else { return text.first("的", in: comma + 1..<end) == nil }
        return text.first("的", in: comma + 1..<act) == nil && text[end - 1] != 0x7684 && !namesDoers(act, to: end)
    }

    /// `24小时内，反馈情况的单位免责`: who does it in time is spoken of, nobody is told to.
    private func namesDoers(_ start: Int, to end: Int) -> Bool {
        (start..<max(start, end)).contains { text[$0] == 0x7684 && Self.doers.match(text, at: $0 + 1) != nil }
    }

    /// `12个工作日(均不包含公告时间)办结`: what the time does not count stands between it and the act.
    func isAnsweredBehindBracket(_ amount: Amount) -> Bool {
        let open = amount.range.upperBound
        guard amount.measure == .span, let end = Amount.behindAside(text, open) else { return false }
        return Self.responses.match(text, at: end) != nil && !namesDoers(end, to: text.clauseEnd(end, limit: 40))
    }
}
