import Synchronization

/// How names were read, for all documents that speak from one place: the plans of a county name the same organs again and again.
///
/// Only what depends on nothing but name and place is remembered, so that it makes no difference to any reading whether it
/// was remembered, nor who read it first. Of a batch of plans each from another place nothing is gained.
final class ReadingMemory: Sendable {
    /// How many readings are remembered; when there are more, it begins anew.
    static let capacity = 1 << 14

    /// What of a jurisdiction the reading of a name may depend on; not the plan's date, subject and fuller names, which are
    /// looked at behind it.
    struct Place: Hashable {
        private let region: String?, township: String?, zone: String?, placeholder: String?, formerName: String?
        private let bureau: Jurisdiction.Bureau?
        private let level: AdministrativeLevel?

        init(_ jurisdiction: Jurisdiction) {
            region = jurisdiction.region?.code
            township = jurisdiction.township
            zone = jurisdiction.zone
            placeholder = jurisdiction.placeholder
            formerName = jurisdiction.formerName
            bureau = jurisdiction.bureau
            level = jurisdiction.level
        }
    }

    /// The way that reads a name, and its parts where it was taken apart on that way.
    struct Reading {
        var way: ReadingWay
        var reading: UnitReading
        var parsed: NameReader.Parsed?
    }

    private struct Key: Hashable {
        let place: Int
        let name: [UInt8]
    }

    private struct Contents {
        /// Each with its number.
        var places: [Place: Int] = [:]
        /// The last number that was given to a place.
        var last = 0
        var readings: [Key: Reading] = [:]
        /// Where names that were run together part.
        var cuts: [Key: [Int]] = [:]
    }

    private let contents = Mutex(Contents())

    /// Number of a place, for the readings of one document.
    func number(of place: Place) -> Int {
        contents.withLock { contents in
            if let known = contents.places[place] { return known }
            // No number is given twice: a document that holds an old one finds what is its own, or nothing.
            contents.last += 1
            if contents.places.count >= Self.capacity { contents.places = [:] }
            contents.places[place] = contents.last
            return contents.last
        }
    }

    func reading(of name: Name, at place: Int) -> Reading? {
        contents.withLock { $0.readings[Key(place: place, name: name.bytes)] }
    }

    func keep(_ reading: Reading, of name: Name, at place: Int) {
        contents.withLock { contents in
            if contents.readings.count >= Self.capacity { contents.readings = [:] }
            contents.readings[Key(place: place, name: name.bytes)] = reading
        }
    }

    func cuts(of name: Name, at place: Int) -> [Int]? {
        contents.withLock { $0.cuts[Key(place: place, name: name.bytes)] }
    }

    func keep(cuts: [Int], of name: Name, at place: Int) {
        contents.withLock { contents in
            if contents.cuts.count >= Self.capacity { contents.cuts = [:] }
            contents.cuts[Key(place: place, name: name.bytes)] = cuts
        }
    }
}
