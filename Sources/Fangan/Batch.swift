import FanganExport
import FanganGraph

/// Turns any number of documents into task data in one folder: `graphs/`, `text/`, `tasks.csv`, `tasks.ndjson`,
/// `mentions.csv`, `units.csv`, `references.csv` and `manifest.json`.
///
/// Several documents are worked on at a time, yet all files but the manifest are the same, byte for byte, whatever the
/// number of jobs. What is held in memory does not grow with the number of documents but for their paths.
public struct Batch: Sendable {
    /// Makes a task graph of the bytes of one input.
    public typealias Process = @Sendable (_ bytes: [UInt8], _ input: Input) throws(DocumentFailure) -> UnderstoodPlan

    public struct Options: Sendable {
        public var outputFolder: String
        /// Documents that are worked on at the same time; more than the machine's cores gain nothing.
        public var jobs: Int
        /// Larger files are refused.
        public var maxBytes: Int
        /// Seconds that a document may take; 0 for as long as it takes.
        public var seconds: Int
        /// Name and version of the program, for the manifest.
        public var generator: String
        /// Tells builds of one version apart, so that a rebuilt program does not take over what the one before made.
        public var buildStamp: String
        /// Hands every document's graph to the receiver of ``Batch/run(_:interrupt:progress:receive:)``.
        public var handsOver: Bool

        public init(outputFolder: String, jobs: Int = 1, maxBytes: Int = 64 << 20, seconds: Int = 0, generator: String = Version.generator, buildStamp: String = "", handsOver: Bool = false) {
            self.outputFolder = outputFolder
            self.jobs = max(jobs, 1)
            self.maxBytes = maxBytes
            self.seconds = seconds
            self.generator = generator
            self.buildStamp = buildStamp
            self.handsOver = handsOver
        }
    }

    /// What became of a document, for those who keep graphs elsewhere too.
    public struct Result: Sendable {
        public enum Outcome: Sendable {
            /// Made in this run.
            case made(TaskGraph)
            /// Taken over from an earlier run: the bytes of its graph.
            case kept([UInt8])
            case failed
        }
        /// Stem of its output files.
        public var name: String
        /// SHA-256 of the graph as it is written; empty where there is none.
        public var digest: String
        public var outcome: Outcome
    }

    /// How far a run is, told after every document, in the order of the inputs.
    public struct Progress: Sendable {
        /// What became of the document.
        public let row: ManifestRow
        public let done: Int
        public let total: Int
    }

    public struct Summary: Sendable, Equatable {
        /// Inputs that were worked on, with or without success.
        public var done = 0
        public var total = 0
        public var failed = 0
        public var tasks = 0
        public var reused = 0
        /// Documents with text that may ask for work and is in no task, and the first few of them.
        public var outside = 0
        public var firstOutside: [String] = []
        /// The run was stopped: graphs and texts that are there are whole, the tables were not touched.
        public var isInterrupted = false
    }

    private let options: Options
    private let worker: DocumentWorker

    public init(options: Options, process: @escaping Process) {
        self.options = options
        worker = DocumentWorker(options: options, process: process, store: ReuseStore(folder: options.outputFolder + "/.fangan"))
    }

    /// - Parameters:
    ///   - interrupt: once raised, no further document is begun.
    ///   - progress: is called from one task at a time.
    ///   - receive: gets every document in the order of the inputs, if the options say so; is called from one task at a time.
    /// - Throws: where output cannot be written; nothing half-written is left.
    public func run(
        _ inputs: Inputs, interrupt: Interrupt = Interrupt(), progress: @Sendable (Progress) -> Void = { _ in },
        receive: @Sendable (Result) throws(FileFailure) -> Void = { (_: Result) in }
    ) async throws(FileFailure) -> Summary {
        let clock = ContinuousClock()
        let start = clock.now
        let lock = try prepareFolder()
        defer { lock.release() }
        var tables = try SharedTables(folder: options.outputFolder, generator: options.generator)
        var queue = OutputQueue(total: inputs.entries.count)
        // One document per job, and as many again that wait for an earlier one to be written.
        let window = options.jobs * 2
        var failure: FileFailure?
        await withTaskGroup(of: (Int, Swift.Result<DocumentOutput, FileFailure>).self) { group in
            while queue.isUnfinished {
                while failure == nil, !interrupt.isRaised, let place = queue.begin(jobs: options.jobs, window: window) {
                    group.addTask { [worker] in (place, Self.result { () throws(FileFailure) in try worker.work(inputs.entries[place]) }) }
                }
                guard let (place, result) = await group.next() else { break }
                do throws(FileFailure) {
                    for output in queue.finish(place, try result.get()) {
                        try tables.append(output)
                        if let result = output.result { try receive(result) }
                        progress(Progress(row: output.row, done: queue.summary.done, total: queue.summary.total))
                    }
                } catch {
                    failure = failure ?? error
                }
            }
        }
        if let failure { throw failure }
        if queue.isUnfinished { queue.summary.isInterrupted = true } else { try tables.commit(milliseconds: (clock.now - start) / .milliseconds(1)) }
        return queue.summary
    }

    private static func result(_ body: () throws(FileFailure) -> DocumentOutput) -> Swift.Result<DocumentOutput, FileFailure> {
        do { return .success(try body()) } catch { return .failure(error) }
    }

    private func prepareFolder() throws(FileFailure) -> FolderLock {
        let folders = ["", "/graphs", "/text", "/.fangan"].map { options.outputFolder + $0 }
        for folder in folders { try Folder.make(folder) }
        let lock = try FolderLock(folder: options.outputFolder, file: options.outputFolder + "/.fangan/lock")
        for folder in folders { Folder.removeLeftovers(in: folder) }
        return lock
    }
}

/// Brings outputs that come in any order into the order of the inputs.
private struct OutputQueue {
    var summary = Batch.Summary()
    private var begun = 0
    private var running = 0
    private var waiting: [Int: DocumentOutput] = [:]

    init(total: Int) { summary.total = total }

    var isUnfinished: Bool { summary.done < summary.total }

    /// The next input to begin, unless enough are on the way.
    mutating func begin(jobs: Int, window: Int) -> Int? {
        guard begun < summary.total, running < jobs, begun - summary.done < window else { return nil }
        defer { begun += 1 }
        running += 1
        return begun
    }

    /// The outputs that can be written now.
    mutating func finish(_ place: Int, _ output: DocumentOutput) -> [DocumentOutput] {
        running -= 1
        waiting[place] = output
        var ready: [DocumentOutput] = []
        while let output = waiting.removeValue(forKey: summary.done) {
            summary.done += 1
            summary.failed += output.row.isFailed ? 1 : 0
            summary.reused += output.row.isReused ? 1 : 0
            summary.tasks += output.row.counts.tasks
            if output.row.counts.outside > 0 {
                summary.outside += 1
                if summary.firstOutside.count < 3 { summary.firstOutside.append(output.row.uri) }
            }
            ready.append(output)
        }
        return ready
    }
}
