import FanganText

/// Finds the bytes of a canonical text at spans that count Unicode scalars; the way back from ``ScalarIndex``.
public struct ScalarLocator: Sendable {
    private static let stride = 32
    private let bytes: [UInt8]
    /// Byte offset of every `stride`-th scalar.
    private let checkpoints: [Int]
    /// Length of the text in scalars.
    public let count: Int

    public init(_ text: CanonicalText) {
        bytes = text.bytes
        var checkpoints: [Int] = []
        checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
        var scalars = 0
        bytes.withUnsafeBufferPointer { buffer in
            var offset = 0
            while offset < buffer.count {
                if scalars % Self.stride == 0 { checkpoints.append(offset) }
                scalars += 1
                // The text is valid UTF-8: its leading bytes say how long their characters are.
                let lead = buffer[offset]
                offset += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            }
        }
        self.checkpoints = checkpoints
        count = scalars
    }

    /// Byte offset of a scalar; offsets past the end count as the end.
    public func byteOffset(ofScalar scalar: Int) -> Int {
        guard scalar > 0 else { return 0 }
        guard scalar < count else { return bytes.count }
        var offset = checkpoints[scalar / Self.stride]
        var rest = scalar % Self.stride
        while rest > 0 {
            offset += 1
            while bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            rest -= 1
        }
        return offset
    }

    /// The UTF-8 bytes from one scalar offset to another.
    public func utf8(from start: Int, to end: Int) -> ArraySlice<UInt8> {
        let first = byteOffset(ofScalar: start)
        return bytes[first..<max(first, byteOffset(ofScalar: end))]
    }
}
