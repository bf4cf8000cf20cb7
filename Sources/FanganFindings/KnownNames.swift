/// What is known of names beyond a document's own words: asked where a sentence alone does not tell. Who has tables of names hands it in.
public struct KnownNames: Sendable {
    /// Whether a division or a township bears a name: 三台县, 潼川镇; not 试点县.
    public var isPlace: @Sendable (String) -> Bool
    /// Whether words name fields of government: 住建, 水利、林业; not 监管, 归口.
    public var isField: @Sendable (String) -> Bool
    /// Whether a body is called so, without the place in front of it: 营商办, 总工会.
    public var isOrgan: @Sendable (String) -> Bool

    public init(isPlace: @escaping @Sendable (String) -> Bool, isField: @escaping @Sendable (String) -> Bool, isOrgan: @escaping @Sendable (String) -> Bool) {
        self.isPlace = isPlace
        self.isField = isField
        self.isOrgan = isOrgan
    }

    /// No names are known.
    public static let none = KnownNames(isPlace: { _ in false }, isField: { _ in false }, isOrgan: { _ in false })
}
