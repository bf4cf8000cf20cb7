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
    ///   - isTitledWithOrgans: whether these are organs by their names.
    init(_ outline: Outline, isTitledWithUnits: (Int) -> Bool, isTitledWithOrgans: (Int) -> Bool) {
        var owners: Set<Int> = []
        // A shorter row beside a list is one too: （一）市教育局 under 二、市直单位, where 一、县（市、区） has but two.
        var short: [Int] = [], isList = false
        for group in Self.sisters(outline) {
            let titled = group.filter { outline.items[$0].heading != nil && !(outline.items[$0].children.isEmpty && outline.items[$0].passage.count <= outline.items[$0].textStart) }
            guard !titled.isEmpty else { continue }
            let named = titled.filter(isTitledWithUnits)
            // All but a closing section or two: 附则, 工作要求.
            guard !named.isEmpty, named.count * 5 >= titled.count * 4 else { continue }
            let isPair = named.count == 2 && titled.count == 2 && named.allSatisfy { !outline.items[$0].children.isEmpty && isTitledWithOrgans($0) }
            if named.count >= Self.fewest { isList = true }
            if named.count >= Self.fewest || isPair { owners.formUnion(named) } else { short += named }
        }
        if isList { owners.formUnion(short) }
        self.owners = owners
    }

    /// Items that stand side by side: under one parent, or at the top of one part of the file.
    private static func sisters(_ outline: Outline) -> [[Int]] {
        var tops: [Int: [Int]] = [:]
        for i in outline.items.indices where outline.items[i].parent == nil { tops[outline.items[i].division, default: []].append(i) }
        return outline.items.map(\.children) + tops.keys.sorted().compactMap { tops[$0] }
    }

    /// The section of a list in which an item stands, or which it is.
    func owner(of item: Int, _ outline: Outline) -> Int? {
        if owners.isEmpty { return nil }
        var at: Int? = item
        while let section = at, !owners.contains(section) { at = outline.items[section].parent }
        return at
    }
}
