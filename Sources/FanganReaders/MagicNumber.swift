/// Names of binary formats by their first bytes.
enum MagicNumber {
    static let word = "Word (.docx)", sheet = "Excel (.xlsx)", ofd = "OFD", pdf = "PDF", archive = "zip archive"
    static let oldWord = "Word 97-2003 or WPS (.doc, .wps)", oldSheet = "Excel 97-2003 or WPS (.xls, .et)", rich = "RTF"
    static let openText = "OpenDocument text (.odt)", openSheet = "OpenDocument spreadsheet (.ods)"

    private static let known: [(magic: [UInt8], kind: String)] = [
        (Array("%PDF-".utf8), pdf),
        (Array("{\\rtf".utf8), rich),
        ([0x89, 0x50, 0x4E, 0x47], "image"),
        ([0xFF, 0xD8, 0xFF], "image"),
        (Array("GIF8".utf8), "image"),
        (Array("II*\0".utf8), "image"),
        ([0x4D, 0x4D, 0x00, 0x2A], "image"),
        ([0x1F, 0x8B], "gzip"),
        (Array("Rar!".utf8), "RAR archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7-Zip archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "program"),
        (Array("SQLite format 3\0".utf8), "SQLite"),
    ]

    /// The parts by which the common zip containers are told apart; their names stand near the file's start.
    private static let zipParts: [(part: [UInt8], kind: String)] = [
        (Array("word/".utf8), word),
        (Array("xl/".utf8), sheet),
        (Array("ppt/".utf8), "PowerPoint (.pptx)"),
        (Array("OFD.xml".utf8), ofd),
        (Array("Doc_0/".utf8), ofd),
        (Array("application/vnd.oasis.opendocument".utf8), "OpenDocument"),
        (Array("application/epub".utf8), "EPUB"),
    ]

    /// The format's name, or nil if the bytes begin like none of them.
    static func kind(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return ZipKind.of(bytes) ?? damagedZipKind(bytes)
        }
        if bytes.starts(with: compound) { return compoundKind(bytes) }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) { return "image" }
        return known.first { bytes.starts(with: $0.magic) }?.kind
    }

    /// The container of Office files until 2003, and of those that are locked with a password.
    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// By the names of its streams, which stand in UTF-16 anywhere in the file.
    private static func compoundKind(_ bytes: [UInt8]) -> String {
        if isEncryptedOffice(bytes) { return "locked Office file" }
        let streams = [("WordDocument", oldWord), ("Workbook", oldSheet), ("PowerPoint Document", "PowerPoint 97-2003 (.ppt)")]
        return streams.first { contains(bytes[...], $0.0.utf8.flatMap { [$0, 0] }) }?.1 ?? "old Office file"
    }

    /// Where the directory cannot be read: looks at the names in the first 64 KiB and at the end.
    private static func damagedZipKind(_ bytes: [UInt8]) -> String {
        let parts = [bytes.prefix(1 << 16), bytes.suffix(1 << 16)]
        let found = zipParts.first { entry in parts.contains { contains($0, entry.part) } }
        return found?.kind ?? archive
    }

    /// A file that an Office program has locked: an old container with one stream in it, named in UTF-16.
    static func isEncryptedOffice(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return false }
        let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
        return contains(bytes.prefix(1 << 16), name) || contains(bytes.suffix(1 << 16), name)
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ part: [UInt8]) -> Bool {
        guard let head = part.first, bytes.count >= part.count else { return false }
        for i in bytes.startIndex...(bytes.endIndex - part.count) where bytes[i] == head {
            if bytes[i..<(i + part.count)].elementsEqual(part) { return true }
        }
        return false
    }
}
