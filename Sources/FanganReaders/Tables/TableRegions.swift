/// All tables of a plain text in reading order, not overlapping.
enum TableRegions {
    enum Region: Sendable {
        case tabs(TabTable)
        case tsv(TSVTable)
        case delimited(DelimitedTable)

        var lines: Range<Int> {
            switch self {
            case let .tabs(table): table.lines
            case let .tsv(table): table.lines
            case let .delimited(table): table.lines
            }
        }
    }

    static func find(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine], _ roles: [LineRole], cut: Int?) -> [Region] {
        let hasTabs = lines.contains { $0.hasTab || $0.innerTabs > 0 }
        let delimited = DelimitedTableFinder(bytes: bytes, lines: lines, roles: roles).tables(hasTabs: hasTabs).map(Region.delimited)
        guard hasTabs else { return delimited }
        let tabs = TabTableFinder(bytes: bytes, lines: lines, roles: roles).tables().map(Region.tabs)
        let rows = TSVTableFinder(bytes: bytes, lines: lines, roles: roles, cut: cut).tables().map(Region.tsv)
        var regions: [Region] = []
        // What is known to be quoted counts; the others may only see parts of it.
        let isQuoted = delimited.isEmpty ? [] : delimited.reduce(into: [Bool](repeating: false, count: lines.count)) { taken, region in for i in region.lines { taken[i] = true } }
        let plain = (tabs + rows).filter { region in isQuoted.isEmpty || !region.lines.contains { isQuoted[$0] } }
        for region in (delimited + plain).sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
            if region.lines.lowerBound >= regions.last?.lines.upperBound ?? 0 { regions.append(region) }
        }
        return regions
    }
}
