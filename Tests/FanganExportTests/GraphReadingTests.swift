import FanganGraph
import Foundation
import Testing

@testable import FanganExport

/// Graphs that are read back are those that were written.
@Suite struct GraphReadingTests {
    @Test func theSampleComesBack() throws {
        let bytes = GraphJSON.encode(SampleGraph().graph)
        #expect(try GraphJSON.encode(TaskGraph(parsing: bytes)) == bytes)
    }

    /// The expected graphs of all example plans, byte for byte.
    @Test func everyExampleComesBack() throws {
        let folder = PythonTools.root.appendingPathComponent("Tests/Golden")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { $0.lastPathComponent.hasSuffix(".graph.json") }
        #expect(files.count >= 15)
        for file in files {
            let bytes = try [UInt8](Data(contentsOf: file))
            #expect(try GraphJSON.encode(TaskGraph(parsing: bytes)) == bytes, "\(file.lastPathComponent)")
        }
    }

    /// Whatever is changed in a graph is read or refused, never a trap.
    @Test func damagedGraphsAreRefused() throws {
        var graph = SampleGraph().graph
        graph.items = [graph.items[1]]
        let mutations = try JSONMutations(of: JSONValue(parsing: GraphJSON.encode(graph))).all
        var refused = 0
        for mutation in mutations { if (try? TaskGraph(parsing: Array(JSONMutations.text(mutation.value).utf8))) == nil { refused += 1 } }
        #expect(refused > 200)
        #expect(throws: JSONValue.SyntaxError.self) { try TaskGraph(parsing: Array("{".utf8)) }
        #expect(throws: GraphReadFailure(key: "schema")) { try TaskGraph(parsing: Array("{}".utf8)) }
    }
}
