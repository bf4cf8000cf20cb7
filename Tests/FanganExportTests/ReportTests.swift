import FanganFixtures
import FanganGraph
import FanganText
import Foundation
import Testing

@testable import FanganExport

/// Pages, without a browser.
@Suite struct ReportTests {
    /// A store that is not on a disk.
    private struct Plans: PlanStore {
        var texts: [String: String]
        /// Where the files were read.
        var folder = ""

        func documents() throws -> [StoredDocument] { try texts.keys.sorted().map { StoredDocument(name: $0, facts: try graph($0).document) } }
        func graph(_ name: String) throws -> TaskGraph { try plan(name).graph }
        func plan(_ name: String) throws -> (graph: TaskGraph, text: CanonicalText) {
            let text = texts[name] ?? ""
            var facts = DocumentFacts(
                id: name, work: name, source: SourceInfo(uri: folder + name + ".txt", mediaType: "text/plain", encoding: "UTF-8", sha256: String(repeating: "0", count: 64)),
                textURI: "text/\(name).txt", scalars: text.unicodeScalars.count)
            facts.title = text
            var graph = TaskGraph(generator: "test", document: facts)
            graph.diagnostics = [GraphDiagnostic(code: "outline.number-missing", severity: "warning", message: "m", span: ScalarSpan(0, min(3, text.unicodeScalars.count)))]
            return (graph, CanonicalText(text))
        }
    }

    @Test(arguments: [
        (#"{"a": "</script><!-- <b>"}"#, #"{"a": "\u003c/script>\u003c!-- \u003cb>"}"#),
        ("\"a\u{2028}b\u{2029}c\u{2027}d\u{202A}\"", "\"a\\u2028b\\u2029c\u{2027}d\u{202A}\""),
        ("\"方案𠮷\"", "\"方案𠮷\""), ("", ""),
    ]) func jsonThatMayStandInAScript(json: String, safe: String) throws {
        #expect(ScriptSafeJSON.encode(Array(json.utf8)) == safe)
        if !json.isEmpty { #expect(try JSONValue(parsing: Array(safe.utf8)) == JSONValue(parsing: Array(json.utf8))) }
    }

    @Test func aPathAsALinkHasNoMarksOfItsOwn() {
        #expect(ReportPages.link("plans/a b#?%\"<名") == "plans/a%20b%23%3F%25%22%3C%E5%90%8D")
        #expect(ReportPages.link("\u{9}-_.~") == "%09-_.%7E")
    }

    /// The digest of “abc”, from FIPS 180-4, in Base64.
    @Test func theHashThatAPolicyNames() { #expect(ReportResource.hash("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=") }

    /// A script that held the end of its element would end there.
    @Test func noResourceEndsItsOwnElement() {
        for kind in ReportKind.allCases { if let script = kind.script { #expect(!ReportResource.text(script).lowercased().contains("</script")) } }
    }

    @Test func whatADocumentSaysIsEscapedEverywhere() throws {
        let folder = try TemporaryFolder()
        let hostile = "<script>a()</script><img src=x onerror=\"b()\">{{{data}}}"
        try Report(of: Plans(texts: ["危险 #1": hostile]), failed: [Report.Failed(uri: "<i>x</i>.txt", message: "m & n")]).write(to: folder.path)
        for name in ["index.html", "tasks.html", "units.html", "quality.html", "plans/危险 #1.html"] {
            let page = try #require(folder.content(name))
            #expect(!page.contains("<script>a()") && !page.contains("<img") && !page.contains("<i>x"), "\(name)")
        }
        #expect(try #require(folder.content("index.html")).contains("&lt;img"))
        #expect(try #require(folder.content("index.html")).contains("plans/%E5%8D%B1%E9%99%A9%20%231.html"))
        #expect(try #require(folder.content("quality.html")).contains("#span=0-3"))
        #expect(try #require(folder.content("quality.html")).contains("序号不连续"))
    }

    @Test func theSamePlansGiveTheSameBytesAndOldPagesGo() throws {
        let folder = try TemporaryFolder(), other = try TemporaryFolder()
        try Report(of: Plans(texts: ["a": "甲", "b": "乙"])).write(to: folder.path)
        try Report(of: Plans(texts: ["b": "乙", "a": "甲"])).write(to: other.path)
        for name in ["index.html", "tasks.html", "units.html", "comparison.html", "quality.html", "plans/a.html", "plans/b.html"] { #expect(folder.content(name) == other.content(name) && folder.content(name) != nil) }
        try Report(of: Plans(texts: ["b": "乙"])).write(to: folder.path)
        #expect(folder.content("plans/a.html") == nil && folder.content("plans/b.html") != nil && folder.content("comparison.html") == nil)
    }

    /// More plans than a table has room for: the first page says why there is no comparison.
    @Test func aReportOverManyPlansSaysWhatItLeavesOut() throws {
        let few = try TemporaryFolder(), many = try TemporaryFolder()
        try Report(of: Plans(texts: ["a": "甲", "b": "乙"])).write(to: few.path)
        try Report(of: Plans(texts: Dictionary(uniqueKeysWithValues: (0...Report.comparedAtMost).map { ("p\($0)", "甲\($0)") }))).write(to: many.path)
        #expect(many.content("comparison.html") == nil && few.content("comparison.html") != nil)
        #expect(try #require(many.content("index.html")).contains("不超过 120 份文件"))
        #expect(try !#require(few.content("index.html")).contains("不超过"))
    }

    /// Pages are handed on: the folders of the machine are nobody's business.
    @Test func aPlanPageNamesItsFileWithoutFolders() throws {
        let folder = try TemporaryFolder()
        var plans = Plans(texts: ["a": "甲"])
        plans.folder = "/home/someone/desk/"
        try Report(of: plans).write(to: folder.path)
        let page = try #require(folder.content("plans/a.html"))
        #expect(!page.contains("/home/someone") && page.contains("</b>a.txt</span>") && page.contains("\"uri\": \"a.txt\""))
    }

    @Test func aReportOverNothingIsAReport() throws {
        let folder = try TemporaryFolder()
        #expect(try Report(of: Plans(texts: [:])).write(to: folder.path) == 0)
        #expect(try #require(folder.content("quality.html")).contains("没有待核事项"))
    }

    @Test func failedInputsAreReadFromAManifest() {
        let manifest = #"{"documents": [{"uri": "a.txt", "status": "ok"}, {"uri": "b.txt", "status": "failed", "diagnostics": [{"message": "It is empty."}]}, {"uri": "c", "status": "failed", "diagnostics": []}]}"#
        #expect(Report.Failed.all(inManifest: Array(manifest.utf8)) == [Report.Failed(uri: "b.txt", message: "It is empty."), Report.Failed(uri: "c", message: "")])
        #expect(Report.Failed.all(inManifest: [0x7B]) == [])
    }

    /// Every diagnostic of docs/diagnostics.md that a graph can hold has words on the pages; there is advice for no other.
    @Test func diagnosticsHaveNames() throws {
        let page = try String(contentsOf: PythonTools.root.appendingPathComponent("docs/diagnostics.md"), encoding: .utf8)
        let part = try #require(page.range(of: "\n# Diagnostics")), end = page.range(of: "\n# Findings", range: part.upperBound..<page.endIndex)?.lowerBound ?? page.endIndex
        let codes = page[part.upperBound..<end].split(separator: "\n").filter { $0.hasPrefix("### `") }.map { String($0.dropFirst(5).prefix { $0 != "`" }) }
        #expect(codes.count > 30)
        #expect(codes.allSatisfy { ReportResource.label($0) != $0 })
        #expect(ReportResource.advice.count > 30 && Set(ReportResource.advice.keys).isSubset(of: codes))
    }
}
