import FanganRevision

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Pairs of neighbouring characters, weighted by how rare they are among all duties, and things that different words speak of.
///
/// What a duty is about stands in its heading, else its first sentence, so these count more.
public struct NGramEmbedding: DutyEmbedding {
    /// How much a pair of characters counts by where it stands.
    public var headingWeight = 3.0
    public var openingWeight = 1.5
    public var textWeight = 0.7
    /// Of the heading above: a shared theme is no shared duty.
    public var contextWeight = 0.1
    /// How much a thing counts that is named after the first sentence: many a text names all things in passing.
    public var passingConceptWeight = 0.3
    /// A pair that stands in a text twice as often counts this power of two more.
    public var repetition = 0.7
    /// How much of the likeness of two duties is that of the things they speak of (``Concepts``), 0 to 1.
    public var conceptShare = 0.1

    private let concepts = Concepts.shared

    /// With the weights that were chosen on the development set (docs/comparison.md).
    public init() {}

    /// One vector for each duty, in their order; each of length 1, or empty.
    public func vectors(of duties: [Duty]) -> [SparseVector] {
        let parts = duties.map(Parts.init)
        let isFirst = Self.firsts(parts)
        var numbers: [UInt64: UInt32] = [:]
        let pairs = parts.map { part in pairCounts(part, &numbers) }
        let things = parts.map(conceptCounts)
        let pairVectors = weighted(pairs, isFirst, dimensions: numbers.count, power: repetition, least: 0.1)
        let thingVectors = weighted(things, isFirst, dimensions: concepts.count, power: 1, least: 0.05)
        let (pairShare, thingShare) = (Float((1 - conceptShare).squareRoot()), Float(conceptShare.squareRoot()))
        return zip(pairVectors, thingVectors).map { pair, thing in
            var vector = pair.scaled(to: pairShare)
            let scaled = thing.scaled(to: thingShare)
            // Concepts stand behind all pairs, so the keys stay in order.
            vector.keys += scaled.keys.map { $0 + UInt32(numbers.count) }
            vector.values += scaled.values
            return vector.unit()
        }
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
    }

    private func title(_ part: Parts) -> [(words: [UInt32], weight: Double)] {
        [(part.heading, headingWeight), (part.opening, part.heading.isEmpty ? headingWeight : openingWeight)]
    }

    /// Duties of words that no other before has: a row that each unit of a list has makes its words no commoner.
    private static func firsts(_ parts: [Parts]) -> [Bool] {
        var seen: Set<[UInt32]> = []
        return parts.map { seen.insert($0.heading + [0] + $0.opening + [0] + $0.rest).inserted }
    }

    private func pairCounts(_ part: Parts, _ numbers: inout [UInt64: UInt32]) -> [(key: UInt32, count: Float)] {
        var counts: [UInt32: Float] = [:]
        for (words, weight) in title(part) + [(part.rest, textWeight), (part.above, contextWeight)] {
            for (first, second) in zip(words, words.dropFirst()) {
                let key = UInt64(first) << 32 | UInt64(second), next = UInt32(numbers.count)
                let number = numbers[key] ?? next
                if number == next { numbers[key] = next }
                counts[number, default: 0] += Float(weight)
            }
        }
        return counts.sorted { $0.key < $1.key }.map { (key: $0.key, count: $0.value) }
    }

    private func conceptCounts(_ part: Parts) -> [(key: UInt32, count: Float)] {
        var counts: [UInt32: Float] = [:]
        for (words, weight) in title(part) + [(part.rest, passingConceptWeight)] {
            for (concept, times) in concepts.found(in: words) { counts[UInt32(concept), default: 0] += Float(weight) * Float(times) }
        }
        return counts.sorted { $0.key < $1.key }.map { (key: $0.key, count: $0.value) }
    }

    /// - Parameter least: what a coordinate that all hold still weighs, so that two duties alone compare.
    private func weighted(_ counted: [[(key: UInt32, count: Float)]], _ isFirst: [Bool], dimensions: Int, power: Double, least: Double) -> [SparseVector] {
        var holders = [Int32](repeating: 0, count: dimensions), total = 1.0
        for (coordinates, first) in zip(counted, isFirst) where first {
            for coordinate in coordinates { holders[Int(coordinate.key)] += 1 }
            total += 1
        }
        let rarity = holders.map { Float(least + log(total / Double(max($0, 1)))) }
        return counted.map { coordinates in
            SparseVector(keys: coordinates.map(\.key), values: coordinates.map { Float(pow(Double($0.count), power)) * rarity[Int($0.key)] })
        }
    }
}
