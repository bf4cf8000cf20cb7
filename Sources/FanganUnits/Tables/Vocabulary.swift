/// A field of government.
public struct Field: Sendable, Hashable {
    /// `development-reform`
    public let id: String
    /// 发展改革
    public let name: String
    /// Kind of body that usually has it: `government`, `party`, `congress`, `cppcc`, `supervision`, `court`, `procuratorate`, `mass`, `vertical`, `institution`, `enterprise`.
    public let body: String
}

/// The core of a name: 发改 → 发展和改革.
///
/// An object, as all rows that names are read with: taken out of its table, a value would count each of its strings and lists.
final class Stem: Sendable {
    let full: String
    let fields: [Int]
    let also: String?
    /// Its fields count only where no core with a field of its own stands in front: 水利|建设管理.
    let isWeak: Bool

    init(full: String, fields: [Int], also: String?, isWeak: Bool) {
        self.full = full
        self.fields = fields
        self.also = also
        self.isWeak = isWeak
    }
}

/// The last word of a name: 办 → 办公室.
final class Form: Sendable {
    let full: String
    let field: Int?
    let wording: StemParser.Wording
    /// 分局, which is named after the organ above it.
    let isBranch: Bool
    /// May be an internal division of a bureau (处, 科).
    let division: Bool
    /// Is nothing else (科, 股).
    let isOnlyDivision: Bool
    /// Is called by its name (人事教育处, 人教处), not 办公室.
    let isNamedDivision: Bool
    /// A text that ends so is the name of a unit, even where nothing else of it is known.
    var isPlain: Bool { division || field != nil }

    init(full: String, field: Int?, wording: StemParser.Wording, isBranch: Bool, division: Bool, isOnlyDivision: Bool, isNamedDivision: Bool) {
        self.full = full
        self.field = field
        self.wording = wording
        self.isBranch = isBranch
        self.division = division
        self.isOnlyDivision = isOnlyDivision
        self.isNamedDivision = isNamedDivision
    }
}

/// An organ whose name follows a template: 委组织部 → {P}组织部.
final class Organ: Sendable {
    let template: NameTemplate
    let fields: [Int]
    let body: String
    /// Letters of the levels at which the row holds; empty for all.
    let levels: String
    /// Other official names.
    let also: [NameTemplate]
    /// Where alone the row holds; empty for everywhere.
    let regions: RegionPrefixes
    /// The same as bits, `A` lowest; all for any level.
    private let levelBits: UInt32

    init(template: String, fields: [Int], body: String, levels: String, also: String, regions: RegionPrefixes = RegionPrefixes()) {
        self.template = NameTemplate(template)
        self.fields = fields
        self.body = body
        self.levels = levels
        self.also = also.split(separator: " ").map { NameTemplate(String($0)) }
        self.regions = regions
        levelBits = levels.isEmpty ? .max : levels.utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    func holds(at letter: UInt8) -> Bool { levelBits >> UInt32(letter & 31) & 1 == 1 }
}

/// A name with a region inside: 人行*中心支行.
final class Branch: Sendable {
    let head: [UInt8]
    let tail: [UInt8]
    let template: String
    let fields: [Int]
    let body: String
    /// An organ named after a provincial capital serves the province.
    let servesProvince: Bool
    /// Where alone the row holds; empty for everywhere.
    let regions: RegionPrefixes

    init(head: [UInt8], tail: [UInt8], template: String, fields: [Int], body: String, servesProvince: Bool, regions: RegionPrefixes) {
        self.head = head
        self.tail = tail
        self.template = template
        self.fields = fields
        self.body = body
        self.servesProvince = servesProvince
        self.regions = regions
    }
}

/// First digits of GB/T 2260 codes: 44 for all of 广东, 3702 for 青岛.
struct RegionPrefixes: Sendable {
    private var prefixes: [[UInt8]] = []

    init() {}
    init(_ row: TableRow, _ column: Int) throws {
        try row.words(column) { word in
            guard (2...6).contains(word.count), word.allSatisfy({ (0x30...0x39).contains($0) }) else { throw row.failure("no first digits of a code") }
            prefixes.append(word)
        }
    }

    var isEmpty: Bool { prefixes.isEmpty }
    /// Codes of one division in each, filled up with zeros: 440000.
    var examples: [String] { prefixes.map { String(decoding: $0, as: UTF8.self) + String(repeating: "0", count: 6 - $0.count) } }

    /// Whether they hold for a region; without any they hold for all, known or not.
    func hold(in code: String?) -> Bool {
        if prefixes.isEmpty { return true }
        guard let code else { return false }
        return prefixes.contains { code.utf8.starts(with: $0) }
    }
}

final class Zone: Sendable {
    let full: String
    let field: Int
    /// What else the short word stands for; names are spelled out where there is such a row.
    let other: String?

    init(full: String, field: Int, other: String?) {
        self.full = full
        self.field = field
        self.other = other
    }
}

/// A zone with a name of its own that does not say where it lies: 两江新区.
final class NamedZone: Sendable {
    let full: String
    /// GB/T 2260 code of the division it lies in.
    let region: String
    /// `yyyy-mm-dd`
    let since: String
    /// The decision that founded it.
    let source: String
    /// The name counts in plans of the zone's own province alone.
    let isNear: Bool

    init(full: String, region: String, since: String, source: String, isNear: Bool) {
        self.full = full
        self.region = region
        self.since = since
        self.source = source
        self.isNear = isNear
    }
}

enum GroupRole: Int, Sendable { case mark, weak, noun, form, plural, classNoun, trade }
/// A class only behind another one in a list: the whole name (园区管委会), or its last word (管理机构).
enum FollowerRole: Int, Sendable { case whole, ending }
enum LevelWord: Int, Sendable, CaseIterable { case province, city, prefecture, district, county, township }

/// All tables of words, parsed once.
struct Vocabulary: Sendable {
    private(set) var fields: [Field] = []
    /// Field of firms that have no other; -1 if the table has none.
    private(set) var firm = -1
    private var fieldIndex: [String: Int] = [:]
    private(set) var stems: [Stem] = []
    private(set) var stemWords = WordTable()
    private(set) var forms: [Form] = []
    private(set) var formWords = WordTable()
    private(set) var organs: [Organ] = []
    /// Values index `organRows`: a form may stand in several rows, for several levels.
    private(set) var organWords = WordTable()
    private(set) var organRows: [[Int]] = []
    private(set) var branches: [Branch] = []
    /// Branches by their last word, so that few are tried.
    private(set) var branchTails = WordTable()
    private(set) var branchRows: [[Int]] = []
    private(set) var national: [Organ] = []
    private(set) var nationalWords = WordTable()
    private(set) var groupWords = WordTable()
    /// Those of them that make a class of what follows (各, 有关, 全县).
    private(set) var markWords = WordTable()
    private(set) var followerWords = WordTable()
    private(set) var adhoc: [String] = []
    private(set) var adhocWords = WordTable()
    private(set) var levelWords = WordTable()
    /// Words of prose that end like a form: 格局, 之处.
    private(set) var proseWords = WordTable()
    /// Words that end like a region's name: 园区, 城市.
    private(set) var areaWords = WordTable()
    private(set) var zones: [Zone] = []
    private(set) var zoneWords = WordTable()
    private(set) var namedZones: [NamedZone] = []
    private(set) var namedZoneWords = WordTable()

    func field(id: String) -> Int? { fieldIndex[id] }

    init(_ source: (String) throws -> EmbeddedTable) throws {
        try loadFields(source("fields.tsv"))
        try loadStems(source("stems.tsv"))
        try loadForms(source("forms.tsv"))
        try loadRegionalOrgans(source("regional.tsv"))
        try loadOrgans(source("organs.tsv"))
        try loadBranches(source("branches.tsv"))
        try loadNational(source("national.tsv"))
        try loadGroups(source("groups.tsv"))
        try loadAdhoc(source("adhoc.tsv"))
        try loadLevels(source("levels.tsv"))
        try loadZones(source("zones.tsv"))
        try loadNamedZones(source("named-zones.tsv"))
        try source("prose.tsv").forEachRow(columns: 1) { row in proseWords.insert(row.bytes(0), 0) }
        try source("areas.tsv").forEachRow(columns: 1) { row in areaWords.insert(row.bytes(0), 0) }
    }

    private mutating func loadFields(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 3) { row in
            let field = Field(id: row.string(0), name: row.string(1), body: row.string(2))
            guard fieldIndex.updateValue(fields.count, forKey: field.id) == nil else { throw row.failure("\(field.id) stands twice") }
            if field.id == "enterprise" { firm = fields.count }
            fields.append(field)
        }
    }

    /// Identifiers joined by +; `-` or nothing for none. In the order of the fields' table.
    ///
    /// - Parameter known: the fields by identifier; of the whole vocabulary each list would be counted for every row.
    private static func fieldList(_ row: TableRow, _ column: Int, _ known: [String: Int]) throws -> [Int] {
        let text = row.string(column)
        if text.isEmpty || text == "-" { return [] }
        return try text.drop { $0 == "?" }.split(separator: "+").map { id in
            guard let index = known[String(id)] else { throw row.failure("no field \(id)") }
            return index
        }.sorted()
    }

    private mutating func loadStems(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 4) { row in
            let also = row.string(3)
            stems.append(Stem(full: row.string(0), fields: try Self.fieldList(row, 2, fieldIndex), also: also.isEmpty ? nil : also, isWeak: row.string(2).hasPrefix("?")))
            let index = stems.count - 1
            stemWords.insert(row.bytes(0), index)
            let full = row.bytes(0)
            try row.words(1) { word in
                if let other = stemWords.insert(word, index), word != full || other != index {
                    throw row.failure("\(String(decoding: word, as: UTF8.self)) stands twice")
                }
            }
        }
    }

    private mutating func loadForms(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 4) { row in
            guard formWords.insert(row.bytes(0), forms.count) == nil else { throw row.failure("stands twice") }
            let full = row.string(1)
            forms.append(Form(
                full: full, field: try Self.fieldList(row, 2, fieldIndex).first, wording: CoreReader.wording(full), isBranch: full == "分局", division: !row.columns[3].isEmpty, isOnlyDivision: row.string(3) == "only",
                isNamedDivision: ["only", "named"].contains(row.string(3))))
        }
    }

    private mutating func loadOrgans(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 6) { row in
            organs.append(Organ(template: row.string(1), fields: try Self.fieldList(row, 2, fieldIndex), body: row.string(3), levels: row.string(4), also: row.string(5)))
            let index = organs.count - 1
            row.words(0) { word in
                if let known = organWords.insert(word, organRows.count) { organRows[known].append(index) } else { organRows.append([index]) }
            }
        }
    }

    /// Before those of all regions, so that they are found first.
    private mutating func loadRegionalOrgans(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 7) { row in
            let regions = try RegionPrefixes(row, 6)
            guard !regions.isEmpty else { throw row.failure("holds everywhere: its place is organs.tsv") }
            organs.append(Organ(
                template: row.string(1), fields: try Self.fieldList(row, 2, fieldIndex), body: row.string(3), levels: row.string(4), also: row.string(5), regions: regions))
            let index = organs.count - 1
            row.words(0) { word in
                if let known = organWords.insert(word, organRows.count) { organRows[known].append(index) } else { organRows.append([index]) }
            }
        }
    }

    private mutating func loadNamedZones(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 6) { row in
            for (column, isNear) in [(0, false), (1, true)] {
                namedZones.append(NamedZone(full: row.string(2), region: row.string(3), since: row.string(4), source: row.string(5), isNear: isNear))
                let index = namedZones.count - 1
                try row.words(column) { word in
                    if namedZoneWords.insert(word, index) != nil { throw row.failure("stands twice") }
                }
            }
        }
    }

    private mutating func loadBranches(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 6) { row in
            let regions = try RegionPrefixes(row, 5)
            let template = row.string(1), fields = try Self.fieldList(row, 2, fieldIndex), body = row.string(3), capital = !row.columns[4].isEmpty
            try row.words(0) { pattern in
                guard let star = pattern.firstIndex(of: 0x2A) else { throw row.failure("no * in the pattern") }
                let tail = Array(pattern[(star + 1)...])
                branches.append(Branch(head: Array(pattern[..<star]), tail: tail, template: template, fields: fields, body: body, servesProvince: capital, regions: regions))
                let index = branches.count - 1
                if let known = branchTails.insert(tail, branchRows.count) { branchRows[known].append(index) } else { branchRows.append([index]) }
            }
        }
    }

    private mutating func loadNational(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 4) { row in
            national.append(Organ(template: row.string(1), fields: try Self.fieldList(row, 2, fieldIndex), body: row.string(3), levels: "", also: ""))
            let index = national.count - 1
            nationalWords.insert(row.bytes(1), index)
            let full = row.string(1)
            try row.words(0) { word in
                if let other = nationalWords.insert(word, index), other != index || String(decoding: word, as: UTF8.self) != full {
                    throw row.failure("stands twice")
                }
            }
        }
    }

    private mutating func loadGroups(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 2) { row in
            let role: GroupRole
            switch row.string(1) {
            case "mark": role = .mark
            case "weak": role = .weak
            case "noun": role = .noun
            case "trade": role = .trade
            case "form": role = .form
            case "plural": role = .plural
            case "class": role = .classNoun
            case "follower", "follower-end":
                let role = row.string(1) == "follower" ? FollowerRole.whole : .ending
                guard followerWords.insert(row.bytes(0), role.rawValue) == nil else { throw row.failure("stands twice") }
                return
            default: throw row.failure("no role \(row.string(1))")
            }
            guard groupWords.insert(row.bytes(0), role.rawValue) == nil else { throw row.failure("stands twice") }
            if role == .mark || role == .weak { markWords.insert(row.bytes(0), role.rawValue) }
        }
    }

    private mutating func loadAdhoc(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 2) { row in
            guard adhocWords.insert(row.bytes(0), adhoc.count) == nil else { throw row.failure("stands twice") }
            adhoc.append(row.string(1))
        }
    }

    private mutating func loadLevels(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 2) { row in
            let level: LevelWord
            switch row.string(1) {
            case "province": level = .province
            case "city": level = .city
            case "prefecture": level = .prefecture
            case "district": level = .district
            case "county": level = .county
            case "township": level = .township
            default: throw row.failure("no level \(row.string(1))")
            }
            guard levelWords.insert(row.bytes(0), level.rawValue) == nil else { throw row.failure("stands twice") }
        }
    }

    private mutating func loadZones(_ table: EmbeddedTable) throws {
        try table.forEachRow(columns: 4) { row in
            guard let field = try Self.fieldList(row, 2, fieldIndex).first else { throw row.failure("no field") }
            guard zoneWords.insert(row.bytes(0), zones.count) == nil else { throw row.failure("stands twice") }
            zones.append(Zone(full: row.string(1), field: field, other: row.columns[3].isEmpty ? nil : row.string(3)))
        }
    }
}
