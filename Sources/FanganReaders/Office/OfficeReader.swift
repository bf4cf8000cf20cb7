import FanganText

/// Reads old Word and WPS files (.doc, .wps), RTF and OpenDocument, and old spreadsheets, by way of LibreOffice, which
/// makes a .docx or .xlsx of them.
struct OfficeReader: FormatReader {
    private struct Kind {
        var name: String
        var mediaType: String
        /// The ending that tells LibreOffice what it gets.
        var ending: String
        var isSheet = false
    }

    private static let kinds = [
        Kind(name: MagicNumber.oldWord, mediaType: "application/msword", ending: "doc"),
        Kind(name: MagicNumber.rich, mediaType: "application/rtf", ending: "rtf"),
        Kind(name: MagicNumber.openText, mediaType: "application/vnd.oasis.opendocument.text", ending: "odt"),
        Kind(name: MagicNumber.oldSheet, mediaType: "application/vnd.ms-excel", ending: "xls", isSheet: true),
        Kind(name: MagicNumber.openSheet, mediaType: "application/vnd.oasis.opendocument.spreadsheet", ending: "ods", isSheet: true),
    ]

    func accepts(_ input: ReaderInput) -> Bool { kind(of: input) != nil }

    private func kind(of input: ReaderInput) -> Kind? {
        let name = MagicNumber.kind(of: input.bytes)
        return Self.kinds.first { $0.name == name }
    }

    func read(_ input: ReaderInput) throws(ReadFailure) -> (SourceDocument, [Diagnostic]) {
        guard let kind = kind(of: input) else { throw .binary(kind: "unknown") }
        if Self.isLocked(input.bytes) { throw .encrypted(format: "file (\(kind.name))") }
        let bytes = try OfficeConverter.convert(
            input.bytes, format: kind.name, from: kind.ending, to: kind.isSheet ? "xlsx" : "docx", limits: input.limits)
        let converted = ReaderInput(bytes: bytes, uri: input.uri, limits: input.limits)
        let reader: any FormatReader = kind.isSheet ? SheetReader() : WordReader()
        guard reader.accepts(converted) else { throw .damaged(format: "file (\(kind.name))", reason: "LibreOffice cannot open it") }
        var (document, diagnostics) = try reader.read(converted)
        document.source.mediaType = kind.mediaType
        document.source.sha256 = input.sha256 ?? HexDigest.sha256(input.bytes)
        return (document, diagnostics)
    }

    /// The head of a Word file's text says whether it is encrypted; it begins at a multiple of 512 bytes.
    private static func isLocked(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0xD0, 0xCF]) else { return false }
        return stride(from: 512, to: bytes.count - 12, by: 512).contains { at in
            bytes[at] == 0xEC && bytes[at + 1] == 0xA5 && bytes[at + 3] == 0 && bytes[at + 11] & 1 == 1
        }
    }
}
