/// Plans that are lists: each duty a short row, as in tables that give each organ what it has to do.
///
/// Their rows are the tasks of other plans taken apart, often many for one, in words of their own. So the other plans make the topics, and rows go to them.
struct ListPlans: Sendable {
    private static let row = 80
    private static let part = 0.6

    /// Numbers of the documents; none if all are lists.
    let documents: Set<Int>

    init(_ duties: [Duty]) {
        var counts: [Int: (rows: Int, all: Int)] = [:]
        for duty in duties {
            let isRow = duty.heading == nil && duty.text.unicodeScalars.count <= Self.row
            counts[duty.document, default: (rows: 0, all: 0)].all += 1
            if isRow { counts[duty.document]!.rows += 1 }
        }
        let lists = counts.filter { Double($0.value.rows) > Self.part * Double($0.value.all) }.keys
        documents = lists.count == counts.count ? [] : Set(lists)
    }
}
