/// Tells a county by its townships, where nothing else says whose plan it is: 太平乡 alone may lie in a county that the data does
/// not know it of, but 太平乡, 学田满族乡 and 水泉镇 beside each other lie in one.
struct TownshipVotes: Sendable {
    private let tables: UnitTables
    /// Names of townships among the units → the counties that have one of that name.
    private var counties: [String: Set<Int>] = [:]

    /// So many townships must lie in the county, and so many of all that are named: nine in ten.
    private static let least = 3

    init(tables: UnitTables, mentions: [String]) {
        self.tables = tables
        for name in mentions.map({ Name($0) }) {
            let range = 0..<end(name)
            let found = tables.regions.townships.records(named: name.bytes, range)
            if !found.isEmpty { counties[name.string(range)] = Set(found.map { tables.regions.county(ofTownship: $0) }) }
        }
    }

    /// The one county that has them, if only one has.
    var county: Int? {
        var votes: [Int: Int] = [:]
        for found in counties.values {
            for county in found { votes[county, default: 0] += 1 }
        }
        guard let most = votes.values.max(), most >= Self.least, most * 10 >= counties.count * 9 else { return nil }
        let best = votes.filter { $0.value == most }
        return best.count == 1 ? best.first?.key : nil
    }

    /// Where the township's name ends: 太平乡|人民政府.
    private func end(_ name: Name) -> Int {
        for word in ["人民政府", "政府"] as [StaticString] where name.ends(word, name.all) { return name.bytes.count - word.utf8CodeUnitCount }
        return name.bytes.count
    }
}
