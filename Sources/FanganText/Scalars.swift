/// The characters of a ``Passage``, read like an array of code points.
///
/// It shows a part of memory that passages of one document share, and keeps that memory alive.
public struct Scalars: RandomAccessCollection, @unchecked Sendable {
    /// What it shows of a store never changes; nil for no characters.
    @usableFromInline var store: ScalarStore?
    @usableFromInline var shown: UnsafeBufferPointer<UInt32>

    /// No characters.
    init() {
        store = nil
        shown = UnsafeBufferPointer(start: nil, count: 0)
    }

    /// - Parameter range: of the store's characters, all of them written.
    init(_ store: ScalarStore, _ range: Range<Int>) {
        self.store = store
        shown = UnsafeBufferPointer(start: store.scalars + range.lowerBound, count: range.count)
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { shown.count }
    @inlinable public var count: Int { shown.count }

    @inlinable
    public subscript(i: Int) -> UInt32 {
        precondition(UInt(bitPattern: i) < UInt(bitPattern: shown.count), "Index outside the passage")
        return withExtendedLifetime(store) { shown[i] }
    }

    @inlinable
    public func withUnsafeBufferPointer<R>(_ body: (UnsafeBufferPointer<UInt32>) throws -> R) rethrows -> R {
        try withExtendedLifetime(store) { try body(shown) }
    }

    @inlinable
    public func withContiguousStorageIfAvailable<R>(_ body: (UnsafeBufferPointer<UInt32>) throws -> R) rethrows -> R? {
        try withExtendedLifetime(store) { try body(shown) }
    }

    /// Where the characters begin in their store.
    var start: Int { store.map { shown.baseAddress! - UnsafePointer($0.scalars) } ?? 0 }
}

/// Room for characters and their places in a text, filled from the front.
///
/// What is written never changes. More is written only by the one passage that holds a store alone, so that nobody sees it grow.
@usableFromInline
final class ScalarStore: @unchecked Sendable {
    let scalars: UnsafeMutablePointer<UInt32>
    /// For each character a place: the byte of a canonical text. They lie behind the characters.
    let offsets: UnsafeMutablePointer<Int32>
    let capacity: Int
    /// How many are written.
    var count = 0

    init(capacity: Int) {
        let size = capacity * MemoryLayout<UInt32>.stride
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 2 * size, alignment: MemoryLayout<UInt32>.alignment)
        self.capacity = capacity
        scalars = memory.bindMemory(to: UInt32.self, capacity: capacity)
        offsets = (memory + size).bindMemory(to: Int32.self, capacity: capacity)
    }

    deinit { UnsafeMutableRawPointer(scalars).deallocate() }

    /// Appends characters of a store that has room for them.
    func append(_ other: ScalarStore, _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= other.count && range.count <= capacity - count)
        (scalars + count).initialize(from: other.scalars + range.lowerBound, count: range.count)
        (offsets + count).initialize(from: other.offsets + range.lowerBound, count: range.count)
        count += range.count
    }
}
