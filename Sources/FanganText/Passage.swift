/// A stretch of text as a person reads it: pieces of the canonical text put together without
/// line ends inside a paragraph and without furniture, each scalar with its way back.
///
/// Recognisers work on ``scalars`` (code points, so that `text[i]` is one character of the
/// document) and report ranges of indices; ``span(_:)`` turns them into spans of the canonical text.
///
/// A passage whose characters follow each other in its document is a view of the document's characters; only one
/// that is put together of pieces has characters of its own.
public struct Passage: Sendable {
    /// Unicode scalar values.
    public private(set) var scalars = Scalars()

    public init() {}

    /// The whole of a string, for tests and for names without a document; offsets are those in the string.
    public init(_ string: String) { self.init(CanonicalText(string)) }

    /// The whole of a text.
    public init(_ text: CanonicalText) { append(text, text.wholeSpan) }

    /// Characters that somebody else writes, each with a place that need not be a byte of a text.
    /// - Parameters:
    ///   - fill: writes at most `capacity` of each, returns how many.
    ///   - room: where they are written.
    public init(capacity: Int, in room: inout PassageRoom, _ fill: (UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<Int32>) -> Int) {
        guard capacity > 0 else { return }
        let store = room.store(capacity: capacity)
        store.count = min(fill(UnsafeMutableBufferPointer(start: store.scalars, count: capacity), UnsafeMutableBufferPointer(start: store.offsets, count: capacity)), capacity)
        scalars = Scalars(store, 0..<store.count)
    }

    @inlinable public var count: Int { scalars.count }
    @inlinable public var isEmpty: Bool { scalars.isEmpty }
    @inlinable public var indices: Range<Int> { 0..<scalars.count }

    /// The byte of the canonical text at which a character stands.
    public func offset(at index: Int) -> Int {
        guard let store = scalars.store, index >= 0, index < count else { return 0 }
        return Int(store.offsets[scalars.start + index])
    }

    /// The first character that stands at a byte of the text or behind it.
    func index(ofByte offset: Int, in range: Range<Int>) -> Int {
        guard let store = scalars.store else { return 0 }
        let offsets = store.offsets + scalars.start
        var low = max(range.lowerBound, 0), high = min(range.upperBound, count)
        while low < high {
            let middle = (low &+ high) / 2
            if Int(offsets[middle]) < offset { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// Whether in a range a wide character (市) is followed by another that does not begin where it ends: what stood between the two was left out.
    public func hasSeam(in range: Range<Int>) -> Bool {
        guard let store = scalars.store, range.lowerBound >= 0, range.upperBound <= count else { return false }
        let offsets = store.offsets + scalars.start, scalars = store.scalars + scalars.start
        var i = range.lowerBound + 1
        while i < range.upperBound {
            if offsets[i] > offsets[i - 1] &+ 3, scalars[i] >= 0x800, scalars[i - 1] >= 0x800, scalars[i - 1] < 0x10000 { return true }
            i &+= 1
        }
        return false
    }

    /// ``index(ofByte:in:)``, looked for at an index and behind it in steps that grow, for it is near; only if it stands in front of that index, there.
    func index(ofByte offset: Int, from start: Int) -> Int {
        guard let store = scalars.store, start > 0, count > 0 else { return index(ofByte: offset, in: indices) }
        let offsets = store.offsets + scalars.start
        var low = min(start, count), step = 4
        if Int(offsets[low - 1]) >= offset { return index(ofByte: offset, in: 0..<low) }
        while low + step <= count, Int(offsets[low + step - 1]) < offset {
            low += step
            step *= 2
        }
        return index(ofByte: offset, in: low..<min(low + step, count))
    }

    /// Appends a piece of the canonical text.
    public mutating func append(_ text: CanonicalText, _ span: Span) {
        text.bytes.withUnsafeBytes { bytes in
            var at = max(span.start, 0)
            let end = min(span.end, bytes.count)
            while at < end {
                // As many as Chinese has with some figures among it; of other texts the next stretch is read after this one.
                let store = room(for: (end - at) / 3 + (end - at) / 8 + 4), start = scalars.start
                let rest = store.capacity - store.count
                store.count += Self.decode(
                    bytes.bindMemory(to: UInt8.self), &at, end, UnsafeMutableBufferPointer(start: store.scalars + store.count, count: rest),
                    UnsafeMutableBufferPointer(start: store.offsets + store.count, count: rest))
                scalars = Scalars(store, start..<store.count)
            }
        }
    }

    /// Appends a part of another passage.
    public mutating func append(_ other: Passage, _ range: Range<Int>) {
        guard let from = other.scalars.store, !range.isEmpty else { return }
        if isEmpty { self = other.part(range); return }
        precondition(range.lowerBound >= 0 && range.upperBound <= other.count)
        let wanted = (other.scalars.start + range.lowerBound)..<(other.scalars.start + range.upperBound)
        let start = scalars.start
        // What stands behind it in the same document.
        if from === scalars.store, start + count == wanted.lowerBound { scalars = Scalars(from, start..<wanted.upperBound); return }
        let store = room(for: range.count)
        store.append(from, wanted)
        scalars = Scalars(store, scalars.start..<store.count)
    }

    /// Marks the end of a paragraph: a line feed that stands for no character of its own.
    public mutating func appendBreak(at offset: Int) {
        let end = scalars.start + count
        if let store = scalars.store, end < store.count, store.scalars[end] == 0x0A, Int(store.offsets[end]) == offset {
            scalars = Scalars(store, scalars.start..<(end + 1))
            return
        }
        let store = room(for: 1)
        store.scalars[store.count] = 0x0A
        store.offsets[store.count] = Int32(truncatingIfNeeded: offset)
        store.count += 1
        scalars = Scalars(store, scalars.start..<store.count)
    }

    /// A store that is the passage's alone, ends with its last character and has room for some more.
    private mutating func room(for more: Int) -> ScalarStore {
        let start = scalars.start
        // Asked before the store is bound: a name for it would be a second reference.
        if isKnownUniquelyReferenced(&scalars.store), let store = scalars.store, start + count == store.count, store.capacity - store.count >= more { return store }
        let own = ScalarStore(capacity: isEmpty ? more : max(count + more, count * 2))
        if let store = scalars.store { own.append(store, start..<(start + count)) }
        scalars = Scalars(own, 0..<count)
        return own
    }

    /// Writes as many scalars as there is room for; returns how many.
    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int, _ values: UnsafeMutableBufferPointer<UInt32>, _ places: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        let raw = UnsafeRawBufferPointer(bytes), lastPair = min(bytes.count &- 8, end &- 6), lastRoom = values.count &- 2
        let pairs = UnsafeMutableRawPointer(values.baseAddress!), pairPlaces = UnsafeMutableRawPointer(places.baseAddress!)
        var i = at, count = 0
        while i < end, count < values.count {
            // Chinese, four characters at once, then two: their bytes moved into the two halves of a word, then each half put together.
            while i &+ 6 <= lastPair, count &+ 2 <= lastRoom {
                let first = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
                let second = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i &+ 6, as: UInt64.self))
                guard (first & pairMask ^ pairBits) | (second & pairMask ^ pairBits) == 0 else { break }
                let place = UInt64(truncatingIfNeeded: i) &* 0x1_0000_0001
                pairs.storeBytes(of: pair(first).littleEndian, toByteOffset: count &* 4, as: UInt64.self)
                pairs.storeBytes(of: pair(second).littleEndian, toByteOffset: count &* 4 &+ 8, as: UInt64.self)
                pairPlaces.storeBytes(of: (place &+ 0x3_0000_0000).littleEndian, toByteOffset: count &* 4, as: UInt64.self)
                pairPlaces.storeBytes(of: (place &+ 0x9_0000_0006).littleEndian, toByteOffset: count &* 4 &+ 8, as: UInt64.self)
                i &+= 12
                count &+= 4
            }
            while i <= lastPair, count <= lastRoom {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
                guard word & pairMask == pairBits else { break }
                pairs.storeBytes(of: pair(word).littleEndian, toByteOffset: count &* 4, as: UInt64.self)
                pairPlaces.storeBytes(of: (UInt64(truncatingIfNeeded: i) &* 0x1_0000_0001 &+ 0x3_0000_0000).littleEndian, toByteOffset: count &* 4, as: UInt64.self)
                i &+= 6
                count &+= 2
            }
            guard i < end, count < values.count else { break }
            places[count] = Int32(truncatingIfNeeded: i)
            let (value, width) = bytes[i] < 0x80 ? (UInt32(bytes[i]), 1) : decodeScalar(bytes, at: i)
            values[count] = value
            i &+= width
            count &+= 1
        }
        at = i
        return count
    }

    /// Of eight bytes the bits by which the first six are seen to be two characters of three bytes.
    private static var pairMask: UInt64 { 0xC0C0_F0C0_C0F0 }
    private static var pairBits: UInt64 { 0x8080_E080_80E0 }

    /// Two characters of three bytes as two code points.
    @inline(__always)
    private static func pair(_ word: UInt64) -> UInt64 {
        let apart = word & 0xFF_FFFF | (word & 0xFFFF_FF00_0000) << 8
        return apart << 12 & 0xF000_0000_F000 | apart >> 2 & 0x0FC0_0000_0FC0 | apart >> 16 & 0x003F_0000_003F
    }

    /// The canonical span from the first to the last scalar of a range; holes between them are inside it.
    public func span(_ range: Range<Int>) -> Span {
        guard !range.isEmpty, range.lowerBound < count else {
            let at = range.lowerBound < count ? offset(at: range.lowerBound) : end
            return Span(at, at)
        }
        var last = min(range.upperBound, count) - 1
        while last > range.lowerBound, scalars[last] == 0x0A { last -= 1 }
        let start = offset(at: range.lowerBound)
        // Cells may be put together in another order than that of the text: then up to where it turns back.
        if offset(at: last) < start { last = (range.lowerBound + 1...last).first { offset(at: $0) < offset(at: $0 - 1) }.map { $0 - 1 } ?? range.lowerBound }
        return Span(start, offset(at: last) + utf8Width(scalars[last]))
    }

    /// Byte offset after the last scalar.
    private var end: Int { scalars.last.map { offset(at: count - 1) + utf8Width($0) } ?? 0 }

    /// The characters of a range, holes left out.
    public func string(_ range: Range<Int>) -> String {
        scalars.withUnsafeBufferPointer { Self.string(UnsafeBufferPointer(rebasing: $0[range])) }
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
        var length = scalars.count
        for scalar in scalars { length &+= (scalar >= 0x80 ? 1 : 0) &+ (scalar >= 0x800 ? 1 : 0) &+ (scalar >= 0x10000 ? 1 : 0) }
        return String(unsafeUninitializedCapacity: length) { buffer in
            var at = 0
            for scalar in scalars { at = write(scalar, to: buffer, at: at) }
            return at
        }
    }

    /// Writes one code point as UTF-8; returns where the next one goes.
    @inline(__always)
    private static func write(_ scalar: UInt32, to buffer: UnsafeMutableBufferPointer<UInt8>, at: Int) -> Int {
        var i = at
        if scalar < 0x80 {
            buffer[i] = UInt8(truncatingIfNeeded: scalar)
            return i &+ 1
        }
        if scalar < 0x800 {
            buffer[i] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
        } else {
            if scalar < 0x10000 {
                buffer[i] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            } else {
                buffer[i] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
                i &+= 1
                buffer[i] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
            }
            i &+= 1
            buffer[i] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        }
        buffer[i &+ 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        return i &+ 2
    }

    /// A part of the passage, with the same way back.
    public func part(_ range: Range<Int>) -> Passage {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "Range outside the passage")
        var part = Passage()
        if let store = scalars.store, !range.isEmpty { part.scalars = Scalars(store, (scalars.start + range.lowerBound)..<(scalars.start + range.upperBound)) }
        return part
    }
}
