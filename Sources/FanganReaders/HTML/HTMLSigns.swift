/// Tells web pages from texts by their first bytes.
enum HTMLSigns {
    /// How far to look for tags.
    private static let reach = 1 << 14
    private static let openers = ["<!doctype html", "<html", "<head", "<body", "<meta"]
    private static let tags = ["<p", "<div", "<span", "<table", "<td", "<br", "<section", "<article", "<font", "<center", "<h1", "<h2", "<ul", "<strong", "<b"]

    static func isHTML(_ input: ReaderInput) -> Bool {
        guard mayBeginTag(input.bytes) else { return false }
        let head = ascii(input.bytes)
        guard let start = firstTag(head) else { return false }
        if openers.contains(where: { has($0, head, start) }) { return true }
        // `<?xml …?>` may stand in front of XHTML.
        if has("<?xml", head, start) { return openers.prefix(2).contains { contains($0, head) } }
        guard tags.contains(where: { has($0, head, start) }), !input.hasSuffix(".md"), !input.hasSuffix(".markdown") else { return false }
        return head.lazy.filter { $0 == 0x3C }.count >= 8 || head.count < 1024 && tags.contains { contains("</" + $0.dropFirst(), head) }
    }

    /// Whether the first byte that is no blank, no part of a mark of encoding and no half of UTF-16 opens a tag: nearly all
    /// texts are told by it, without a copy of their first bytes.
    private static func mayBeginTag(_ bytes: [UInt8]) -> Bool {
        let first = bytes.first { byte in
            switch byte {
            case 0...0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: false
            default: true
            }
        }
        return first == 0x3C
    }

    /// The first bytes in lower case; those of UTF-16 without their zeros.
    private static func ascii(_ bytes: [UInt8]) -> [UInt8] {
        var head = Array(bytes.prefix(reach))
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { head = head.dropFirst(2).filter { $0 != 0 } }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
        return head.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
    }

    /// Where the first tag begins, blanks and comments passed over; nil where text stands before it.
    private static func firstTag(_ b: [UInt8]) -> Int? {
        var i = 0
        while i < b.count {
            if b[i] <= 0x20 { i += 1; continue }
            guard b[i] == 0x3C else { return nil }
            guard has("<!--", b, i) else { return i }
            i += 4
            while i < b.count, !has("-->", b, i) { i += 1 }
            i += 3
        }
        return nil
    }

    /// A word at a place, no letter behind it.
    private static func has(_ word: String, _ b: [UInt8], _ at: Int) -> Bool {
        var i = at
        for byte in word.utf8 {
            guard i < b.count, b[i] == byte else { return false }
            i += 1
        }
        return i >= b.count || !(b[i] >= 0x61 && b[i] <= 0x7A) || word == "<!--" || word == "-->"
    }

    private static func contains(_ word: String, _ b: [UInt8]) -> Bool { b.indices.contains { b[$0] == 0x3C && has(word, b, $0) } }
}
