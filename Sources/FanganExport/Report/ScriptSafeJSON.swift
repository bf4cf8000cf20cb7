/// JSON that may stand inside `<script>`: no text of a document can end the element or begin a comment.
enum ScriptSafeJSON {
    /// The same JSON with `<`, U+2028 and U+2029 escaped. JSON has them in strings alone, so its values stay the same.
    static func encode(_ json: [UInt8]) -> String {
        var safe: [UInt8] = []
        safe.reserveCapacity(json.count + json.count / 16)
        var at = 0
        while at < json.count {
            if json[at] == UInt8(ascii: "<") {
                safe += Array("\\u003c".utf8)
                at += 1
            } else if json[at] == 0xE2, at + 2 < json.count, json[at + 1] == 0x80, json[at + 2] & 0xFE == 0xA8 {
                safe += Array(json[at + 2] == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8)
                at += 3
            } else {
                safe.append(json[at])
                at += 1
            }
        }
        return String(decoding: safe, as: UTF8.self)
    }
}
