import FanganOutline
import FanganText

/// Duty lists by unit: sections that are each titled with whose duties they hold (`一、市委办公室` ⏎ `二、市教育局`), and nothing else.
///
/// One such title among others says nothing (`三、领导机构`); it is the row of them that makes a list.
struct UnitLists {
    /// For each item the names in its heading, where it is a section of such a list.
    private let owners: [Int: [Range<Int>]]

    /// Fewer sections than these are no list.
    private static let fewest = 3

    /// - Parameter names: the names that an item's heading consists of; none where anything else is in it.
    init(_ outline: Outline, names: (Int) -> [Range<Int>]) {
        var owners: [Int: [Range<Int>]] = [:]
        // A shorter row beside a list is one too: （一）市教育局 under 二、市直单位, where 一、县（市、区） has but two.
        var short: [[Int: [Range<Int>]]] = []
        for group in Self.sisters(outline) {
            let titled = group.filter { outline.items[$0].heading != nil && !(outline.items[$0].children.isEmpty && outline.items[$0].passage.count <= outline.items[$0].textStart) }
            guard !titled.isEmpty else { continue }
            let named = titled.map { (item: $0, names: names($0)) }.filter { !$0.names.isEmpty }
            // All but a closing section or two: 附则, 工作要求.
            guard !named.isEmpty, named.count * 5 >= titled.count * 4 else { continue }
            let found = Dictionary(uniqueKeysWithValues: named.map { ($0.item, $0.names) })
            if named.count >= Self.fewest { owners.merge(found) { first, _ in first } } else { short.append(found) }
        }
        if !owners.isEmpty { for found in short { owners.merge(found) { first, _ in first } } }
        self.owners = owners
    }

    /// Items that stand side by side: under one parent, or at the top of one part of the file.
    private static func sisters(_ outline: Outline) -> [[Int]] {
        var tops: [Int: [Int]] = [:]
        for i in outline.items.indices where outline.items[i].parent == nil { tops[outline.items[i].division, default: []].append(i) }
        return outline.items.map(\.children) + tops.keys.sorted().compactMap { tops[$0] }
    }

    /// The section of a list in which an item stands, or which it is, with the names in its heading.
    func owner(of item: Int, _ outline: Outline) -> (item: Int, names: [Range<Int>])? {
        if owners.isEmpty { return nil }
        var at: Int? = item
        while let section = at {
            if let names = owners[section] { return (section, names) }
            at = outline.items[section].parent
        }
        return nil
    }
}
