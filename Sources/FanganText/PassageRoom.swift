/// Room for the characters of one passage after another: it is taken again once nobody holds the passage in it any longer, so that
/// not each of them is allocated. Two may be held at a time.
public struct PassageRoom {
    private var last: ScalarStore?
    private var other: ScalarStore?

    public init() {}

    /// An empty store that no passage shows.
    mutating func store(capacity: Int) -> ScalarStore {
        // Asked before the store is bound: a name for it would be a second reference.
        if isKnownUniquelyReferenced(&last), let last, last.capacity >= capacity {
            last.count = 0
            return last
        }
        swap(&last, &other)
        if isKnownUniquelyReferenced(&last), let last, last.capacity >= capacity {
            last.count = 0
            return last
        }
        // A second passage is told by then: room for the next ones too, which are of about the same length.
        let isFirst = last == nil && other == nil
        let store = ScalarStore(capacity: isFirst ? capacity : max(capacity + capacity / 2, 128))
        last = store
        return store
    }
}
