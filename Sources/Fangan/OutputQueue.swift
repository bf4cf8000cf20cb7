/// Hands the inputs out and brings their outputs, which come in any order, into the order of the inputs.
struct OutputQueue: Sendable {
    enum Next: Equatable {
        case input(Int)
        /// Enough are on the way: an earlier one has to be finished first.
        case wait
        /// No input is left, or none for a thread that has its share.
        case none
    }

    private(set) var summary = Batch.Summary()
    private var begun = 0
    private var waiting: [Int: DocumentOutput] = [:]
    /// Size of what waits, in bytes of rows: graphs that are handed over are a few times that.
    private var held = 0
    private let jobs: Int
    /// One group of documents per job, and as many again that wait for an earlier one to be written.
    private var window: Int { jobs * DocumentGroup.most * 2 }
    private static let mostHeld = 64 << 20

    init(total: Int, jobs: Int) {
        summary.total = total
        self.jobs = jobs
    }

    var isUnfinished: Bool { summary.done < summary.total }

    /// - Parameter taken: how many the thread that asks has taken already, which it would take this one through with. Towards the end
    ///   it gets no more than its share, so that all threads end at the same time.
    mutating func next(beside taken: Int) -> Next {
        let left = summary.total - begun
        guard left > 0, taken == 0 || left > taken * jobs * 2 else { return .none }
        guard begun - summary.done < window, held <= Self.mostHeld else { return .wait }
        defer { begun += 1 }
        return .input(begun)
    }

    /// Takes an output; `write` gets those that can be written now.
    mutating func finish<Failure: Error>(_ place: Int, _ output: DocumentOutput, write: (DocumentOutput, Batch.Summary) throws(Failure) -> Void) throws(Failure) {
        waiting[place] = output
        held += output.size
        while let output = waiting.removeValue(forKey: summary.done) {
            held -= output.size
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
