import CZip

/// What a zip container is, by the names in its directory.
enum ZipKind {
    private static let parts: [(prefix: String, kind: String)] = [
        ("word/", MagicNumber.word), ("xl/", MagicNumber.sheet), ("ppt/", "PowerPoint (.pptx)"),
    ]
    private static let open: [(prefix: String, kind: String)] = [
        ("application/vnd.oasis.opendocument.text", MagicNumber.openText), ("application/vnd.oasis.opendocument.spreadsheet", MagicNumber.openSheet),
        ("application/vnd.oasis.opendocument", "OpenDocument"), ("application/epub", "EPUB"),
    ]
    /// Names that are looked at before the container is an archive like any other.
    private static let most: Int64 = 10_000

    /// The kind, or nil where the directory cannot be read.
    static func of(_ bytes: [UInt8]) -> String? {
        bytes.withUnsafeBufferPointer { buffer in
            var problem: Int32 = 0
            guard let archive = czip_open(buffer.baseAddress, Int64(buffer.count), &problem) else { return nil }
            defer { czip_close(archive) }
            let type = mimetype(archive)
            if let found = open.first(where: { type.hasPrefix($0.prefix) }) { return found.kind }
            if czip_find(archive, "OFD.xml") >= 0 { return MagicNumber.ofd }
            if czip_find(archive, "word/document.xml") >= 0 { return MagicNumber.word }
            if czip_find(archive, "xl/workbook.xml") >= 0 { return MagicNumber.sheet }
            let isOffice = czip_find(archive, "[Content_Types].xml") >= 0 || czip_find(archive, "_rels/.rels") >= 0
            guard isOffice else { return MagicNumber.archive }
            for index in 0..<min(czip_count(archive), most) {
                var member = czip_member()
                guard czip_member_at(archive, index, &member) != 0, let name = member.name else { continue }
                let text = String(cString: name)
                if let found = parts.first(where: { text.hasPrefix($0.prefix) }) { return found.kind }
            }
            return MagicNumber.archive
        }
    }

    private static func mimetype(_ archive: OpaquePointer) -> String {
        let index = czip_find(archive, "mimetype")
        guard index >= 0 else { return "" }
        let bytes = [UInt8](unsafeUninitializedCapacity: 128) { buffer, count in
            count = max(0, min(128, Int(czip_read(archive, index, buffer.baseAddress, 128))))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
