#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import Synchronization

/// What names mean in the places that were met so far: the plans of one county name the same bureaus.
/// What a document says besides (its date, its fuller names) is looked at anew for each.
final class NameMemory: Sendable {
    /// How many places are remembered; when there are more, it begins anew.
    static let capacity = 64

    /// Of each thread its own: where two count references to the same strings, each waits for the other.
    private struct Key: Hashable {
        let place: Jurisdiction
        let thread = pthread_self().hashValue
    }
    private let places = Mutex<[Key: PlaceMemory]>([:])

    func place(of jurisdiction: Jurisdiction) -> PlaceMemory {
        let key = Key(place: jurisdiction.place)
        return places.withLock { places in
            if let known = places[key] { return known }
            if places.count == Self.capacity { places = [:] }
            let memory = PlaceMemory()
            places[key] = memory
            return memory
        }
    }
}

/// The names of one place, by their bytes.
final class PlaceMemory: Sendable {
    /// How many names are remembered; when there are more, it begins anew.
    static let capacity = 512
    private let names = Mutex<[[UInt8]: NameReader.Found]>([:])

    func reading(of name: Name) -> NameReader.Found? { names.withLock { $0[name.bytes] } }

    func note(_ found: NameReader.Found, of name: Name) {
        // An office without a name of its own is named after what the one plan is about.
        if found.way == .office { return }
        names.withLock { names in
            if names.count == Self.capacity { names = [:] }
            names[name.bytes] = found
        }
    }
}

extension Jurisdiction {
    /// Without what is the one document's own.
    fileprivate var place: Jurisdiction {
        var place = self
        place.knownNames = []
        place.offices = []
        place.subject = nil
        place.topic = nil
        place.isoDate = nil
        return place
    }
}
