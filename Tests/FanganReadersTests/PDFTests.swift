import FanganFixtures
@testable import FanganReaders
import FanganText
import Foundation
import Testing

private let tool = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { $0 + "/mutool" }.first { FileManager.default.isExecutableFile(atPath: $0) }

private func read(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws -> (SourceDocument, [Diagnostic]) {
    try DocumentReader(limits: limits).read(bytes: bytes, uri: "plan.pdf")
}

/// Pages of lines of 16 points: place from the left in characters, height in points, text.
private func pages(_ contents: [[(Double, Double, String)]]) -> [PrintedPage] {
    contents.map { lines in
        var page = PrintedPage()
        page.lines = lines.map { x, y, text in
            let scalars = Array(text.unicodeScalars)
            var lefts: [Double] = [], at = 74 + x * 16
            for scalar in scalars {
                lefts.append(at)
                at += scalar.value < 0x100 ? 8 : 16
            }
            return PrintedPage.Line(scalars: scalars, lefts: lefts, baseline: y, size: 16)
        }
        return page
    }
}

@Suite struct PDFWithoutProgramTests {
    @Test func aMissingProgramIsNamedWithItsPackage() {
        let input = ReaderInput(bytes: PDFFileWriter.file(pages([[(2, 200, "一、任务")]])), uri: "plan.pdf")
        let failure = ReadFailure.toolMissing(format: "PDF", tool: "mutool (MuPDF)", package: "mupdf-tools")
        #expect(throws: failure) { try PDFReader(path: "/nowhere").read(input) }
        #expect(failure.message.contains("mupdf-tools"))
    }

    /// What XML does not know becomes blanks; all else stays.
    @Test func oddCharactersOfATrace() {
        #expect(TraceText.parsable(Array("a&#x1;b&#xffff;c&#65;&#x4e00;&lt;\u{1}".utf8)) == Array("a     b        c&#65;&#x4e00;&lt; ".utf8))
        #expect(TraceText.parsable([0x61, 0xFF]) == Array("a\u{FFFD}".utf8))
    }
}

@Suite(.enabled(if: tool != nil, "needs mutool (package mupdf-tools), which is not installed here")) struct PDFTests {
    @Test func paragraphsFurnitureAndPlaces() throws {
        let text = "坚持以人民为中心，全面推进农村厕所改造工作，把任务落到𠮷"
        let (document, found) = try read(PDFFileWriter.file(pages([
            [(2, 200, String(text.prefix(26))), (0, 229, "实处，2025年底前完成。"), (2, 258, "二、工作任务"), (12, 780, "— 1 —")],
            [(2, 200, "（一）抓好管护。（市农业农村局）"), (12, 780, "— 2 —")],
        ])))
        #expect(paragraphs(document) == [String(text.prefix(26)) + "实处，2025年底前完成。", "二、工作任务", "（一）抓好管护。（市农业农村局）"])
        #expect(furniture(document, .pageMark) == ["— 1 —", "— 2 —"])
        #expect(found.isEmpty && document.source.mediaType == "application/pdf")
        #expect(document.blocks.map { $0.places.map(\.page) } == [[1], [1], [2]])
        let box = try #require(document.blocks.last?.places.first?.box)
        #expect(abs(box.left - 106) < 0.5 && abs(box.bottom - 202) < 2)
    }

    @Test func fontsWithoutAMapOfTheirCodes() throws {
        let set = pages([[(2, 200, "一、工作任务")]])
        #expect { try read(PDFFileWriter.file(set, isMapped: false)) } throws: { ($0 as? ReadFailure)?.code == "read.no-text" }
    }

    @Test func picturesAndEmptyPages() throws {
        let picture = PDFFileWriter.stream("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q")
        let file = PDFFileWriter.assembled(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>", picture])
        #expect(throws: ReadFailure.noText(format: "PDF", reason: "its pages are pictures")) { try read(file) }
        #expect(throws: ReadFailure.empty) { try read(PDFFileWriter.file(pages([[]]))) }
    }

    @Test func lockedFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fangan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (plain, locked) = (folder.appendingPathComponent("a.pdf"), folder.appendingPathComponent("b.pdf"))
        try Data(PDFFileWriter.file(pages([[(2, 200, "一、任务")]]))).write(to: plain)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(tool))
        process.arguments = ["clean", "-E", "aes-256", "-U", "secret", "-O", "owner", plain.path, locked.path]
        try process.run()
        process.waitUntilExit()
        let bytes = [UInt8](try Data(contentsOf: locked))
        #expect(throws: ReadFailure.encrypted(format: "PDF")) { try read(bytes) }
    }

    @Test func filesThatAreNone() {
        #expect { try read(Array("%PDF-1.7\nnothing".utf8)) } throws: { ($0 as? ReadFailure)?.code == "read.damaged" }
    }

    @Test func timeAndRoomAreLimited() {
        let file = PDFFileWriter.file(pages([[(2, 200, "一、工作任务")]]))
        #expect(throws: ReadFailure.tooSlow(format: "PDF", seconds: 0)) { try read(file, limits: ReadLimits(seconds: 0)) }
        // A file of a few bytes with a million pages.
        let endless = PDFFileWriter.assembled(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[\(String(repeating: "3 0 R ", count: 100))]/Count 1000000/MediaBox[0 0 595 842]>>",
            "<</Type/Pages/Parent 2 0 R/Kids[\(String(repeating: "4 0 R ", count: 100))]/Count 10000>>", "<</Type/Pages/Parent 3 0 R/Kids[\(String(repeating: "5 0 R ", count: 100))]/Count 100>>", "<</Type/Page/Parent 4 0 R>>"])
        #expect { try read(endless, limits: ReadLimits(maxUnpackedBytes: 1 << 20, seconds: 10)) } throws: { ["read.damaged", "read.timeout", "read.empty"].contains(($0 as? ReadFailure)?.code) }
    }
}
