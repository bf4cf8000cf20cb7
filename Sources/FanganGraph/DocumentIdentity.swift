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
        var bytes = Array(title.utf8)
        for mark in versionMarks {
            var from = 0
            while bytes.count > mark.count, let at = first(mark, in: bytes, from: from) {
                bytes.removeSubrange(at..<(at + mark.count))
                // What is left may join to the mark again.
                from = max(0, at - mark.count)
            }
        }
        for bracket in brackets where bytes.contains(bracket[0]) {
            while let at = first(bracket, in: bytes, from: 0) { bytes.removeSubrange(at..<(at + bracket.count)) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func first(_ word: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
        guard from + word.count <= bytes.count else { return nil }
        for at in from...(bytes.count - word.count) where bytes[at] == word[0] {
            var i = 1
            while i < word.count, bytes[at + i] == word[i] { i += 1 }
            if i == word.count { return at }
        }
        return nil
    }

    private static let brackets = "（）()[]【】〔〕 ".unicodeScalars.map { Array(String($0).utf8) }

    /// Longer ones first, so that nothing of them is left.
    private static let versionMarks: [[UInt8]] = ["公开征求意见稿", "征求意见稿", "送审稿", "修订稿", "修订版", "修订", "修改稿", "草案", "试行", "暂行", "讨论稿", "初稿", "审议稿", "代拟稿"].map { Array($0.utf8) }

    private static func digest(_ bytes: [UInt8]) -> String {
        let hex = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in SHA256.hash(data: bytes).prefix(8) { text += [hex[Int(byte >> 4)], hex[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
