/// Names of files as disks and archives hold them: bytes that need not be UTF-8.
public enum FileName {
    /// The name as text: UTF-8, else GBK, as Chinese systems wrote names before. What is neither has U+FFFD for its bytes.
    public static func text(of bytes: [UInt8]) -> String { MemberPath.decoded(bytes) }
}
