#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How far the same fields of government answer for two duties.
///
/// 市教育局 in one plan and 区教体局 in another: a field that answers for many duties says less than one that answers for few.
struct SharedFields: Sendable {
    /// Of each duty the fields of those that lead or share, by number, ascending.
    private let fields: [[Int]]
    /// What a field weighs.
    private let weights: [Double]

    init(_ duties: [Duty]) {
        var numbers: [String: Int] = [:], holders: [Double] = []
        fields = duties.map { duty in
            let own = Set((duty.facts.lead + duty.facts.share).map { actor in
                let number = numbers[actor.field] ?? numbers.count
                if number == holders.count { numbers[actor.field] = number; holders.append(0) }
                return number
            })
            for field in own { holders[field] += 1 }
            return own.sorted()
        }
        let count = Double(duties.count)
        weights = holders.map { log(1 + count / $0) }
    }

    /// The part of their fields that both have, by weight, 0 to 1; nil if for one nobody is said to answer.
    func agreement(_ a: Int, _ b: Int) -> Double? {
        if fields[a].isEmpty || fields[b].isEmpty { return nil }
        let other = Set(fields[b])
        let common = fields[a].reduce(0) { $0 + (other.contains($1) ? weights[$1] : 0) }
        return common / (fields[a].reduce(-common) { $0 + weights[$1] } + fields[b].reduce(0) { $0 + weights[$1] })
    }
}
