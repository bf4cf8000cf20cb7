/// Makes what `mutool trace` writes fit for an XML parser: codes that XML does not know (`&#x1;`, stray bytes) become blanks,
/// so that one odd character costs no page.
enum TraceText {
    static func parsable(_ bytes: consuming [UInt8]) -> [UInt8] {
        var text = bytes
        text.withUnsafeMutableBufferPointer { b in
            var i = 0
            while i < b.count {
                if b[i] < 0x20, b[i] != 0x0A, b[i] != 0x09, b[i] != 0x0D { b[i] = 0x20 }
                if b[i] == 0x26, i + 2 < b.count, b[i + 1] == 0x23, let end = unknownReference(b, i) {
                    for k in i..<end { b[k] = 0x20 }
                    i = end
                } else {
                    i += 1
                }
            }
        }
        return UTF8Check(text).invalid > 0 ? Array(String(decoding: text, as: UTF8.self).utf8) : text
    }

    /// The end of `&#x1;`, `&#xffff;` and other references that are no characters of XML.
    private static func unknownReference(_ b: UnsafeMutableBufferPointer<UInt8>, _ start: Int) -> Int? {
        var i = start + 2, value = 0, digits = 0
        let isHex = b[i] | 0x20 == 0x78
        if isHex { i += 1 }
        while i < b.count, digits < 8, let digit = Character(Unicode.Scalar(b[i])).hexDigitValue, isHex || digit < 10 {
            value = value * (isHex ? 16 : 10) + digit
            digits += 1
            i += 1
        }
        guard i < b.count, b[i] == 0x3B else { return nil }
        let isKnown = value >= 0x20 && value < 0xD800 || value >= 0xE000 && value < 0xFFFE || value >= 0x1_0000 && value < 0x11_0000 || [9, 10, 13].contains(value)
        return isKnown ? nil : i + 1
    }
}
