import Benchmark
import FanganGraph
import FanganUnits

/// The names of units in the graphs of a corpus, read as their documents mean them: `names/s`.
struct UnitNames: Sendable {
    /// One document's names, as often as its tasks name them.
    struct Document: Sendable {
        let reader: UnitReader
        let mentions: [String]
        let distinct: [String]
    }

    private let documents: [Document]

    init(_ graphs: [TaskGraph]) {
        guard let catalogue = try? UnitCatalogue.load() else { fatalError("the tables of unit names cannot be read") }
        documents = graphs.map { graph in
            let mentions = graph.edges.compactMap { $0.kind == .responsible ? $0.mention : nil }
            let region = graph.document.region.flatMap { catalogue.region(code: $0) }
            return Document(reader: catalogue.reader(in: Jurisdiction(region: region)), mentions: mentions, distinct: Set(mentions).sorted())
        }
    }

    func measure(_ corpus: String) {
        let documents = documents
        add("names cold: \(corpus)", documents.reduce(0) { $0 + $1.distinct.count }) {
            for document in documents { for name in document.distinct { blackHole(document.reader.read(name)) } }
        }
        var memories = documents.map { UnitMemory($0.reader) }
        for i in documents.indices { for name in documents[i].distinct { _ = memories[i].read(name) } }
        let warm = memories
        add("names warm: \(corpus)", documents.reduce(0) { $0 + $1.mentions.count }) {
            var memories = warm
            for i in documents.indices { for name in documents[i].mentions { blackHole(memories[i].read(name)) } }
        }
        Benchmark("names load: \(corpus)") { _ in blackHole(try? UnitCatalogue.load()) }
    }

    /// A few rounds in one, so that the clock's own time does not count.
    private func add(_ name: String, _ count: Int, _ body: @escaping @Sendable () -> Void) {
        let rounds = 20
        Benchmark(name) { benchmark in
            let clock = ContinuousClock()
            let start = clock.now
            for _ in 0..<rounds { body() }
            let seconds = (clock.now - start) / .seconds(1)
            benchmark.measurement(Self.rate, Int(Double(count * rounds) / seconds))
        }
    }

    static let rate = BenchmarkMetric.custom("names/s", polarity: .prefersLarger, useScalingFactor: false)
}
