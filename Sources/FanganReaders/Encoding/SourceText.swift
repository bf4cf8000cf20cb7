/// The text of a file as it is, in UTF-8: what the offsets of an ``EditMap`` count in.
public enum SourceText {
    /// Nil where the bytes are no text.
    public static func utf8(of bytes: [UInt8]) -> [UInt8]? { try? EncodingDetector.decode(bytes).bytes }
}
