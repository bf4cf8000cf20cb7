/// A few small documents that one thread takes through the steps together: all of them through one step, then through the next.
///
/// What a processor keeps at hand of the program holds the code of one step and not that of all: small documents come out
/// faster by a tenth so. A group is closed soon where documents are large or take long, for then nothing is gained, and an
/// interrupt or the next line of progress would have to wait.
struct DocumentGroup {
    /// More gain nothing.
    static let most = 16
    private static let mostBytes = 256 << 10
    private static let mostTime = Duration.milliseconds(20)

    private(set) var jobs: [DocumentJob] = []
    private var bytes = 0
    private let begun = ContinuousClock.now

    var hasRoom: Bool { jobs.isEmpty || jobs.count < Self.most && bytes < Self.mostBytes && ContinuousClock.now - begun < Self.mostTime }

    mutating func append(_ job: DocumentJob) {
        bytes += job.row.bytes ?? 0
        jobs.append(job)
    }

    /// Takes every document a step further.
    /// - Returns: false where the thread was left behind meanwhile.
    mutating func advance(_ worker: DocumentWorker, _ shift: Shift) -> Bool {
        for i in jobs.indices where jobs[i].isOnItsWay { if !worker.advance(&jobs[i], shift) { return false } }
        return true
    }

    var isOnItsWay: Bool { jobs.contains(where: \.isOnItsWay) }
}
