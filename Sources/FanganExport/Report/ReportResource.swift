import CReportData
import Crypto
import FanganLint
import Foundation

/// The templates, the stylesheet and the scripts of the pages, read from the embedded files of `Resources/Report`.
enum ReportResource {
    static func text(_ file: ReportFile) -> String {
        String(decoding: UnsafeBufferPointer(start: file.start, count: file.size), as: UTF8.self)
    }

    /// What a Content-Security-Policy calls a script or stylesheet inside a page: `sha256-` and the digest in Base64.
    static func hash(_ text: String) -> String {
        "sha256-" + Data(SHA256.hash(data: Array(text.utf8))).base64EncodedString()
    }

    /// What to look at (核对是否缺条目) by the codes of diagnostics; from `diagnostics.tsv`.
    static let advice: [String: String] = {
        var advice: [String: String] = [:]
        for line in text(report_diagnostics_tsv()).utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            if fields.count == 2 { advice[fields[0]] = fields[1] }
        }
        return advice
    }()

    /// What it is: 序号不连续，前面缺号, as everywhere else. A code without words stands for itself.
    static func label(_ code: String) -> String { DiagnosticWording.name(ofCode: code) ?? code }
}
