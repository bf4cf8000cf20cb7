/// Reads the names of one document: what a document says of itself is prepared once for all of them.
/// It remembers no names; who meets the same ones again and again keeps what was read.
///
/// ```swift
/// let reader = catalogue.reader(in: jurisdiction)
/// let unit = reader.read("市财政局")
/// ```
public struct UnitReader: Sendable {
    private let names: NameReader

    init(names: NameReader) { self.names = names }

    /// As ``UnitCatalogue/read(_:in:)``.
    public func read(_ mention: String) -> UnitReading { names.read(Name(mention)) }

    /// As ``UnitCatalogue/split(_:in:)``.
    public func split(_ mention: String) -> [Range<Int>] { NameSplitter(reader: names).split(mention) }
}

extension UnitCatalogue {
    /// A reader for all names of one document; faster than reading them one by one.
    public func reader(in jurisdiction: Jurisdiction) -> UnitReader {
        UnitReader(names: NameReader(tables: tables, jurisdiction: jurisdiction))
    }
}
