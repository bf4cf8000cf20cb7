import CUnitData

/// Words by which names and titles are taken apart, `name-words.tsv`.
struct NameWords: Sendable {
    enum Role: Int, CaseIterable {
        /// 县（市、区）: inside a name, and where it begins.
        case listInside, listStart
        /// 处室 at the end of a class, 省局 in front of it.
        case divisionClass, bureauSelf
        /// Behind a level: 市|直; where the name is not known: 市|民.
        case noLevel, noLevelName
        case nationalBody, zoneAdministration, village, branchWord, firmEnd, sharedForm, partyEnd
        /// 中央|驻…单位: whose those are that have their seat in the place.
        case stationed
        case issuerFollower, titleTail, planKind, planVerb
    }

    /// As the table has them, in the order of the roles.
    private static let names = [
        "list-inside", "list-start", "division-class", "bureau-self", "no-level", "no-level-name", "national-body", "zone-administration", "village", "branch-word",
        "firm-end", "shared-form", "party-end", "stationed", "issuer-follower", "title-tail", "plan-kind", "plan-verb",
    ]

    private let tables: [WordTable]

    init(_ table: EmbeddedTable) throws {
        var tables = [WordTable](repeating: WordTable(), count: Self.names.count)
        try table.forEachRow(columns: 2) { row in
            guard let role = Self.names.firstIndex(of: row.string(1)) else { throw row.failure("no role \(row.string(1))") }
            guard tables[role].insert(row.bytes(0), 0) == nil else { throw row.failure("stands twice") }
        }
        self.tables = tables
    }

    private subscript(role: Role) -> WordTable { tables[role.rawValue] }

    /// Whether a name goes on with such a word at an index.
    func begin(_ role: Role, _ name: Name, at index: Int) -> Bool { index < name.bytes.count && self[role].longestPrefix(name.bytes, index..<name.bytes.count) != nil }

    /// Where the longest such word at the end of a range begins.
    func end(_ role: Role, _ name: Name, _ range: Range<Int>) -> Int? { range.isEmpty ? nil : self[role].longestSuffix(name.bytes, range)?.start }

    /// Where the longest such word at the start of a range ends.
    func start(_ role: Role, _ name: Name, _ range: Range<Int>) -> Int? { range.isEmpty ? nil : self[role].longestPrefix(name.bytes, range)?.end }

    /// Whether a range is such a word.
    func isWord(_ role: Role, _ name: Name, _ range: Range<Int>) -> Bool { !range.isEmpty && self[role].value(name.bytes, range) != nil }

    /// Where the first such word of a range begins.
    func first(_ role: Role, _ name: Name, in range: Range<Int>) -> Int? { range.first { name.isBoundary($0) && self[role].longestPrefix(name.bytes, $0..<range.upperBound) != nil } }
}
