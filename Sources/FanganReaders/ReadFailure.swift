/// Why a file gave no document. The message says what happened and what the user can do.
public enum ReadFailure: Error, Sendable, Hashable {
    /// No bytes, or nothing but blanks.
    case empty
    case tooLarge(bytes: Int, limit: Int)
    /// Not a text: `kind` names the format if it is known, such as `PDF`, else `unknown`.
    case binary(kind: String)
    /// Text bytes in none of the encodings that are supported, or too damaged to tell.
    case unknownEncoding
    /// The converter of an encoding failed; the text says how.
    case conversion(String)
    /// A file of a known format that is damaged, cut off or not what it seems, so that no text came out of it.
    case damaged(format: String, reason: String)
    /// Locked with a password.
    case encrypted(format: String)
    /// Files of the format are read with the help of a program that is not installed; `package` names it.
    case toolMissing(format: String, tool: String, package: String)
    /// The program that helps to read the format did not finish in time.
    case tooSlow(format: String, seconds: Int)
    /// Several files in one.
    case archive
    /// Pages without any text that could be read: pictures, or characters whose codes are not in the file.
    case noText(format: String, reason: String)

    /// Stable code, for manifests and tests.
    public var code: String {
        switch self {
        case .empty: "read.empty"
        case .tooLarge: "read.too-large"
        case .binary: "read.binary"
        case .unknownEncoding: "read.unknown-encoding"
        case .conversion: "read.conversion"
        case .damaged: "read.damaged"
        case .encrypted: "read.encrypted"
        case .toolMissing: "read.tool-missing"
        case .tooSlow: "read.timeout"
        case .archive: "read.archive"
        case .noText: "read.no-text"
        }
    }

    /// Plain English: what happened and what to do.
    public var message: String {
        switch self {
        case .empty:
            "The file holds no text. Check that it was saved or downloaded completely."
        case let .tooLarge(bytes, limit):
            "The file has \(bytes) bytes, more than the limit of \(limit). Raise the limit (--max-bytes) or split the file."
        case .binary(kind: "unknown"):
            "This is a binary file, not a text. Save the document as plain text (UTF-8) and read that."
        case let .binary(kind):
            "Files of this kind (\(kind)) cannot be read yet. Save the document as plain text (UTF-8) and read that."
        case .unknownEncoding:
            "The character encoding was not recognised (known: UTF-8, UTF-16, GB18030/GBK, Big5). Save the file as UTF-8."
        case let .conversion(reason):
            "The text could not be converted to UTF-8: \(reason). Save the file as UTF-8."
        case let .damaged(format, reason):
            "This \(format) cannot be read: \(reason). Get it again from where it came from, or open it, save it anew and read that."
        case let .encrypted(format):
            "This \(format) is locked with a password. Open it with the password, save it without one and read that."
        case let .toolMissing(format, tool, package):
            "Files of this kind (\(format)) are read with the help of \(tool), which is not installed. Install the package \(package), or save the document as .docx and read that."
        case let .tooSlow(format, seconds):
            "Reading this \(format) took more than \(seconds) seconds. Give it more time (--timeout), or save the document as .docx and read that."
        case .archive:
            "This is an archive of several files. Give it to “fangan build”, or unpack it and name one of its files."
        case let .noText(format, reason):
            "This \(format) holds no text that can be read: \(reason). Have its text recognised (OCR) and read that, or get the document in another format."
        }
    }
}
