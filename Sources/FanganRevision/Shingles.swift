#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The pairs of neighbouring characters of a text, counted, in ascending order: what two texts share of them says how
/// much alike they are.
struct Shingles: Sendable {
    /// Both code points of a pair in one number, ascending.
    private(set) var keys: [UInt64] = []
    private(set) var counts: [Int32] = []

    init(_ scalars: [UInt32]) {
        guard !scalars.isEmpty else { return }
        var pairs: [UInt64] = []
        pairs.reserveCapacity(scalars.count)
        // A single character, and the first one, count with nothing before them.
        var last: UInt64 = 0
        for scalar in scalars {
            pairs.append(last << 32 | UInt64(scalar))
            last = UInt64(scalar)
        }
        pairs.sort()
        for pair in pairs {
            if keys.last == pair { counts[counts.count - 1] += 1 } else { keys.append(pair); counts.append(1) }
        }
    }

    var isEmpty: Bool { keys.isEmpty }
}

/// How much a pair of characters says: the rarer it is in both versions, the more.
struct ShingleWeights: Sendable {
    private var weights: [UInt64: Double] = [:]

    init(_ all: [Shingles]) {
        var documents: [UInt64: Int] = [:]
        for shingles in all { for key in shingles.keys { documents[key, default: 0] += 1 } }
        let total = Double(max(all.count, 1))
        weights = documents.mapValues { log(1 + total / Double($0)) }
    }

    func weight(_ key: UInt64) -> Double { weights[key] ?? 0 }

    func total(_ shingles: Shingles) -> Double {
        var sum = 0.0
        for (key, count) in zip(shingles.keys, shingles.counts) { sum += weight(key) * Double(count) }
        return sum
    }

    /// Weight of what two texts share.
    func shared(_ a: Shingles, _ b: Shingles) -> Double {
        var sum = 0.0, i = 0, j = 0
        while i < a.keys.count, j < b.keys.count {
            if a.keys[i] < b.keys[j] { i += 1 } else if a.keys[i] > b.keys[j] { j += 1 } else {
                sum += weight(a.keys[i]) * Double(min(a.counts[i], b.counts[j]))
                i += 1
                j += 1
            }
        }
        return sum
    }
}
