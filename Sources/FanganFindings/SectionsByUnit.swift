import FanganOutline
import FanganText

/// Duty lists by unit: sections that are each titled with whose duties they hold (`一、市委办公室` ⏎ `二、市教育局`), and nothing else.
///
/// One such title among others says nothing (`三、领导机构`); it is the row of them that makes a list.
struct SectionsByUnit {
    /// The sections of such lists.
    private let owners: Set<Int>

    /// Fewer sections than these are no list, but for two of organs (县财政局, no 领导小组) with numbered duties and without any other beside them.
    private static let fewest = 3

    /// - Parameters:
    ///   - isTitledWithUnits: whether an item's heading consists of names of units and of nothing else.
    ///   - isTitledWithBodies: the same with companies and the like, which count among units only.
    ///   - isTitledWithOrgans: whether these are organs by their names.
    init(_ outline: Outline, isTitledWithUnits: (Int) -> Bool, isTitledWithBodies: (Int) -> Bool, isTitledWithOrgans: (Int) -> Bool) {
        var owners: Set<Int> = []
        var short: [[Int]] = []
        func take(_ group: [Int]) {
            let titled = group.filter { outline.items[$0].heading != nil && !Self.isCommon($0, outline) && !(outline.items[$0].children.isEmpty && outline.items[$0].passage.count <= outline.items[$0].textStart) }
            // 一、县教育局 ⏎ 二、县民政局 ⏎ 三、共同任务
            let closed = titled.count == Self.fewest && titled.last.map { !isTitledWithUnits($0) } ?? false ? Array(titled.dropLast()) : titled
            if closed.count >= Self.fewest { owners.formUnion(Self.named(closed, isTitledWithUnits, isTitledWithBodies)) } else if closed.count < titled.count { short.append(closed) } else if !titled.isEmpty { short.append(titled) }
        }
        // Items that stand side by side: under one parent, or at the top of one part of the file.
        for i in outline.items.indices where !outline.items[i].children.isEmpty { take(outline.items[i].children) }
        for tops in Self.tops(outline) { take(tops) }
        // A shorter row beside a list is one too: （一）市教育局 under 二、市直单位, where 一、县（市、区） has but two.
        let isList = !owners.isEmpty
        for titled in short where isList || titled.count == 2 {
            let named = Self.named(titled, isTitledWithUnits, isTitledWithBodies)
            let isPair = named.count == 2 && named.allSatisfy { !outline.items[$0].children.isEmpty && isTitledWithOrgans($0) }
            if isList || isPair { owners.formUnion(named) }
        }
        self.owners = owners
    }

    /// `三、保障措施` beside the sections of a list: what each plan has, whosever.
    private static func isCommon(_ item: Int, _ outline: Outline) -> Bool {
        switch outline.items[item].role {
        case .guiding, .goals, .principles, .safeguards: outline.items[item].parent.map { outline.items[$0].role != outline.items[item].role } ?? true
        default: false
        }
    }

    /// Those of some sections that are titled with units: none where more than a closing section or two are not (附则, 工作要求).
    private static func named(_ titled: [Int], _ isTitledWithUnits: (Int) -> Bool, _ isTitledWithBodies: (Int) -> Bool) -> [Int] {
        var named: [Int] = [], bodies = 0
        for (n, item) in titled.enumerated() {
            if isTitledWithUnits(item) { named.append(item) } else if isTitledWithBodies(item) {
                named.append(item)
                bodies += 1
            } else if (n + 1 - named.count) * 5 > titled.count { return [] }
        }
        return bodies * 2 > named.count ? [] : named
    }

    /// The items at the top of each part of the file.
    private static func tops(_ outline: Outline) -> [[Int]] {
        var tops: [Int: [Int]] = [:], run: [Int] = [], division = 0
        for i in outline.items.indices where outline.items[i].parent == nil {
            // Mostly the next one is of the same part.
            if outline.items[i].division != division, !run.isEmpty {
                tops[division, default: []] += run
                run.removeAll(keepingCapacity: true)
            }
            division = outline.items[i].division
            run.append(i)
        }
        if !run.isEmpty { tops[division, default: []] += run }
        return Array(tops.values)
    }

    /// The section of a list in which an item stands, or which it is.
    func owner(of item: Int, _ outline: Outline) -> Int? {
        if owners.isEmpty { return nil }
        var at: Int? = item
        while let section = at, !owners.contains(section) { at = outline.items[section].parent }
        return at
    }
}
