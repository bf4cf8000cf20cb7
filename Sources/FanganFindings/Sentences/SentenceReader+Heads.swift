import FanganText

/// The organs that an item begins with, set off from what they have to do: `县教育局：建设智慧校园`, `县民政局——推广养老平台`,
/// `【县医保局】推广医保码`, `县水利局 建设智慧水利`. Such an item has its units from nowhere else.
extension SentenceReader {
    func headed(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard at <= 2, at + 4 < limit, let (range, isLoose) = head(p, at, limit), let work = workBehind(p, range.upperBound, limit, isLoose: isLoose) else { return nil }
        let entries = UnitList(p, range, vocabulary: vocabulary, shape: shape).entries
        // Nothing but names: 县改革小组要扛起责任，统一领导… is a sentence.
        guard let last = entries.last?.range.upperBound, last == range.upperBound || Brackets.isOpen(p.scalars[last]),
              entries.allSatisfy({ saysLevel(p, $0.range.lowerBound) && isNamed(p, $0.range, place: false) && isSubject(p, $0.range) }),
              !isPlaceBuilt(p, entries, work) else { return nil }
        let role: ResponsibilityRole = p.has("牵头", at: work) ? .lead : vocabulary.sentences.supportVerbs.contains { p.has($0, at: work) } ? .support : .responsible
        return Found(names: entries.map(\.range), role: role, end: range.upperBound, roles: entries.map { $0.role == .responsible ? role : $0.role }, isHead: true)
    }

    /// `市民中心：建设市民中心`: a heading that says what is built.
    private func isPlaceBuilt(_ p: Passage, _ entries: [UnitList.Entry], _ work: Int) -> Bool {
        vocabulary.brackets.buildingVerbs.begins(p.scalars, at: work) && entries.allSatisfy { vocabulary.brackets.facilityEnds.contains(p, before: $0.range.upperBound, from: $0.range.lowerBound) || p.has("医院", before: $0.range.upperBound) }
    }

    /// The names, and whether what sets them off is no more than a blank or a comma.
    private func head(_ p: Passage, _ at: Int, _ limit: Int) -> (Range<Int>, isLoose: Bool)? {
        let near = min(limit, at + 60)
        if Self.squares.contains(p.scalars[at]) {
            guard let close = (at + 1..<near).first(where: { Brackets.isClose(p.scalars[$0]) }) else { return nil }
            // （县医保局）推广医保码; 任务一（县林业局）：造林
            let isColon = close + 1 < limit && Self.colons.contains(p.scalars[close + 1])
            return (at + 1..<close, Self.rounds.contains(p.scalars[at]) && !isColon)
        }
        guard saysLevel(p, at), let end = p.first(of: Self.headMarks, in: at + 3..<near), !Self.sentenceMarks.contains(p.scalars[end]) else { return nil }
        // 县教育局—县财政局
        if p.scalars[end] == 0x2014, end + 1 >= limit || p.scalars[end + 1] != 0x2014 { return nil }
        return (at..<end, !Self.colons.contains(p.scalars[end]))
    }

    /// Where behind the names a work begins: a verb, or the first of several numbers; or nothing, where they stand in lines of their own.
    private func workBehind(_ p: Passage, _ end: Int, _ limit: Int, isLoose: Bool) -> Int? {
        guard let work = (end..<min(limit, end + 6)).first(where: { !Self.setOffMarks.contains(p.scalars[$0]) && !Brackets.isClose(p.scalars[$0]) }) else { return isLoose ? nil : end }
        if vocabulary.brackets.contactWords.begins(p.scalars, at: work, limit: limit) { return nil }
        if vocabulary.sentences.subjectVerbs.begins(p.scalars, at: work, limit: limit) || vocabulary.headings.headingVerbs.begins(p.scalars, at: work, limit: limit) || vocabulary.brackets.buildingVerbs.begins(p.scalars, at: work, limit: limit) { return work }
        if isLoose { return nil }
        if Brackets.isOpen(p.scalars[work]) { return work + 2 < limit && Brackets.isClose(p.scalars[work + 2]) ? work : nil }
        return work > end && Self.colons.contains(p.scalars[work - 1]) && isThing(p, work, limit) ? work : nil
    }

    /// 造林, 养老服务: words, no number, no organ and no person.
    private func isThing(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        let thing = at..<((at..<min(limit, at + 30)).first { !p.scalars[$0].isIdeograph } ?? min(limit, at + 30))
        return thing.count >= 2 && !saysLevel(p, at) && !(thing.count <= 3 && vocabulary.lists.surnames.contains(p.scalars[at]))
    }

    static let squares: ScalarSet = "【[［〔（("
    private static let rounds: ScalarSet = "（("
    private static let colons: ScalarSet = "：:—"
    private static let headMarks: ScalarSet = "：: 　—，,。；;\n"
    private static let sentenceMarks: ScalarSet = "。；;"
    private static let setOffMarks: ScalarSet = "：: 　—，,\n"
}
