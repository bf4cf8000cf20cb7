import FanganOutline
import FanganText

/// Units that a heading names: under 任务分工 the heading is who does it (`（一）示例市规划院。负责…`), and a heading
/// `…指挥部职责` says whose the duties under it are; in a list by unit (``SectionsByUnit``) each section's heading does.
struct HeadingUnits {
    let outline: Outline
    let vocabulary: ResponsibilityVocabulary
    let shape: NameShape

    /// Gives the units to the tasks that name nobody themselves, and to a list of duties by organ all of its organs.
    func apply(to findings: inout [ItemFindings]) {
        let lists = SectionsByUnit(outline, isTitledWithUnits: isTitledWithUnits, isTitledWithBodies: isTitledWithBodies, isTitledWithOrgans: isTitledWithOrgans)
        var sections = SectionUnits(self)
        for i in outline.items.indices where outline.items[i].kind == .task {
            if outline.items[i].owners?.isOwn != true, findings[i].responsible.isEmpty, isUnderUnits(i, lists, &sections), let found = subject(i) {
                findings[i].responsible = found
            } else if let owners = outline.items[i].owners, owners.isOwn || findings[i].responsible.allSatisfy({ $0.basis == .default || $0.role == .support }) {
                let named = units(of: owners)
                findings[i].responsible = named + findings[i].responsible.filter { unit in !named.contains { $0.mention == unit.mention } }
            } else if let lines = dutyLines(i), lines.count > findings[i].responsible.count {
                findings[i].responsible = units(lines, of: i)
            } else if findings[i].responsible.allSatisfy({ $0.role == .support }) {
                // （配合单位：县财政局） names who helps those that the title names.
                let named = own(i).map { units($0.names, of: $0.item) } ?? sections.above(i) ?? lists.owner(of: i, outline).map { units(ofSection: $0) } ?? []
                if named.isEmpty { continue }
                findings[i].responsible = named + findings[i].responsible.filter { unit in !named.contains { $0.mention == unit.mention } }
            }
        }
    }

    /// `2.1 示例市粮食应急指挥部及其职责` above the duties; each title is read once for all items below it.
    private struct SectionUnits {
        private let headings: HeadingUnits
        /// For a section whether its title says whose its duties are.
        private var said: [Int: [Responsibility]?] = [:]

        init(_ headings: HeadingUnits) { self.headings = headings }

        mutating func above(_ i: Int) -> [Responsibility]? {
            var at = headings.outline.items[i].parent
            while let section = at {
                if let found = said(section) { return found }
                at = headings.outline.items[section].parent
            }
            return nil
        }

        private mutating func said(_ section: Int) -> [Responsibility]? {
            if let known = said[section] { return known }
            let found = headings.owner(section).map { headings.units($0.names, of: $0.item) } ?? headings.assigned(section)
            said[section] = .some(found)
            return found
        }
    }

    /// `市住建局牵头事项` leads, `市财政局配合事项` helps.
    private func units(_ names: [Range<Int>], of item: Int) -> [Responsibility] {
        let p = outline.items[item].passage
        let tail = (outline.items[item].heading.map { heading in names.last.map { $0.upperBound..<max($0.upperBound, heading.upperBound) } ?? 0..<0 }) ?? 0..<0
        let role: ResponsibilityRole = p.first("牵头", in: tail) != nil ? .lead : p.first("配合", in: tail) != nil ? .support : .responsible
        return names.map { ResponsibilityRecogniser.unit(UnitList.Entry(range: $0, role: role), p, .text) }
    }

    /// `县财政局、县审计局：` over numbers, and `县气象局：负责…` under 成员单位职责.
    private func units(of owners: Owners) -> [Responsibility] {
        UnitList(owners.names, owners.names.indices, vocabulary: vocabulary, shape: shape).entries.map {
            ResponsibilityRecogniser.unit($0, owners.names, owners.isOwn ? .text : .inherited)
        }
    }

    /// `六、区教体局（牵头）、区市场监管局`: the title of a section with the roles that it gives.
    private func units(ofSection item: Int) -> [Responsibility] {
        guard let heading = outline.items[item].heading else { return [] }
        let p = outline.items[item].passage
        return UnitList(p, withoutCount(p, heading), vocabulary: vocabulary, shape: shape).entries.map { ResponsibilityRecogniser.unit($0, p, .text) }
    }

    /// Whether an item without units of its own would have them from a heading over it.
    private func isUnderUnits(_ i: Int, _ lists: SectionsByUnit, _ sections: inout SectionUnits) -> Bool {
        outline.items[i].owners != nil || sections.above(i) != nil || outline.items[i].parent.map { dividesWork($0) } ?? false || lists.owner(of: i, outline).map { $0 != i } ?? false
    }

    /// `（3）示例电力公司负责保障供电。` under 成员单位职责: what a list of duties says of a body is its own, be it no organ of
    /// the state or a class (其他有关部门); elsewhere such a sentence gives work to nobody.
    private func subject(_ i: Int) -> [Responsibility]? {
        let p = outline.items[i].passage
        guard let start = p.indices.first(where: { p.scalars[$0] > 0x20 && p.scalars[$0] != 0x3000 }) else { return nil }
        for end in start + 3..<max(start + 3, min(p.count, start + 60)) {
            if Self.stops.contains(p.scalars[end]) { return nil }
            guard let (_, length) = vocabulary.sentences.subjectVerbs.match(p.scalars, at: end, limit: p.count), isBody(p, end, from: start) else { continue }
            let atoms = UnitList.atoms(p, start..<end).flatMap { parted(p, $0) }
            // 负责人 is a person; 电力公司的 goes on.
            guard !p.has("人", at: end + length), !p.has("的", at: end + length), !atoms.isEmpty, atoms.allSatisfy({ isSubject(p, $0) }) else { return nil }
            let role: ResponsibilityRole = vocabulary.sentences.supportVerbs.contains { p.has($0, at: end) } ? .support : p.has("牵头", at: end) ? .lead : .responsible
            return atoms.map { ResponsibilityRecogniser.unit(UnitList.Entry(range: $0, role: role), p, .text) }
        }
        return nil
    }

    private func isSubject(_ p: Passage, _ name: Range<Int>) -> Bool {
        name.count >= 3 && !isAddressed(p, name) && isBody(p, name.upperBound, from: name.lowerBound) && !name.contains { SentenceReader.foreign.contains(p.scalars[$0]) }
            && !vocabulary.sentences.subjectVerbs.begins(p.scalars, at: name.lowerBound) && !vocabulary.headings.headingVerbs.begins(p.scalars, at: name.lowerBound)
    }

    /// 党员干部, 信息系统 end like 部 and 系统 of a body and are none; a 公司 is one.
    private func isAddressed(_ p: Passage, _ name: Range<Int>) -> Bool {
        let body = vocabulary.bodies.bodyEnds.match(p, before: name.upperBound, from: name.lowerBound)?.length ?? 0
        return vocabulary.classes.addressees.contains { $0.count > body && p.has($0, before: name.upperBound) }
    }

    /// Whether a name of a body or of a class ends in front of an index: 支行, 中队, 有关部门.
    private func isBody(_ p: Passage, _ end: Int, from start: Int) -> Bool {
        vocabulary.bodies.organEnds.contains(p, before: end, from: start + 1) || vocabulary.bodies.bodyEnds.contains(p, before: end, from: start + 1)
    }

    /// `县移动公司和县联通公司`: two of them.
    private func parted(_ p: Passage, _ atom: Range<Int>) -> [Range<Int>] {
        guard let and = atom.first(where: { SentenceReader.conjunctions.contains(p.scalars[$0]) && isSubject(p, atom.lowerBound..<$0) && isSubject(p, $0 + 1..<atom.upperBound) }) else { return [atom] }
        return [atom.lowerBound..<and, and + 1..<atom.upperBound]
    }

    private static let stops: ScalarSet = "。；;：:\n，,"

    /// `（一）示例市规划院` under 任务分工, or `（一）市残联、团市委：配合做好宣传。`
    private func own(_ i: Int) -> (item: Int, names: [Range<Int>])? {
        if let body = bodyHeading(i) { return (i, body) }
        guard let parent = outline.items[i].parent, dividesWork(parent) else { return owner(i) }
        let found = outline.items[i].heading.map { names(outline.items[i].passage, $0) } ?? lead(i, outline.items[i].textStart)
        return found.isEmpty ? owner(i) : (i, found)
    }

    /// `1.综合组。负责日常工作。`, `（二）领导小组办公室。设在市住建局，负责…`, `5.市住建局。负责项目建设。`: whatever the section is called.
    private func bodyHeading(_ i: Int) -> [Range<Int>]? {
        let item = outline.items[i], p = item.passage
        guard let heading = item.heading, let text = (item.textStart..<max(item.textStart, p.count)).first(where: { p.scalars[$0] > 0x20 && p.scalars[$0] != 0x3000 }),
              vocabulary.headings.bodyWorks.begins(p.scalars, at: text) else { return nil }
        // 监督组: a group may be named after what it does.
        let group = heading.count >= 3 && heading.count <= 8 && p.has("组", before: heading.upperBound) && !vocabulary.headings.foundingWords.begins(p.scalars, at: heading.lowerBound) ? [heading] : nil
        let found = group ?? names(p, heading, classes: true)
        return !found.isEmpty && found.allSatisfy { vocabulary.bodies.organEnds.contains(p, before: $0.upperBound, from: $0.lowerBound + 1) || $0.count >= 3 && p.has("组", before: $0.upperBound) } ? found : nil
    }

    private func dividesWork(_ i: Int) -> Bool {
        guard let title = outline.items[i].heading else { return false }
        return vocabulary.headings.divisionTitles.contains(outline.items[i].passage, before: title.upperBound, from: title.lowerBound)
    }

    /// 职责分工 ⏎ `市公安局：维护秩序。` ⏎ `市住建局、市自然资源局：规划建设。`: lines without numbers, two of them at least.
    private func dutyLines(_ i: Int) -> [Range<Int>]? {
        guard outline.items[i].children.isEmpty, dividesWork(i) else { return nil }
        let lines = outline.items[i].paragraphs.map { lead(i, $0.lowerBound) }.filter { !$0.isEmpty }
        return lines.count >= 2 ? lines.flatMap(\.self) : nil
    }

    /// The names in front of the colon or the sentence's end that stands first; `各县区人民政府：落实…` is one here.
    private func lead(_ i: Int, _ start: Int) -> [Range<Int>] {
        let p = outline.items[i].passage
        guard let end = (start..<min(p.count, start + 60)).first(where: { Self.ends.contains(p.scalars[$0]) }), end > start, p.scalars[end] != 0x0A else { return [] }
        let found = names(p, start..<end, classes: true)
        // A whole sentence may end like a name: `…公司负责计划的执行。`
        return p.scalars[end] != 0x3002 || found.allSatisfy { vocabulary.bodies.organEnds.contains(p, before: $0.upperBound, from: $0.lowerBound) } ? found : []
    }

    private static let ends: ScalarSet = "。：:\n"

    /// `四、县文旅局牵头，县教体局配合`, `一、县教育局、县卫健局（共同牵头）`: a title that is nothing but a list with its words.
    private func assigned(_ i: Int) -> [Responsibility]? {
        guard let heading = outline.items[i].heading, heading.count <= 60 else { return nil }
        let p = outline.items[i].passage, list = UnitList(p, heading.lowerBound..<bracketEnd(p, behind: heading), vocabulary: vocabulary, shape: shape)
        guard list.isMarked || !list.attributes.isEmpty, !list.entries.isEmpty, list.attributes.allSatisfy({ $0.key != nil && !$0.isDue }), list.entries.allSatisfy({ isOrgan(p, $0.range) && !names(p, $0.range, classes: true).isEmpty }) else { return nil }
        return list.entries.map { ResponsibilityRecogniser.unit($0, p, .text) }
    }

    private func owner(_ i: Int) -> (item: Int, names: [Range<Int>])? {
        guard let heading = outline.items[i].heading else { return nil }
        let p = outline.items[i].passage
        let title = withoutCount(p, heading)
        guard let length = vocabulary.headings.ownerTails.match(p, before: title.upperBound, from: title.lowerBound)?.length ?? (title == heading ? nil : 0) else { return nil }
        let end = title.upperBound - length, start = p.has("由", at: title.lowerBound) ? title.lowerBound + 1 : title.lowerBound
        guard start < end else { return nil }
        let names = names(p, start..<end, classes: isOfRegions(p, start..<end))
        return names.isEmpty ? nil : (i, names)
    }

    /// 各乡镇, 各县（市、区）人民政府: each of them has the duties; not 各部门.
    private func isOfRegions(_ p: Passage, _ name: Range<Int>) -> Bool {
        name.count >= 2 && p.scalars[name.lowerBound] == 0x5404 && ResponsibilityVocabulary.levels.contains(p.scalars[name.lowerBound + 1]) // 各
    }

    /// The bracket behind a title stands outside it: 县司法局|（责任人：张三）.
    private func bracketEnd(_ p: Passage, behind heading: Range<Int>) -> Int {
        guard let open = (heading.upperBound..<p.count).first(where: { p.scalars[$0] > 0x20 }), Brackets.isOpen(p.scalars[open]),
              let close = (open..<min(p.count, open + 40)).first(where: { Brackets.isClose(p.scalars[$0]) }) else { return heading.upperBound }
        return close + 1
    }

    /// `市住建局（12项）`, `市财政局（共3项）`: how many duties follow is no part of the name.
    private func withoutCount(_ p: Passage, _ heading: Range<Int>) -> Range<Int> {
        guard let last = heading.last, Brackets.isClose(p.scalars[last]), let open = heading.suffix(8).last(where: { Brackets.isOpen(p.scalars[$0]) }), open > heading.lowerBound, last > open + 1,
              Self.counters.contains(p.scalars[last - 1]), (open + 1..<last).contains(where: { SentenceReader.isDigit(p.scalars[$0]) || ResponsibilityRecogniser.numerals.contains(p.scalars[$0]) }) else { return heading }
        return heading.lowerBound..<open
    }

    private static let counters: ScalarSet = "项条个件"

    /// 建设平台, 做实公司; not 建设局.
    private func beginsWithWork(_ p: Passage, _ atom: Range<Int>) -> Bool {
        vocabulary.headings.foundingWords.begins(p.scalars, at: atom.lowerBound) && !vocabulary.bodies.standingEnds.contains(p, before: atom.upperBound, from: atom.lowerBound)
    }

    /// Whether a heading could be that of a section in a list by unit. Each name says a level, is a class (各乡镇) or ends as an organ's or
    /// a township's does.
    private func isTitledWithUnits(_ i: Int) -> Bool {
        guard let heading = outline.items[i].heading else { return false }
        let p = outline.items[i].passage
        let names = names(p, heading, classes: true)
        return !names.isEmpty && names.allSatisfy { name in
            ResponsibilityVocabulary.levels.contains(p.scalars[name.lowerBound]) || p.scalars[name.lowerBound] == 0x5404
                || vocabulary.bodies.organEnds.contains(p, before: name.upperBound, from: name.lowerBound) || vocabulary.bodies.townshipEnds.contains(p, before: name.upperBound, from: name.lowerBound)
        }
    }

    /// `国网示例供电公司、示例移动公司` among organs.
    private func isTitledWithBodies(_ i: Int) -> Bool {
        guard let heading = outline.items[i].heading else { return false }
        let p = outline.items[i].passage
        let names = names(p, heading, classes: true)
        return !names.isEmpty && names.allSatisfy { isSubject(p, $0) }
    }

    /// Whether each name begins with a level or ends as a standing organ's does; 领导小组 and 办公室 may be a plan's own.
    private func isTitledWithOrgans(_ i: Int) -> Bool {
        guard let heading = outline.items[i].heading else { return false }
        let p = outline.items[i].passage
        return names(p, heading, classes: true).allSatisfy { isOrgan(p, $0) }
    }

    private func isOrgan(_ p: Passage, _ name: Range<Int>) -> Bool {
        (ResponsibilityVocabulary.levels.contains(p.scalars[name.lowerBound]) || vocabulary.bodies.standingEnds.contains(p, before: name.upperBound, from: name.lowerBound))
            && !vocabulary.bodies.adHocEnds.contains(p, before: name.upperBound, from: name.lowerBound)
    }

    /// The names that a heading consists of; none where anything else is in it.
    private func names(_ p: Passage, _ range: Range<Int>, classes: Bool = false) -> [Range<Int>] {
        let atoms = UnitList.atoms(p, withoutCount(p, range))
        let isNames = range.count <= 60 && atoms.allSatisfy { atom in
            shape.isName(p, atom) && (classes && p.scalars[atom.lowerBound] == 0x5404 || !vocabulary.bodies.classWords.contains { p.has($0, at: atom.lowerBound) }) && !vocabulary.sentences.subjectVerbs.begins(p.scalars, at: atom.lowerBound) && !vocabulary.headings.headingVerbs.begins(p.scalars, at: atom.lowerBound) && !beginsWithWork(p, atom)
        }
        return isNames ? atoms : []
    }
}
