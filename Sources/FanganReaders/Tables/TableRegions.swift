/// All tables of a plain text in reading order, not overlapping.
enum TableRegions {
    enum Region: Sendable {
        case tabs(TabTable)
        case tsv(TSVTable)

        var lines: Range<Int> {
            switch self {
            case let .tabs(table): table.lines
            case let .tsv(table): table.lines
            }
        }
    }

    static func find(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine], _ roles: [LineRole], cut: Int?) -> [Region] {
        guard lines.contains(where: { $0.hasTab || $0.innerTabs > 0 }) else { return [] }
        let tabs = TabTableFinder(bytes: bytes, lines: lines, roles: roles).tables().map(Region.tabs)
        let rows = TSVTableFinder(bytes: bytes, lines: lines, roles: roles, cut: cut).tables().map(Region.tsv)
        var regions: [Region] = []
        for region in (tabs + rows).sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
            if region.lines.lowerBound >= regions.last?.lines.upperBound ?? 0 { regions.append(region) }
        }
        return regions
    }
}
