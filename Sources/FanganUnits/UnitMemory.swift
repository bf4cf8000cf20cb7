import FanganText

/// Reads the names of one document, or of many of one place, and remembers them: plans repeat the same names.
///
/// ```swift
/// var memory = UnitMemory(catalogue.reader(in: jurisdiction))
/// let unit = memory.read("市财政局")
/// ```
public struct UnitMemory: Sendable {
    /// How many names are remembered; when there are more, it begins anew.
    public static let capacity = 1 << 16

    private let reader: UnitReader
    private var mentions = StringTable()
    private var readings: [UnitReading] = []

    public init(_ reader: UnitReader) { self.reader = reader }

    /// As ``UnitReader/read(_:)``.
    public mutating func read(_ mention: String) -> UnitReading {
        if readings.count >= Self.capacity {
            mentions = StringTable()
            readings = []
        }
        let place = mentions.enter(mention)
        if place.isNew { readings.append(reader.read(mention)) }
        return readings[place.number]
    }
}
