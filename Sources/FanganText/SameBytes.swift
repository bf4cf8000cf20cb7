#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension String {
    /// Whether two strings have the same bytes. `==` compares what strings look like (their canonical form), which takes
    /// long for Chinese that differs.
    @inlinable
    public func hasSameBytes(as other: String) -> Bool { utf8.count == other.utf8.count && hasSameContent(as: other) }

    @usableFromInline
    func hasSameContent(as other: String) -> Bool {
        let same = utf8.withContiguousStorageIfAvailable { a in
            other.utf8.withContiguousStorageIfAvailable { b in Self.isSame(a, b) }
        }
        // A string whose bytes do not lie in one piece comes only from Objective-C.
        return (same ?? nil) ?? utf8.elementsEqual(other.utf8)
    }

    /// Whether the string's bytes begin with those of another, which `hasPrefix` compares character by character.
    public func beginsWithBytes(of other: String) -> Bool { utf8.count >= other.utf8.count && has(other, at: 0) }

    /// Whether the string's bytes end with those of another.
    public func endsWithBytes(of other: String) -> Bool { utf8.count >= other.utf8.count && has(other, at: utf8.count - other.utf8.count) }

    /// Whether the bytes of another stand behind as many of this one; there must be room for them.
    private func has(_ other: String, at start: Int) -> Bool {
        let same = utf8.withContiguousStorageIfAvailable { a in
            other.utf8.withContiguousStorageIfAvailable { b in Self.isSame(UnsafeBufferPointer(rebasing: a[start..<start + b.count]), b) }
        }
        return (same ?? nil) ?? utf8.dropFirst(start).starts(with: other.utf8)
    }

    /// Whether the bytes of a word stand anywhere in the string's, which `contains` asks of its characters.
    public func holdsBytes(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            guard let base = bytes.baseAddress, bytes.count >= length else { return length == 0 }
            return (0...bytes.count - length).contains { memcmp(base + $0, word.utf8Start, length) == 0 }
        }
        return utf8.withContiguousStorageIfAvailable(holds) ?? Array(utf8).withUnsafeBufferPointer(holds)
    }

    /// Whether the string's bytes are these.
    public func hasBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8.count == bytes.count else { return false }
        return utf8.withContiguousStorageIfAvailable { Self.isSame($0, bytes) } ?? utf8.elementsEqual(bytes)
    }

    private static func isSame(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = a.baseAddress, let second = b.baseAddress else { return a.count == b.count }
        return a.count == b.count && memcmp(first, second, a.count) == 0
    }
}
