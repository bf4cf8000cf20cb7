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
        var sisters: [[Int]] = outline.items.map(\.children)
        // Those without a parent are sisters in their part of the file.
        var tops: [Int: [Int]] = [:]
        for i in outline.items.indices where outline.items[i].parent == nil { tops[outline.items[i].division, default: []].append(i) }
        sisters += tops.keys.sorted().compactMap { tops[$0] }
        for group in sisters {
            let sections = group.filter { !outline.items[$0].children.isEmpty && outline.items[$0].heading != nil }
            guard sections.count >= Self.fewest else { continue }
            let named = sections.map { (item: $0, names: names($0)) }.filter { !$0.names.isEmpty }
            // All but a closing section or two: 附则, 工作要求.
            guard named.count >= Self.fewest, named.count * 5 >= sections.count * 4 else { continue }
            for section in named { owners[section.item] = section.names }
        }
        self.owners = owners
    }

    /// The section of a list in which an item stands, with the names in its heading.
    func owner(of item: Int, _ outline: Outline) -> (item: Int, names: [Range<Int>])? {
        if owners.isEmpty { return nil }
        var at = outline.items[item].parent
        while let section = at {
            if let names = owners[section] { return (section, names) }
            at = outline.items[section].parent
        }
        return nil
    }
}
