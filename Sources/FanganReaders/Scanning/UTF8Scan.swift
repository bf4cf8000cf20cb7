/// Steps through valid UTF-8 scalar by scalar.
enum UTF8Scan {
    /// The scalar that begins at an offset, with its width in bytes.
    @inline(__always)
    static func scalar(_ b: UnsafeBufferPointer<UInt8>, at i: Int) -> (value: UInt32, width: Int) {
        let a = UInt32(b[i])
        if a < 0x80 { return (a, 1) }
        if a < 0xE0, i + 1 < b.count { return ((a & 0x1F) << 6 | UInt32(b[i + 1]) & 0x3F, 2) }
        if a < 0xF0, i + 2 < b.count {
            return ((a & 0x0F) << 12 | (UInt32(b[i + 1]) & 0x3F) << 6 | UInt32(b[i + 2]) & 0x3F, 3)
        }
        if i + 3 < b.count {
            let high = (a & 0x07) << 18 | (UInt32(b[i + 1]) & 0x3F) << 12
            return (high | (UInt32(b[i + 2]) & 0x3F) << 6 | UInt32(b[i + 3]) & 0x3F, 4)
        }
        return (0xFFFD, 1)
    }

    /// The scalar that ends in front of an offset, with its width; 0 at the beginning.
    @inline(__always)
    static func scalar(_ b: UnsafeBufferPointer<UInt8>, before i: Int, floor: Int = 0) -> (value: UInt32, width: Int) {
        guard i > floor else { return (0, 0) }
        var start = i - 1
        while start > floor, i - start < 4, b[start] & 0xC0 == 0x80 { start -= 1 }
        return (scalar(b, at: start).value, i - start)
    }
}
