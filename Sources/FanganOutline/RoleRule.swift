import FanganText

/// Gives every item its role and kind: the outermost section's title names the role, and all under it inherit.
struct RoleRule {
    let vocabulary: OutlineVocabulary
    let divisions: [DivisionFacts]

    func apply(to items: inout [OutlineItem]) {
        let annexRoles = divisions.map(annexRole)
        let lastTops = Set(Dictionary(items.indices.filter { items[$0].parent == nil && !items[$0].isCell }.map { (items[$0].division, $0) }, uniquingKeysWith: { $1 }).values)
        // Divisions with a section that is titled as one of duties so far.
        var withDuties: Set<Int> = []
        for i in items.indices {
            if let parent = items[i].parent {
                items[i].role = items[parent].role
            } else {
                items[i].role = role(of: i, in: items, annexRoles[items[i].division], hostRole: items[i].host.map { items[$0].role })
                let named = isNamed(items[i])
                let mayMean = named ? isOfMeasures(items[i]) && withDuties.contains(items[i].division) : lastTops.contains(i)
                if items[i].role == .duties, mayMean, safeguards(items[i], in: items) { items[i].role = .safeguards }
                if items[i].role == .phases, named, assignsWithoutDays(items[i], in: items) { items[i].role = .duties }
                if items[i].role == .other, isScored(items[i], in: items) { items[i].role = .assessment }
                if items[i].role == .duties, named { withDuties.insert(items[i].division) }
            }
        }
        for i in items.indices {
            // `四、军民融合方面（共6项）` over rows that were left out is no duty.
            items[i].kind = !items[i].children.isEmpty ? .section : items[i].role.imposesWork && !items[i].isBand ? .task : .item
        }
        // 一、项目建设 over a table: its title.
        for i in items.indices where items[i].isCell {
            guard let host = items[i].host, items[host].kind == .task, let title = bareTitle(items[host]) else { continue }
            items[host].kind = .section
            if items[host].heading == nil { (items[host].heading, items[host].textStart) = (title, title.upperBound) }
        }
    }

    /// The words of an item that says nothing but a title.
    private func bareTitle(_ item: OutlineItem) -> Range<Int>? {
        let said = item.paragraphs.filter { !$0.isEmpty }
        guard said.count == 1, let title = said.first, title.count <= 40, item.passage.first(of: Self.clauses, in: title) == nil, item.heading.map({ $0.upperBound == title.upperBound }) ?? true else { return nil }
        return title
    }

    private static let clauses: ScalarSet = "。；;，,！：:"

    private func isNamed(_ item: OutlineItem) -> Bool {
        item.heading.map { vocabulary.titles.role(ofHeading: item.passage.part($0)) != nil } ?? false || isLate(item)
    }

    /// `三、工作措施`, which names duties where no other section does.
    private func isOfMeasures(_ item: OutlineItem) -> Bool {
        guard let heading = item.heading else { return false }
        let title = item.passage.part(heading)
        return vocabulary.titles.measuresTitles.contains(title, before: title.count)
    }

    /// `二、行动步骤` over `（一）网络强基行动。…（责任单位：…）`: most of what stands under it assigns work, and nothing says when.
    private func assignsWithoutDays(_ item: OutlineItem, in items: [OutlineItem]) -> Bool {
        var below = item.children, leaves = 0, assigned = 0
        while let i = below.popLast() {
            below += items[i].children
            if saysWhen(items[i].passage) { return false }
            guard items[i].children.isEmpty else { continue }
            leaves += 1
            if AssignmentBracket.ends(items[i].passage, in: items[i].passage.indices) { assigned += 1 }
        }
        return leaves > 0 && assigned * 2 > leaves
    }

    /// `一、考核内容（100分）` over `（一）营商环境（30分）。…`: nearly all that stands under it gives points, so that it is what is assessed.
    private func isScored(_ item: OutlineItem, in items: [OutlineItem]) -> Bool {
        var below = item.children, leaves = 0, scored = 0
        while let i = below.popLast() {
            below += items[i].children
            guard items[i].children.isEmpty else { continue }
            leaves += 1
            let p = items[i].passage
            if p.indices.dropFirst().contains(where: { p.scalars[$0] == 0x5206 && digitValue(p.scalars[$0 - 1]) != nil }) { scored += 1 } // 分
        }
        return leaves > 1 && scored * 4 >= leaves * 3
    }

    /// A month, or a stage of the work.
    private func saysWhen(_ passage: Passage) -> Bool {
        if passage.first("阶段", in: passage.indices) != nil { return true }
        return passage.indices.dropFirst().contains { passage.scalars[$0] == 0x6708 && (digitValue(passage.scalars[$0 - 1]) != nil || passage.scalars[$0 - 1] == 0x20) } // 月
    }

    /// `五、推进措施` over 强化组织领导, 加强宣传引导, 严格督查考核: the last section, told by its children. Weaker words (工作责任), one child alone
    /// or the section's own text tell only under a title that could be one of safeguards.
    private func safeguards(_ item: OutlineItem, in items: [OutlineItem]) -> Bool {
        let parts = item.children.isEmpty ? [item] : item.children.map { items[$0] }
        let headings = item.children.compactMap { child in items[child].heading.map { items[child].passage.part($0) } }
        let titles = headings.isEmpty ? parts.compactMap(start) : headings
        func known(_ words: [Word]) -> Int { titles.count { title in words.contains { title.first($0, in: title.indices) != nil } } }
        let strong = headings.count >= 2 ? known(vocabulary.titles.safeguardWords) : 0
        return strong * 2 > titles.count || mayBeSafeguards(item) && known(vocabulary.titles.safeguardWords + vocabulary.titles.weakSafeguardWords) * 2 > titles.count
    }

    /// The first clause of an item's text where it is as short as a title: `加强组织领导，落实责任…`.
    private func start(of item: OutlineItem) -> Passage? {
        guard let first = item.paragraphs.first(where: { $0.lowerBound >= item.textStart && !$0.isEmpty }) ?? item.paragraphs.first(where: { $0.contains(item.textStart) }) else { return nil }
        let from = max(first.lowerBound, item.textStart)
        guard let end = (from..<min(first.upperBound, from + 17)).first(where: { Self.clauseEnds.contains(item.passage.scalars[$0]) }) else { return nil }
        return item.passage.part(from..<end)
    }

    private func mayBeSafeguards(_ item: OutlineItem) -> Bool {
        guard let heading = item.heading else { return false }
        let title = item.passage.part(heading)
        return vocabulary.titles.safeguardTitles.contains(title, before: title.count)
    }

    private func isLate(_ item: OutlineItem) -> Bool {
        item.heading.map { $0.count <= 8 && vocabulary.titles.lateTitles.contains(item.passage.part($0).squashed()) } ?? false
    }

    private static let clauseEnds: ScalarSet = "，,。；;：:、"

    // Items are read in place: a copy of one counts a dozen references.
    private func role(of i: Int, in items: [OutlineItem], _ annex: SectionRole?, hostRole: SectionRole?) -> SectionRole {
        let division = items[i].division, kind = divisions[division].kind
        if items[i].isNote { return .other }
        // A sheet of duties is one, whatever it is called; its text is what it is called.
        if let annex, kind != .sheet || !items[i].isCell || annex == .assessment { return annex }
        if items[i].isCell { return divisions[division].hasScoreColumn ? .assessment : hostRole ?? .duties }
        if let heading = items[i].heading, let role = vocabulary.titles.role(ofHeading: items[i].passage.part(heading)) { return role }
        if items[i].heading == nil, let first = items[i].paragraphs.first, first.count <= 18,
           let role = vocabulary.titles.role(ofHeading: items[i].passage.part(first)) { return role }
        if items[i].label.form == .head || items[i].label.form == .named, let role = vocabulary.titles.role(ofHeading: Passage(items[i].label.printed)) { return role }
        if kind == .notice { return divisions[division].hasDemands ? .safeguards : .other }
        if isLate(items[i]), i > 0, items[i - 1].division == division { return .safeguards }
        // Rules for a procedure (办法, 规定) impose nothing where their titles do not say so.
        let title = divisions[division].title.droppingTrailingBrackets()
        if vocabulary.titles.rulesWords.contains(title, before: title.count) { return .other }
        return .duties
    }

    private func annexRole(_ division: DivisionFacts) -> SectionRole? {
        let title = division.title
        // `…营商环境评价指标提升方案` is a plan for what is assessed, no table that assesses.
        let named = title.droppingTrailingBrackets()
        if vocabulary.titles.assessmentAnnexes.contains(where: { title.first($0, in: title.indices) != nil }), !vocabulary.titles.programmeWords.contains(named, before: named.count) { return .assessment }
        guard division.kind == .annex || division.kind == .sheet else { return nil }
        if FormRows(vocabulary: vocabulary).isOfExamples(title) { return .other }
        if division.hasScoreColumn { return .assessment }
        // 成员单位职责: what the members do, no list of them.
        if vocabulary.titles.otherAnnexes.contains(where: { title.first($0, in: title.indices) != nil }), !vocabulary.titles.dutiesTitles.contains(named, before: named.count) { return .other }
        return nil
    }
}
