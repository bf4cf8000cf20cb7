import CLintData

/// The words and wordings of the checks, read once from the embedded files (`Sources/FanganLint/Resources`).
enum LintVocabulary {
    /// How a diagnostic is worded in Chinese.
    struct Wording: Sendable {
        var message: String
        /// Nil where whoever drafts the plan can do nothing about it.
        var advice: String?
        /// Its detail always stands behind it; else only where the diagnostic has no place whose words tell as much.
        var hasDetail: Bool
        /// How what its messages say is put in Chinese.
        var details: [MessagePattern]
    }

    static let wordings: [String: Wording] = Dictionary(
        rows(of: lint_wordings()).filter { $0.count >= 3 }.map {
            ($0[0], Wording(message: $0[1], advice: $0[2] == "-" ? nil : $0[2], hasDetail: $0.count > 3 && $0[3] == "d", details: details($0.dropFirst(4))))
        }, uniquingKeysWith: { first, _ in first })

    /// Messages and their wordings in turn.
    private static func details(_ fields: ArraySlice<String>) -> [MessagePattern] {
        let fields = Array(fields)
        return stride(from: 0, to: fields.count - 1, by: 2).map { MessagePattern(fields[$0], fields[$0 + 1]) }
    }

    static let numbered = rows(of: lint_words()).filter { $0.count == 2 && $0[0] == "numbered" }.map { $0[1] }

    /// The rows of a file as fields; `#` begins a comment.
    static func rows(of file: LintFile) -> [[String]] {
        UnsafeBufferPointer(start: file.start, count: file.size).split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
            .map { $0.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) } }
    }
}
