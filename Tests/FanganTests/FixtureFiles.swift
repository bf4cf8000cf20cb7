import FanganFixtures
import FanganReaders
import Foundation
import Testing

/// Writes the example plans as Word files with automatic numbers, web pages, PDF and OFD, for `Benchmarks/side-by-side.py`:
/// `FANGAN_FIXTURES=DIR swift test --filter FixtureFiles`.
@Suite struct FixtureFiles {
    private static let folder = ProcessInfo.processInfo.environment["FANGAN_FIXTURES"]

    @Test(.enabled(if: folder != nil, "writes files only where FANGAN_FIXTURES names a folder")) func written() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        for file in Repository.texts(Repository.root.appendingPathComponent("corpus")) {
            let document = try DocumentReader().read(bytes: [UInt8](try Data(contentsOf: file)), uri: "plan").0
            let name = file.deletingPathExtension().lastPathComponent
            for (ending, bytes) in [("docx", WordFileWriter.numbered(document)), ("html", WebPageWriter.page(of: document)), ("pdf", PDFFileWriter.page(document)), ("ofd", OFDFileWriter.page(document))] {
                try Data(bytes).write(to: folder.appendingPathComponent("\(name).\(ending)"))
            }
        }
    }
}
