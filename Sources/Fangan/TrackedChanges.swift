import FanganReaders

/// What is to be read of a Word file whose changes were tracked and not yet accepted.
public typealias TrackedChanges = FanganReaders.TrackedChanges
