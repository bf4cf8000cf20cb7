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

    /// What a person does about a message depends on how grave it is: the page and the sources must say the same.
    @Test func everySeverityIsTheOneOnThePage() throws {
        let page = try Self.sections()
        var seen = 0
        for file in try Self.sources() {
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: /(?:Diagnostic|LintFinding)\(\s*"([a-z]+\.[a-z0-9-]+)",\s*\.(error|warning|note)\b/) {
                seen += 1
                let section = page[String(match.1)] ?? ""
                #expect(section.contains(match.2.prefix(1).uppercased() + match.2.dropFirst()), "\(match.1) is emitted as \(match.2)")
            }
        }
        #expect(seen >= 20)
    }

    /// Every section says what it is about and what to do: more than one sentence.
    @Test func everySectionExplains() throws {
        for (code, text) in try Self.sections() { #expect(text.count { $0 == "." || $0 == ":" } >= 1 && text.count >= 40, "\(code)") }
    }

    private static func sections() throws -> [String: String] {
        let page = try String(contentsOf: Repository.root.appendingPathComponent("docs/diagnostics.md"), encoding: .utf8)
        var sections: [String: String] = [:]
        for section in page.split(separator: "\n### `").dropFirst() {
            guard let end = section.firstIndex(of: "`") else { continue }
            let text = String(section[section.index(after: end)...])
            sections[String(section[..<end])] = text.components(separatedBy: "\n#")[0]
        }
        return sections
    }

    /// String literals of the form `stage.what` in the code. File names (`stems.tsv`) have the same form and are told by
    /// their endings.
    private static func emittedCodes() throws -> Set<String> {
        let fileEndings: Set<Substring> = ["tsv", "bin", "txt", "md", "csv", "json", "ndjson", "sqlite", "xlsx", "html", "cypher", "sh", "sql", "jsonld", "graphml", "ics", "so"]
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
