import Crypto
import FanganText

/// Identifiers of a document: of its bytes, and of the plan across its versions.
enum DocumentIdentity {
    /// The first 16 hexadecimal digits of the SHA-256 of the canonical text.
    static func id(_ text: CanonicalText) -> String { digest(text.bytes) }

    /// Issuer and title without what tells versions apart (征求意见稿, 修订, 试行 …); for a document without a
    /// title its bytes.
    static func work(issuers: [String], title: String?, text: CanonicalText) -> String {
        guard let title else { return "work:" + id(text) }
        return "work:" + digest(Array((issuers.sorted().joined(separator: "|") + "|" + plain(title)).utf8))
    }

    static func plain(_ title: String) -> String {
        var scalars = Array(title.unicodeScalars)
        for mark in versionMarks {
            let m = Array(mark.unicodeScalars)
            while scalars.count > m.count, let at = (0...(scalars.count - m.count)).first(where: { Array(scalars[$0..<($0 + m.count)]) == m }) {
                scalars.removeSubrange(at..<(at + m.count))
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars.filter { !"（）()[]【】〔〕 ".unicodeScalars.contains($0) })
        return String(view)
    }

    private static let versionMarks = ["征求意见稿", "公开征求意见稿", "送审稿", "修订稿", "修订版", "修订", "修改稿", "草案", "试行", "暂行", "讨论稿", "初稿", "审议稿", "代拟稿"]

    private static func digest(_ bytes: [UInt8]) -> String {
        let hex = Array("0123456789abcdef")
        return SHA256.hash(data: bytes).prefix(8).reduce(into: "") { $0.append(hex[Int($1 >> 4)]); $0.append(hex[Int($1 & 15)]) }
    }
}
