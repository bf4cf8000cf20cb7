import FanganExport
import FanganFixtures
import FanganGraph
import FanganReaders
import FanganText
import Foundation
import Testing
@testable import Fangan

/// A plan gives the same tasks whatever format it comes in: every example plan is converted and both graphs compared.
@Suite struct FormatEquivalenceTests {
    struct Format: Sendable, CustomTestStringConvertible {
        let name: String
        let mediaType: String
        /// What the tables of facts must agree to.
        var least = 0.99
        let write: @Sendable (SourceDocument) -> [UInt8]
        var testDescription: String { name }
    }

    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    static let formats = [
        Format(name: "html", mediaType: "text/html", write: WebPageWriter.page),
        Format(name: "docx", mediaType: word, write: WordFileWriter.typed),
        Format(name: "docx with automatic numbers", mediaType: word, write: WordFileWriter.numbered),
        Format(name: "xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write: SheetFileWriter.page),
    ]

    /// Fixed pages: paragraphs and tables come from where the characters stand.
    static let pages = [
        Format(name: "ofd", mediaType: "application/ofd", least: 0.97, write: OFDFileWriter.page),
        Format(name: "ofd with heads, marks that hang and ragged lines", mediaType: "application/ofd", least: 0.97) { OFDFileWriter.file(Typesetter.pages($0, style: .other)) },
    ] + (PDFTool.isThere ? [
        Format(name: "pdf", mediaType: "application/pdf", least: 0.97, write: PDFFileWriter.page),
        Format(name: "pdf with heads, marks that hang and ragged lines", mediaType: "application/pdf", least: 0.97) { PDFFileWriter.file(Typesetter.pages($0, style: .other)) },
    ] : [])

    /// What LibreOffice makes of our Word files, and reads again.
    static let converted = [
        Format(name: "doc", mediaType: "application/msword") { OfficeFileWriter.convert(WordFileWriter.typed($0), to: "doc") },
        Format(name: "odt", mediaType: "application/vnd.oasis.opendocument.text") { OfficeFileWriter.convert(WordFileWriter.typed($0), to: "odt") },
        Format(name: "rtf", mediaType: "application/rtf") { OfficeFileWriter.convert(WordFileWriter.typed($0), to: "rtf") },
    ]

    /// With embedded fonts, and placed by another program.
    private static let printed = Format(name: "pdf by LibreOffice", mediaType: "application/pdf", least: 0.97) { OfficeFileWriter.convert(WordFileWriter.typed($0), to: "pdf") }

    @Test(.enabled(if: OfficeFileWriter.isPossible && PDFTool.isThere, "needs LibreOffice (soffice) and mutool, which are not installed here"))
    func plansPrintedByLibreOffice() throws {
        // A table without rules is not told from text yet, and our Word files draw none.
        let plain = try Repository.texts(Repository.root.appendingPathComponent("corpus")).filter { file in
            try DocumentReader().read(bytes: [UInt8](Data(contentsOf: file)), uri: "plan").0.blocks.allSatisfy { $0.cell == nil }
        }
        try compare(Array(plain.prefix(8)), Self.printed)
    }

    @Test(.enabled(if: OfficeFileWriter.isPossible, "needs LibreOffice (soffice), which is not installed here"), arguments: converted)
    func plansThroughLibreOffice(_ format: Format) throws {
        let files = Repository.texts(Repository.root.appendingPathComponent("corpus"))
        // Starting it takes seconds: all plans as .doc would be a minute.
        // Not covered: tables through .doc. The one of 03-jiangnan-fire-duty-list comes back as plain paragraphs; whether that is
        // the file we write or LibreOffice is not known.
        let plain = try files.filter { file in try DocumentReader().read(bytes: [UInt8](Data(contentsOf: file)), uri: "plan").0.blocks.allSatisfy { $0.cell == nil } }
        try compare(Array((format.name == "doc" ? plain : files).prefix(format.name == "doc" ? 8 : 2)), format)
    }

    @Test(arguments: formats + pages) func examplePlans(_ format: Format) throws {
        let files = Repository.texts(Repository.root.appendingPathComponent("corpus"))
        #expect(files.count >= 12)
        try compare(files, format)
    }

    @Test(.enabled(if: Repository.hasShared, "needs the documents of ../shared, which are not here"), arguments: formats + pages)
    func realPlans(_ format: Format) throws {
        let gold = ["024-jiangxi-covid-20-a.txt", "030-baotou-2022-digital-gov-assessment.txt", "082-zhaotong-2023-housing-opinions.txt", "140-shaanxi-samr-2023-breakthrough-plan.txt"]
        try compare(Repository.texts(Repository.shared.appendingPathComponent("seeds")) + gold.map { Repository.shared.appendingPathComponent("corpus/" + $0) }, format)
    }

    private func compare(_ files: [URL], _ format: Format) throws {
        let checked = try CheckedPipeline()
        var total: [String: Agreement] = [:]
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: file))
            let plain = try checked.pipeline.run(bytes: bytes, uri: "plan", name: "plan")
            let document = try DocumentReader().read(bytes: bytes, uri: file.lastPathComponent).0
            let written = format.write(document)
            try keep(written, file, format)
            let converted = try checked.pipeline.run(bytes: written, uri: "plan", name: "plan")
            #expect(converted.graph.document.source.mediaType == format.mediaType)
            #expect(checked.problems(converted) == [], "\(file.lastPathComponent)")
            let (then, now) = (Facts(plain.graph), Facts(converted.graph))
            for (what, a, b) in [("items", then.items, now.items), ("responsible", then.responsible, now.responsible), ("due", then.due, now.due), ("scores", then.scores, now.scores)] {
                let known = Agreement(both: a.intersection(b).count, then: a.count, now: b.count)
                total[what, default: Agreement()].add(known)
                // A page mark that a hard line end hides in the text is found where the line is whole, and so on.
                #expect(known.f1 >= 0.95, "\(file.lastPathComponent) \(what): lost \(a.subtracting(b).sorted().prefix(5)), new \(b.subtracting(a).sorted().prefix(5))")
            }
        }
        for (what, known) in total { #expect(known.f1 >= format.least, "\(format.name) \(what)") }
    }

    /// For those who want to look at the files, or give them to other programs.
    private func keep(_ bytes: [UInt8], _ file: URL, _ format: Format) throws {
        guard let folder = ProcessInfo.processInfo.environment["FANGAN_KEEP_FIXTURES"] else { return }
        try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(file.deletingPathExtension().lastPathComponent + " " + format.name))
    }

    private struct Agreement {
        var both = 0, then = 0, now = 0
        var f1: Double { then + now == 0 ? 1 : 2 * Double(both) / Double(then + now) }
        mutating func add(_ other: Agreement) {
            both += other.both
            then += other.then
            now += other.now
        }
    }

    /// What two graphs of one plan must share.
    private struct Facts {
        var items: Set<String> = [], responsible: Set<String> = [], due: Set<String> = [], scores: Set<String> = []

        init(_ graph: TaskGraph) {
            let json = (try? JSONSerialization.jsonObject(with: Data(GraphJSON.encode(graph)))) as? [String: Any] ?? [:]
            for node in json["nodes"] as? [[String: Any]] ?? [] {
                guard let id = node["id"] as? String, ["section", "task", "item"].contains(node["type"] as? String ?? "") else { continue }
                let text = ((node["text"] as? String) ?? "").filter { !$0.isWhitespace }
                items.insert("\(id)|\(node["type"] ?? "")|\(node["role"] ?? "")|\(node["label"] ?? "")|\(node["heading"] ?? "")|\(text)")
                for due in node["due"] as? [[String: Any]] ?? [] { self.due.insert("\(id)|\(due["date"] ?? "")") }
                for score in node["scores"] as? [[String: Any]] ?? [] { scores.insert("\(id)|\(score["points"] ?? "")|\(score["quote"] ?? "")") }
            }
            for edge in json["edges"] as? [[String: Any]] ?? [] where edge["type"] as? String == "responsible" {
                responsible.insert("\(edge["from"] ?? "")|\(edge["to"] ?? "")|\(edge["role"] ?? "")|\(edge["basis"] ?? "")")
            }
        }
    }
}

private extension Typesetter.Style {
    static var other: Typesetter.Style {
        var style = Typesetter.Style()
        style.isJustified = false
        style.hangsMarks = true
        style.runningHead = "某某市人民政府办公室文件"
        style.repeatsTableHead = false
        style.breaksRows = false
        return style
    }
}

/// Whether the program is there by which PDF is read.
enum PDFTool {
    static let isThere = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains { FileManager.default.isExecutableFile(atPath: $0 + "/mutool") }
}
