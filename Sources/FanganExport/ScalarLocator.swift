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
            let raw = UnsafeRawBufferPointer(buffer)
            var offset = 0
            while offset < buffer.count {
                // Eight bytes at a time, as long as no checkpoint falls on one of them.
                if offset + 8 <= buffer.count {
                    let found = Self.leads(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                    if scalars + found <= checkpoints.count * Self.stride {
                        scalars += found
                        offset += 8
                        continue
                    }
                }
                if buffer[offset] & 0xC0 != 0x80 {
                    if scalars == checkpoints.count * Self.stride { checkpoints.append(offset) }
                    scalars += 1
                }
                offset += 1
            }
        }
        self.checkpoints = checkpoints
        count = scalars
    }

    /// How many of eight bytes begin a character: all but those whose highest bit is set and the next one clear.
    @inline(__always)
    private static func leads(_ word: UInt64) -> Int { 8 - (word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount }

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
