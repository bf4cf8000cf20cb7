import FanganFindings
import FanganOutline
import FanganText

/// The text of an item as the result shows it: behind label and heading, without brackets that assign work,
/// paragraphs joined.
enum ItemText {
    static func text(_ passage: Passage, from start: Int, cuts: [Range<Int>]) -> String {
        guard start < passage.count else { return "" }
        return passage.scalars.withUnsafeBufferPointer { scalars in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (scalars.count - start) * 4 + 4) { bytes in
                let (count, isWellFormed) = write(scalars, from: start, cuts, to: bytes)
                let text = UnsafeBufferPointer(rebasing: bytes[..<count])
                return isWellFormed ? String(wellFormed: text) : String(decoding: text, as: UTF8.self)
            }
        }
    }

    /// Writes the text as UTF-8; at most four bytes for each scalar, and room for three more. It is well-formed if all scalars are some.
    private static func write(
        _ scalars: UnsafeBufferPointer<UInt32>, from start: Int, _ cuts: [Range<Int>], to bytes: UnsafeMutableBufferPointer<UInt8>
    ) -> (count: Int, isWellFormed: Bool) {
        guard let base = scalars.baseAddress else { return (0, true) }
        let raw = UnsafeMutableRawBufferPointer(bytes)
        var at = 0, cut = 0, pendingSpace = false, isWellFormed = true
        var i = start
        while i < scalars.count {
            // Up to the next cut there is nothing to ask but the scalars themselves.
            while cut < cuts.count, cuts[cut].upperBound <= i { cut += 1 }
            if cut < cuts.count, cuts[cut].contains(i) { i = cuts[cut].upperBound; continue }
            let stop = cut < cuts.count ? min(cuts[cut].lowerBound, scalars.count) : scalars.count
            while i < stop {
                // Nearly all are Chinese: three bytes, stored as four, and four characters at once.
                if !pendingSpace {
                    while i &+ 4 <= stop {
                        let four = UnsafeRawPointer(base + i).loadUnaligned(as: SIMD4<UInt32>.self)
                        guard all(four &- 0x800 .< 0xF800), !any(four &- 0xD800 .< 0x800) else { break }
                        let words = four &>> 12 | (four &>> 6 & 0x3F) &<< 8 | (four & 0x3F) &<< 16 | 0x80_80E0
                        for k in 0..<4 { raw.storeBytes(of: words[k].littleEndian, toByteOffset: at &+ 3 &* k, as: UInt32.self) }
                        at &+= 12
                        i &+= 4
                    }
                    while i < stop, scalars[i] >= 0x800, scalars[i] < 0x10000 {
                        let scalar = scalars[i]
                        if scalar &- 0xD800 < 0x800 { isWellFormed = false }
                        let word = 0x80_80E0 | scalar >> 12 | (scalar >> 6 & 0x3F) << 8 | (scalar & 0x3F) << 16
                        raw.storeBytes(of: word.littleEndian, toByteOffset: at, as: UInt32.self)
                        at &+= 3
                        i &+= 1
                    }
                    if i == stop { break }
                }
                let scalar = scalars[i]
                i += 1
                if scalar <= 0x20 {
                    if scalar == 0x20 || scalar == 0x09 { pendingSpace = at > 0; continue }
                    if scalar == 0x0A { continue }
                }
                if pendingSpace { bytes[at] = 0x20; at += 1 }
                pendingSpace = false
                if scalar > 0x10_FFFF || scalar &- 0xD800 < 0x800 { isWellFormed = false }
                at += write(scalar, to: bytes, at)
            }
        }
        return (at, isWellFormed)
    }

    @inline(__always)
    private static func write(_ scalar: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>, _ at: Int) -> Int {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
        if scalar < 0x80 { bytes[at] = UInt8(truncatingIfNeeded: scalar); return 1 }
        if scalar < 0x800 {
            bytes[at] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            bytes[at + 1] = tail(0)
            return 2
        }
        if scalar < 0x10000 {
            bytes[at] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            bytes[at + 1] = tail(6)
            bytes[at + 2] = tail(0)
            return 3
        }
        bytes[at] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18 & 0x07)
        bytes[at + 1] = tail(12)
        bytes[at + 2] = tail(6)
        bytes[at + 3] = tail(0)
        return 4
    }

    /// The heading without blanks at its ends.
    static func heading(_ passage: Passage, _ heading: Range<Int>?) -> String? {
        guard let range = heading, !range.isEmpty else { return nil }
        var a = range.lowerBound, b = range.upperBound
        while a < b, passage.scalars[a] <= 0x20 { a += 1 }
        while b > a, passage.scalars[b - 1] <= 0x20 { b -= 1 }
        guard a < b else { return nil }
        return passage.scalars[a..<b].contains(0x0A) ? passage.string(a..<b).replacingLineFeeds() : passage.string(a..<b)
    }
}

extension CanonicalText {
    /// The characters at a span: where they are those of a string that is there already, that one.
    func quote(_ span: Span, like known: String) -> String {
        holds(known, at: span) ? known : self[span]
    }
}

extension String {
    func replacingLineFeeds() -> String {
        utf8.contains(0x0A) ? String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\n" })) : self
    }
}
