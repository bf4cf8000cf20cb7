/// Reads the names of one document and remembers them: plans name the same forty units again and again.
///
/// ```swift
/// var reader = catalogue.reader(in: jurisdiction)
/// let unit = reader.read("市财政局")
/// ```
public struct UnitReader: Sendable {
    private let names: NameReader
    private var readings: [String: UnitReading] = [:]
    private var splits: [String: [Range<Int>]] = [:]

    init(names: NameReader) { self.names = names }

    /// As ``UnitCatalogue/read(_:in:)``.
    public mutating func read(_ mention: String) -> UnitReading {
        if let known = readings[mention] { return known }
        let reading = names.read(Name(mention))
        readings[mention] = reading
        return reading
    }

    /// As ``UnitCatalogue/split(_:in:)``.
    public mutating func split(_ mention: String) -> [Range<Int>] {
        if let known = splits[mention] { return known }
        let ranges = NameSplitter(reader: names).split(mention)
        splits[mention] = ranges
        return ranges
    }
}

extension UnitCatalogue {
    /// A reader for all names of one document; faster than reading them one by one.
    public func reader(in jurisdiction: Jurisdiction) -> UnitReader {
        UnitReader(names: NameReader(tables: tables, jurisdiction: jurisdiction))
    }
}
