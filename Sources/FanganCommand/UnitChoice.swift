import FanganGraph
import FanganUnits

/// The units that a user means with `--unit`: those whose name holds the words, and the one that a plan of the same region
/// means by them (市住建局 is 绵阳市住房和城乡建设委员会 in a plan that prints it so).
struct UnitChoice: Sendable {
    private let words: String
    /// Identifiers of unit nodes that are meant whatever their names are.
    let ids: Set<String>

    /// - Parameter regions: GB/T 2260 codes of the plans, as far as they are known.
    init(_ words: String, regions: [String?]) throws {
        self.words = words
        let catalogue = try UnitCatalogue.load()
        ids = Set(regions.compactMap(\.self).compactMap { catalogue.region(code: $0) }.map { "unit:" + catalogue.read(words, in: Jurisdiction(region: $0)).key })
    }

    /// Whether a unit is meant.
    ///
    /// - Parameters:
    ///   - mention: as the plan prints it.
    ///   - name: its full name.
    ///   - id: of its node.
    func holds(_ mention: String, _ name: String, _ id: String) -> Bool {
        mention.contains(words) || name.contains(words) || ids.contains(id)
    }
}

extension TaskGraph {
    /// Whether a unit that is meant does something in the plan.
    func names(_ choice: UnitChoice) -> Bool {
        let units = Dictionary(units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return edges.contains { $0.kind == .responsible && choice.holds($0.mention ?? "", units[$0.to] ?? "", $0.to) }
    }
}
