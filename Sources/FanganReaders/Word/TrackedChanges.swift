/// What is to be read of a document whose changes were tracked and not yet accepted.
public enum TrackedChanges: String, Sendable, Hashable, CaseIterable {
    /// The text as it will be: insertions count, deletions do not.
    case accept
    /// The text as it was.
    case reject
    /// As with ``accept``, and each change is reported with its author and date.
    case report
}
