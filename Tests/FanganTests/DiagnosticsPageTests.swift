import Foundation
import Testing

/// `docs/diagnostics.md` explains every code that the sources can emit, and none besides.
@Suite struct DiagnosticsPageTests {
    @Test func everyCodeIsExplained() throws {
        let emitted = try Self.emittedCodes()
        #expect(emitted.count >= 20)
        let explained = try Self.explainedCodes()
        #expect(emitted.subtracting(explained).sorted() == [], "codes without a heading on the page")
        #expect(explained.subtracting(emitted).sorted() == [], "headings for codes that no source emits")
    }

    /// String literals of the form `stage.what` in the code. File names (`stems.tsv`) have the same form and are told by
    /// their endings.
    private static func emittedCodes() throws -> Set<String> {
        let fileEndings: Set<Substring> = ["tsv", "bin", "txt", "md", "csv", "json", "ndjson"]
        var codes: Set<String> = []
        for file in try sources() {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !isComment(line) {
                for match in line.matches(of: /"([a-z]+\.([a-z0-9]+(?:-[a-z0-9]+)*))"/) where !fileEndings.contains(match.2) {
                    codes.insert(String(match.1))
                }
            }
        }
        return codes
    }

    private static func explainedCodes() throws -> Set<String> {
        let page = try String(contentsOf: Repository.root.appendingPathComponent("docs/diagnostics.md"), encoding: .utf8)
        return Set(page.matches(of: /\n### `([^`]+)`\n/).map { String($0.1) })
    }

    private static func sources() throws -> [URL] {
        let folder = Repository.root.appendingPathComponent("Sources")
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
            .map { folder.appendingPathComponent($0) }
    }

    private static func isComment(_ line: Substring) -> Bool {
        line.drop { $0 == " " }.hasPrefix("//")
    }
}
