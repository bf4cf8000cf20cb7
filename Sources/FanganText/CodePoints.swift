/// A code point of well-formed UTF-8 and its bytes.
@inlinable
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (value: UInt32, width: Int) {
    let a = UInt32(bytes[i])
    if a < 0x80 { return (a, 1) }
    if a < 0xE0, i + 1 < bytes.count { return ((a & 0x1F) << 6 | UInt32(bytes[i + 1]) & 0x3F, 2) }
    if a < 0xF0, i + 2 < bytes.count {
        return ((a & 0x0F) << 12 | (UInt32(bytes[i + 1]) & 0x3F) << 6 | UInt32(bytes[i + 2]) & 0x3F, 3)
    }
    if i + 3 < bytes.count {
        let high = (a & 0x07) << 18 | (UInt32(bytes[i + 1]) & 0x3F) << 12
        return (high | (UInt32(bytes[i + 2]) & 0x3F) << 6 | UInt32(bytes[i + 3]) & 0x3F, 4)
    }
    return (0xFFFD, 1)
}

/// Bytes of a code point in UTF-8.
@inline(__always)
func utf8Width(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
}

extension UInt32 {
    /// Whether the code point is a Chinese character: one of the block CJK Unified Ideographs (U+4E00…U+9FFF), in which nearly all of a plan's are.
    @inlinable
    @inline(__always)
    public var isIdeograph: Bool { self &- 0x4E00 < 0x5200 }
}
