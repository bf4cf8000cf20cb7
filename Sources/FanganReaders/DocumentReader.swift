import FanganText

/// The one entrance for files: finds the format by content and makes a ``SourceDocument`` of the bytes.
///
/// ```swift
/// let (document, diagnostics) = try DocumentReader().read(bytes: bytes, uri: "plan.txt")
/// ```
/// The same bytes and address give the same document; the file system is not touched.
public struct DocumentReader: Sendable {
    private let limits: ReadLimits
    /// In order of trial.
    private let formats: [any FormatReader] = [WordReader(), SheetReader(), OFDReader(), PDFReader(), OfficeReader(), HTMLReader(), TextReader()]

    public init(limits: ReadLimits = ReadLimits()) { self.limits = limits }

    /// Reads a document.
    /// - Parameters:
    ///   - uri: goes into ``SourceInfo/uri`` as it is.
    ///   - sha256: of the bytes in lower-case hexadecimal, where the caller knows it.
    public func read(bytes: [UInt8], uri: String, sha256: String? = nil) throws(ReadFailure) -> (SourceDocument, [Diagnostic]) {
        if bytes.isEmpty { throw .empty }
        if bytes.count > limits.maxBytes { throw .tooLarge(bytes: bytes.count, limit: limits.maxBytes) }
        let input = ReaderInput(bytes: bytes, uri: uri, sha256: sha256, limits: limits)
        for format in formats where format.accepts(input) {
            let (document, diagnostics) = try format.read(input)
            return (FurnitureMover.apply(to: document), diagnostics)
        }
        if MagicNumber.isEncryptedOffice(bytes) { throw .encrypted(format: "Office file") }
        if MagicNumber.kind(of: bytes) == MagicNumber.archive {
            _ = try ZipContainer(bytes, format: MagicNumber.archive)
            throw .archive
        }
        throw .binary(kind: MagicNumber.kind(of: bytes) ?? "unknown")
    }
}
