/// Translates byte offsets of a canonical text into Unicode scalar offsets,
/// as the W3C Web Annotation model's TextPositionSelector counts them.
public struct ScalarIndex: Sendable {
    private static let stride = 64
    private let bytes: [UInt8]
    /// Scalars before byte `stride * i`.
    private let checkpoints: [Int]
    /// Number of scalars of the whole text.
    public let count: Int

    public init(_ text: CanonicalText) {
        bytes = text.bytes
        var checkpoints: [Int] = []
        checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
        var scalars = 0
        bytes.withUnsafeBufferPointer { buffer in
            for offset in buffer.indices {
                if offset % Self.stride == 0 { checkpoints.append(scalars) }
                if buffer[offset] & 0xC0 != 0x80 { scalars += 1 }
            }
        }
        self.checkpoints = checkpoints
        count = scalars
    }

    /// Scalars in front of a byte offset; offsets past the end count as the end.
    public func scalarOffset(ofByte offset: Int) -> Int {
        guard offset < bytes.count else { return count }
        let slot = offset / Self.stride
        var scalars = checkpoints[slot]
        for i in (slot * Self.stride)..<offset where bytes[i] & 0xC0 != 0x80 { scalars += 1 }
        return scalars
    }
}
