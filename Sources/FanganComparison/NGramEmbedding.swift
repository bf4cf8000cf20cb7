import FanganRevision

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Characters, pairs of neighbouring characters, things that different words speak of and what words mean, weighted by how rare they are in plans of one field.
///
/// What a duty is about stands in its heading, else its first sentence, so these count more. A word that half of the duties of a
/// field bear (公开 in plans on openness) tells none of them apart, whatever else is compared with them: so rarity is that in
/// the plan and the plans nearest to it (``RelatedPlans``).
public struct NGramEmbedding: DutyEmbedding {
    /// How much a character, a pair or a thing counts by where it stands.
    public var headingWeight = 3.5
    public var openingWeight = 1.5
    public var textWeight = 0.7
    /// Of the heading above: a shared theme is no shared duty.
    public var contextWeight = 0.1
    /// A pair or character that stands in a text twice as often counts this power of two more.
    public var repetition = 0.6
    /// How much each counts against the others: pairs of characters, single characters, the things that are spoken of (``Concepts``),
    /// what the words mean (``Meanings``).
    public var shares = (pairs: 0.45, characters: 0.4, concepts: 0.25, meanings: 0.2)
    /// What a coordinate that all hold still weighs, so that two duties alone compare.
    public var least = 0.1
    /// How many other plans tell what is rare in a plan.
    public var relatedPlans = 6

    private let concepts = Concepts.shared
    private let meanings = Meanings.shared

    /// With the weights that were chosen on the development set (docs/comparison.md).
    public init() {}

    /// One vector for each duty, in their order; each of length 1, or empty.
    public func vectors(of duties: [Duty]) -> [SparseVector] {
        let parts = duties.map(Parts.init), plans = Plans(duties, parts)
        var pairNumbers: [UInt64: UInt32] = [:], characterNumbers: [UInt64: UInt32] = [:]
        let pairs = parts.map { part in counts(part, &pairNumbers, length: 2) }
        let related = RelatedPlans(plans.held(pairs, dimensions: pairNumbers.count), sizes: plans.sizes, dimensions: pairNumbers.count).nearest(relatedPlans)
        let characters = parts.map { part in counts(part, &characterNumbers, length: 1) }
        let spaces = [
            Space(vectors: weighted(pairs, plans, related, dimensions: pairNumbers.count), dimensions: pairNumbers.count, share: shares.pairs),
            Space(vectors: weighted(characters, plans, related, dimensions: characterNumbers.count), dimensions: characterNumbers.count, share: shares.characters),
            Space(vectors: weighted(parts.map(conceptCounts), plans, related, dimensions: concepts.count), dimensions: concepts.count, share: shares.concepts),
            Space(vectors: meaningVectors(parts, plans, related), dimensions: meanings.dimensions, share: shares.meanings),
        ]
        var vectors = [SparseVector](repeating: SparseVector(keys: [], values: []), count: duties.count), first: UInt32 = 0
        for space in spaces {
            let length = Float(space.share.squareRoot())
            for (i, vector) in space.vectors.enumerated() {
                let scaled = vector.scaled(to: length)
                // One space stands behind the other, so the keys stay in order.
                vectors[i].keys += scaled.keys.map { $0 + first }
                vectors[i].values += scaled.values
            }
            first += UInt32(space.dimensions)
        }
        return vectors.map { $0.unit() }
    }

    /// One kind of coordinates: for each duty those it holds.
    private struct Space { var vectors: [SparseVector], dimensions: Int, share: Double }

    /// What of a duty is compared, without layout and marks.
    private struct Parts {
        var heading: [UInt32], opening: [UInt32], rest: [UInt32], above: [UInt32]

        init(_ duty: Duty) {
            let scalars = duty.text.unicodeScalars
            let end = scalars.prefix(60).firstIndex { "。；;".unicodeScalars.contains($0) } ?? scalars.prefix(60).endIndex
            func words(_ text: some Sequence<Unicode.Scalar>) -> [UInt32] { Normalised.scalars(text).filter { !Normalised.isDigit($0) } }
            heading = words((duty.heading ?? "").unicodeScalars)
            opening = words(scalars[..<end])
            rest = words(scalars[end...].prefix(600))
            above = words((duty.context.last ?? "").unicodeScalars)
        }

        var words: [UInt32] { heading + [0] + opening + [0] + rest }
    }

    /// The duties of each plan, and which of them count: of those of the same words the first, so that a row which each unit of a list has makes its words no commoner.
    private struct Plans {
        private(set) var members: [(all: [Int], counted: [Int])] = []

        var sizes: [Int] { members.map(\.counted.count) }

        init(_ duties: [Duty], _ parts: [Parts]) {
            var places: [Int: Int] = [:], seen: [Set<[UInt32]>] = []
            for (i, duty) in duties.enumerated() {
                let plan = places[duty.document] ?? members.count
                if plan == members.count {
                    places[duty.document] = plan
                    members.append((all: [], counted: []))
                    seen.append([])
                }
                members[plan].all.append(i)
                if seen[plan].insert(parts[i].words).inserted { members[plan].counted.append(i) }
            }
        }

        /// How many duties of each plan hold a coordinate.
        func held(_ counted: [Counts], dimensions: Int) -> [[(key: UInt32, count: Int32)]] {
            var held = [Int32](repeating: 0, count: dimensions)
            return members.map { plan in
                var keys: [UInt32] = []
                for i in plan.counted {
                    for (key, _) in counted[i] {
                        if held[Int(key)] == 0 { keys.append(key) }
                        held[Int(key)] += 1
                    }
                }
                defer { for key in keys { held[Int(key)] = 0 } }
                return keys.sorted().map { (key: $0, count: held[Int($0)]) }
            }
        }
    }

    private typealias Counts = [(key: UInt32, count: Float)]

    private func title(_ part: Parts) -> [(words: [UInt32], weight: Double)] {
        [(part.heading, headingWeight), (part.opening, part.heading.isEmpty ? headingWeight : openingWeight)]
    }

    /// Of runs of so many characters, one or two.
    private func counts(_ part: Parts, _ numbers: inout [UInt64: UInt32], length: Int) -> Counts {
        var met: Counts = []
        for (words, weight) in title(part) + [(part.rest, textWeight), (part.above, contextWeight)] where words.count >= length {
            for place in 0...(words.count - length) {
                let key = length == 1 ? UInt64(words[place]) : UInt64(words[place]) << 32 | UInt64(words[place + 1])
                let next = UInt32(numbers.count), number = numbers[key] ?? next
                if number == next { numbers[key] = next }
                met.append((key: number, count: Float(weight)))
            }
        }
        // The weights first that add up most, so that sums do not depend on how equal keys are sorted.
        met.sort { ($0.key, $1.count) < ($1.key, $0.count) }
        return met.reduce(into: []) { counts, run in
            if counts.last?.key == run.key { counts[counts.count - 1].count += run.count } else { counts.append(run) }
        }
    }

    private func conceptCounts(_ part: Parts) -> Counts {
        var counts: [UInt32: Float] = [:]
        for (words, weight) in title(part) + [(part.rest, textWeight)] {
            for (concept, times) in concepts.found(in: words) { counts[UInt32(concept), default: 0] += Float(weight) * Float(times) }
        }
        return Self.inOrder(counts)
    }

    /// By words of a dictionary; `numbers` are those that the words get here.
    private func wordCounts(_ part: Parts, _ numbers: inout [Int: UInt32]) -> Counts {
        var counts: [UInt32: Float] = [:]
        for (words, weight) in title(part) + [(part.rest, textWeight), (part.above, contextWeight)] {
            meanings.forEachWord(of: words) { word in
                let next = UInt32(numbers.count), number = numbers[word] ?? next
                if number == next { numbers[word] = next }
                counts[number, default: 0] += Float(weight)
            }
        }
        return Self.inOrder(counts)
    }

    private static func inOrder(_ counts: [UInt32: Float]) -> Counts { counts.sorted { $0.key < $1.key }.map { (key: $0.key, count: $0.value) } }

    /// What the words of each duty mean together, less what all duties of its plan and the related ones mean.
    private func meaningVectors(_ parts: [Parts], _ plans: Plans, _ related: [[Int]]) -> [SparseVector] {
        var numbers: [Int: UInt32] = [:]
        let counted = parts.map { wordCounts($0, &numbers) }, dimensions = meanings.dimensions
        let words = numbers.sorted { $0.value < $1.value }.map { meanings.vector(of: $0.key) }
        let means = weighted(counted, plans, related, dimensions: numbers.count).map { vector in
            var sum = [Float](repeating: 0, count: dimensions)
            for (key, value) in zip(vector.keys, vector.values) { for n in 0..<dimensions { sum[n] += value * words[Int(key)][n] } }
            return SparseVector(keys: (0..<UInt32(dimensions)).map { $0 }, values: sum).unit()
        }
        let sums = plans.members.map { plan in
            plan.all.reduce(into: [Float](repeating: 0, count: dimensions)) { sum, i in for n in 0..<dimensions { sum[n] += means[i].values[n] } }
        }
        var vectors = means
        for (plan, field) in zip(plans.members, related) {
            let size = Float(field.reduce(0) { $0 + plans.members[$1].all.count })
            let common = (0..<dimensions).map { n in field.reduce(Float(0)) { $0 + sums[$1][n] } / size }
            for i in plan.all {
                // A duty without a known word means nothing, not the contrary of its field.
                if counted[i].isEmpty { vectors[i] = SparseVector(keys: [], values: []); continue }
                for n in 0..<dimensions { vectors[i].values[n] -= common[n] }
            }
        }
        return vectors
    }

    private func weighted(_ counted: [Counts], _ plans: Plans, _ related: [[Int]], dimensions: Int) -> [SparseVector] {
        let held = plans.held(counted, dimensions: dimensions), sizes = plans.sizes
        var holders = [Int32](repeating: 0, count: dimensions)
        var vectors = [SparseVector](repeating: SparseVector(keys: [], values: []), count: counted.count)
        for (plan, field) in zip(plans.members, related) {
            for other in field { for (key, count) in held[other] { holders[Int(key)] += count } }
            let total = Double(field.reduce(1) { $0 + sizes[$1] })
            for i in plan.all {
                vectors[i] = SparseVector(keys: counted[i].map(\.key), values: counted[i].map { coordinate in
                    Float(pow(Double(coordinate.count), repetition) * (least + log(total / Double(holders[Int(coordinate.key)]))))
                })
            }
            for other in field { for (key, _) in held[other] { holders[Int(key)] = 0 } }
        }
        return vectors
    }
}
