import FanganText

/// Finds the bytes of a canonical text at spans that count Unicode scalars; the way back from ``ScalarIndex``.
public struct ScalarLocator: Sendable {
    private static let stride = 64
    private let bytes: [UInt8]
    /// Scalars before byte `stride * i`.
    private let checkpoints: [Int]
    /// The last checkpoint that is not behind scalar `step * i`; that of any scalar is this one or one of the next few.
    private let starts: [Int32]
    private static let step = 32
    /// Length of the text in scalars.
    public let count: Int

    public init(_ text: CanonicalText) {
        bytes = text.bytes
        var checkpoints: [Int] = []
        checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
        var starts: [Int32] = []
        starts.reserveCapacity(bytes.count / Self.stride + 1)
        var scalars = 0
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while true {
                while starts.count * Self.step < scalars { starts.append(Int32(truncatingIfNeeded: checkpoints.count - 1)) }
                checkpoints.append(scalars)
                guard offset + Self.stride <= buffer.count else { break }
                // Of eight words each byte counts up to eight.
                var inside: UInt64 = 0
                for word in 0..<8 { inside &+= Self.continuations(buffer.loadUnaligned(fromByteOffset: offset &+ word &* 8, as: UInt64.self)) }
                scalars += Self.stride - Self.sum(inside)
                offset += Self.stride
            }
            while offset < buffer.count {
                if buffer[offset] & 0xC0 != 0x80 { scalars += 1 }
                offset += 1
            }
            while starts.count * Self.step < scalars { starts.append(Int32(truncatingIfNeeded: checkpoints.count - 1)) }
        }
        self.starts = starts
        self.checkpoints = checkpoints
        count = scalars
    }

    /// How many of eight bytes begin a character: all but those whose highest bit is set and the next one clear.
    @inline(__always)
    private static func leads(_ word: UInt64) -> Int { 8 - sum(continuations(word)) }

    @inline(__always)
    private static func continuations(_ word: UInt64) -> UInt64 { word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101 }

    /// Of eight bytes that are small.
    @inline(__always)
    private static func sum(_ bytes: UInt64) -> Int { Int(truncatingIfNeeded: (bytes &* 0x0101_0101_0101_0101) >> 56) }

    /// Byte offset of a scalar; offsets past the end count as the end.
    public func byteOffset(ofScalar scalar: Int) -> Int {
        guard scalar > 0 else { return 0 }
        guard scalar < count else { return bytes.count }
        // The last checkpoint that is not behind it.
        var low = Int(starts[scalar / Self.step])
        while low + 1 < checkpoints.count, checkpoints[low + 1] <= scalar { low += 1 }
        var offset = low * Self.stride, rest = scalar - checkpoints[low]
        return bytes.withUnsafeBytes { buffer in
            while offset + 8 <= buffer.count {
                let found = Self.leads(buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                guard found <= rest else { break }
                rest -= found
                offset += 8
            }
            // Here begins the character that `rest` others stand in front of.
            while offset < buffer.count {
                if buffer[offset] & 0xC0 != 0x80 {
                    if rest == 0 { break }
                    rest -= 1
                }
                offset += 1
            }
            return offset
        }
    }

    /// Whether the text from one scalar offset to another is a string.
    func holds(_ string: String, from start: Int, to end: Int) -> Bool {
        let first = byteOffset(ofScalar: start)
        return string.utf8.withContiguousStorageIfAvailable { wanted in
            guard wanted.count <= bytes.count - first, Self.leads(UnsafeRawBufferPointer(wanted)) == end - start else { return false }
            return bytes.withUnsafeBufferPointer { string.hasBytes(UnsafeBufferPointer(rebasing: $0[first..<first + wanted.count])) }
        } ?? string.utf8.elementsEqual(utf8(from: start, to: end))
    }

    private static func leads(_ text: UnsafeRawBufferPointer) -> Int {
        var leads = 0, at = 0
        while at + 8 <= text.count {
            leads += Self.leads(text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        while at < text.count {
            if text[at] & 0xC0 != 0x80 { leads += 1 }
            at += 1
        }
        return leads
    }

    /// The UTF-8 bytes from one scalar offset to another.
    public func utf8(from start: Int, to end: Int) -> ArraySlice<UInt8> {
        let first = byteOffset(ofScalar: start)
        return bytes[first..<max(first, byteOffset(ofScalar: end))]
    }
}
