/// Room for the characters of one passage after another: it is taken again once nobody holds the last passage any longer, so that
/// not each of them is allocated.
public struct PassageRoom {
    private var last: ScalarStore?

    public init() {}

    /// An empty store that no passage shows.
    mutating func store(capacity: Int) -> ScalarStore {
        // Asked before the store is bound: a name for it would be a second reference.
        if isKnownUniquelyReferenced(&last), let last, last.capacity >= capacity {
            last.count = 0
            return last
        }
        let store = ScalarStore(capacity: capacity)
        last = store
        return store
    }
}
