#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Strings, each once, numbered in the order of entry: told apart by their bytes.
///
/// A `Dictionary` hashes and compares a `String` by what it looks like (its canonical form), which takes many times as
/// long for Chinese as reading its bytes.
public struct StringTable: Sendable {
    public private(set) var strings: [String] = []
    /// Their bytes, one string behind the other, so that a comparison touches no string; with where each ends.
    private var pool: [UInt8] = []
    private var entries: [Entry] = []
    /// Place in ``strings`` and 1; 0 for a free slot. Open addressing, at most half full.
    private var slots: [UInt32]

    private struct Entry: Sendable {
        var hash: UInt32
        var end: UInt32
    }

    public init(reserving count: Int = 16) {
        var size = 32
        while size < count * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
    }

    /// A table of some strings.
    public init(_ strings: [String]) {
        self.init(reserving: strings.count)
        for string in strings { _ = enter(string) }
    }

    public var count: Int { strings.count }

    /// Number of a string, or nil where it was not entered.
    public func number(of string: String) -> Int? {
        // Not `??`: the string would be counted once more. One whose bytes do not lie in one piece comes only from Objective-C.
        let found = string.utf8.withContiguousStorageIfAvailable { find($0, Self.hash($0)).number }
        guard let found else { return numberOfCopy(string) }
        return found < 0 ? nil : found
    }

    // In functions of their own: the string would be counted once more for the copy that is hardly ever made.
    @inline(never)
    private func numberOfCopy(_ string: String) -> Int? {
        let found = Array(string.utf8).withUnsafeBufferPointer { find($0, Self.hash($0)).number }
        return found < 0 ? nil : found
    }

    @inline(never)
    private mutating func enterCopy(_ string: String) -> (number: Int, isNew: Bool) { Array(string.utf8).withUnsafeBufferPointer { enter($0) } }

    /// Number of a string that is entered if it is not there yet.
    public mutating func enter(_ string: String) -> (number: Int, isNew: Bool) {
        let entered = enterBytes(of: string)
        if entered.isNew { strings.append(string) }
        return entered
    }

    private mutating func enterBytes(of string: String) -> (number: Int, isNew: Bool) {
        if let entered = string.utf8.withContiguousStorageIfAvailable({ enter($0) }) { return entered }
        return enterCopy(string)
    }

    private mutating func enter(_ bytes: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = Self.hash(bytes)
        let found = find(bytes, hash)
        if found.number >= 0 { return (found.number, false) }
        pool.append(contentsOf: bytes)
        entries.append(Entry(hash: hash, end: UInt32(pool.count)))
        slots[found.slot] = UInt32(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return (entries.count - 1, true)
    }

    @inline(__always)
    private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> (number: Int, slot: Int) {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if entries[number].hash == hash, isEntry(number, bytes) { return (number, slot) }
            slot = (slot + 1) & mask
        }
        return (-1, slot)
    }

    private mutating func grow() {
        let mask = slots.count * 2 - 1
        slots = [UInt32](repeating: 0, count: mask + 1)
        for (number, entry) in entries.enumerated() {
            var slot = Int(entry.hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number + 1)
        }
    }

    @inline(__always)
    private func isEntry(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = number == 0 ? 0 : Int(entries[number - 1].end)
        guard Int(entries[number].end) - start == bytes.count else { return false }
        return pool.withUnsafeBufferPointer { pool in
            guard let known = pool.baseAddress, let given = bytes.baseAddress else { return true }
            return memcmp(known + start, given, bytes.count) == 0
        }
    }

    /// Eight bytes at a time, multiplied and folded.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(bytes.count) &* factor
        var at = 0
        while at + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* factor
            hash ^= hash >> 32
            at += 8
        }
        var rest: UInt64 = 0
        if raw.count >= 8 {
            // The last eight again, where fewer are left.
            if at < raw.count { rest = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self) }
        } else {
            while at < raw.count {
                rest = rest << 8 | UInt64(raw[at])
                at += 1
            }
        }
        hash = (hash ^ rest) &* factor
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
