/// A name without its place, read: how sure it is and what it stands for.
struct Core: Sendable {
    enum Rank: Int, Sendable, Comparable {
        /// Only the last word is known.
        case formOnly
        /// Some words in it name a field.
        case partial
        /// Every word of it is known.
        case composed
        /// It stands in the table of organs.
        case listed

        static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
    }

    var name: String
    /// Indices into the table of fields.
    var fields: [Int]
    var body: String?
    var also: [String] = []
    var rank: Rank
}
