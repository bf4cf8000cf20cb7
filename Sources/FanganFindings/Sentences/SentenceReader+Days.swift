import FanganText

/// Classes of units that a sentence orders to do something by a day: `7月29日前，各成员单位将…报送`, `各乡镇6月30日前完成`,
/// `各县政府按照…，于9月底前完善…`. A class counts where the sentence says who, what and by when.
extension SentenceReader {
    func dated(_ p: Passage, _ at: Int, _ limit: Int, start: Landmarks.Kind) -> Found? {
        if let end = dayEnd(p, at, limit) {
            var from = end
            while from < limit, p.scalars[from] == 0xFF0C || p.scalars[from] == 0x2C { from += 1 }
            if let found = classActing(p, from, limit) ?? departmentActing(p, from, limit) { return found }
            // `2019年3月底前，市卫生健康委推行…`
            return from < limit && (start == .sentence || saysLevel(p, from)) ? subject(p, from, limit, start: .sentence) : nil
        }
        guard beginsClass(p, at, limit) else { return nil }
        if start == .sentence, let found = reporting(p, at, limit) { return found }
        let clauseEnds = Self.clauseEnds
        for end in (at + 2)..<max(at + 2, min(limit, at + 40)) {
            if clauseEnds.contains(p.scalars[end]) { return nil }
            if p.scalars[end] == 0x6BCF, reportsRegularly(p, end, limit) { return classes(p, at..<nameEnd(p, before: end)).map { Found(names: $0, role: .responsible, end: end) } } // 每
            // 于2024年3月底前
            if let day = dateEnd(p, end, limit) ?? workDayEnd(p, end, limit) {
                // 各县区6月底前开工的项目给予奖励
                let stop = (day..<min(limit, day + 30)).first { Self.clauseEnds.contains(p.scalars[$0]) || p.scalars[$0] == 0xFF0C || p.scalars[$0] == 0x2C } ?? min(limit, day + 30)
                if vocabulary.deeds.grantings.contains(where: { p.first($0, in: day..<stop) != nil }) || isOfObject(p, day, stop) { return nil }
                return classes(p, at..<nameEnd(p, before: end)).map { Found(names: $0, role: .responsible, end: end) }
            }
        }
        return nil
    }

    /// `各乡镇、县级行业主管部门|每周需向县政府上报情况`; not 每月报送的材料.
    private func reportsRegularly(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        let clause = at..<clauseEnd(p, at, limit)
        return vocabulary.deeds.regularReports.contains { p.first($0, in: clause) != nil } && !clause.contains { p.scalars[$0] == 0x7684 } // 的
    }

    /// Behind a day at the head of a clause: `各有关部门按照职责提出…`, `各地至少建立…`.
    private func classActing(_ p: Passage, _ from: Int, _ limit: Int) -> Found? {
        let clauseEnds = Self.clauseEnds
        for end in from..<max(from, min(limit, from + 40)) where end > from + 1 {
            if clauseEnds.contains(p.scalars[end]) { return nil }
            if vocabulary.deeds.classVerbs.match(p.scalars, at: end, limit: limit) != nil, !p.has("的", before: end), let names = classes(p, from..<end), !isObject(p, end, limit) {
                return Found(names: names, role: .responsible, end: end)
            }
        }
        return nil
    }

    /// Behind a day: `6月底前，教育部门完成排查`.
    private func departmentActing(_ p: Passage, _ from: Int, _ limit: Int) -> Found? {
        guard let end = (from + 4..<max(from + 4, min(limit, from + 20))).first(where: { p.has("部门", before: $0) }), namesField(p, from..<end - 2), actsInSentence(p, end, limit) || beginsWork(p, end, limit) else { return nil }
        return found(p, [from..<end], end, limit)
    }

    /// `各地建设的园区`: the class only says whose they are.
    private func isObject(_ p: Passage, _ verb: Int, _ limit: Int) -> Bool {
        guard let length = vocabulary.deeds.classVerbs.match(p.scalars, at: verb, limit: limit)?.length else { return false }
        if p.has("的", at: verb + length) || isLevel(p, verb, verb + length, limit) { return true }
        // 各乡镇完成情况于6月底前报县政府: the noun is what is spoken of.
        guard let (_, noun) = vocabulary.sentences.workNouns.match(p.scalars, at: verb + length, limit: limit), verb + length + noun < limit else { return false }
        return Self.behindTopics.contains(p.scalars[verb + length + noun])
    }

    /// 完成任务不到50%的, 完成投资占比较低: a condition or a level; 要对不达标的依法关闭 is work.
    private func isLevel(_ p: Passage, _ verb: Int, _ from: Int, _ limit: Int) -> Bool {
        let end = clauseEnd(p, from, limit)
        guard end > from, !(verb..<end).contains(where: { vocabulary.sentences.objectMarks.contains(p.scalars[$0]) || Self.orders.contains(p.scalars[$0]) }) else { return false }
        return p.scalars[end - 1] == 0x7684 || tellsState(p, from, limit) // 的
    }

    /// 于 由 应 须 报 作 纳 列 按
    private static let behindTopics: ScalarSet = "于由应须报作纳列按"

    /// `各县6月底前|建成的项目，可申请补助`; not 6月底前|将本地的方案报送.
    private func isOfObject(_ p: Passage, _ day: Int, _ stop: Int) -> Bool {
        guard day < stop, !vocabulary.sentences.objectMarks.contains(p.scalars[day]) else { return false }
        return (day + 1..<max(day + 1, min(stop, day + 6))).contains { p.scalars[$0] == 0x7684 } // 的
    }

    /// `各责任单位要制定计划，于4月10日前报区政府办备案`: the class, what it must do, and in the same sentence by when it has done it.
    private func reporting(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        for end in (at + 3)..<max(at + 3, min(limit, at + 34)) where vocabulary.deeds.classVerbs.match(p.scalars, at: end, limit: limit) != nil {
            guard let names = classes(p, at..<end), !isObject(p, end, limit) else { continue }
            let stop = (end..<min(limit, end + 200)).first { p.scalars[$0] == 0x3002 || p.scalars[$0] == 0x0A } ?? min(limit, end + 200)
            var next = end
            // Days and the names of others behind commas stand at few places.
            while let i = p.first(of: Self.digitsAndComma, in: next..<stop) {
                next = i + 1
                // …，县财政局于6月底前完成: another's day.
                if p.scalars[i] == 0xFF0C, organEnd(p, i + 1, stop) != nil { return nil }
                guard Self.isDigit(p.scalars[i]), !Self.isDigit(p.scalars[i - 1]), let day = dateEnd(p, i, stop) else { continue }
                // 截至2020年底前，各地已完成…: what has been reached.
                if vocabulary.deeds.tellings.contains(where: { p.first($0, in: max(end, i - 8)..<min(stop, day + 8)) != nil }) { return nil }
                // 于2023年8月底前对照…: behind 于 any work; elsewhere the date may be that of something else.
                let isOwn = p.scalars[i - 1] == 0x4E8E && !p.has("对于", before: i)
                // …，6月底前制定方案: at the head of a clause a day of work is of the class in front.
                let opens = (p.scalars[i - 1] == 0xFF0C || p.scalars[i - 1] == 0x2C) && beginsWork(p, day, stop)
                if isOfObject(p, day, stop) { return nil }
                if isOwn || opens || vocabulary.deeds.handIns.contains(where: { p.first($0, in: day..<min(stop, day + 24)) != nil }) { return Found(names: names, role: .responsible, end: end) }
            }
            return nil
        }
        return nil
    }

    /// `各县（市、区）政府、园区管委会`: behind a class another body may be named.
    func classes(_ p: Passage, _ range: Range<Int>) -> [Range<Int>]? {
        let names = UnitList.atoms(p, range).flatMap { atom -> [Range<Int>] in
            // 各县区|和|市政府各部门
            guard let and = atom.first(where: { Self.conjunctions.contains(p.scalars[$0]) && isClass(p, atom.lowerBound..<$0) && beginsClass(p, $0 + 1, atom.upperBound) && isClass(p, $0 + 1..<atom.upperBound) }) else { return [atom] }
            return [atom.lowerBound..<and, and + 1..<atom.upperBound]
        }
        .map { withoutException(p, $0) }
        guard let first = names.first, isClass(p, first), names.dropFirst().allSatisfy({ name in
            isClass(p, name) || isGovernment(p, name) && name.count <= 14 && !name.contains { Self.foreign.contains(p.scalars[$0]) } || isNamed(p, name, place: false) && isSubject(p, name)
        }) else { return nil }
        return names
    }

    /// In front of the words between a class and its date: `各部门|要于|6月底前`.
    func nameEnd(_ p: Passage, before date: Int) -> Int {
        let end = date > 0 && Self.timeWords.contains(p.scalars[date - 1]) ? date - 1 : date
        return vocabulary.deeds.duties.first { p.has($0, before: end) }.map { end - $0.count } ?? end
    }

    /// 于 在 到 至
    static let timeWords: ScalarSet = "于在到至"

    // MARK: - Days

    /// Behind `到2017年底前`, `在2017年底前`, `7月29日前`, `年底前`.
    private func dayEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard at < limit else { return nil }
        if let (_, length) = vocabulary.deeds.yearEnds.match(p.scalars, at: at) { return at + length }
        guard Self.untils.contains(p.scalars[at]) else { return dateEnd(p, at, limit) ?? stretchEnd(p, at, limit) }
        return dateEnd(p, at + 1, limit) ?? yearEnd(p, at + 1, limit)
    }

    /// `一季度，各乡镇开展…`, `3—5月，…`: a part of the year at the head of a clause; years are as often told of.
    private func stretchEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard let time = workTime(p, at, limit), !time.isSpan, time.end < limit, p.scalars[time.end] == 0xFF0C || p.scalars[time.end] == 0x2C || time.isBound else { return nil }
        return time.isYear || Self.untils.contains(p.scalars[at]) ? nil : time.end
    }

    /// `各镇|一季度|完成清淤`: behind a class a time without 前, in front of a verb of work.
    private func workDayEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard let time = workTime(p, at, limit), !time.isSpan, time.isBound || beginsWork(p, time.end, limit) else { return nil }
        return time.end
    }

    /// Behind 到|2025年 and 到|2025年底, at the end of their clause.
    private func yearEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard at + 5 < limit, (at..<at + 4).allSatisfy({ Self.isDigit(p.scalars[$0]) }), p.scalars[at + 4] == 0x5E74 else { return nil } // 年
        let end = at + (p.scalars[at + 5] == 0x5E95 || p.scalars[at + 5] == 0x672B ? 6 : 5) // 底 末
        return end < limit && (p.scalars[end] == 0xFF0C || p.scalars[end] == 0x2C) ? end : nil
    }

    /// Behind `7月29日前`, `2023年6月底前`.
    func dateEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard at < limit, Self.isDigit(p.scalars[at]) else { return nil }
        var i = at
        while i < min(limit, at + 14), Self.isDigit(p.scalars[i]) || Self.dateScalars.contains(p.scalars[i]) { i += 1 }
        return i > at + 2 && p.scalars[i - 1] == 0x524D ? i : nil // 前
    }

    /// `于2023年5月底前`, 上半年, 一季度 in a name: the words of a sentence.
    func holdsDate(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.dropFirst().contains { i in
            let c = p.scalars[i], previous = p.scalars[i - 1]
            if Self.dateUnits.contains(c) { return Self.isDigit(previous) }
            guard i + 1 < range.upperBound else { return false }
            return c == 0x534A && p.scalars[i + 1] == 0x5E74 || c == 0x5B63 && p.scalars[i + 1] == 0x5EA6 && Self.quarters.contains(previous) // 半年, 季度
        }
    }

    private static let digitsAndComma: ScalarSet = "0123456789０１２３４５６７８９，"
    private static let quarters: ScalarSet = "一二三四1234"

    private static let dateUnits: ScalarSet = "年月日"
    /// 到 在 于 至
    static let untils: ScalarSet = "到在于至"
    private static let dateScalars: ScalarSet = "年月日底末中旬之前 "
}
