import FanganText

/// A file's text as UTF-8, before anything is cleaned.
struct DecodedText: Sendable {
    /// Valid UTF-8; a byte order mark stands in front of it as U+FEFF, so that for UTF-8 files
    /// offsets here are offsets in the file.
    var bytes: [UInt8]
    /// IANA name.
    var encoding: String
    /// Byte sequences that have no meaning in the encoding; each is U+FFFD in `bytes`.
    var invalid = 0
    /// Offset of the first of them in the file.
    var firstInvalid = -1
    /// Lines of the file, from 1, at which another encoding begins than that of the line before.
    var changes: [Int] = []
    /// The way back to the bytes of the file.
    var map = EncodingMap()
}
