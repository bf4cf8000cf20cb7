import FanganRevision

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Characters, pairs of neighbouring characters and things that different words speak of, weighted by how rare they are in the plan itself.
///
/// What a duty is about stands in its heading, else its first sentence, so these count more. A word that half of a plan's duties
/// bear (公开 in a plan on openness) tells none of them apart, whatever other plans are compared with it: so rarity is that in the plan,
/// and what a short plan cannot tell is taken from all duties that are compared.
public struct NGramEmbedding: DutyEmbedding {
    /// How much a character, a pair or a thing counts by where it stands.
    public var headingWeight = 3.5
    public var openingWeight = 1.5
    public var textWeight = 0.7
    /// Of the heading above: a shared theme is no shared duty.
    public var contextWeight = 0.1
    /// How much a thing counts that is named after the first sentence: many a text names all things in passing.
    public var passingConceptWeight = 0.3
    /// A pair or character that stands in a text twice as often counts this power of two more.
    public var repetition = 0.6
    /// How much of the likeness of two duties is that of their single characters, 0 to 1.
    public var characterShare = 0.4
    /// How much of it is that of the things they speak of (``Concepts``), 0 to 1; pairs of characters have the rest.
    public var conceptShare = 0.15
    /// How many duties of the plan weigh as much as all duties together when rarity is reckoned.
    public var prior = 6.0

    private let concepts = Concepts.shared

    /// With the weights that were chosen on the development set (docs/comparison.md).
    public init() {}

    /// One vector for each duty, in their order; each of length 1, or empty.
    public func vectors(of duties: [Duty]) -> [SparseVector] {
        let parts = duties.map(Parts.init), plans = Plans(duties, parts)
        var pairNumbers: [UInt64: UInt32] = [:], characterNumbers: [UInt64: UInt32] = [:]
        let pairs = parts.map { part in counts(part, &pairNumbers) { words in zip(words, words.dropFirst()).map { UInt64($0) << 32 | UInt64($1) } } }
        let characters = parts.map { part in counts(part, &characterNumbers) { words in words.map(UInt64.init) } }
        let spaces = [
            (counted: pairs, dimensions: pairNumbers.count, power: repetition, share: 1 - characterShare - conceptShare),
            (counted: characters, dimensions: characterNumbers.count, power: repetition, share: characterShare),
            (counted: parts.map(conceptCounts), dimensions: concepts.count, power: 1, share: conceptShare),
        ]
        var vectors = [SparseVector](repeating: SparseVector(keys: [], values: []), count: duties.count), first: UInt32 = 0
        for space in spaces {
            let weighted = weighted(space.counted, plans, dimensions: space.dimensions, power: space.power), length = Float(space.share.squareRoot())
            for (i, vector) in weighted.enumerated() {
                let scaled = vector.scaled(to: length)
                // One space stands behind the other, so the keys stay in order.
                vectors[i].keys += scaled.keys.map { $0 + first }
                vectors[i].values += scaled.values
            }
            first += UInt32(space.dimensions)
        }
        return vectors.map { $0.unit() }
    }

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

    /// Which duties stand for a plan and for all plans: of those of the same words the first, so that a row which each unit of a list has makes its words no commoner.
    private struct Plans {
        /// Places of the duties of each plan, and of those that count among them.
        var members: [(all: [Int], counted: [Int])] = []
        /// Places of those that count among all duties.
        var counted: [Int] = []

        init(_ duties: [Duty], _ parts: [Parts]) {
            var seen: Set<[UInt32]> = [], places: [Int: Int] = [:], seenHere: [Set<[UInt32]>] = []
            for (i, duty) in duties.enumerated() {
                let plan = places[duty.document] ?? members.count
                if plan == members.count {
                    places[duty.document] = plan
                    members.append((all: [], counted: []))
                    seenHere.append([])
                }
                let words = parts[i].words
                members[plan].all.append(i)
                if seenHere[plan].insert(words).inserted { members[plan].counted.append(i) }
                if seen.insert(words).inserted { counted.append(i) }
            }
        }
    }

    private typealias Counts = [(key: UInt32, count: Float)]

    private func title(_ part: Parts) -> [(words: [UInt32], weight: Double)] {
        [(part.heading, headingWeight), (part.opening, part.heading.isEmpty ? headingWeight : openingWeight)]
    }

    private func counts(_ part: Parts, _ numbers: inout [UInt64: UInt32], _ split: ([UInt32]) -> [UInt64]) -> Counts {
        var counts: [UInt32: Float] = [:]
        for (words, weight) in title(part) + [(part.rest, textWeight), (part.above, contextWeight)] {
            for key in split(words) {
                let next = UInt32(numbers.count), number = numbers[key] ?? next
                if number == next { numbers[key] = next }
                counts[number, default: 0] += Float(weight)
            }
        }
        return counts.sorted { $0.key < $1.key }.map { (key: $0.key, count: $0.value) }
    }

    private func conceptCounts(_ part: Parts) -> Counts {
        var counts: [UInt32: Float] = [:]
        for (words, weight) in title(part) + [(part.rest, passingConceptWeight)] {
            for (concept, times) in concepts.found(in: words) { counts[UInt32(concept), default: 0] += Float(weight) * Float(times) }
        }
        return counts.sorted { $0.key < $1.key }.map { (key: $0.key, count: $0.value) }
    }

    private func weighted(_ counted: [Counts], _ plans: Plans, dimensions: Int, power: Double) -> [SparseVector] {
        var everywhere = [Int32](repeating: 0, count: dimensions), here = everywhere
        for i in plans.counted { for coordinate in counted[i] { everywhere[Int(coordinate.key)] += 1 } }
        let total = Double(plans.counted.count + 1)
        var vectors = [SparseVector](repeating: SparseVector(keys: [], values: []), count: counted.count)
        for plan in plans.members {
            for i in plan.counted { for coordinate in counted[i] { here[Int(coordinate.key)] += 1 } }
            let size = Double(plan.counted.count)
            for i in plan.all {
                vectors[i] = SparseVector(keys: counted[i].map(\.key), values: counted[i].map { coordinate in
                    let key = Int(coordinate.key), expected = prior * Double(max(everywhere[key], 1)) / total
                    return Float(pow(Double(coordinate.count), power) * -log((Double(here[key]) + expected) / (size + prior)))
                })
            }
            for i in plan.counted { for coordinate in counted[i] { here[Int(coordinate.key)] = 0 } }
        }
        return vectors
    }
}
