import FanganText

/// 不少于, 以上, 最多: the bound around an amount.
extension Amount {
    static let least = ValueVocabulary.targets[.least]
    static let most = ValueVocabulary.targets[.most]
    private static let about: [StaticString] = ["约", "大约", "近", "左右"]
    static let leastAfter: [StaticString] = ["及以上", "以上"]
    static let mostAfter: [StaticString] = ["及以内", "以内", "之内", "以內", "之內", "內", "及以下", "以下", "内"]
    /// Behind the bracket that says what a time counts or leaves out (`(不含补正时间)`); nil where none stands at an index.
    static func behindAside(_ text: CompactText, _ open: Int) -> Int? {
        let end = text.behindBracket(open)
        return end > open && TargetJudge.asides.contains(text, in: open + 1..<end - 1) ? end : nil
    }
    static let aboutAfter: [StaticString] = ["左右", "上下"]
    private static let possesses = ValueVocabulary.targets[.possess]
    private static let leastApart = ValueVocabulary.targets[.leastApart]
    private static let mostApart = ValueVocabulary.targets[.mostApart]
    private static let only = ValueVocabulary.targets[.only]
    private static let allots = ValueVocabulary.targets[.allot]

    /// Takes the bound in front of and behind the amount into its range.
    mutating func readBounds(_ text: CompactText) {
        // 不少于 ends in 少于: the longer word says which.
        let most = Self.most.match(text, before: core.lowerBound) ?? 0
        let least = Self.least.match(text, before: core.lowerBound) ?? 0
        if max(most, least) > 0 {
            bound = most > least ? .most : .least
            range = (range.lowerBound - max(most, least))..<range.upperBound
        } else if let word = text.any(Self.about, before: core.lowerBound) {
            bound = .about
            range = (range.lowerBound - word.count)..<range.upperBound
        } else if let (start, bound) = boundOfShare(text) {
            self.bound = bound
            range = start..<range.upperBound
        } else if let (start, bound, isExact) = boundApart(text) {
            (self.bound, self.isExact) = (bound, isExact)
            range = start..<range.upperBound
        }
        readBoundAfter(text)
        if isMore, bound == .none || bound == .about { bound = .least }
    }

    private mutating func readBoundAfter(_ text: CompactText) {
        var end = core.upperBound
        // 7个工作日(不含补正时间)内
        if measure == .span, let behind = Self.behindAside(text, end), text.any(Self.mostAfter, at: behind) != nil { end = behind }
        // 1%（含）以下, 50台（套）以上
        if let word = text.any(["(含)", "(不含)", "(套)", "(个)", "(家)", "(次)", "(项)"], at: end), measure != .span { end += word.count }
        if let found = boundBehindNoun(text, end) {
            bound = found.0
            range = range.lowerBound..<found.end
            return
        }
        if let word = text.any(Self.leastAfter, at: end) {
            bound = .least
            range = range.lowerBound..<(end + word.count)
        } else if let word = text.any(Self.mostAfter, at: end) {
            // 5个工作日内; but 3家内资企业, 24小时内循环.
            if word.count == 1, measure != .span && measure != .months || text[end + 1] == 0x5FAA { return }
            bound = .most
            range = range.lowerBound..<(end + word.count)
        } else if let word = text.any(Self.aboutAfter, at: end) {
            bound = .about
            range = range.lowerBound..<(end + word.count)
        }
    }

    /// 培育5家企业以上: the bound behind the noun, at the end of the clause.
    private func boundBehindNoun(_ text: CompactText, _ end: Int) -> (Bound, end: Int)? {
        // 拥有5名教师以上: a condition.
        guard measure == .count || measure == .article, !isChinese, Self.possesses.match(text, before: core.lowerBound) == nil else { return nil }
        for at in end + 1..<end + 6 {
            if text[at - 1].endsClause || text[at - 1].isDigit || text.isOne(of: "级的", at: at - 1) || text[at] == 0 { return nil }
            guard text.any(["以上", "以内", "以下", "左右"], at: at) != nil else { continue }
            let next = text[at + 2]
            guard next == 0 || next.endsClause, !text.has("规模", before: at) else { return nil }
            return (text[at] == 0x5DE6 ? .about : text[at + 1] == 0x4E0A ? .least : .most, at + 2)  // 左 上
        }
        return nil
    }

    /// 不低于全年项目总数的10%: the bound stands in front of what the share is of.
    private func boundOfShare(_ text: CompactText) -> (Int, Bound)? {
        // 不低于上年度征收额15%: also behind what is summed.
        guard measure == .percent, text.isOne(of: "的额数量值入", at: core.lowerBound - 1) else { return nil }
        var i = core.lowerBound - 2
        while i >= 0, core.lowerBound - i <= 36 {
            // 不低于工程造价(扣除设备购置)的8%: what a bracket says of the sum is no part of the bound.
            if text[i] == 0x29, let open = (max(0, i - 20)..<i).last(where: { text[$0] == 0x28 }) { i = open - 1; continue }
            if text[i].endsClause || text[i].isDigit { return nil }
            if text[i] == 0x4E0D { // 不
                if Self.least.match(text, at: i) != nil { return (i, .least) }
                if Self.most.match(text, at: i) != nil { return (i, .most) }
            }
            i -= 1
        }
        return nil
    }

    /// 至少安排1次, 至少要听取1次, 最多开设1个, 只设一个: up to six characters in front, nothing but words between; behind 最多 and 只 the verb alone.
    private func boundApart(_ text: CompactText) -> (Int, Bound, isExact: Bool)? {
        var i = core.lowerBound - 1
        while i >= 0, core.lowerBound - i <= 9, !text[i].endsClause, !text[i].isDigit {
            if let length = Self.leastApart.match(text, at: i), i + length <= core.lowerBound { return (i, .least, false) }
            if let length = Self.mostApart.match(text, at: i), isVerb(i + length, TargetJudge.requires, text) || isVerb(i + length, Self.allots, text) { return (i, .most, false) }
            if let length = Self.only.match(text, at: i), text[i - 1] != 0x4E0D, isVerb(i + length, Self.allots, text) { return (i, .most, true) } // 不
            i -= 1
        }
        return nil
    }

    /// Whether a verb fills the place from an index to the number.
    private func isVerb(_ start: Int, _ verbs: WordList, _ text: CompactText) -> Bool { start < core.lowerBound && verbs.match(text, at: start) == core.lowerBound - start }
}
