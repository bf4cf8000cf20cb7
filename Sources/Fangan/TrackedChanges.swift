import FanganReaders

/// What is to be read of a Word file whose changes were tracked and not yet accepted.
public typealias TrackedChanges = FanganReaders.TrackedChanges

/// When a text in traditional characters is read as the simplified one.
public typealias HansMapping = FanganReaders.HansMapping
