import Synchronization

/// Tells a running batch to stop after the documents that are being worked on.
public final class Interrupt: Sendable {
    private let flag = Atomic<Bool>(false)

    public init() {}

    public var isRaised: Bool { flag.load(ordering: .acquiring) }

    /// - Returns: false where it was raised before.
    @discardableResult
    public func raise() -> Bool { !flag.exchange(true, ordering: .acquiringAndReleasing) }
}
