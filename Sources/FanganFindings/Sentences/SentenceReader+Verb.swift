import FanganText

/// What stands behind a name and says that it acts: a verb, a day (`县水利局|6月底前完成…`), a word for who helps (会同).
extension SentenceReader {
    /// 市双拥办安排…; not 完成市双拥办安排的其他工作, which says whose work it is.
    func actsInSentence(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        if isRhythmOfOther(p, at, limit) { return false }
        // One term, not a row of them.
        if let verb = termEnd(p, at, limit) { return termEnd(p, verb, limit) == nil && (actsInSentence(p, verb, limit) || beginsWork(p, verb, limit)) }
        // 能评项目所|需
        if at > 0, p.scalars[at] == 0x9700, p.scalars[at - 1] == 0x6240 { return false } // 需 所
        guard let (_, length) = vocabulary.sentences.subjectVerbs.match(p.scalars, at: at, limit: limit) else { return joins(p, at, limit) || actsByDate(p, at, limit) || works(p, at, limit) || actsInManner(p, at, limit) || isCommissioned(p, at, limit) || actsOnOccasion(p, at, limit) }
        // 应急, 要点, 负责人 only begin like 应, 要, 负责; 对照 is a verb here, and none behind a comma.
        if let (isVerb, longer) = vocabulary.sentences.clauseVerbs.match(p.scalars, at: at, limit: limit), !isVerb, longer > length { return works(p, at, limit) }
        return !p.has("的", at: at + length) && !isOwnedTopic(p, at, limit) && !(p.scalars[at] == 0x7531 && isOnlyComposed(p, at, limit)) && !(length == 2 && !Self.causing.contains(p.scalars[at]) && tellsState(p, at + length, limit)) // 由
    }

    /// 县气象局强化措施|有力: how something is, not what is to be done; but 加强监管，确保措施到位.
    func tellsState(_ p: Passage, _ from: Int, _ limit: Int) -> Bool {
        let end = min(clauseEnd(p, from, limit), from + 24)
        return end > from + 2 && vocabulary.sentences.stateEnds.contains { p.has($0, before: end) } && !(from..<end).contains { Self.doneOrOf.contains(p.scalars[$0]) || Self.causing.contains(p.scalars[$0]) }
    }

    /// 确保, 做到, 推动, 促进, 使, 达到, 实现, 维护
    private static let causing: ScalarSet = "保做推促使达实维"

    /// 要加强, but not 要素; 做好监测, but not 做好的工作.
    func actsInClause(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        if isRhythmOfOther(p, at, limit) { return false }
        guard let (isVerb, length) = vocabulary.sentences.clauseVerbs.match(p.scalars, at: at, limit: limit), isVerb else { return joins(p, at, limit) || actsByDate(p, at, limit) }
        // 对各县进展情况进行督查
        if p.scalars[at] == 0x5BF9, !carriesOut(p, at, limit) { return false }
        return !p.has("的", at: at + length) && !isOwnedTopic(p, at, limit)
    }

    /// `县水利局完成清淤`, `县应急局立即组织抢险`; not 完成的清淤, what it has done (完成了), and what is brought about (数字档案室建成).
    private func works(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard vocabulary.bodies.executing.contains(p, before: at) || vocabulary.bodies.standingEnds.contains(p, before: at) || vocabulary.bodies.townshipEnds.contains(p, before: at) else { return false }
        if let (_, length) = vocabulary.sentences.workAdverbs.match(p.scalars, at: at, limit: limit) { return at + length < limit && !Self.doneOrOf.contains(p.scalars[at + length]) }
        // 县财政局|报省财政厅审核后执行
        if p.scalars[at] == 0x62A5, at + 3 < limit, ResponsibilityVocabulary.levels.contains(p.scalars[at + 1]) { return isPredicate(p, at + 1, limit) } // 报
        // 县委党校承办。
        if let (_, length) = vocabulary.lists.postStarts.match(p.scalars, at: at, limit: limit), length > 1, at + length == limit || Self.marks.contains(p.scalars[at + length]) { return true }
        if let (_, length) = vocabulary.sentences.plainVerbs.match(p.scalars, at: at, limit: limit) { return isPlainPredicate(p, at + length, limit) }
        guard let (_, length) = vocabulary.sentences.workVerbs.match(p.scalars, at: at, limit: limit) else { return false }
        return isPredicate(p, at + length, limit)
    }

    /// 县水利局清理|河道; not 县应急局巡查|制度上墙, 市教育局培训|中心负责.
    private func isPlainPredicate(_ p: Passage, _ from: Int, _ limit: Int) -> Bool {
        guard isPredicate(p, from, limit), !goesOnAsDivision(p, from, limit), !Self.noObject.contains(p.scalars[from]) else { return false }
        return vocabulary.sentences.plainNouns.match(p.scalars, at: from, limit: limit).map { from + $0.length == clauseEnd(p, from, limit) } ?? true
    }

    /// 救助|后申请, 清理|时
    private static let noObject: ScalarSet = "后後时時前中外和与及等"

    /// `市财政局|分批次|开展检查`, `市教育局|因地制宜|制定办法`; not 市住建局综合管理科, 市财政局重点开展的工作.
    private func actsInManner(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        var i = at
        while i < limit, let (_, length) = vocabulary.sentences.manners.match(p.scalars, at: i, limit: limit) {
            i += length
            if i < limit, p.scalars[i] == 0x5730 { i += 1 } // 地
            // 公开, 规范 are both.
            if let end = mannerVerbEnd(p, i, limit), !Self.doneOrOf.contains(p.scalars[end]), !Self.marks.contains(p.scalars[end]), !goesOnAsDivision(p, end, limit) { return true }
        }
        return false
    }

    /// Behind a verb that an adverb may stand in front of, with something behind it.
    private func mannerVerbEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        let words = vocabulary.sentences
        let length = vocabulary.deeds.acts.match(p.scalars, at: at, limit: limit)?.length ?? words.plainVerbs.match(p.scalars, at: at, limit: limit)?.length
            ?? words.workVerbs.match(p.scalars, at: at, limit: limit)?.length ?? words.subjectVerbs.match(p.scalars, at: at, limit: limit)?.length
        return length.flatMap { $0 > 1 && at + $0 < limit ? at + $0 : nil }
    }

    /// 市教育局培训|中心负责…: the verb is of the name of a part of the body; not 县住建局建设|停车场2处.
    private func goesOnAsDivision(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        (at + 1..<max(at + 1, min(limit, at + 5) + 1)).contains { end in
            (vocabulary.bodies.organEnds.contains(p, before: end, from: at) || vocabulary.bodies.divisionEnds.contains(p, before: end, from: at)) && !Self.isDigit(p.scalars[end - 2]) && !ResponsibilityRecogniser.numerals.contains(p.scalars[end - 2]) && !Self.someOf.contains(p.scalars[end - 2])
                && (end == limit || Self.marks.contains(p.scalars[end]) || p.scalars[end] == 0x3001 || vocabulary.sentences.subjectVerbs.begins(p.scalars, at: end, limit: limit)) // 、
        }
    }

    /// `县水利局|接到通知后，要立即组织抢险`, `县应急局|发现险情时，及时上报`; not 县水利局接到通知后，各乡镇要….
    private func actsOnOccasion(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard let (_, length) = vocabulary.sentences.occasions.match(p.scalars, at: at, limit: limit), vocabulary.bodies.executing.contains(p, before: at) || vocabulary.bodies.standingEnds.contains(p, before: at) else { return false }
        let comma = clauseEnd(p, at + length, limit), verb = comma + 1
        guard verb < limit, p.scalars[comma] == 0xFF0C || p.scalars[comma] == 0x2C, Self.isConditionEnd(p.scalars[comma - 1]), isOccasion(p, at + length..<comma - 1),
              p.scalars[clauseEnd(p, verb, limit) - 1] != 0x7684 else { return false } // 的
        return actsInClause(p, verb, limit) || beginsWork(p, verb, limit) || vocabulary.sentences.workAdverbs.begins(p.scalars, at: verb, limit: limit)
    }

    /// 接到|举报线索|后: nothing, or something that may be met with; not 发现|的问题整改|后, 受理|范围扩大|后.
    private func isOccasion(_ p: Passage, _ range: Range<Int>) -> Bool {
        let end = p.has("之", before: range.upperBound) || p.has("以", before: range.upperBound) ? range.upperBound - 1 : range.upperBound
        return range.lowerBound < end && vocabulary.sentences.occasionEnds.contains(p, before: end, from: range.lowerBound) && !(range.lowerBound..<end).contains { Self.doneOrOf.contains(p.scalars[$0]) }
    }

    /// `市质量监督站|受市住建局委托，对工程质量进行抽查`; not 受市住建局委托的机构.
    private func isCommissioned(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit, p.scalars[at] == Self.receiving, let word = p.first("委托", in: at + 3..<max(at + 3, min(limit, at + 20))) else { return false }
        return p.first(of: Self.marksOfClause, in: at..<word) == nil && !p.has("的", at: word + 2)
    }

    /// 受
    static let receiving: UInt32 = 0x53D7

    /// Whether a verb and its object fill the clause: not 县财政局拨付资金到位后, 县统计局归集数据显示, 县水利局完成情况较好.
    func isPredicate(_ p: Passage, _ from: Int, _ limit: Int) -> Bool {
        let end = clauseEnd(p, from, limit)
        guard from < end, !(from..<end).contains(where: { Self.doneOrOf.contains(p.scalars[$0]) }), !Self.isConditionEnd(p.scalars[end - 1]) else { return false }
        if let (_, noun) = vocabulary.sentences.workNouns.match(p.scalars, at: from, limit: end), from + noun < end { return false }
        // 完成普查并纳入台账: a second act of the same body.
        return !vocabulary.sentences.otherPredicates.contains { word in p.first(word, in: from..<end).map { p.scalars[$0 - 1] != 0x5E76 } ?? false } // 并
    }

    /// Whether what stands behind a name says that it acts: a known verb, or behind the name of an executing body
    /// (局 大队 中心 …) anything that does not go on with the name.
    func acts(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit else { return false }
        if vocabulary.sentences.agentVerbs.match(p.scalars, at: at, limit: limit) != nil || joins(p, at, limit) { return true }
        // 由县妇联主办
        if let (_, length) = vocabulary.lists.postStarts.match(p.scalars, at: at, limit: limit), length > 1, !vocabulary.sentences.postNouns.begins(p.scalars, at: at + length, limit: limit) { return true }
        let next = p.scalars[at]
        // 由市应急管理局局长兼任: a person.
        if at + 1 < limit, p.scalars[at + 1] == 0x957F { return false }
        // 请县财政局6月底前拨付
        if actsByDate(p, at, limit) { return vocabulary.bodies.executing.contains(p, before: at) || vocabulary.bodies.standingEnds.contains(p, before: at) }
        guard next.isIdeograph, !vocabulary.bodies.goingOn.contains(next), vocabulary.bodies.executing.contains(p, before: at) else { return false }
        return !(at + 2...at + 6).contains { end in end <= limit && (vocabulary.bodies.organEnds.match(p, before: end, from: at)?.length ?? 0) >= 2 }
    }

    /// 对…进行督促检查, 对…开展评估: in one clause, with what it does at its end.
    func carriesOut(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        let end = (at..<min(limit, at + 40)).first { Self.marksOfClause.contains(p.scalars[$0]) } ?? min(limit, at + 40)
        guard let verb = vocabulary.sentences.carryVerbs.lazy.compactMap({ p.first($0, in: at + 3..<max(at + 3, end)) }).first else { return false }
        return !(verb..<end).contains { p.scalars[$0] == 0x7684 } // 的
    }

    /// `联席会议办公室由市财政局、市审计局组成。`: of whom a body consists, and nothing that it does (`…组成，负责统筹协调`).
    func isOnlyComposed(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        let stop = (at..<min(limit, at + 100)).first { Self.sentenceStops.contains(p.scalars[$0]) } ?? min(limit, at + 100)
        guard vocabulary.sentences.composingVerbs.contains(where: { p.first($0, in: at..<stop) != nil }) else { return false }
        return !(at..<stop).contains { (p.scalars[$0] == 0xFF0C || p.scalars[$0] == 0x2C) && isWork(p, $0 + 1) }
    }

    /// 县委|组织部, not 县委|组织….
    func goesOnAsName(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        (at + 2..<max(at + 2, min(limit, at + 4) + 1)).contains { vocabulary.bodies.organEnds.match(p, before: $0, from: at)?.length == $0 - at }
    }

    /// 两处, 数处
    private static let someOf: ScalarSet = "两数几多余"
    /// 的 了 过
    static let doneOrOf: ScalarSet = "的了过"
}
