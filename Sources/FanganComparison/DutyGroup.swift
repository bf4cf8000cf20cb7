/// Duties that are held to be one, with what tells how near another group is.
struct DutyGroup: Sendable {
    /// A duty and the plan that it is of.
    struct Member: Sendable {
        var document: Int32
        var duty: Int32
    }

    /// By document, then duty.
    var members: [Member]
    /// Of the vectors of all members.
    var sum: SparseVector

    /// The plan that all members are of, -1 if there are several.
    var document: Int32 { members[0].document == members[members.count - 1].document ? members[0].document : -1 }

    /// - Parameter copies: places of duties of the same words, ascending.
    init(copies: [Int], duties: [Duty], vectors: [SparseVector]) {
        members = copies.map { Member(document: Int32(duties[$0].document), duty: Int32($0)) }
        let vector = vectors[copies[0]], count = Float(copies.count)
        sum = copies.count == 1 ? vector : SparseVector(keys: vector.keys, values: vector.values.map { $0 * count })
    }

    mutating func add(_ other: DutyGroup) {
        members = Self.merged(members, other.members)
        sum.add(other.sum)
    }

    /// Likeness of each member of one with each of the other, added up, and how many pairs that are; pairs of one plan count as less in both.
    ///
    /// - Parameters:
    ///   - whole: what the sums of both have in common, all pairs counted alike.
    ///   - within: what a pair of one plan counts, 0 to 1.
    func likeness(_ other: DutyGroup, whole: Double, within: Double, vectors: [SparseVector]) -> (sum: Double, pairs: Double) {
        let (few, many) = members.count <= other.members.count ? (members, other.members) : (other.members, members)
        var inside = 0.0, count = 0
        var start = 0
        for member in few {
            // Both are in the order of the documents: what lies before stays behind.
            start = Self.firstPlace(of: member.document, in: many, from: start)
            var place = start
            while place < many.count, many[place].document == member.document {
                inside += vectors[Int(member.duty)].dot(vectors[Int(many[place].duty)])
                place += 1
            }
            count += place - start
        }
        return (whole - (1 - within) * inside, Double(members.count * other.members.count) - (1 - within) * Double(count))
    }

    private static func firstPlace(of document: Int32, in members: [Member], from start: Int) -> Int {
        var low = start, high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].document < document { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func merged(_ a: [Member], _ b: [Member]) -> [Member] {
        var result: [Member] = [], i = 0, j = 0
        result.reserveCapacity(a.count + b.count)
        while i < a.count || j < b.count {
            if j == b.count || (i < a.count && (a[i].document, a[i].duty) < (b[j].document, b[j].duty)) { result.append(a[i]); i += 1 } else { result.append(b[j]); j += 1 }
        }
        return result
    }
}
