/// Hands the inputs out and brings their outputs, which come in any order, into the order of the inputs.
struct OutputQueue: Sendable {
    enum Next: Equatable {
        case input(Int)
        /// Enough are on the way: an earlier one has to be finished first.
        case wait
        case none
    }

    private(set) var summary = Batch.Summary()
    private var begun = 0
    private var waiting: [Int: DocumentOutput] = [:]
    /// One document per job, and as many again that wait for an earlier one to be written.
    private let window: Int

    init(total: Int, jobs: Int) {
        summary.total = total
        window = jobs * 2
    }

    var isUnfinished: Bool { summary.done < summary.total }

    mutating func next() -> Next {
        guard begun < summary.total else { return .none }
        guard begun - summary.done < window else { return .wait }
        defer { begun += 1 }
        return .input(begun)
    }

    /// Takes an output; `write` gets those that can be written now.
    mutating func finish<Failure: Error>(_ place: Int, _ output: DocumentOutput, write: (DocumentOutput, Batch.Summary) throws(Failure) -> Void) throws(Failure) {
        waiting[place] = output
        while let output = waiting.removeValue(forKey: summary.done) {
            count(output)
            try write(output, summary)
        }
    }

    private mutating func count(_ output: DocumentOutput) {
        summary.done += 1
        summary.failed += output.row.isFailed ? 1 : 0
        summary.reused += output.row.isReused ? 1 : 0
        summary.tasks += output.row.counts.tasks
        guard output.row.counts.outside > 0 else { return }
        summary.outside += 1
        if summary.firstOutside.count < 3 { summary.firstOutside.append(output.row.uri) }
    }
}
