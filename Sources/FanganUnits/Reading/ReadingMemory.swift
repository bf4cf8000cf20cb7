import Synchronization

/// How names were read, for all documents that speak from one place: the plans of a county name the same organs again and again.
///
/// Only what depends on nothing but name and place is remembered, so that it makes no difference to any reading whether it
/// was remembered, nor who read it first. Of a batch of plans each from another place nothing is gained.
final class ReadingMemory: Sendable {
    /// How many readings are remembered; when there are more, it begins anew.
    static let capacity = 1 << 14

    /// What of a jurisdiction the reading of a name may depend on; not the plan's date and subject, which come after it.
    struct Place: Hashable {
        private let region: String?, township: String?, zone: String?, placeholder: String?, formerName: String?
        private let bureau: Jurisdiction.Bureau?
        private let level: AdministrativeLevel?

        /// Nil for a document that says more of names than its place does: fuller names of organs and offices.
        init?(_ jurisdiction: Jurisdiction) {
            guard jurisdiction.knownNames.isEmpty, jurisdiction.offices.isEmpty else { return nil }
            region = jurisdiction.region?.code
            township = jurisdiction.township
            zone = jurisdiction.zone
            placeholder = jurisdiction.placeholder
            formerName = jurisdiction.formerName
            bureau = jurisdiction.bureau
            level = jurisdiction.level
        }
    }

    typealias Reading = (way: ReadingWay, reading: UnitReading)

    private struct Key: Hashable {
        let place: Int
        let name: [UInt8]
    }

    private struct Contents {
        /// Each with its number.
        var places: [Place: Int] = [:]
        var readings: [Key: Reading] = [:]
        /// The last number that was given to a place.
        var next = 0
    }

    private let contents = Mutex(Contents())

    /// Number of a place, for the readings of one document.
    func number(of place: Place) -> Int {
        contents.withLock { contents in
            if let known = contents.places[place] { return known }
            // Numbers are not used again: a document that still holds one finds nothing, or its own.
            contents.next += 1
            if contents.places.count >= Self.capacity { contents.places = [:] }
            contents.places[place] = contents.next
            return contents.next
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
}
