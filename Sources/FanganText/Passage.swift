/// A stretch of text as a person reads it: pieces of the canonical text put together without
/// line ends inside a paragraph and without furniture, each scalar with its way back.
///
/// Recognisers work on ``scalars`` (an array of code points, so that `text[i]` is one character of the
/// document) and report ranges of indices; ``span(_:)`` turns them into spans of the canonical text.
public struct Passage: Sendable {
    /// Unicode scalar values.
    public private(set) var scalars: [UInt32] = []
    /// For each scalar the byte offset in the canonical text.
    public private(set) var offsets: [Int32] = []

    public init() {}

    /// The whole of a string, for tests and for names without a document; offsets are those in the string.
    public init(_ string: String) {
        let text = CanonicalText(string)
        append(text, text.wholeSpan)
    }

    @inlinable public var count: Int { scalars.count }
    @inlinable public var isEmpty: Bool { scalars.isEmpty }
    @inlinable public var indices: Range<Int> { 0..<scalars.count }

    /// Appends a piece of the canonical text.
    public mutating func append(_ text: CanonicalText, _ span: Span) {
        text.bytes.withUnsafeBufferPointer { bytes in
            guard span.start >= 0, span.start < min(span.end, bytes.count) else { return }
            append(bytes, span.start..<min(span.end, bytes.count))
        }
    }

    /// Characters that are decoded at once, small enough to lie on the stack.
    private static let stretch = 128

    /// Decodes stretch after stretch and appends each as a whole.
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        if scalars.isEmpty {
            // As many as Chinese has; other texts let the lists grow.
            scalars.reserveCapacity(range.count / 3 + 4)
            offsets.reserveCapacity(range.count / 3 + 4)
        }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.stretch) { values in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.stretch) { places in
                var at = range.lowerBound
                while at < range.upperBound {
                    let count = Self.decode(bytes, &at, range.upperBound, values, places)
                    scalars.append(contentsOf: UnsafeBufferPointer(rebasing: values[..<count]))
                    offsets.append(contentsOf: UnsafeBufferPointer(rebasing: places[..<count]))
                }
            }
        }
    }

    /// Writes as many scalars as there is room for; returns how many.
    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int, _ values: UnsafeMutableBufferPointer<UInt32>, _ places: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var i = at, count = 0
        while i < end, count < values.count {
            // Chinese, two characters at once.
            while i &+ 8 <= bytes.count, i &+ 6 <= end, count &+ 2 <= values.count {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
                guard word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { break }
                values[count] = UInt32(truncatingIfNeeded: word << 12 & 0xF000 | word >> 2 & 0x0FC0 | word >> 16 & 0x3F)
                values[count &+ 1] = UInt32(truncatingIfNeeded: word >> 12 & 0xF000 | word >> 26 & 0x0FC0 | word >> 40 & 0x3F)
                places[count] = Int32(truncatingIfNeeded: i)
                places[count &+ 1] = Int32(truncatingIfNeeded: i &+ 3)
                i &+= 6
                count &+= 2
            }
            guard i < end, count < values.count else { break }
            places[count] = Int32(truncatingIfNeeded: i)
            let (value, width) = decodeScalar(bytes, at: i)
            values[count] = value
            i &+= width
            count &+= 1
        }
        at = i
        return count
    }

    /// Marks the end of a paragraph: a line feed that stands for no character of its own.
    public mutating func appendBreak(at offset: Int) {
        scalars.append(0x0A)
        offsets.append(Int32(truncatingIfNeeded: offset))
    }

    /// The canonical span from the first to the last scalar of a range; holes between them are inside it.
    public func span(_ range: Range<Int>) -> Span {
        guard !range.isEmpty, range.lowerBound < offsets.count else {
            let at = range.lowerBound < offsets.count ? Int(offsets[range.lowerBound]) : end
            return Span(at, at)
        }
        var last = min(range.upperBound, offsets.count) - 1
        while last > range.lowerBound, scalars[last] == 0x0A { last -= 1 }
        return Span(Int(offsets[range.lowerBound]), Int(offsets[last]) + utf8Width(scalars[last]))
    }

    /// Byte offset after the last scalar.
    private var end: Int {
        guard let last = offsets.last, let scalar = scalars.last else { return 0 }
        return Int(last) + utf8Width(scalar)
    }

    /// The characters of a range, holes left out.
    public func string(_ range: Range<Int>) -> String {
        Self.string(scalars[range])
    }

    /// Appends a code point as UTF-8.
    @inlinable
    public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 { bytes.append(UInt8(truncatingIfNeeded: scalar)); return }
        if scalar < 0x800 {
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
        } else if scalar < 0x10000 {
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18 & 0x07))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        }
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }

    /// Code points as a string.
    public static func string(_ scalars: ArraySlice<UInt32>) -> String { scalars.withUnsafeBufferPointer { string($0) } }

    public static func string(_ scalars: [UInt32]) -> String { scalars.withUnsafeBufferPointer { string($0) } }

    private static func string(_ scalars: UnsafeBufferPointer<UInt32>) -> String {
        var length = 0
        for scalar in scalars { length += utf8Width(scalar) }
        return String(unsafeUninitializedCapacity: length) { buffer in
            var at = 0
            for scalar in scalars { at = write(scalar, to: buffer, at: at) }
            return at
        }
    }

    /// Writes one code point as UTF-8; returns where the next one goes.
    @inline(__always)
    private static func write(_ scalar: UInt32, to buffer: UnsafeMutableBufferPointer<UInt8>, at: Int) -> Int {
        let width = utf8Width(scalar)
        if width == 1 { buffer[at] = UInt8(truncatingIfNeeded: scalar); return at + 1 }
        let lead: UInt32 = width == 2 ? 0xC0 : width == 3 ? 0xE0 : 0xF0
        buffer[at] = UInt8(truncatingIfNeeded: lead | scalar >> UInt32(6 * (width - 1)))
        for k in 1..<width { buffer[at + k] = UInt8(truncatingIfNeeded: 0x80 | scalar >> UInt32(6 * (width - 1 - k)) & 0x3F) }
        return at + width
    }

    /// A part of the passage, with the same way back.
    public func part(_ range: Range<Int>) -> Passage {
        var part = Passage()
        part.scalars = Array(scalars[range])
        part.offsets = Array(offsets[range])
        return part
    }

    /// Whether the word stands at an index.
    @inlinable
    @_disfavoredOverload
    public func has(_ word: Word, at index: Int) -> Bool {
        let w = word.scalars
        guard index >= 0, index + w.count <= scalars.count else { return false }
        for k in 0..<w.count where scalars[index + k] != w[k] { return false }
        return true
    }

    /// Whether the word ends in front of an index.
    @inlinable
    @_disfavoredOverload
    public func has(_ word: Word, before index: Int) -> Bool { has(word, at: index - word.count) }

    /// Whether the characters of a literal stand at an index; nothing is allocated.
    @inlinable
    public func has(_ literal: StaticString, at index: Int) -> Bool {
        guard index >= 0 else { return false }
        let bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        var k = 0, i = index
        while k < bytes.count {
            let (value, width) = decodeScalar(bytes, at: k)
            guard i < scalars.count, scalars[i] == value else { return false }
            k += width
            i += 1
        }
        return true
    }

    /// Whether a literal ends in front of an index.
    public func has(_ literal: StaticString, before index: Int) -> Bool {
        has(literal, at: index - literal.withUTF8Buffer { $0.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } })
    }

    /// The first index of a range that holds one of some characters.
    public func first(of characters: ScalarSet, in range: Range<Int>) -> Int? {
        let range = range.clamped(to: indices)
        return scalars.withUnsafeBufferPointer { scalars in
            characters.bits.withUnsafeBufferPointer { bits in
                var i = range.lowerBound
                while i < range.upperBound {
                    let scalar = scalars[i]
                    if scalar < 0x10000, bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0 { return i }
                    i &+= 1
                }
                return nil
            }
        }
    }

    /// Index of the first occurrence of a literal in a range.
    public func first(_ literal: StaticString, in range: Range<Int>) -> Int? {
        let head = literal.withUTF8Buffer { $0.isEmpty ? 0 : decodeScalar($0, at: 0).value }
        let range = range.clamped(to: indices)
        return scalars.withUnsafeBufferPointer { scalars in
            var i = range.lowerBound
            while i < range.upperBound {
                if scalars[i] == head, has(literal, at: i) { return i }
                i &+= 1
            }
            return nil
        }
    }

    /// Index of the first occurrence of a word in a range.
    @_disfavoredOverload
    public func first(_ word: Word, in range: Range<Int>) -> Int? {
        guard let head = word.scalars.first else { return nil }
        return scalars.withUnsafeBufferPointer { scalars in
            var i = range.lowerBound
            let last = min(range.upperBound, scalars.count) - word.count
            while i <= last {
                if scalars[i] == head, has(word, at: i) { return i }
                i += 1
            }
            return nil
        }
    }
}

extension SourceDocument {
    /// A span of the text without the furniture inside it.
    public func passage(_ span: Span) -> Passage {
        var passage = Passage()
        append(span, to: &passage)
        return passage
    }

    /// Appends a span without the furniture inside it.
    public func append(_ span: Span, to passage: inout Passage) {
        var at = span.start
        var low = 0, high = furniture.count
        while low < high {
            let middle = (low + high) / 2
            if furniture[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
        }
        while low < furniture.count, furniture[low].span.start < span.end {
            let hole = furniture[low].span
            if hole.start > at { passage.append(text, Span(at, hole.start)) }
            at = max(at, hole.end)
            low += 1
        }
        if at < span.end { passage.append(text, Span(at, span.end)) }
    }
}

/// A word of the documents' language as code points, so that it can be compared with a ``Passage``.
public struct Word: Sendable, Hashable, ExpressibleByStringLiteral {
    public let scalars: [UInt32]
    public init(stringLiteral value: String) { self.init(value) }
    public init(_ string: some StringProtocol) { scalars = string.unicodeScalars.map(\.value) }
    @inlinable public var count: Int { scalars.count }
}

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

@inline(__always)
func utf8Width(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
}
