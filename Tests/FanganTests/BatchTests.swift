import FanganExport
import FanganFixtures
import FanganGraph
import FanganText
import Foundation
import Synchronization
import Testing

@testable import Fangan

/// Counts how often documents were worked out.
final class CallCount: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}

@Suite struct BatchTests {
    /// A stand-in for the way of a document: one task and one unit per line, with the slowest document first.
    private static func process(_ bytes: [UInt8], _ input: Input) throws(DocumentFailure) -> UnderstoodPlan {
        guard let content = String(validating: bytes, as: UTF8.self) else {
            throw DocumentFailure(code: "input.encoding-unknown", what: "The text is in no known encoding.", advice: "Save it as UTF-8 first.")
        }
        if content.contains("slow") { usleep(30_000) }
        let source = SourceInfo(uri: input.uri, mediaType: "text/plain", encoding: "UTF-8", sha256: SHA256Hex.digest(of: bytes))
        var graph = TaskGraph(generator: "fangan test", document: DocumentFacts(
            id: "d", work: "w", source: source, textURI: "text/\(input.name).txt", scalars: content.unicodeScalars.count))
        var start = 0
        for (place, line) in content.split(separator: "\n").enumerated() {
            let end = start + line.unicodeScalars.count
            let ordinal = place + 1
            graph.items.append(ItemNode(id: "\(ordinal)", kind: .task, role: "duties", path: ["\(ordinal)."], label: "\(ordinal).", ordinal: ordinal, heading: nil, text: String(line), span: ScalarSpan(start, end)))
            if !graph.units.contains(where: { $0.id == "unit:\(line)" }) {
                graph.units.append(UnitNode(id: "unit:\(line)", name: String(line), function: nil, functionName: nil, region: nil, level: nil, kind: "group"))
            }
            graph.edges.append(Edge(.responsible, from: "\(ordinal)", to: "unit:\(line)", role: "lead", basis: "text", mention: String(line), span: ScalarSpan(start, end)))
            start = end + 1
        }
        if content.contains("broken") { graph.items[0].span.end = 10_000 }
        return UnderstoodPlan(graph: graph, text: CanonicalText(content))
    }

    private func run(_ arguments: [String], to out: String, jobs: Int = 2, stamp: String = "", maxBytes: Int = 1 << 20, interrupt: Interrupt = Interrupt(), calls: CallCount = CallCount()) async throws -> Batch.Summary {
        let batch = Batch(options: .init(outputFolder: out, jobs: jobs, maxBytes: maxBytes, generator: "fangan test", buildStamp: stamp)) { bytes, input throws(DocumentFailure) in
            calls.add()
            return try Self.process(bytes, input)
        }
        return try await batch.run(Inputs(arguments, outputFolder: out), interrupt: interrupt)
    }

    private func plans(_ count: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for number in 0..<count {
            let lines = (0...(number % 7)).map { "甲乙丙丁戊己庚".map(String.init)[($0 * number) % 7] }
            try folder.write((number % 11 == 0 ? ["slow"] : []).joined() + lines.joined(separator: "\n"), to: "in/plan\(number).txt")
        }
        return folder
    }

    /// All outputs but what holds times.
    private func outputs(_ folder: TemporaryFolder, _ out: String) -> [String: Data] {
        folder.snapshot().filter { $0.key.hasPrefix(out + "/") && !$0.key.contains("manifest") && !$0.key.contains(".fangan") }
            .reduce(into: [:]) { $0[String($1.key.dropFirst(out.count))] = $1.value }
    }

    @Test func theOutputIsTheSameWhateverTheNumberOfJobs() async throws {
        let folder = try plans(60)
        for jobs in [1, 4, 16] { #expect(try await run([folder.path + "/in"], to: folder.path + "/out\(jobs)", jobs: jobs).failed == 0) }
        let one = outputs(folder, "out1")
        #expect(one.count == 60 * 2 + 6)
        #expect(one == outputs(folder, "out4"))
        #expect(one == outputs(folder, "out16"))
    }

    @Test func rowsAreInTheOrderOfTheInputs() async throws {
        let folder = try TemporaryFolder()
        try folder.write("slow甲", to: "in/a.txt")
        for name in ["b", "c", "d"] { try folder.write("乙", to: "in/\(name).txt") }
        _ = try await run([folder.path + "/in"], to: folder.path + "/out", jobs: 4)
        let rows = (folder.content("out/tasks.ndjson") ?? "").split(separator: "\n").map { $0.prefix(15) }
        #expect(rows == ["{\"document\": \"a", "{\"document\": \"b", "{\"document\": \"c", "{\"document\": \"d"])
    }

    @Test func everyWrittenFileKeepsItsContract() async throws {
        let folder = try plans(5)
        _ = try await run([folder.path + "/in"], to: folder.path + "/out")
        let graphs = try SchemaValidator(schema: Schemas.taskGraph)
        let manifest = try SchemaValidator(schema: Schemas.manifest)
        for (name, data) in folder.snapshot() where name.hasPrefix("out/") {
            if name.hasSuffix(".graph.json") { #expect(graphs.violation(in: Array(data)) == nil) }
            if name.hasSuffix("manifest.json") { #expect(manifest.violation(in: Array(data)) == nil) }
        }
        #expect(folder.content("out/text/plan1.txt") == folder.content("in/plan1.txt"))
    }

    @Test func whatHasNotChangedIsNotRedone() async throws {
        let folder = try plans(12)
        let calls = CallCount()
        let arguments = [folder.path + "/in"], out = folder.path + "/out"
        _ = try await run(arguments, to: out, calls: calls)
        #expect(calls.value == 12)
        let first = outputs(folder, "out")

        let second = try await run(arguments, to: out, calls: calls)
        #expect(calls.value == 12)
        #expect(second.reused == 12)
        #expect(outputs(folder, "out") == first)

        try folder.write("新的一行", to: "in/plan3.txt")
        try FileManager.default.removeItem(atPath: out + "/graphs/plan4.graph.json")
        try folder.write("cut", to: "out/text/plan5.txt")
        _ = try await run(arguments, to: out, calls: calls)
        #expect(calls.value == 15)
        #expect(folder.content("out/text/plan3.txt") == "新的一行")
        #expect(folder.content("out/tasks.csv")?.contains("新的一行") == true)
        #expect(outputs(folder, "out")["/graphs/plan4.graph.json"] == first["/graphs/plan4.graph.json"])

        _ = try await run(arguments, to: out, stamp: "another build", calls: calls)
        #expect(calls.value == 27)
    }

    /// What is kept stands in the tables: where somebody changed one of them, or the index is damaged, that document is done anew.
    @Test func whatIsKeptIsWhatWasWritten() async throws {
        let folder = try plans(12)
        let calls = CallCount()
        let arguments = [folder.path + "/in"], out = folder.path + "/out"
        func again() async throws -> Int { try await run(arguments, to: out, calls: calls).reused }
        _ = try await again()
        let first = outputs(folder, "out")
        let index = try #require(folder.snapshot()["out/.fangan/kept-rows"])
        var changed: [Data] = []
        for at in stride(from: 3, to: index.count, by: index.count / 40) {
            changed.append(index)
            changed[changed.count - 1][index.startIndex + at] ^= 0x41
        }
        for (damage, most) in [(Data("damaged".utf8), 0), (Data(), 0), (index.dropLast(20), 11), (index.prefix(index.count / 2), 6)] + changed.map({ ($0, 11) }) {
            try folder.write(damage, to: "out/.fangan/kept-rows")
            #expect(try await again() <= most)
            #expect(outputs(folder, "out") == first)
        }
        for name in ["tasks.csv", "tasks.ndjson", "mentions.csv"] {
            let table = try #require(folder.snapshot()["out/" + name])
            try folder.write(table + Data("more\n".utf8), to: "out/" + name)
            #expect(try await again() == 12)
            try folder.write(table.dropLast(2) + Data("?\n".utf8), to: "out/" + name)
            #expect(try await again() == 11)
            try folder.write(Data("x".utf8) + table, to: "out/" + name)
            #expect(try await again() == 0)
            #expect(outputs(folder, "out") == first)
        }
        #expect(try await again() == 12)
    }

    /// A graph of the same length as the one of which rows were kept.
    @Test func rowsAreThoseOfTheGraphBesideThem() async throws {
        let folder = try plans(3)
        let arguments = [folder.path + "/in"], out = folder.path + "/out"
        try folder.write("甲甲", to: "in/plan0.txt")
        _ = try await run(arguments, to: out)
        let first = outputs(folder, "out")
        try folder.write("乙乙", to: "in/plan0.txt")
        let interrupt = Interrupt()
        let batch = Batch(options: .init(outputFolder: out, jobs: 1, generator: "fangan test")) { bytes, input throws(DocumentFailure) in
            interrupt.raise()
            return try Self.process(bytes, input)
        }
        #expect(try await batch.run(Inputs(arguments, outputFolder: out), interrupt: interrupt).isInterrupted)
        #expect(folder.content("out/graphs/plan0.graph.json")?.contains("乙乙") == true)
        try folder.write("甲甲", to: "in/plan0.txt")
        _ = try await run(arguments, to: out)
        #expect(outputs(folder, "out") == first)
    }

    /// Killed as its tables took their places: the index is not in its own yet, and what was left before lies beside it.
    @Test(arguments: [0, 1, 2, 3]) func aRunThatWasKilledAtItsEndIsNotRedone(moved: Int) async throws {
        let folder = try plans(12)
        let arguments = [folder.path + "/in"], out = folder.path + "/out", own = out + "/.fangan/"
        let calls = CallCount()
        _ = try await run(arguments, to: out, calls: calls)
        let tables = ["tasks.csv", "tasks.ndjson", "mentions.csv"]
        // An older run's, of other inputs, with rows as long as those of this one.
        for name in tables { try folder.write(Data("丙".utf8) + (folder.snapshot()["out/" + name] ?? Data()), to: "out/.fangan/left1-" + name) }
        try folder.write(try #require(folder.snapshot()["out/.fangan/kept-rows"]), to: "out/.fangan/left1-rows")
        let first = outputs(folder, "out")
        try FileManager.default.moveItem(atPath: own + "kept-rows", toPath: own + "next-rows")
        for name in tables.dropFirst(moved) { try FileManager.default.moveItem(atPath: out + "/" + name, toPath: own + "next-" + name) }
        #expect(try await run(arguments, to: out, calls: calls).reused == 12)
        #expect(calls.value == 12)
        #expect(outputs(folder, "out") == first)
        #expect(Set(folder.snapshot().keys.filter { $0.hasPrefix("out/.fangan/") }) == ["out/.fangan/kept-rows", "out/.fangan/lock"])
    }

    /// Where one output cannot be written, what was made before is there once it can.
    @Test func anOutputThatCannotBeWrittenLosesNoOthers() async throws {
        let folder = try plans(12)
        let arguments = [folder.path + "/in"], out = folder.path + "/out"
        try FileManager.default.createDirectory(atPath: out + "/graphs/plan9.graph.json/x", withIntermediateDirectories: true)
        await #expect(throws: FileFailure.self) { _ = try await run(arguments, to: out, jobs: 1) }
        try FileManager.default.removeItem(atPath: out + "/graphs/plan9.graph.json")
        try folder.write("old", to: "out/.fangan/plan3.rows")
        #expect(try await run(arguments, to: out, jobs: 1).reused == 11)
        #expect(folder.content("out/.fangan/plan3.rows") == nil)
    }

    /// What an interrupted run made is taken over, also where it was killed before all of it was written, and by a run that is interrupted itself.
    @Test(arguments: [0, 1, 40, 100_000]) func whatAnInterruptedRunMadeIsNotRedone(cut: Int) async throws {
        let folder = try plans(20)
        let arguments = [folder.path + "/in"], out = folder.path + "/out"
        let calls = CallCount()
        func interrupted(at name: String) async throws -> Batch.Summary {
            let interrupt = Interrupt()
            let batch = Batch(options: .init(outputFolder: out, jobs: 1, generator: "fangan test")) { bytes, input throws(DocumentFailure) in
                calls.add()
                if input.name == name { interrupt.raise() }
                return try Self.process(bytes, input)
            }
            return try await batch.run(Inputs(arguments, outputFolder: out), interrupt: interrupt)
        }
        let made = try await interrupted(at: "plan15").done
        #expect(made > 2 && made < 20 && calls.value == made)
        if cut > 0 {
            let table = try #require(folder.snapshot()["out/.fangan/next-tasks.csv"])
            try folder.write(table.dropLast(cut), to: "out/.fangan/next-tasks.csv")
        }
        // Changed, and so made anew: the run ends there, and has come less far.
        try folder.write("别的", to: "in/plan0.txt")
        _ = try await interrupted(at: "plan0")
        let before = calls.value
        let last = try await run(arguments, to: out, calls: calls)
        #expect(last.done == 20 && calls.value - before == 20 - last.reused)
        // plan0 of the second run, all others of the first but those that were cut.
        switch cut {
        case 0: #expect(last.reused == made)
        case 1, 40: #expect(last.reused < made && last.reused > 1)
        default: #expect(last.reused == 1)
        }
        let clean = folder.path + "/clean"
        _ = try await run(arguments, to: clean)
        #expect(outputs(folder, "out") == outputs(folder, "clean"))
        #expect(Set(folder.snapshot().keys.filter { $0.hasPrefix("out/.fangan/") }) == ["out/.fangan/kept-rows", "out/.fangan/lock"])
    }

    @Test func aFailedDocumentHarmsNoOther() async throws {
        let folder = try plans(3)
        try folder.write(Data([0xFF, 0xFE, 0xFA]), to: "in/x-bytes.txt")
        try folder.write("", to: "in/x-empty.txt")
        try folder.write("broken", to: "in/x-graph.txt")
        try folder.write(String(repeating: "长", count: 4_000), to: "in/x-large.txt")
        let summary = try await run([folder.path + "/in", folder.path + "/none"], to: folder.path + "/out", maxBytes: 10_000)
        #expect(summary.total == 8 && summary.failed == 5 && summary.done == 8)
        #expect(Set(outputs(folder, "out").keys.filter { $0.hasPrefix("/graphs") }) == ["/graphs/plan0.graph.json", "/graphs/plan1.graph.json", "/graphs/plan2.graph.json"])
        let manifest = try JSONValue(parsing: Array((folder.content("out/manifest.json") ?? "").utf8))
        guard case .array(let rows)? = manifest["documents"] else { return #expect(Bool(false), "no documents") }
        let codes = rows.compactMap { row -> String? in
            guard case .array(let found)? = row["diagnostics"], case .string(let code)? = found.first?["code"] else { return nil }
            return code
        }
        #expect(codes == ["input.encoding-unknown", "input.empty", "graph.invalid", "input.too-large", "input.not-found"])
        #expect(manifest["totals"]?["failed"] == .number(5))
    }

    @Test func whatADocumentGaveBeforeItFailedIsRemoved() async throws {
        let folder = try plans(2)
        _ = try await run([folder.path + "/in"], to: folder.path + "/out")
        try folder.write("", to: "in/plan1.txt")
        _ = try await run([folder.path + "/in"], to: folder.path + "/out")
        #expect(folder.content("out/graphs/plan1.graph.json") == nil)
        #expect(folder.content("out/text/plan1.txt") == nil)
        #expect(folder.content("out/graphs/plan0.graph.json") != nil)
    }

    @Test func aRaisedInterruptStopsBeforeTheNextDocument() async throws {
        let folder = try plans(20)
        let interrupt = Interrupt()
        let out = folder.path + "/out"
        let batch = Batch(options: .init(outputFolder: out, jobs: 1)) { bytes, input throws(DocumentFailure) in
            if input.name == "plan13" { interrupt.raise() }
            return try Self.process(bytes, input)
        }
        let summary = try await batch.run(Inputs([folder.path + "/in"]), interrupt: interrupt)
        #expect(summary.isInterrupted && summary.done > 0 && summary.done < 20)
        #expect(folder.content("out/manifest.json") == nil)
        #expect(!folder.snapshot().keys.contains { $0.hasSuffix(".tmp") })

        let calls = CallCount()
        let rest = try await run([folder.path + "/in"], to: out, calls: calls)
        #expect(rest.done == 20 && !rest.isInterrupted)
        // The generator is another, so nothing of the first run counts.
        #expect(calls.value == 20)
    }

    @Test(arguments: [1, 3]) func aDocumentThatTakesTooLongIsLeftBehindAndTheOthersComeOut(jobs: Int) async throws {
        let folder = try plans(12)
        let out = folder.path + "/out"
        let batch = Batch(options: .init(outputFolder: out, jobs: jobs, seconds: 1)) { bytes, input throws(DocumentFailure) in
            if input.name == "plan10" || input.name == "plan3" { Thread.sleep(forTimeInterval: 2.5) }
            return try Self.process(bytes, input)
        }
        let summary = try await batch.run(Inputs([folder.path + "/in"]))
        #expect(summary.done == 12 && summary.failed == 2 && !summary.isInterrupted)
        #expect(folder.content("out/manifest.json")?.split(separator: "read.timeout").count == 3)
        #expect(folder.content("out/graphs/plan11.graph.json") != nil)
        // What the threads find that were left behind is nobody's.
        try await Task.sleep(for: .seconds(3))
        for name in ["plan3", "plan10"] { #expect(folder.content("out/graphs/\(name).graph.json") == nil && folder.content("out/text/\(name).txt") == nil) }
    }

    /// Several are taken through one step after the other: those beside one that is left behind are worked on again. Its steps count together.
    @Test(.timeLimit(.minutes(2)), arguments: [1, 2]) func aStepThatTakesTooLongHarmsNoOtherOfItsGroup(jobs: Int) async throws {
        let folder = try plans(24)
        let out = folder.path + "/out", steps = Mutex<[String: Int]>([:])
        // The second one is left behind by the thread that takes over from the first, with others still to come.
        let slow: Set = ["plan1", "plan10", "plan3"]
        let batch = Batch(options: .init(outputFolder: out, jobs: jobs, seconds: 1), process: { bytes, input in
            .next { () throws(DocumentFailure) in
                let plan = try Self.process(bytes, input)
                @Sendable func wait(_ left: Int) -> PlanStep {
                    .next {
                        steps.withLock { $0[input.name, default: 0] += 1 }
                        if slow.contains(input.name) { Thread.sleep(forTimeInterval: 0.6) }
                        return left == 0 ? .done(plan) : wait(left - 1)
                    }
                }
                return wait(2)
            }
        })
        let summary = try await batch.run(Inputs([folder.path + "/in"]))
        #expect(summary.done == 24 && summary.failed == 3 && !summary.isInterrupted)
        #expect(folder.content("out/manifest.json")?.split(separator: "read.timeout").count == 4)
        try await Task.sleep(for: .seconds(2))
        let graphs = Set(folder.snapshot().keys.filter { $0.hasPrefix("out/graphs/") && $0.hasSuffix(".json") })
        #expect(graphs == Set((0..<24).map { "plan\($0)" }.filter { !slow.contains($0) }.map { "out/graphs/\($0).graph.json" }))
        // Some of the others were in the group of one that was left behind, or else nothing was tried here.
        #expect(steps.withLock { $0.contains { !slow.contains($0.key) && $0.value > 3 } })
    }

    /// A thread that has taken over from another knows of all that it was given, also of what it has not begun.
    @Test func whoIsLeftBehindTwiceLosesNothing() throws {
        func leaveBehind(_ shift: Shift, at place: Int) throws -> [Int] {
            shift.begin(place, ManifestRow(uri: "a", name: "a"), after: .seconds(2))
            return try #require(shift.leaveBehind(begunBefore: .now - .seconds(1))).others
        }
        let first = Shift()
        for place in 4..<9 { first.take(place) }
        #expect(try leaveBehind(first, at: 4) == [5, 6, 7, 8])
        #expect(first.end() == nil)
        let second = Shift(given: [5, 6, 7, 8])
        second.take(5)
        second.give([5])
        second.take(6)
        #expect(try leaveBehind(second, at: 6) == [7, 8])
    }

    /// Towards the end a thread leaves the others their share; one that has taken some never waits.
    @Test func inputsAreHandedOutInShares() {
        func taken(_ queue: inout OutputQueue) -> Int {
            var count = 0
            while count < DocumentGroup.most, case .input = queue.next(beside: count) { count += 1 }
            return count
        }
        var small = OutputQueue(total: 17, jobs: 2)
        #expect((0..<5).map { _ in taken(&small) } == [4, 3, 2, 2, 2])
        var large = OutputQueue(total: 1000, jobs: 2)
        #expect((0..<5).map { _ in taken(&large) } == [16, 16, 16, 16, 0])
        #expect(large.next(beside: 0) == .wait)
    }

    /// Large outputs wait in memory only so far.
    @Test func threadsWaitWhereTooMuchIsHeld() throws {
        var queue = OutputQueue(total: 10, jobs: 1)
        #expect(queue.next(beside: 0) == .input(0) && queue.next(beside: 1) == .input(1) && queue.next(beside: 0) == .input(2))
        var output = DocumentOutput(row: ManifestRow(uri: "a", name: "a"))
        output.csv = [UInt8](repeating: 0, count: 40 << 20)
        var written: [Int] = []
        queue.finish(1, output) { written.append($1.done) }
        #expect(queue.next(beside: 0) == .input(3))
        queue.finish(2, output) { written.append($1.done) }
        #expect(queue.next(beside: 0) == .wait && written.isEmpty)
        queue.finish(0, output) { written.append($1.done) }
        #expect(queue.next(beside: 0) == .input(4) && written == [1, 2, 3])
    }

    @Test func threadsThatWaitForAnEarlierDocumentHearOfAnInterrupt() async throws {
        let folder = try plans(150)
        let interrupt = Interrupt()
        let batch = Batch(options: .init(outputFolder: folder.path + "/out", jobs: 3)) { bytes, input throws(DocumentFailure) in
            if input.name == "plan0" {
                Thread.sleep(forTimeInterval: 0.3)
                interrupt.raise()
            }
            return try Self.process(bytes, input)
        }
        let summary = try await batch.run(Inputs([folder.path + "/in"]), interrupt: interrupt)
        // The other two went as far ahead as they may, and no further.
        #expect(summary.isInterrupted && summary.done >= 1 && summary.done <= 96)
    }

    @Test func oneThreadServesDocumentsThatFollowEachOther() async throws {
        let folder = try plans(20)
        // A mark on the thread itself: another one has none, wherever it lies in memory.
        let marks = Mutex<[Int]>([])
        let batch = Batch(options: .init(outputFolder: folder.path + "/out", jobs: 1, seconds: 60)) { bytes, input throws(DocumentFailure) in
            let met = (Thread.current.threadDictionary["documents"] as? Int ?? 0) + 1
            Thread.current.threadDictionary["documents"] = met
            marks.withLock { $0.append(met) }
            return try Self.process(bytes, input)
        }
        _ = try await batch.run(Inputs([folder.path + "/in"]))
        #expect(marks.withLock { $0 } == Array(1...20))
    }

    @Test func anOutputFolderThatCannotBeMadeIsAnError() async throws {
        let folder = try plans(2)
        try folder.write("a file", to: "out")
        await #expect(throws: FileFailure.self) { _ = try await run([folder.path + "/in"], to: folder.path + "/out/deeper") }
        #expect(folder.content("out") == "a file")
    }

    @Test func aTableThatCannotBeWrittenStopsTheRunAndLeavesNothingHalf() async throws {
        let folder = try plans(6)
        try FileManager.default.createDirectory(atPath: folder.path + "/out/tasks.csv/x", withIntermediateDirectories: true)
        await #expect(throws: FileFailure.self) { _ = try await run([folder.path + "/in"], to: folder.path + "/out") }
        #expect(!folder.snapshot().keys.contains { $0.hasSuffix(".tmp") })
    }
}
