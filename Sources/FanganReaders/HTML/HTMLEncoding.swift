/// The character encoding of a web page: a mark, strict UTF-8, then what the page declares if it reads so, then what
/// its bytes look like. A declaration alone proves nothing: saved pages keep the one of the page they were.
enum HTMLEncoding {
    private static let names: [String: String] = [
        "gb2312": "GB18030", "gbk": "GB18030", "gb18030": "GB18030", "x-gbk": "GB18030", "cp936": "GB18030", "gb_2312-80": "GB18030", "hz-gb-2312": "HZ",
        "big5": "Big5", "big5-hkscs": "Big5-HKSCS", "x-x-big5": "Big5",
    ]

    static func decode(_ bytes: [UInt8]) throws(ReadFailure) -> DecodedText {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        guard !isMarked, let name = declared(bytes), UTF8Check(bytes).invalid > 0 else { return try EncodingDetector.decode(bytes) }
        let text = try EncodingDetector.convert(bytes, name)
        let characters = text.bytes.lazy.filter { $0 & 0xC0 != 0x80 }.count
        if text.invalid * 50 <= characters { return text }
        return try EncodingDetector.decode(bytes)
    }

    /// The text with blanks, every offset kept, for characters that no page may hold (the parser ends at a NUL), for
    /// attributes past all measure, and for the conditions of Word's pages, `<![if !supportLists]>`, which the parser takes for text.
    static func parsable(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        if bytes.contains(where: isForbidden) { bytes = bytes.map { isForbidden($0) ? 0x20 : $0 } }
        for range in WideTags.excess(in: bytes) { for i in range { bytes[i] = 0x20 } }
        // As a line end of the source, which is no space between Chinese characters.
        for range in conditions(in: bytes) { for i in range { bytes[i] = 0x0A } }
        return bytes
    }

    /// `<![if …]>` and `<![endif]>`.
    private static func conditions(in bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { b in
            var found: [Range<Int>] = [], i = 0
            while i + 4 < b.count {
                guard b[i] == 0x3C, b[i + 1] == 0x21, b[i + 2] == 0x5B, b[i + 3] | 0x20 == 0x69 || b[i + 3] | 0x20 == 0x65 else { i += 1; continue }
                var end = i + 4
                while end + 1 < b.count, end - i < longestCondition, b[end] != 0x3E { end += 1 }
                if b[end] == 0x3E, b[end - 1] == 0x5D { found.append(i..<(end + 1)) }
                i = end
            }
            return found
        }
    }

    private static let longestCondition = 200

    private static func isForbidden(_ c: UInt8) -> Bool { c < 0x20 && c != 0x09 && c != 0x0A && c != 0x0D }

    /// `charset=…` in the first 4 KiB.
    private static func declared(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
        let word = Array("charset=".utf8)
        guard head.count > word.count else { return nil }
        for i in 0..<(head.count - word.count) where head[i] == word[0] && head[i..<(i + word.count)].elementsEqual(word) {
            let rest = head[(i + word.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
            let name = rest.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2D || $0 == 0x5F }
            if let known = names[String(decoding: name, as: UTF8.self)] { return known }
        }
        return nil
    }
}
