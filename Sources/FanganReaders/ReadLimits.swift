/// How much a reader is willing to take in.
public struct ReadLimits: Sendable, Hashable {
    /// Largest file in bytes; larger ones fail with ``ReadFailure/tooLarge(bytes:limit:)`` unread.
    public var maxBytes: Int

    public init(maxBytes: Int = 64 << 20) { self.maxBytes = maxBytes }
}
