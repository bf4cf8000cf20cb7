/// What is known of China's regions, organs and fields of government, and how to read their names.
///
/// ```swift
/// let catalogue = try UnitCatalogue.load()
/// let renhe = Jurisdiction(region: catalogue.region(code: "510411"))
/// catalogue.read("区发改局", in: renhe).name   // 攀枝花市仁和区发展和改革局
/// ```
public struct UnitCatalogue: Sendable {
    let tables: UnitTables

    /// Reads the embedded data. Takes a few milliseconds; do it once and share the value.
    ///
    /// - Parameter local: a table of the user's own names, tab-separated with the columns name, field, region and, if wanted, official
    ///   name; it is read before the built-in data. Throws ``UnitDataError`` where a row cannot be read.
    public static func load(local: [UInt8]? = nil) throws -> UnitCatalogue { UnitCatalogue(tables: try UnitTables(local: local)) }

    /// The reforms of institutions that the data knows.
    public var reforms: [Reform] { tables.reforms.reforms }

    /// The divisions with a name (平凉市, 鼓楼区), in the order of their codes.
    public func regions(named name: String) -> [Region] {
        let bytes = Array(name.utf8)
        return tables.regions.divisions.records(named: bytes, 0..<bytes.count).map(tables.regions.region)
    }

    /// The division with a GB/T 2260 code; `000000` is the whole country.
    public func region(code: String) -> Region? {
        if code == "000000" { return .nation }
        return tables.regions.index(code: code).map(tables.regions.region)
    }

    /// The fields of government, in the order in which a body with two of them names them.
    public var fields: [Field] { tables.words.fields }

    /// From where a document speaks.
    /// - Parameter body: the document's whole text; asked for only where its head names no region.
    public func jurisdiction(of evidence: JurisdictionEvidence, body: () -> String = { "" }) -> Jurisdiction {
        JurisdictionFinder(tables: tables).find(evidence, body: body)
    }

    /// Notes which of a bureau's divisions a document prints in short and in full.
    ///
    /// - Parameter lists: the names that each of its items has.
    public func noteDivisions(_ lists: [[String]], in jurisdiction: inout Jurisdiction) { jurisdiction.divisions = DivisionNames(lists, forms: tables.words) }

    /// Reads one printed name as the document means it. Line ends and spaces inside the name are layout.
    public func read(_ mention: String, in jurisdiction: Jurisdiction) -> UnitReading {
        NameReader(tables: tables, jurisdiction: jurisdiction).read(Name(mention))
    }

    /// Ranges (Unicode scalars of `mention`) of the names in it: one, or several where names were run together
    /// and every part is a complete name: 福田镇大河中路街道.
    public func split(_ mention: String, in jurisdiction: Jurisdiction) -> [Range<Int>] {
        NameSplitter(reader: NameReader(tables: tables, jurisdiction: jurisdiction)).split(mention)
    }

    /// Words by which a plan says what units are to each other.
    public var relationWords: RelationWords { tables.relations }

    /// Whether a text reads as the name of a unit, a group or a place (市财政局, 各街道, 仁和镇), not as prose.
    public func isUnitName(_ text: String) -> Bool {
        NameReader(tables: tables, jurisdiction: Jurisdiction()).isName(Name(text))
    }

    /// Whether a division or a township bears a name, today's or a former one: 三台县, 潼川镇, 莱芜市; not 试点县.
    public func isPlace(_ name: String) -> Bool {
        let bytes = Array(name.utf8), all = 0..<bytes.count
        return !tables.regions.divisions.records(named: bytes, all).isEmpty || !tables.regions.townships.records(named: bytes, all).isEmpty || tables.formerRegions.words.value(bytes, all) != nil
    }

    /// Whether words name fields of government and nothing else: 住建, 水利、林业; not 监管, which names no field.
    public func isField(_ text: String) -> Bool {
        let name = Name(text)
        return StemParser(tables: tables).parse(name, name.all, wording: .printed).map { !$0.fields.isEmpty } ?? false
    }

    /// Whether a body is called so, without the place in front of it: 营商办, 总工会.
    public func isOrgan(_ form: String) -> Bool {
        let name = Name(form)
        return tables.words.organWords.value(name.bytes, name.all) != nil
    }
}
