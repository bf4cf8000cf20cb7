import CUnitData

/// Words by which a plan says what units are to each other, `relations.tsv`, in UTF-8.
public struct RelationWords: Sendable {
    public enum Role: String, Sendable, CaseIterable {
        /// 成员单位
        case members
        /// Behind that, begins the list: ：, 包括.
        case list
        /// Begins a list of persons with their posts: 成员.
        case member
        /// An ad-hoc body that sits in an organ: 办公室, 专班.
        case seat
        /// Whose office 办公室 alone is, where it was spoken of in front: 指挥部.
        case body
        /// Such a body that has no office: 工作组.
        case officeless
        /// Behind its name, that it has one: 下设办公室.
        case holding
        /// In front of the name of such a body that the plan founds: 成立.
        case founding
        /// Behind that, of whichever body: 相应, 健全.
        case unnamed
        /// In front of the name of one that gets a short name: 发挥|….
        case guide
        /// Shows that a stretch in front of a body's last word is no name: 并.
        case verbal
        /// Behind that, in front of the organ: 设在.
        case host
        /// Between an organ and the office whose work it does: 承担.
        case bears
        /// Behind that office: 日常工作.
        case charge
        /// In front of that organ: 由.
        case agent
        /// 我局
        case own
        /// Of a sentence in front of an office's name: 成立.
        case prose
        /// Ends a person's post: 局长.
        case post
        /// In front of a place that is another's: 学习, 对标.
        case other
        /// Behind a place that is the plan's own: 辖区, 户籍.
        case home
        /// Begins the addressees of a document of the centre: 各省、自治区、直辖市.
        case nation
    }

    private var words: [Role: [[UInt8]]] = [:]

    init(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 2) { row in
            guard let role = Role(rawValue: row.string(1)) else { throw row.failure("no role \(row.string(1))") }
            let word = row.bytes(0)
            guard !words[role, default: []].contains(word) else { throw row.failure("stands twice") }
            words[role, default: []].append(word)
        }
        // The longest first, so that the first that fits is the right one.
        for role in Role.allCases { words[role]?.sort { $0.count > $1.count } }
    }

    /// The words of a role, the longest first.
    public func callAsFunction(_ role: Role) -> [[UInt8]] { words[role] ?? [] }
}
