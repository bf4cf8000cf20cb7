import FanganText

/// A printed name without the layout in it: UTF-8 bytes, spaces and line ends left out, in simplified characters.
struct Name: Sendable {
    let bytes: [UInt8]

    init(_ printed: String) {
        let bytes = Array(printed.utf8)
        self.bytes = Name.trimmed(Name.behindColon(Name.isPlain(bytes) ? bytes : Name.simplified(printed)))
    }

    /// Most names are simplified characters and nothing else.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
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

    func has(_ word: StaticString, at index: Int, end: Int? = nil) -> Bool {
        let n = word.utf8CodeUnitCount
        guard index >= 0, index + n <= end ?? bytes.count else { return false }
        for k in 0..<n where bytes[index + k] != word.utf8Start[k] { return false }
        return true
    }

    func has(_ word: [UInt8], at index: Int, end: Int) -> Bool {
        guard index + word.count <= end else { return false }
        for k in 0..<word.count where bytes[index + k] != word[k] { return false }
        return true
    }

    func ends(_ word: StaticString, _ range: Range<Int>) -> Bool {
        range.count >= word.utf8CodeUnitCount && has(word, at: range.upperBound - word.utf8CodeUnitCount)
    }

    func first(_ word: StaticString, in range: Range<Int>) -> Int? {
        var i = range.lowerBound
        while i + word.utf8CodeUnitCount <= range.upperBound {
            if has(word, at: i) { return i }
            i += 1
        }
        return nil
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
