import FanganRevision

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Pairs of neighbouring characters, weighted by how rare they are among all duties, and the fields of government.
///
/// What a duty is about stands in its heading or first sentence, so these count more; headings above it count less: a
/// shared theme is no shared duty.
public struct NGramEmbedding: DutyEmbedding {
    /// How much a pair of characters counts by where it stands.
    public var headingWeight = 3.0
    public var openingWeight = 2.0
    public var textWeight = 0.7
    public var contextWeight = 0.2
    /// How much a field of government counts.
    public var fieldWeight = 0.3

    public init() {}

    public func vectors(of duties: [Duty]) -> [SparseVector] {
        var numbers: [UInt64: UInt32] = [:], holders: [Int32] = []
        let counted = duties.map { duty in
            var counts: [UInt32: Double] = [:]
            for (key, weight) in features(of: duty) {
                let number: UInt32
                if let known = numbers[key] { number = known } else {
                    number = UInt32(numbers.count)
                    numbers[key] = number
                    holders.append(0)
                }
                counts[number, default: 0] += weight
            }
            for number in counts.keys { holders[Int(number)] += 1 }
            return counts.sorted { $0.key < $1.key }.map { (key: $0.key, count: Float($0.value)) }
        }
        let total = Double(duties.count)
        // What nearly all duties hold says nothing; a little, so that two duties alone still compare.
        let rarity = holders.map { Float(0.1 + log((total + 1) / Double($0))) }
        return counted.map { coordinates in
            var values = coordinates.map { $0.count.squareRoot() * rarity[Int($0.key)] }
            let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if length > 0 { for i in values.indices { values[i] /= length } }
            return SparseVector(keys: coordinates.map(\.key), values: values)
        }
    }

    private func features(of duty: Duty) -> [(UInt64, Double)] {
        var result: [(UInt64, Double)] = []
        if let heading = duty.heading { add(heading.unicodeScalars, headingWeight, &result) }
        let scalars = duty.text.unicodeScalars
        let end = scalars.prefix(60).firstIndex { "。；;".unicodeScalars.contains($0) } ?? scalars.prefix(60).endIndex
        add(scalars[..<end], duty.heading == nil ? headingWeight : openingWeight, &result)
        add(scalars[end...].prefix(600), textWeight, &result)
        if let above = duty.context.last { add(above.unicodeScalars, contextWeight, &result) }
        for actor in duty.facts.lead { result.append((Self.key(of: actor.field), fieldWeight)) }
        return result
    }

    private func add(_ scalars: some Sequence<Unicode.Scalar>, _ weight: Double, _ result: inout [(UInt64, Double)]) {
        var last: UInt64 = 0
        for scalar in Normalised.scalars(scalars) where !Normalised.isDigit(scalar) {
            if last != 0 { result.append((last << 32 | UInt64(scalar), weight)) }
            last = UInt64(scalar)
        }
    }

    /// FNV-1a with the highest bit set, which no pair of characters has.
    private static func key(of field: String) -> UInt64 {
        field.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } | 1 << 63
    }
}
