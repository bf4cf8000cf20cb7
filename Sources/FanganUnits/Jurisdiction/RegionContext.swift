/// The regions that a document's text names, to choose between regions of the same name (鼓楼区, 城关镇).
///
/// Most documents name themselves plainly and never ask; an object, so that the text is looked through once, when one does.
final class RegionContext {
    private let tables: UnitTables
    private let evidence: JurisdictionEvidence
    /// Region index → weight of its mentions.
    private lazy var weights = counted()

    init(tables: UnitTables, evidence: JurisdictionEvidence) {
        self.tables = tables
        self.evidence = evidence
    }

    private func counted() -> [Int: Int] {
        var weights: [Int: Int] = [:]
        func scan(_ name: Name, weight: Int) { self.scan(name, weight: weight, into: &weights) }
        for text in evidence.issuers + evidence.signatures { scan(Name(text), weight: 8) }
        if let title = evidence.title { scan(Name(title), weight: 8) }
        scan(Name(evidence.preamble), weight: 2)
        for text in evidence.addressees + evidence.knownNames { scan(Name(text), weight: 1) }
        for text in evidence.mentions { scan(Name(text), weight: 3) }
        local(Name(evidence.preamble), into: &weights)
        return weights
    }

    /// Counts names in their full form: 石柱土家族自治县, 昭通市.
    private func scan(_ name: Name, weight: Int, into weights: inout [Int: Int]) {
        tables.regions.divisions.forEachMention(in: name) { range, key in
            for place in tables.regions.divisions.places(of: key) {
                let index = tables.regions.divisions.record(at: place)
                if tables.regions.isSuffixed(index, name.bytes[range]) { weights[index, default: 0] += weight }
            }
        }
    }

    /// 结合昭通实际: the document's own region under its short name.
    private func local(_ name: Name, into weights: inout [Int: Int]) {
        var from = 0
        while let at = name.first("结合", in: from..<name.bytes.count) {
            from = at + 6
            var best: (end: Int, key: Int)?
            tables.regions.divisions.forEachPrefix(name.bytes, from..<name.bytes.count) { best = ($0, $1) }
            guard let best, name.has("实际", at: best.end) || name.has("市实际", at: best.end) || name.has("省实际", at: best.end) else { continue }
            for index in tables.regions.divisions.records(of: best.key) { weights[index, default: 0] += 10 }
        }
    }

    /// The one region that fits: the only one, or the one whose line the text names most.
    func choose(_ regions: [Int]) -> Int? {
        if regions.count <= 1 { return regions.first }
        let scored = regions.map { index in (index, tables.regions.lineage(index).dropFirst().reduce(0) { $0 + (weights[$1] ?? 0) } + inside(index)) }
        guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 > 0, scored.filter({ $0.1 == best.1 }).count == 1 else { return highest(regions) }
        return best.0
    }

    /// Mentions of regions inside one.
    private func inside(_ index: Int) -> Int {
        weights.reduce(0) { $0 + (tables.regions.parent($1.key) == index ? $1.value : 0) }
    }

    /// 吉林省 before 吉林市 is no choice; but of 朝阳 (市, 区, 县) a printed 市 leaves one.
    private func highest(_ regions: [Int]) -> Int? {
        let top = regions.map { tables.regions.level($0) }.min()
        let highest = regions.filter { tables.regions.level($0) == top }
        return highest.count == 1 && top != .county ? highest[0] : nil
    }

    /// The region named most, for a document without issuer and title: the highest weight, the deeper one of a line.
    var frequent: Int? {
        guard let best = weights.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else { return nil }
        let rivals = weights.filter { $0.value == best.value }.map(\.key)
        return rivals.allSatisfy { tables.regions.related($0, best.key) } ? best.key : nil
    }
}
