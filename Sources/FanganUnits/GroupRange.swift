import CUnitData

/// What a class of units ranges over: 各县(市、区)人民政府 over regions, 区直各部门 over departments.
///
/// It is said of every class, also of those whose members cannot be known.
public struct GroupRange: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Of a body that the document sets up: 各成员单位.
        case members
        /// Of the issuing bureau: 各处室.
        case divisions
        /// Of the next level down: 各县(市、区), 各乡镇.
        case regions
        case villages
        /// Organs of the document's place: 区直各部门, 区政府机关各单位.
        case departments
        case zones, enterprises, schools, hospitals, banks, societies
        case unknown
    }

    public enum Extent: String, Sendable, Hashable {
        /// 各, 所有
        case all
        /// 有关, 相关: which ones, the name does not say.
        case some
        /// Neither word: 成员单位, 县区.
        case unsaid
    }

    /// Kinds in the order of the name: 区直各部门、各街道 has two.
    public let kinds: [Kind]
    public let extent: Extent

    init(kinds: [Kind], extent: Extent) {
        self.kinds = kinds
        self.extent = extent
    }

    /// Of a class by its printed or full name: 各有关单位, 平凉市各县(市、区)人民政府.
    public init(ofGroupNamed name: String) {
        self = Self.table?.range(Name(name)) ?? GroupRange(kinds: [.unknown], extent: .unsaid)
    }

    /// Constant: what the program was built with. A test loads it, so that it is there.
    private static let table = try? GroupRanges()
}

/// Words of classes with what they range over: `group-ranges.tsv`.
struct GroupRanges: Sendable {
    private enum Meaning: Sendable {
        case kind(GroupRange.Kind)
        case extent(GroupRange.Extent)
    }

    private var words = WordTable()
    private var meanings: [Meaning] = []

    init() throws {
        try EmbeddedTable(FANGAN_TABLE_GROUP_RANGES, "group-ranges.tsv").forEachRow(columns: 2) { row in
            let text = row.string(1)
            if let kind = GroupRange.Kind(rawValue: text) {
                meanings.append(.kind(kind))
            } else if let extent = GroupRange.Extent(rawValue: text) {
                meanings.append(.extent(extent))
            } else {
                throw row.failure("no range \(text)")
            }
            guard words.insert(row.bytes(0), meanings.count - 1) == nil else { throw row.failure("stands twice") }
        }
    }

    /// What a class ranges over: in each part behind 各, 有关 and the like what it begins with, where that is a division
    /// (各县区|市场监管局), else the noun that ends it (区直|各|部门).
    func range(_ name: Name) -> GroupRange {
        var kinds: [GroupRange.Kind] = []
        var extent = GroupRange.Extent.unsaid
        var part: GroupRange.Kind?, partStart = 0, isFixed = false, sawMark = false
        func close() {
            if let part, !kinds.contains(part) { kinds.append(part) }
            part = nil
            isFixed = false
        }
        var i = 0
        while i < name.bytes.count {
            guard name.isBoundary(i), let hit = words.longestPrefix(name.bytes, i..<name.bytes.count) else {
                i += 1
                continue
            }
            switch meanings[hit.value] {
            case .extent(let found):
                // 区直|各部门: what stands in front of the first mark is whose they are.
                if sawMark { close() } else { part = nil }
                sawMark = true
                partStart = hit.end
                if extent != .some { extent = found }
            case .kind(let kind):
                if isFixed || isAdjective(name, hit.end) { break }
                part = kind
                isFixed = sawMark && i == partStart && (kind == .regions || kind == .villages)
            }
            i = hit.end
        }
        close()
        return GroupRange(kinds: kinds.isEmpty ? [.unknown] : kinds, extent: extent)
    }

    /// 县|级, 市|直, 省|属: whose, not what.
    private func isAdjective(_ name: Name, _ end: Int) -> Bool {
        let words: [StaticString] = ["级", "直", "属"]
        return words.contains { name.has($0, at: end) }
    }
}
