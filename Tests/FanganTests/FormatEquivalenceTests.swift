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
        var changes = TrackedChanges.accept
        /// What the facts of all plans must agree to.
        var least = 0.99
        let write: @Sendable (SourceDocument) -> [UInt8]
        var testDescription: String { name }
    }

    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    private static let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    static let formats = [
        Format(name: "html", mediaType: "text/html", write: WebPageWriter.page),
        Format(name: "docx", mediaType: word, write: WordFileWriter.typed),
        Format(name: "docx with automatic numbers", mediaType: word, write: WordFileWriter.numbered),
        Format(name: "docx with numbers by style", mediaType: word, write: WordFileWriter.numberedByStyle),
        Format(name: "docx with tracked changes", mediaType: word) { WordFileWriter.tracked($0, isAccepted: true) },
        Format(name: "docx with rejected changes", mediaType: word, changes: .reject) { WordFileWriter.tracked($0, isAccepted: false) },
        Format(name: "docx with reported changes", mediaType: word, changes: .report) { WordFileWriter.tracked($0, isAccepted: true) },
        Format(name: "docx with text boxes", mediaType: word, write: WordFileWriter.boxed),
        Format(name: "docx with footnotes", mediaType: word, write: WordFileWriter.noted),
        Format(name: "xlsx", mediaType: sheet, write: SheetFileWriter.page),
    ]

    /// Fixed pages: paragraphs and tables come from where the characters stand.
    static let pages = set("", Typesetter.Style()) + set(" with heads, marks that hang and ragged lines", .other) + set(" without rules", .unruled)

    /// OFD and PDF files of pages that are set in one style.
    private static func set(_ name: String, _ style: Typesetter.Style) -> [Format] {
        [Format(name: "ofd" + name, mediaType: "application/ofd", least: 0.97) { OFDFileWriter.file(Typesetter.pages($0, style: style)) }]
            + (PDFTool.isThere ? [Format(name: "pdf" + name, mediaType: "application/pdf", least: 0.97) { PDFFileWriter.file(Typesetter.pages($0, style: style)) }] : [])
    }

    /// With embedded fonts, and placed by another program.
    @Test(.enabled(if: OfficeFileWriter.canPrint && PDFTool.isThere, "needs LibreOffice with its Writer, the Noto fonts for Chinese and mutool, which are not installed here"))
    func plansPrintedByLibreOffice() throws {
        // Our Word files draw no rules around their tables.
        try compare(try Repository.texts(Self.corpus).map(Self.plan) + [Self.tablePlan], Conversion(ending: "pdf", mediaType: "application/pdf", least: 0.97, write: WordFileWriter.typed))
    }

    @Test(arguments: formats + pages) func examplePlans(_ format: Format) throws {
        let files = Repository.texts(Self.corpus)
        #expect(files.count >= 12)
        try compare(files.map(Self.plan), format)
    }

    @Test(.enabled(if: Repository.hasShared, "needs the documents of ../shared, which are not here"), arguments: formats + pages)
    func realPlans(_ format: Format) throws { try compare(Self.realFiles.map(Self.plan), format) }

    /// What a page's table says of the document counts where the text is silent.
    @Test func factsOfAPage() throws {
        let html = "<html><body><div><p>索引号：1</p><p>发文字号：绩政办〔2023〕912号</p><p>成文日期：2023-01-02</p></div><h1>绩溪县防汛工作实施方案</h1><p>为做好工作，制定本方案。</p><p>一、任务</p><p>做好工作，落实到位。</p></body></html>"
        let document = try Pipeline().run(bytes: Array(html.utf8), uri: "plan", name: "plan").graph.document
        #expect(document.title == "绩溪县防汛工作实施方案" && document.number == "绩政办〔2023〕912号" && document.issued == "2023-01-02")
    }

    // MARK: Merged cells

    static let mergedFormats = [
        Format(name: "html", mediaType: "text/html", write: WebPageWriter.merged),
        Format(name: "docx", mediaType: word, write: WordFileWriter.merged),
        Format(name: "xlsx", mediaType: sheet, write: SheetFileWriter.merged),
    ] + set(" with titles on every page", .merged()) + set(" with titles once", .merged { $0.repeatsTableHead = false })
        + set(" with rows kept whole", .merged { $0.breaksRows = false })

    /// A table of several pages whose units and deadlines stand in cells merged over many rows: as if each row said them.
    private static let tablePlan = Plan(name: "table", bytes: Array("""
        # 某县优化营商环境任务分工表

        | 序号 | 工作任务 | 牵头单位 | 责任单位 | 完成时限 |
        |---|---|---|---|---|
        \((1...90).map { "| \($0) | 推进第\($0)项改革，压减办理时间，全年办件不少于\($0 * 10)件，并逐项公开办事指南。 | \(units[($0 - 1) / 40]) | \(units[3 + ($0 - 1) / 7 % 4]) | 2024年\(6 + ($0 - 1) / 20)月底前 |" }.joined(separator: "\n"))

        """.utf8))
    private static let units = ["县发展和改革局", "县司法局", "县审计局", "县财政局", "县民政局、县教育局", "县水利局", "各乡镇人民政府"]

    @Test(arguments: mergedFormats) func cellsMergedOverPages(_ format: Format) throws { try compare([Self.tablePlan], format) }

    /// Without rules nothing says how far a cell reaches; rows without any unit have that of the row above, over a page's end too.
    private static let groupedPlan = Plan(name: "groups", bytes: Array("""
        # 某县优化营商环境任务分工表

        | 序号 | 工作任务 | 责任单位 | 完成时限 |
        |---|---|---|---|
        \((1...60).map { "| \($0) | 推进第\($0)项改革，压减办理时间，全年办件不少于\($0 * 10)件，并逐项公开办事指南。 | \(units[($0 - 1) / 11]) | 2024年\(6 + ($0 - 1) / 11)月底前 |" }.joined(separator: "\n"))

        """.utf8))

    @Test(arguments: set(" without rules", .merged { $0.drawsRules = false }) + set(" without rules, titles once", .merged { ($0.drawsRules, $0.repeatsTableHead) = (false, false) }))
    func cellsSharedWithoutRules(_ format: Format) throws { try compare([Self.groupedPlan], format) }

    // MARK: Through LibreOffice

    /// What LibreOffice makes of our Word files, and reads again. Starting it takes seconds, so that only .doc is tried on all.
    static let converted = [
        Conversion(ending: "doc", mediaType: "application/msword", write: WordFileWriter.typed),
        Conversion(ending: "doc", variant: "automatic numbers", mediaType: "application/msword", write: WordFileWriter.numberedApart),
        Conversion(ending: "odt", mediaType: "application/vnd.oasis.opendocument.text", most: 2, write: WordFileWriter.typed),
        Conversion(ending: "rtf", mediaType: "application/rtf", most: 2, write: WordFileWriter.typed),
    ]

    struct Conversion: Sendable, CustomTestStringConvertible {
        let ending: String
        var variant = ""
        let mediaType: String
        var most = 8
        var least = 0.99
        let write: @Sendable (SourceDocument) -> [UInt8]
        var testDescription: String { variant.isEmpty ? ending : "\(ending) with \(variant)" }
    }

    @Test(.enabled(if: OfficeFileWriter.isPossible, "needs LibreOffice with its Writer, which is not installed here"), arguments: converted)
    func plansThroughLibreOffice(_ conversion: Conversion) throws {
        let files = Repository.texts(Self.corpus).prefix(conversion.most)
        try compare(files.map(Self.plan) + (conversion.most > 2 ? [Self.tablePlan] : []), conversion)
    }

    @Test(.enabled(if: OfficeFileWriter.isPossible && Repository.hasShared, "needs LibreOffice with its Writer and the documents of ../shared"))
    func realPlansThroughLibreOffice() throws { try compare(Self.realFiles.map(Self.plan), Self.converted[0]) }

    /// Merged cells, tracked changes, text boxes and notes come through .doc as well.
    @Test(.enabled(if: OfficeFileWriter.isPossible, "needs LibreOffice with its Writer, which is not installed here"))
    func structuresThroughLibreOffice() throws {
        let plan = try Self.plan(Self.corpus.appendingPathComponent("05-luoyang-old-communities.txt"))
        try compare([Self.tablePlan], Conversion(ending: "doc", mediaType: "application/msword", write: WordFileWriter.merged))
        try compare([plan], Conversion(ending: "doc", mediaType: "application/msword") { WordFileWriter.tracked($0, isAccepted: true) })
        try compare([plan], Conversion(ending: "doc", mediaType: "application/msword", write: WordFileWriter.noted))
    }

    // MARK: Comparing

    private static let corpus = Repository.root.appendingPathComponent("corpus")

    /// The seeds, and the plans of ../shared for which it is known what is right.
    private static var realFiles: [URL] {
        let gold = ["024-jiangxi-covid-20-a.txt", "030-baotou-2022-digital-gov-assessment.txt", "082-zhaotong-2023-housing-opinions.txt", "140-shaanxi-samr-2023-breakthrough-plan.txt"]
        return Repository.texts(Repository.shared.appendingPathComponent("seeds")) + gold.map { Repository.shared.appendingPathComponent("corpus/" + $0) }
    }

    private struct Plan {
        var name: String
        var bytes: [UInt8]
        func document() throws -> SourceDocument { try DocumentReader().read(bytes: bytes, uri: name).0 }
    }

    private static func plan(_ file: URL) throws -> Plan { Plan(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file))) }

    private func compare(_ plans: [Plan], _ format: Format) throws {
        try compare(plans, format.name, format.mediaType, format.changes, format.least) { try $0.map { format.write(try $0.document()) } }
    }

    private func compare(_ plans: [Plan], _ conversion: Conversion) throws {
        try compare(plans, conversion.testDescription, conversion.mediaType, .accept, conversion.least) { plans in
            OfficeFileWriter.convert(try plans.map { conversion.write(try $0.document()) }, to: conversion.ending)
        }
    }

    private func compare(_ plans: [Plan], _ name: String, _ mediaType: String, _ changes: TrackedChanges, _ least: Double, _ write: ([Plan]) throws -> [[UInt8]]) throws {
        let checked = try CheckedPipeline(), pipeline = try Pipeline(changes: changes)
        var total: [String: Agreement] = [:]
        for (plan, file) in zip(plans, try write(plans)) {
            let then = Facts(try checked.pipeline.run(bytes: plan.bytes, uri: "plan", name: "plan").graph)
            let converted = try pipeline.run(bytes: file, uri: "plan", name: "plan")
            #expect(converted.graph.document.source.mediaType == mediaType)
            #expect(checked.problems(converted) == [], "\(plan.name)")
            let now = Facts(converted.graph)
            for (what, a, b) in [("items", then.items, now.items), ("responsible", then.responsible, now.responsible), ("due", then.due, now.due), ("scores", then.scores, now.scores)] {
                let known = Agreement(both: a.intersection(b).count, then: a.count, now: b.count)
                total[what, default: Agreement()].add(known)
                // A page mark that a hard line end hides in the text is found where the line is whole, and so on.
                #expect(known.f1 >= 0.95, "\(plan.name) \(what): lost \(a.subtracting(b).sorted().prefix(5)), new \(b.subtracting(a).sorted().prefix(5))")
            }
        }
        #expect((total["items"]?.then ?? 0) > 0)
        for (what, known) in total { #expect(known.f1 >= least, "\(name) \(what)") }
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
    static var unruled: Typesetter.Style {
        var style = Typesetter.Style()
        style.drawsRules = false
        return style
    }

    static func merged(_ change: (inout Typesetter.Style) -> Void = { _ in }) -> Typesetter.Style {
        var style = Typesetter.Style()
        style.mergesCells = true
        change(&style)
        return style
    }

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
