/// How much a reader is willing to take in, and what of it.
public struct ReadLimits: Sendable, Hashable {
    /// Largest file in bytes; larger ones fail with ``ReadFailure/tooLarge(bytes:limit:)`` unread.
    public var maxBytes: Int
    /// Most bytes that the parts of one container (.docx, .ofd) may have unpacked.
    public var maxUnpackedBytes: Int
    /// What counts where a document's changes were tracked.
    public var changes: TrackedChanges

    /// Seconds that another program may take to convert a file (.doc, .wps, .rtf …).
    public var seconds: Int

    public init(maxBytes: Int = 64 << 20, maxUnpackedBytes: Int = 256 << 20, changes: TrackedChanges = .accept, seconds: Int = 120) {
        self.maxBytes = maxBytes
        self.maxUnpackedBytes = maxUnpackedBytes
        self.changes = changes
        self.seconds = seconds
    }
}
