import Fangan
import FanganRevision
import Foundation
import Testing

/// Plans are changed by chance in known ways; the comparison is to say exactly what was done.
@Suite struct GeneratedRevisionTests {
    /// The texts as the program itself lays them out, so that an edit at a place of the graph is one of the document.
    private static func plans(_ pipeline: Pipeline) throws -> [(name: String, version: PlanVersion)] {
        let files = Plans.files()
        #expect(files.count >= 12)
        return try files.map { file in
            let first = try Plans.version([UInt8](Data(contentsOf: file)), pipeline)
            return (file.lastPathComponent, try Plans.version(first.text[first.text.wholeSpan], pipeline))
        }
    }

    @Test func knownEditsAreFound() throws {
        let pipeline = try Pipeline()
        let plans = try Self.plans(pipeline)
        var right: [KnownEdit.Kind: Int] = [:], all: [KnownEdit.Kind: Int] = [:], wrong: [String] = []
        var seed: UInt64 = 0
        while all.values.reduce(0, +) < 500, seed < 20_000 {
            seed += 1
            let kind = KnownEdit.Kind.allCases[Int(seed) % KnownEdit.Kind.allCases.count]
            let plan = plans[Int(seed / 11) % plans.count]
            var generator = EditGenerator(plan.version, seed: seed)
            guard let edit = generator.edit(kind) else { continue }
            let facts = Set(Revision(from: plan.version, to: try Plans.version(edit.text, pipeline)).facts)
            all[kind, default: 0] += 1
            if edit.expected.contains(facts) { right[kind, default: 0] += 1 } else { wrong.append("\(plan.name) \(kind) seed \(seed): expected \(edit.expected[0].sorted()), found \(facts.sorted())") }
        }
        #expect(all.values.reduce(0, +) == 500)
        let hard: Set<KnownEdit.Kind> = [.move, .adopt, .split, .merge]
        for (kinds, least) in [(hard, 0.9), (Set(KnownEdit.Kind.allCases).subtracting(hard), 0.97)] {
            let hits = kinds.reduce(0) { $0 + right[$1, default: 0] }, total = kinds.reduce(0) { $0 + all[$1, default: 0] }
            #expect(total > 100)
            #expect(Double(hits) >= least * Double(total), "\(hits) of \(total): \(wrong.joined(separator: "\n"))")
        }
        #expect(all.keys.count == KnownEdit.Kind.allCases.count, "no plan has a place for some kind: \(all)")
        if ProcessInfo.processInfo.environment["FANGAN_SHOW_REVISIONS"] != nil { print(all, right, wrong.joined(separator: "\n")) }
    }

    @Test func aPlanIsLikeItself() throws {
        let pipeline = try Pipeline()
        for plan in try Self.plans(pipeline) {
            #expect(Revision(from: plan.version, to: plan.version).facts.isEmpty, "\(plan.name)")
        }
    }

    @Test func theWayBackMirrorsTheWayThere() throws {
        let pipeline = try Pipeline()
        for (n, plan) in try Self.plans(pipeline).enumerated() {
            for kind in KnownEdit.Kind.allCases {
                var generator = EditGenerator(plan.version, seed: UInt64(n))
                guard let edit = generator.edit(kind) else { continue }
                let new = try Plans.version(edit.text, pipeline)
                let there = Self.pairs(Revision(from: plan.version, to: new), isBack: false), back = Self.pairs(Revision(from: new, to: plan.version), isBack: true)
                #expect(there == back, "\(plan.name) \(kind)")
            }
        }
    }

    /// Which item became which, without what only one direction can say (which of two neighbours moved).
    private static func pairs(_ revision: Revision, isBack: Bool) -> Set<String> {
        Set(revision.items.map { item in
            let old = item.old.map { $0.path.joined() }.joined(separator: "+"), new = item.new.map { $0.path.joined() }.joined(separator: "+")
            let changes = item.changes.filter { $0 != .moved }.map(\.rawValue).joined(separator: ",")
            return isBack ? "\(new) > \(old) \(changes)" : "\(old) > \(new) \(changes)"
        })
    }

    @Test func layoutIsNoChange() throws {
        let pipeline = try Pipeline()
        for plan in try Self.plans(pipeline) {
            let text = plan.version.text[plan.version.text.wholeSpan]
            let half = text.replacingOccurrences(of: "（", with: "(").replacingOccurrences(of: "）", with: ")").replacingOccurrences(of: "，", with: ",").replacingOccurrences(of: "：", with: ":").replacingOccurrences(of: "；", with: ";")
            let ended = text.replacingOccurrences(of: "\n", with: "\r\n")
            for (name, other) in [("half width", half), ("CRLF", ended)] {
                let facts = Revision(from: plan.version, to: try Plans.version(other, pipeline)).facts
                #expect(facts.isEmpty, "\(plan.name) \(name): \(facts)")
            }
        }
    }
}
