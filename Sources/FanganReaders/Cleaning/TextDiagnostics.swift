import FanganText

/// What there is to say of a text's characters, whatever format they came in.
enum TextDiagnostics {
    static func of(_ decoded: DecodedText, controls: Int) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if decoded.invalid > 0 {
            found.append(Diagnostic("text.invalid-bytes", .warning,
                "\(decoded.invalid) byte sequence(s) are not valid \(decoded.changes.isEmpty ? decoded.encoding : "in the encoding of their line") and are shown as U+FFFD; the first is at byte \(decoded.firstInvalid) of the file."))
        }
        if let first = decoded.changes.first {
            let more = decoded.changes.count > 1 ? " and \(decoded.changes.count - 1) more" : ""
            found.append(Diagnostic("text.mixed-encodings", .warning,
                "The file is in two encodings, UTF-8 and GB18030; each line was read in its own. Another one begins at line \(first)\(more)."))
        }
        if controls > 0 { found.append(leftOut(controls: controls)) }
        return found
    }

    /// Lines and paragraphs that were found where the text has none.
    static func of(_ draft: Draft) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if draft.spaced > 0 {
            found.append(Diagnostic("text.spaced-lines", .note, "\(draft.spaced) space(s), at which lines of one width end, were taken for line ends that the text has lost."))
        }
        if draft.split > 0 {
            found.append(Diagnostic("text.no-line-ends", .warning,
                "The text has hardly any line ends; it was split into \(draft.split) paragraphs at spaces and numbers."))
        }
        return found
    }

    static func leftOut(controls: Int) -> Diagnostic {
        Diagnostic("text.control-characters", .note, "\(controls) control character(s) were left out.")
    }
}
