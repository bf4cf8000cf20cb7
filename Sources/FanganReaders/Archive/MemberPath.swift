/// The path of an archive's member, made harmless and readable: it is shown and never used as a path on a disk.
enum MemberPath {
    /// Bytes of a path that are kept.
    private static let longest = 1024

    /// Nil for folders and for names that are empty once `..` and the like are out.
    static func path(_ name: [UInt8]) -> String? {
        let text = decoded(name)
        let unified = text.unicodeScalars.map { $0 == "\\" ? "/" : $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "_" : $0 }
        guard unified.last != "/" else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: unified)
        var parts = String(view).split(separator: "/").filter { $0 != "." && $0 != ".." }
        // C:\plan.txt
        if let first = parts.first, first.utf8.count == 2, first.last == ":" { parts.removeFirst() }
        let path = parts.joined(separator: "/")
        return path.isEmpty || path.utf8.count > longest ? nil : path
    }

    /// Programs write names in UTF-8, or in GBK without saying so. Chinese in UTF-8 has three bytes a character, and GBK
    /// does not look like that but by a rare chance with one or two characters (联通).
    static func decoded(_ name: [UInt8]) -> String {
        if name.allSatisfy({ $0 < 0x80 }) { return String(decoding: name, as: UTF8.self) }
        if UTF8Check(name).invalid == 0, !name.contains(where: { (0xC2...0xDF).contains($0) }) { return String(decoding: name, as: UTF8.self) }
        guard let text = try? EncodingDetector.convert(name, "GB18030"), text.invalid == 0 else { return String(decoding: name, as: UTF8.self) }
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
