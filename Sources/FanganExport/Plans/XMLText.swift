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
            // In a value a line end would become a space.
            case 0x0A: result += "&#10;"
            case 0x09: result += "&#9;"
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
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

    static func attributes(_ values: KeyValuePairs<String, String>) -> String {
        values.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    }
}
