/// Gives rows of lists to the topics of other plans that they are nearest to.
struct RowAssignment {
    let vectors: [SparseVector]
    let favour: Favour
    /// For each duty the places of those near it.
    let near: [[Int]]
    /// The plan of each duty.
    let documents: [Int32]

    /// All groups: topics with the rows that went to them, then the rows that went to none.
    ///
    /// - Parameter threshold: likeness from which a row goes to a topic.
    func assigned(_ rows: [DutyGroup], to topics: [DutyGroup], threshold: Double) -> [DutyGroup] {
        var owners = [Int](repeating: -1, count: vectors.count)
        for (place, topic) in topics.enumerated() { for member in topic.members { owners[Int(member.duty)] = place } }
        var spread = SpreadVector(dimensions: SpreadVector.dimensions(of: vectors))
        var whole = topics, left: [DutyGroup] = []
        for group in rows {
            if let topic = nearest(to: group, topics, owners, &spread), topic.likeness >= threshold { whole[topic.place].add(group) } else { left.append(group) }
        }
        return whole + left
    }

    /// Of several alike the first.
    private func nearest(to group: DutyGroup, _ topics: [DutyGroup], _ owners: [Int], _ spread: inout SpreadVector) -> (place: Int, likeness: Double)? {
        let candidates = Set(group.members.flatMap { member in near[Int(member.duty)].map { owners[$0] }.filter { $0 >= 0 } }).sorted()
        var sums = [Double](repeating: 0, count: candidates.count)
        for member in group.members {
            let duty = Int(member.duty)
            spread.spreading(vectors[duty]) { spread in
                for (n, topic) in candidates.enumerated() { sums[n] += likeness(duty, topics[topic], spread) }
            }
        }
        guard let best = sums.indices.max(by: { (sums[$0], candidates[$1]) < (sums[$1], candidates[$0]) }) else { return nil }
        return (place: candidates[best], likeness: sums[best] / Double(group.members.count))
    }

    /// Half that to the nearest member of another plan, half the mean of all of them: a topic has members that are far from a row because they say more.
    private func likeness(_ duty: Int, _ topic: DutyGroup, _ spread: borrowing SpreadVector) -> Double {
        var (nearest, sum, count) = (-1.0, 0.0, 0)
        for member in topic.members where member.document != documents[duty] {
            let likeness = spread.dot(vectors[Int(member.duty)]) + (favour.more(duty, Int(member.duty)) ?? 0)
            nearest = max(nearest, likeness)
            sum += likeness
            count += 1
        }
        return count == 0 ? -1 : (nearest + sum / Double(count)) / 2
    }
}
