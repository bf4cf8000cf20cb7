/// A word of the documents' language as code points, so that it can be compared with a ``Passage``.
public struct Word: Sendable, Hashable, ExpressibleByStringLiteral {
    public let scalars: [UInt32]
    public init(stringLiteral value: String) { self.init(value) }
    public init(_ string: some StringProtocol) { scalars = string.unicodeScalars.map(\.value) }
    @inlinable public var count: Int { scalars.count }
}
