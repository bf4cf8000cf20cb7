/// Reads the names of one document: what a document says of itself is prepared once for all of them.
/// It remembers no names; who meets the same ones again and again reads them with a ``UnitMemory``.
///
/// ```swift
/// let reader = catalogue.reader(in: jurisdiction)
/// let unit = reader.read("市财政局")
/// ```
public struct UnitReader: Sendable {
    let names: NameReader

    init(names: NameReader) { self.names = names }

    /// As ``UnitCatalogue/read(_:in:)``.
    public func read(_ mention: String) -> UnitReading { names.read(Name(mention)) }

    /// The members of a class of units, as far as the data of regions knows them: 各县(市、区)人民政府.
    public func members(ofGroup mention: String) -> [UnitReading] { names.members(names.asClass(Name(mention))) }

    /// Organs that replaced one that was read.
    public func successors(of reading: UnitReading) -> [Succession] { names.successors(of: reading) }

    /// Organs that one that was read may have replaced.
    public func predecessors(of reading: UnitReading) -> [Succession] { names.predecessors(of: reading) }

    /// Words by which a plan says what units are to each other.
    public var relationWords: RelationWords { names.tables.relations }

    /// How a name is read, step by step.
    public func explain(_ mention: String) -> UnitExplanation { names.explain(Name(mention)) }

    /// A reading, with whether the way it was read says that the name is one and need not be taken apart: for such a
    /// name ``split(_:)`` gives one range.
    public func readWhole(_ mention: String) -> (reading: UnitReading, isOne: Bool) {
        let name = Name(mention)
        let (reading, way) = names.readWithWay(name)
        // What was left out in front of and behind the name would be looked at by the splitter.
        return (reading, (way.map { NameSplitter.isOne($0) } ?? false) && (name.bytes.count == mention.utf8.count || NameSplitter.isWhole(name, mention)))
    }

    /// As ``UnitCatalogue/split(_:in:)``.
    public func split(_ mention: String) -> [Range<Int>] { NameSplitter(reader: names).split(mention) }
}

extension UnitCatalogue {
    /// A reader for all names of one document; faster than reading them one by one.
    public func reader(in jurisdiction: Jurisdiction) -> UnitReader {
        UnitReader(names: NameReader(tables: tables, jurisdiction: jurisdiction))
    }
}
