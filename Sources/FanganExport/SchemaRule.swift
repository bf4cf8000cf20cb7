/// A schema that cannot be compiled: broken, or beyond the subset that is understood here.
public struct SchemaError: Error, Sendable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

/// What one JSON value must be: a schema compiled to what the validator asks while it walks over the bytes.
///
/// A tree of immutable objects rather than values, so that a walk copies nothing.
final class SchemaRule: Sendable {
    /// Which kinds of JSON value are allowed.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8
        static let object = Kinds(rawValue: 1)
        static let array = Kinds(rawValue: 2)
        static let string = Kinds(rawValue: 4)
        static let integer = Kinds(rawValue: 8)
        static let fraction = Kinds(rawValue: 16)
        static let boolean = Kinds(rawValue: 32)
        static let null = Kinds(rawValue: 64)
        static let number: Kinds = [.integer, .fraction]
        static let any = Kinds(rawValue: 127)
    }

    /// A key of an object and what its value must be.
    struct Property: Sendable {
        /// As it stands between the quotes.
        let key: [UInt8]
        let rule: SchemaRule
    }

    /// Alternatives of which the value of one key says which holds: `oneOf` over objects with a `const` or `enum` there.
    struct Choice: Sendable {
        let key: [UInt8]
        let branches: [(values: [[UInt8]], rule: SchemaRule)]
    }

    let kinds: Kinds
    /// At most 64.
    let properties: [Property]
    /// Bit `i` is set where `properties[i]` must be there.
    let required: UInt64
    let allowsOtherProperties: Bool
    let items: SchemaRule?
    let minimumItems: Int
    let maximumItems: Int
    let minimum: Double
    let minimumLength: Int
    let pattern: SchemaPattern?
    /// The allowed strings, as they stand between the quotes; empty where any is allowed.
    let values: [[UInt8]]
    let choice: Choice?

    init(
        kinds: Kinds, properties: [Property], required: UInt64, allowsOtherProperties: Bool, items: SchemaRule?,
        minimumItems: Int, maximumItems: Int, minimum: Double, minimumLength: Int, pattern: SchemaPattern?,
        values: [[UInt8]], choice: Choice?
    ) {
        self.kinds = kinds
        self.properties = properties
        self.required = required
        self.allowsOtherProperties = allowsOtherProperties
        self.items = items
        self.minimumItems = minimumItems
        self.maximumItems = maximumItems
        self.minimum = minimum
        self.minimumLength = minimumLength
        self.pattern = pattern
        self.values = values
        self.choice = choice
    }
}
