import FanganText

/// What stands behind a name and its time and yet is nothing that the named body is to do: conditions, topics, relative clauses, what has been found.
extension SentenceReader {
    func clauseEnd(_ p: Passage, _ from: Int, _ limit: Int) -> Int {
        let far = max(from, min(limit, from + 60))
        return (from..<far).first { Self.marks.contains(p.scalars[$0]) } ?? far
    }

    /// 自3月起|开展检查以来, 6月底前|发生险情时, 7天内|连续降雨时启动响应: under which something else holds.
    func isCircumstance(_ p: Passage, _ clause: Range<Int>, isSpan: Bool) -> Bool {
        if p.has("以来", before: clause.upperBound) { return true }
        return clause.dropFirst(2).contains { i in
            guard p.scalars[i] == 0x65F6, !Self.beforeTime.contains(p.scalars[i - 1]) else { return false } // 时
            let next = i + 1
            return next == clause.upperBound || isSpan && (vocabulary.sentences.workVerbs.begins(p.scalars, at: next, limit: clause.upperBound) || vocabulary.deeds.classVerbs.begins(p.scalars, at: next, limit: clause.upperBound))
        }
    }

    /// 及时, 同时, 按时, 实时, 临时, 小时, 限时, 准时, 定时, 平时, 随时, 适时, 届时, 即时, 工时, 学时, 课时
    private static let beforeTime: ScalarSet = "及同按实临小限准定平随适届即工学课"

    /// 办结率达到100%, 完成情况纳入考核: of what a verb and a noun make one word something is said.
    func isTopic(_ p: Passage, _ clause: Range<Int>) -> Bool {
        guard let verb = workVerb(p, clause), let (_, noun) = vocabulary.sentences.workNouns.match(p.scalars, at: clause.lowerBound + verb, limit: clause.upperBound) else { return false }
        let behind = clause.lowerBound + verb + noun
        return vocabulary.sentences.otherPredicates.contains { p.has($0, at: behind) }
    }

    /// 公布的数据, 报送报表的企业: whom or what it is about. 报送资金的使用情况 and 培育年产值亿元以上的企业 are work: only those are described of whom
    /// the verb cannot be said, as firms are not handed in.
    ///
    /// - Parameter near: how far behind the time any 的 describes somebody else.
    func isDescription(_ p: Passage, _ clause: Range<Int>, within near: Int = 8) -> Bool {
        guard let of = clause.first(where: { Self.doneOrOf.contains(p.scalars[$0]) }) else { return false }
        let verb = workVerb(p, clause) ?? 0
        // What has been done: 完成了检查.
        if p.scalars[of] != 0x7684 { return of < clause.lowerBound + near } // 的
        if verb > 0, clause.lowerBound + verb == of { return true }
        // 将全县的清单报送县政府
        if (clause.lowerBound..<of).contains(where: { vocabulary.sentences.objectMarks.contains(p.scalars[$0]) }) { return false }
        if vocabulary.sentences.objectEnds.contains(where: { p.has($0, before: clause.upperBound) }) { return false }
        if of < clause.lowerBound + near { return true }
        return vocabulary.sentences.handingVerbs.contains { p.has($0, at: clause.lowerBound) } && vocabulary.sentences.describedEnds.contains { p.has($0, before: clause.upperBound) }
    }

    /// 每季度20日前|公布的数据, 每月|报送报表的企业: a rhythm of what is described; 每月开展水库的巡查 is work.
    func isRhythmOfOther(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit, p.scalars[at] == 0x6BCF, let from = workTime(p, at, limit)?.end ?? vocabulary.sentences.subjectVerbs.match(p.scalars, at: at, limit: limit).map({ at + $0.length }) else { return false } // 每
        let work = dateEnd(p, from, limit) ?? from
        return isDescription(p, work..<clauseEnd(p, work, limit), within: 0)
    }

    private func workVerb(_ p: Passage, _ clause: Range<Int>) -> Int? {
        vocabulary.sentences.workVerbs.match(p.scalars, at: clause.lowerBound, limit: clause.upperBound)?.length ?? vocabulary.deeds.classVerbs.match(p.scalars, at: clause.lowerBound, limit: clause.upperBound)?.length
    }

    /// 开展检查|，发现问题12个: told of the past; not 发现问题及时整改, 发现问题10个以上.
    func tellsFindings(_ p: Passage, _ comma: Int, _ limit: Int) -> Bool {
        guard comma + 3 < limit, p.scalars[comma] == 0xFF0C || p.scalars[comma] == 0x2C, vocabulary.sentences.findings.contains(where: { p.has($0, at: comma + 1) }) else { return false }
        let end = clauseEnd(p, comma + 1, limit)
        return !vocabulary.sentences.bounds.contains { p.has($0, before: end) } && (comma + 1..<end).contains { Self.isDigit(p.scalars[$0]) }
    }

    // MARK: - 负责

    /// 负责资金保障 behind a name; not 负责人, 负责的工作, 负责实施的机制要健全.
    func answers(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        p.has("负责", at: at) && !p.has("负责人", at: at) && !p.has("负责的", at: at) && !isOwnedTopic(p, at, limit)
    }

    /// 负责实施的工作机制|要健全, 负责本辖区的企业|应当配合检查: what is behind 的 is told to do something, not the body in front.
    func isOwnedTopic(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard p.has("负责", at: at) else { return false }
        let end = clauseEnd(p, at, limit)
        guard let of = (at + 2..<max(at + 2, end)).first(where: { p.scalars[$0] == 0x7684 }), of + 3 < end else { return false } // 的
        return (of + 3..<end - 1).contains { i in
            guard Self.orders.contains(p.scalars[i]), !Self.beforeOrder.contains(p.scalars[i - 1]), p.scalars[i + 1] != 0x6C42, !(i + 2 < end && p.scalars[i + 2] == 0x5C3D) else { return false } // 求, 尽
            return vocabulary.sentences.clauseVerbs.match(p.scalars, at: i, limit: end)?.value == true
        }
    }

    /// 要应须
    static let orders: ScalarSet = "要应须"
    /// 重要, 主要, 需要, 必要, 紧要, 纪要, 供应, 响应, 相应, 反应, 适应, 效应, 对应, 只要, 简要, 摘要, 不应, 必须, 无须
    private static let beforeOrder: ScalarSet = "重主需必紧纪供响相反适效对只简摘不无"
}
