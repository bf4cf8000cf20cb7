@testable import Fangan
import FanganComparison
import FanganGraph
import Foundation
import Testing

/// Pairs of duties of real plans that were read and judged before the threshold was chosen.
struct AnnotatedPairsTests {
    private struct Pair { var group: String, first: String, second: String, isOne: Bool }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let corpus = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpus")
    static let isThere = FileManager.default.fileExists(atPath: corpus.path)

    private static func pairs() throws -> [Pair] {
        let lines = String(decoding: try Data(contentsOf: folder.appendingPathComponent("AnnotatedPairs.tsv")), as: UTF8.self).split(separator: "\n")
        return lines.filter { !$0.hasPrefix("#") }.map { line in
            let cells = line.split(separator: "\t").map(String.init)
            return Pair(group: cells[0], first: cells[1] + "/" + cells[2], second: cells[3] + "/" + cells[4], isOne: cells[5] == "1")
        }
    }

    /// By the digest of its file.
    private static func graphs(_ wanted: Set<String>) throws -> [String: TaskGraph] {
        let pipeline = try Pipeline()
        var graphs: [String: TaskGraph] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: corpus, includingPropertiesForKeys: nil) where file.pathExtension == "txt" {
            let bytes = [UInt8](try Data(contentsOf: file)), digest = SHA256Hex.digest(of: bytes)
            if wanted.contains(digest) { graphs[digest] = try pipeline.run(bytes: bytes, uri: file.lastPathComponent, name: file.lastPathComponent).graph }
        }
        return graphs
    }

    @Test(.enabled(if: isThere, "needs the documents of ../shared, which are not here"))
    func pairsAreJudgedAsReadersDid() throws {
        let pairs = try Self.pairs()
        func digest(_ place: String) -> String { String(place.prefix(64)) }
        let graphs = try Self.graphs(Set(pairs.flatMap { [digest($0.first), digest($0.second)] }))
        var hits = 0, found = 0, right = 0
        for (_, group) in Dictionary(grouping: pairs, by: \.group) {
            let documents = Set(group.flatMap { [digest($0.first), digest($0.second)] }).sorted()
            let comparison = Comparison(documents.compactMap { graphs[$0] })
            var topics: [String: Int] = [:]
            for (number, topic) in comparison.topics.enumerated() {
                for member in topic.members.map({ comparison.duties[$0] }) {
                    topics[comparison.documents[member.document].facts.source.sha256 + "/" + member.path.joined(separator: "/")] = number
                }
            }
            for pair in group {
                let isOne = topics[pair.first].map { $0 == topics[pair.second] } ?? false
                hits += isOne && pair.isOne ? 1 : 0
                found += isOne ? 1 : 0
                right += pair.isOne ? 1 : 0
            }
        }
        // Measured: precision .90, recall .91.
        #expect(Double(hits) >= 0.85 * Double(found))
        #expect(Double(hits) >= 0.85 * Double(right))
    }
}
