/// Text inside XML: what it holds never becomes markup.
enum XMLText {
    /// For content and for values in double quotes. Characters that XML cannot have become U+FFFD.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x7F || $0 == 0xEF || $0 == 0xC2 }) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + 32)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: result += "&amp;"
            case 0x3C: result += "&lt;"
            case 0x3E: result += "&gt;"
            case 0x22: result += "&quot;"
            // As themselves, a reader would make a space of them in a value, or a line end.
            case 0x09, 0x0A, 0x0D, 0x7F..<0xA0: result += "&#\(scalar.value);"
            case 0..<0x20, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `<name attribute="value">text</name>`; nothing for text that is nil.
    static func element(_ name: String, _ text: String?, _ attributes: KeyValuePairs<String, String> = [:]) -> String {
        guard let text else { return "" }
        return "<\(name)\(self.attributes(attributes))>\(escaped(text))</\(name)>"
    }

    /// An identifier as a name token (NMTOKEN): what such a token cannot have becomes `_x2F_`, which no two identifiers share.
    static func token(_ id: String) -> String {
        var result = ""
        for scalar in id.unicodeScalars {
            if isOfToken(scalar) { result.unicodeScalars.append(scalar) } else { result += "_x" + String(scalar.value, radix: 16, uppercase: true) + "_" }
        }
        return result
    }

    /// As a part of a path of a URI or IRI: everything but letters, digits, Chinese and `-._:` in percent notation.
    static func pathPart(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isPlain = scalar.isASCII ? (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-._:".unicodeScalars.contains(scalar)) : (scalar.value >= 0x3400 && scalar.value < 0xA000)
            if isPlain { result.unicodeScalars.append(scalar) } else {
                for byte in String(scalar).utf8 { result += "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true) }
            }
        }
        return result
    }

    /// The underscore is left out, so that nothing looks like a replacement.
    private static func isOfToken(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z", ".", "-", ":": true
        default: scalar.value >= 0x4E00 && scalar.value < 0x9FA6
        }
    }

    static func attributes(_ values: KeyValuePairs<String, String>) -> String {
        values.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    }
}
