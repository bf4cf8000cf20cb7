@testable import Fangan
import FanganComparison
import FanganGraph
import Foundation
import Testing

/// Topics against those that readers wrote down: pairs of duties of different plans, right if both stand in one topic.
struct TopicScoreTests {
    private struct Annotation: Decodable {
        struct Topic: Decodable { var members: [[String]] }
        var documents: [String: String]
        var topics: [Topic]
        var alone: [[String]]
    }

    private struct Floor: Decodable { var precision: Double, f1: Double }

    /// Pairs that are right, found, to find.
    struct Score: CustomStringConvertible {
        var right = 0, found = 0, wanted = 0
        var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
        var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }
        var f1: Double { right == 0 ? 0 : 2 * precision * recall / (precision + recall) }
        var description: String { "precision \(precision), recall \(recall), F1 \(f1): \(right) right of \(found), \(wanted) to find" }
    }

    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    private static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
    static let isThere = FileManager.default.fileExists(atPath: shared.appendingPathComponent("eval/compare").path)

    private static func floors() throws -> [String: Floor] {
        try JSONDecoder().decode([String: Floor].self, from: Data(contentsOf: root.appendingPathComponent("Tests/Scores/compare.json")))
    }

    private static func annotations(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    }

    private static func document(_ name: String) -> URL? {
        [shared.appendingPathComponent("seeds"), shared.appendingPathComponent("corpus"), root.appendingPathComponent("corpus"), tests.appendingPathComponent("Development"), tests.appendingPathComponent("Lists")]
            .map { $0.appendingPathComponent(name) }.first { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// Labels as printed, but for width and blanks: （一）, (一) and ( 一 ) are one.
    private static func label(_ text: String) -> String {
        (text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text).filter { !$0.isWhitespace }
    }

    private static func score(_ file: URL) throws -> Score {
        let annotation = try JSONDecoder().decode(Annotation.self, from: Data(contentsOf: file))
        let pipeline = try Pipeline()
        var graphs: [TaskGraph] = [], keys: [String: String] = [:]
        for (key, name) in annotation.documents.sorted(by: { $0.key < $1.key }) {
            let place = try #require(document(name), "\(name) is not there")
            let graph = try pipeline.run(bytes: [UInt8](Data(contentsOf: place)), uri: name, name: name).graph
            keys[graph.document.id] = key
            graphs.append(graph)
        }
        let comparison = Comparison(graphs)
        func name(_ path: [String]) -> [String] { [path[0]] + path.dropFirst().map(label) }
        func name(_ place: Int) -> [String] {
            let duty = comparison.duties[place]
            return [keys[comparison.documents[duty.document].facts.id] ?? ""] + duty.path.map(label)
        }
        let known = Set(annotation.topics.flatMap(\.members).map(name) + annotation.alone.map(name))
        let wanted = pairs(annotation.topics.map { $0.members.map(name) })
        let found = pairs(comparison.topics.map { $0.members.map { name($0) }.filter(known.contains) })
        return Score(right: wanted.intersection(found).count, found: found.count, wanted: wanted.count)
    }

    private static func pairs(_ groups: [[[String]]]) -> Set<[[String]]> {
        var result: Set<[[String]]> = []
        for group in groups {
            let members = Set(group).sorted { $0.lexicographicallyPrecedes($1) }
            for (i, a) in members.enumerated() { for b in members[(i + 1)...] where a[0] != b[0] { result.insert([a, b]) } }
        }
        return result
    }

    @Test(.enabled(if: isThere, "needs the documents of ../shared, which are not here"))
    func topicsOfPlansInNearWordingAreFound() throws { try Self.check("Development", floor: "development", pairs: 400) }

    /// Plans in different words, each beside a list of about two hundred duties by organ.
    @Test func topicsOfPlansAndLongListsAreFound() throws { try Self.check("Lists", floor: "lists", pairs: 1200) }

    private static func check(_ folder: String, floor: String, pairs: Int) throws {
        let floor = try #require(try floors()[floor])
        var whole = Score()
        for file in try annotations(in: tests.appendingPathComponent(folder)) {
            let score = try score(file)
            (whole.right, whole.found, whole.wanted) = (whole.right + score.right, whole.found + score.found, whole.wanted + score.wanted)
        }
        #expect(whole.wanted > pairs)
        #expect(whole.precision >= floor.precision && whole.f1 >= floor.f1, "\(whole)")
    }

    @Test(.enabled(if: isThere, "needs the documents of ../shared, which are not here"))
    func topicsOfOtherPlansAreFound() throws {
        let floor = try #require(try Self.floors()["seeds"])
        for file in try Self.annotations(in: Self.shared.appendingPathComponent("eval/compare")) {
            let score = try Self.score(file)
            #expect(score.precision >= floor.precision && score.f1 >= floor.f1, "\(file.lastPathComponent): \(score)")
        }
    }
}
