import FanganText

/// A printed name without the layout in it: UTF-8 bytes, spaces and line ends left out, in simplified characters.
struct Name: Sendable {
    let bytes: [UInt8]

    init(_ printed: String) {
        // A string whose bytes do not lie in one piece comes only from Objective-C.
        let plain = printed.utf8.withContiguousStorageIfAvailable { Name.isPlain($0) ? Array($0) : nil } ?? nil
        // In a plain one there is no colon, nor any mark at its ends but 等.
        if let plain { bytes = plain.last == 0x89 ? Name.trimmed(plain) : plain } else { bytes = Name.trimmed(Name.behindColon(Name.simplified(printed))) }
    }

    /// Most names are simplified characters and nothing else, all of three bytes.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        TraditionalCharacters.withTable { table in
            var at = 0
            while at + 2 < bytes.count, (0xE4...0xE9).contains(bytes[at]) {
                let scalar = UInt32(bytes[at] & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
                if table.simplified(scalar) != scalar { return false }
                at += 3
            }
            return at == bytes.count
        }
    }

    private static func simplified(_ printed: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(printed.utf8.count)
        for scalar in printed.unicodeScalars where !isLayout(scalar.value) {
            Passage.append(TraditionalCharacters.simplified(scalar.value), to: &bytes)
        }
        return bytes
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    var all: Range<Int> { 0..<bytes.count }
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    @inline(__always)
    func has(_ word: StaticString, at index: Int, end: Int? = nil) -> Bool {
        let n = word.utf8CodeUnitCount
        // The last byte first: the first ones of Chinese characters are nearly all the same.
        guard index >= 0, index + n <= end ?? bytes.count, n > 0, bytes[index + n - 1] == word.utf8Start[n - 1] else { return false }
        return isSame(word, index)
    }

    private func isSame(_ word: StaticString, _ index: Int) -> Bool {
        for k in 0..<word.utf8CodeUnitCount where bytes[index + k] != word.utf8Start[k] { return false }
        return true
    }

    func has(_ word: [UInt8], at index: Int, end: Int) -> Bool {
        guard index + word.count <= end else { return false }
        for k in 0..<word.count where bytes[index + k] != word[k] { return false }
        return true
    }

    func has(text word: String, at index: Int, end: Int) -> Bool {
        guard index + word.utf8.count <= end else { return false }
        // A string whose bytes do not lie in one piece comes only from Objective-C.
        return word.utf8.withContiguousStorageIfAvailable { word in word.indices.allSatisfy { bytes[index + $0] == word[$0] } }
            ?? bytes[index...].starts(with: word.utf8)
    }

    /// The characters of a range.
    func scalars(_ range: Range<Int>) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = [], i = range.lowerBound
        scalars.reserveCapacity(range.count / 3)
        while i + 3 <= range.upperBound, let scalar = character(at: i) {
            scalars.append(scalar)
            i += 3
        }
        // Nearly all names are characters of three bytes and nothing else.
        if i < range.upperBound { scalars += string(i..<range.upperBound).unicodeScalars }
        return scalars
    }

    func ends(_ word: StaticString, _ range: Range<Int>) -> Bool {
        range.count >= word.utf8CodeUnitCount && has(word, at: range.upperBound - word.utf8CodeUnitCount)
    }

    /// The character that ends a range, where that is one of three bytes.
    @inline(__always)
    func last(_ range: Range<Int>) -> Unicode.Scalar? { range.count >= 3 ? character(at: range.upperBound - 3) : nil }

    /// The character that begins at an index, where that is one of three bytes.
    @inline(__always)
    func character(at index: Int) -> Unicode.Scalar? {
        guard index + 3 <= bytes.count, bytes[index] & 0xF0 == 0xE0 else { return nil }
        return Unicode.Scalar(UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F))
    }

    func first(_ word: StaticString, in range: Range<Int>) -> Int? {
        var i = range.lowerBound
        while i + word.utf8CodeUnitCount <= range.upperBound {
            if has(word, at: i) { return i }
            i += 1
        }
        return nil
    }

    /// Where the last of a word begins in a range.
    func last(_ word: StaticString, in range: Range<Int>) -> Int? {
        var i = range.upperBound - word.utf8CodeUnitCount
        while i >= range.lowerBound {
            if has(word, at: i) { return i }
            i -= 1
        }
        return nil
    }

    func contains(_ word: String) -> Bool {
        let word = Array(word.utf8)
        guard let first = word.first, word.count <= bytes.count else { return word.isEmpty }
        return (0...bytes.count - word.count).contains { bytes[$0] == first && has(word, at: $0, end: bytes.count) }
    }

    /// Whether a byte begins a character.
    func isBoundary(_ index: Int) -> Bool { index >= bytes.count || bytes[index] & 0xC0 != 0x80 }

    /// Whether a region's name of two characters (范县, 和县, 富县) stands within other words: 示范县, 市和县, 强村富县.
    /// Right behind a region that was found (濮阳市范县) it is one.
    func isInsideWord(_ range: Range<Int>, behind last: Int) -> Bool {
        guard range.count == 6, range.lowerBound >= 3, range.lowerBound != last,
              ["县", "市", "区", "旗", "州"].contains(where: { ends($0, range) }) else { return false }
        return (0xE4...0xE9).contains(bytes[range.lowerBound - 3])
    }

    static func isLayout(_ scalar: UInt32) -> Bool {
        scalar <= 0x20 || scalar == 0xA0 || scalar == 0x3000 || scalar == 0xFEFF || (0x2000...0x200F).contains(scalar) || scalar == 0x2028
    }

    /// 责任单位：市财政局 → 市财政局.
    private static func behindColon(_ bytes: [UInt8]) -> [UInt8] {
        let start = bytes.withUnsafeBufferPointer { bytes in
            var at = bytes.count - 6
            while at >= 3 {
                if bytes[at] == 0x3A { return at + 1 }
                if bytes[at] == 0xEF, bytes[at + 1] == 0xBC, bytes[at + 2] == 0x9A { return at + 3 }
                at -= 1
            }
            return 0
        }
        return start == 0 ? bytes : Array(bytes[start...])
    }

    private static let marks: [StaticString] = ["：", "、", "，", "。", "；", ":", ",", ";", ".", "*"]

    /// Marks that hang on to a name in a list: ：、，。；*, and 等 behind it.
    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var start = 0, end = bytes.count
        // All of them but 等 are no Chinese characters.
        guard end > 3, !(0xE4...0xE9).contains(bytes[0]) || !(0xE4...0xE9).contains(bytes[end - 3]) || bytes[end - 3..<end].elementsEqual("等".utf8) else { return bytes }
        let name = Name(bytes: bytes)
        func mark(_ matches: (StaticString) -> Bool) -> Int? { marks.first(where: matches)?.utf8CodeUnitCount }
        while end - start > 3, let width = name.ends("等", start..<end) ? 3 : mark({ name.ends($0, start..<end) }) { end -= width }
        while end - start > 3, let width = mark({ name.has($0, at: start, end: end) }) { start += width }
        return end - start == bytes.count ? bytes : Array(bytes[start..<end])
    }
}
