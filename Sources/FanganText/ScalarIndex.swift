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
        checkpoints = [Int32](unsafeUninitializedCapacity: (bytes.count + Self.stride - 1) / Self.stride) { checkpoints, count in
            bytes.withUnsafeBytes { buffer in
                var offset = 0
                while offset < buffer.count {
                    checkpoints[count] = Int32(truncatingIfNeeded: scalars)
                    count += 1
                    let end = min(offset + Self.stride, buffer.count)
                    scalars += Self.scalars(buffer, offset..<end)
                    offset = end
                }
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

    /// Bytes of a range that begin a scalar, counted eight at a time.
    @inline(__always)
    static func scalars(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var scalars = range.count, at = range.lowerBound
        while at + 8 <= range.upperBound {
            let word = buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            // A continuation byte has its highest bit set and the next one clear.
            scalars -= Int((((word >> 7 & ~word >> 6) & ones) &* ones) >> 56)
            at += 8
        }
        let rest = range.upperBound - at
        if rest > 0, at + 8 <= buffer.count {
            // The bytes behind the range are shifted out.
            let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)) << UInt64(64 - 8 * rest)
            return scalars - Int((((word >> 7 & ~word >> 6) & ones) &* ones) >> 56)
        }
        while at < range.upperBound {
            if buffer[at] & 0xC0 == 0x80 { scalars -= 1 }
            at += 1
        }
        return scalars
    }
}
