/// Translates byte offsets of a canonical text into Unicode scalar offsets,
/// as the W3C Web Annotation model's TextPositionSelector counts them.
public struct ScalarIndex: Sendable {
    private static let stride = 16
    private let bytes: [UInt8]
    /// Scalars before byte `stride * i`.
    private let checkpoints: [Int32]
    /// Number of scalars of the whole text.
    public let count: Int

    public init(_ text: CanonicalText) {
        let bytes = text.bytes
        self.bytes = bytes
        var scalars = 0
        checkpoints = [Int32](unsafeUninitializedCapacity: bytes.count / Self.stride + 1) { checkpoints, count in
            bytes.withUnsafeBytes { buffer in
                var offset = 0
                while offset + Self.stride <= buffer.count {
                    checkpoints[count] = Int32(truncatingIfNeeded: scalars)
                    let first = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self), second = buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
                    scalars += Self.stride - Self.sum(Self.continuations(first) &+ Self.continuations(second))
                    count += 1
                    offset += Self.stride
                }
                checkpoints[count] = Int32(truncatingIfNeeded: scalars)
                count += 1
                scalars += Self.scalars(buffer, offset..<buffer.count)
            }
        }
        count = scalars
    }

    /// Scalars in front of a byte offset; offsets past the end count as the end.
    public func scalarOffset(ofByte offset: Int) -> Int {
        guard offset < bytes.count else { return count }
        let slot = offset / Self.stride
        return Int(checkpoints[slot]) + bytes.withUnsafeBytes { Self.scalars($0, (slot * Self.stride)..<offset) }
    }

    /// For each of eight bytes 1 where it continues a scalar: its highest bit is set and the next one clear.
    @inline(__always)
    private static func continuations(_ word: UInt64) -> UInt64 { word >> 7 & ~word >> 6 & 0x0101_0101_0101_0101 }

    /// Of eight bytes that are small.
    @inline(__always)
    private static func sum(_ bytes: UInt64) -> Int { Int(truncatingIfNeeded: (bytes &* 0x0101_0101_0101_0101) >> 56) }

    /// Bytes of a range that begin a scalar, counted eight at a time.
    @inline(__always)
    private static func scalars(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
        var scalars = range.count, at = range.lowerBound
        while at + 8 <= range.upperBound {
            scalars -= sum(continuations(buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            at += 8
        }
        let rest = range.upperBound - at
        if rest > 0, at + 8 <= buffer.count {
            // The bytes behind the range are shifted out.
            return scalars - sum(continuations(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)) << UInt64(64 - 8 * rest)))
        }
        while at < range.upperBound {
            if buffer[at] & 0xC0 == 0x80 { scalars -= 1 }
            at += 1
        }
        return scalars
    }
}
