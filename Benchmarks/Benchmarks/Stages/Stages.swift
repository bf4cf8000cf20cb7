import Benchmark
import Fangan
import FanganExport
import FanganFindings
import FanganGraph
import FanganOutline
import FanganReaders
import FanganText
import FanganUnits

/// One benchmark for each stage of a document's way, and one for the whole of it, on each corpus. `kB/s` counts
/// the bytes of the documents' files, whatever a stage reads and writes: the stages' times add up.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .peakMemoryResident, throughput, UnitNames.rate], timeUnits: .microseconds, warmupIterations: 2, maxDuration: .seconds(2))
    for corpus in Corpus.all {
        do {
            let stages = try Stages(corpus)
            try measure(stages)
            UnitNames(stages.graphs).measure(corpus.name)
        } catch { fatalError("\(corpus.name): \(error)") }
    }
}

/// Kilobytes of source text per second.
private let throughput = BenchmarkMetric.custom("kB/s", polarity: .prefersLarger, useScalingFactor: false)

private func measure(_ stages: Stages) throws {
    let documents = stages.files.indices
    add("read", stages) { for file in stages.files { blackHole(try? stages.reader.read(bytes: file, uri: "plan.txt")) } }
    add("outline", stages) { for i in documents { blackHole(stages.outliner.build(stages.texts[i])) } }
    add("findings", stages) { for i in documents { blackHole(stages.finder.read(stages.outlines[i], in: stages.texts[i])) } }
    add("graph", stages) { for i in documents { blackHole(stages.graph(i)) } }
    add("json", stages) { for graph in stages.graphs { blackHole(GraphJSON.encode(graph)) } }
    add("schema+check", stages) {
        for i in documents {
            precondition(stages.schema.violation(in: stages.jsons[i]) == nil)
            precondition(GraphCheck.problems(in: stages.graphs[i], text: stages.texts[i].text).isEmpty)
        }
    }
    add("tables", stages) {
        for i in documents {
            let rows = TaskRow.rows(of: stages.graphs[i], document: "plan")
            blackHole((TaskTable.csv(rows), TaskTable.ndjson(rows), UnitOccurrence.all(in: stages.graphs[i])))
        }
    }
    add("whole", stages) {
        for file in stages.files {
            guard let plan = try? stages.pipeline.run(bytes: file, uri: "plan.txt", name: "plan") else { continue }
            let index = GraphIndex(plan.graph), json = GraphJSON.encode(plan.graph)
            precondition(stages.schema.violation(in: json) == nil)
            precondition(GraphCheck.problems(in: plan.graph, text: plan.text, index: index).isEmpty)
            let rows = TaskRow.rows(of: plan.graph, document: "plan", index: index)
            blackHole((json, TaskTable.csv(rows), TaskTable.ndjson(rows), UnitOccurrence.all(in: plan.graph, index: index)))
        }
    }
}

private func add(_ name: String, _ stages: Stages, _ body: @escaping @Sendable () -> Void) {
    Benchmark("\(stages.name): \(name)") { benchmark in
        let clock = ContinuousClock()
        let start = clock.now
        body()
        let seconds = (clock.now - start) / .seconds(1)
        benchmark.measurement(throughput, Int(Double(stages.bytes) / 1_000 / seconds))
    }
}

/// The inputs of every stage over the documents of one corpus, made once.
private struct Stages: Sendable {
    let name: String
    let files: [[UInt8]]
    let bytes: Int
    let reader = DocumentReader(), outliner = OutlineBuilder(), finder = FindingsReader()
    let builder: GraphBuilder
    let schema: SchemaValidator
    let pipeline: Pipeline
    let texts: [SourceDocument]
    let outlines: [Outline]
    let findings: [Findings]
    private(set) var graphs: [TaskGraph] = []
    private(set) var jsons: [[UInt8]] = []

    init(_ corpus: Corpus) throws {
        name = corpus.name
        files = try corpus.files()
        bytes = files.reduce(0) { $0 + $1.count }
        builder = GraphBuilder(catalogue: try UnitCatalogue.load(), generator: Version.generator)
        schema = try SchemaValidator(schema: Schemas.taskGraph)
        pipeline = try Pipeline()
        let reader = reader, outliner = outliner, finder = finder
        texts = try files.map { try reader.read(bytes: $0, uri: "plan.txt").0 }
        outlines = texts.map { outliner.build($0) }
        findings = zip(outlines, texts).map { finder.read($0, in: $1) }
        graphs = texts.indices.map { graph($0) }
        jsons = graphs.map { GraphJSON.encode($0) }
    }

    func graph(_ i: Int) -> TaskGraph { builder.build(texts[i], outlines[i], findings[i], textURI: "text/plan.txt") }
}
