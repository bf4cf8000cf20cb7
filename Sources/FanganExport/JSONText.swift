/// JSON values inside fields of other formats.
public enum JSONText {
    /// `["一、", "（二）"]`
    public static func strings(_ values: [String]) -> String {
        if values.isEmpty { return "[]" }
        var writer = JSONWriter(reserving: values.count * 24)
        writer.strings(values)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The strings of an array of strings; what is no string is left out.
    public static func strings(in text: String) -> [String] {
        guard case .array(let values)? = try? JSONValue(parsing: Array(text.utf8)) else { return [] }
        return values.compactMap { if case .string(let value) = $0 { value } else { nil } }
    }
}
