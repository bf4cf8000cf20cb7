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
        let texts = try files.map { ($0.lastPathComponent, try Plans.version([UInt8](Data(contentsOf: $0)), pipeline)) }
            + [("long items", try Plans.version(LongItems.plan, pipeline))]
        return try texts.map { name, first in (name, try Plans.version(first.text[first.text.wholeSpan], pipeline)) }
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
        print("known edits: " + KnownEdit.Kind.allCases.map { "\($0) \(right[$0, default: 0])/\(all[$0, default: 0])" }.joined(separator: ", "))
        for line in wrong { print(line) }
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

    /// Which item became which, and what of it changed.
    private static func pairs(_ revision: Revision, isBack: Bool) -> Set<String> {
        Set(revision.items.map { item in
            let old = item.old.map { $0.path.joined() }.joined(separator: "+"), new = item.new.map { $0.path.joined() }.joined(separator: "+")
            let changes = item.changes.map(\.rawValue).joined(separator: ",")
            return isBack ? "\(new) > \(old) \(changes)" : "\(old) > \(new) \(changes)"
        })
    }

    /// Lines that were cut, moved in, ended otherwise, or written with half-width marks say the same, in every plan.
    @Test(arguments: Layout.allCases) func layoutIsNoChange(_ layout: Layout) throws {
        let pipeline = try Pipeline()
        let files = Plans.files() + Plans.annotated()
        for file in files {
            let bytes = try [UInt8](Data(contentsOf: file))
            let version = try Plans.version(bytes, pipeline)
            // Other encodings are damaged as the program reads them.
            let text = String(validating: bytes, as: UTF8.self) ?? version.text[version.text.wholeSpan]
            let facts = Revision(from: version, to: try Plans.version(layout.changed(text), pipeline)).facts
            #expect(facts.isEmpty, "\(file.lastPathComponent) \(layout): \(facts)")
        }
    }
}

/// Changes of a text that are none of its words.
enum Layout: String, CaseIterable {
    case wrapped, spaced, ended, half

    func changed(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
        switch self {
        case .wrapped: return Self.joined(lines.flatMap { Self.cut($0, 34) }, "\n")
        case .ended: return "\u{FEFF}" + Self.joined(lines, "\r\n")
        case .half: return Self.joined(lines.map { $0.map(Self.half) }, "\n")
        case .spaced: return Self.joined(lines.enumerated().map { Self.spaced($1, $0) }, "\n")
        }
    }

    private static func joined(_ lines: [[Unicode.Scalar]], _ end: String) -> String {
        lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: end)
    }

    private static func cut(_ line: [Unicode.Scalar], _ width: Int) -> [[Unicode.Scalar]] {
        line.isEmpty ? [[]] : stride(from: 0, to: line.count, by: width).map { Array(line[$0..<min($0 + width, line.count)]) }
    }

    private static func half(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let wide = "（）：，；０１２３４５６７８９〔〕".unicodeScalars, narrow = "():,;0123456789[]".unicodeScalars
        return zip(wide, narrow).first { $0.0 == scalar }?.1 ?? scalar
    }

    /// Blanks of several sorts in front of lines, and one at each side of a number between Chinese characters.
    private static func spaced(_ line: [Unicode.Scalar], _ place: Int) -> [Unicode.Scalar] {
        let blanks = ["\u{3000}\u{3000}", "\u{A0}\u{A0}\u{A0}\u{A0}", "\t", "    "][place % 4].unicodeScalars
        var text = line.drop { $0.properties.isWhitespace }
        while text.last?.properties.isWhitespace == true { text.removeLast() }
        guard !text.isEmpty else { return line }
        var result = Array(blanks), i = text.startIndex
        while i < text.endIndex {
            let number = text[i...].prefix { ("0"..."9").contains($0) }
            let isBetween = !number.isEmpty && i > text.startIndex && isHan(text[i - 1]) && number.endIndex < text.endIndex && isHan(text[number.endIndex])
            result += isBetween ? [" "] + number + [" "] : number.isEmpty ? [text[i]] : Array(number)
            i = number.isEmpty ? i + 1 : number.endIndex
        }
        return result
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
}
