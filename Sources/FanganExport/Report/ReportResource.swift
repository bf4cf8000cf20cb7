import CReportData
import Crypto
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

    /// How the pages word a diagnostic.
    struct DiagnosticName: Sendable {
        /// What it is: 序号不连续.
        var label: String
        /// What to look at: 核对是否缺条目.
        var advice: String
    }

    /// By code; from `diagnostics.tsv`.
    static let diagnosticNames: [String: DiagnosticName] = {
        var names: [String: DiagnosticName] = [:]
        for line in text(report_diagnostics_tsv()).utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            if fields.count == 3 { names[fields[0]] = DiagnosticName(label: fields[1], advice: fields[2]) }
        }
        return names
    }()

    /// A code that the table does not have stands for itself.
    static func label(_ code: String) -> String { diagnosticNames[code]?.label ?? code }
}
