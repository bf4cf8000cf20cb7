import FanganExport
import FanganGraph

/// Turns any number of documents into task data in one folder: `graphs/`, `text/`, `tasks.csv`, `tasks.ndjson`,
/// `mentions.csv`, `units.csv`, `references.csv` and `manifest.json`.
///
/// Several documents are worked on at a time, yet all files but the manifest are the same, byte for byte, whatever the
/// number of jobs. What is held in memory does not grow with the number of documents but for their paths and the
/// places of rows that an earlier run made.
public struct Batch: Sendable {
    /// Makes a task graph of the bytes of one input, as ``Pipeline/steps(bytes:uri:name:sha256:)`` does.
    public typealias Process = @Sendable (_ bytes: [UInt8], _ input: Input) -> PlanStep

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
    private let process: Process

    /// - Parameter process: is called from several threads at a time, and so are its steps.
    public init(options: Options, process: @escaping Process) {
        self.options = options
        self.process = process
    }

    /// For work that is done in one step.
    public init(options: Options, plan: @escaping @Sendable (_ bytes: [UInt8], _ input: Input) throws(DocumentFailure) -> UnderstoodPlan) {
        self.init(options: options, process: { bytes, input in .next { () throws(DocumentFailure) in .done(try plan(bytes, input)) } })
    }

    /// - Parameters:
    ///   - interrupt: once raised, no further document is begun.
    ///   - progress: is called from one thread at a time.
    ///   - receive: gets every document in the order of the inputs, if the options say so; is called from one thread at a time.
    /// - Throws: where output cannot be written; nothing half-written is left.
    public func run(
        _ inputs: Inputs, interrupt: Interrupt = Interrupt(), progress: @escaping @Sendable (Progress) -> Void = { _ in },
        receive: @escaping @Sendable (Result) throws(FileFailure) -> Void = { (_: Result) in }
    ) async throws(FileFailure) -> Summary {
        let lock = try prepareFolder()
        defer { lock.release() }
        let worker = DocumentWorker(options: options, process: process, kept: KeptRows(folder: options.outputFolder))
        return try await BatchRun(inputs.entries, options, worker, interrupt, progress: progress, receive: receive).run()
    }

    private func prepareFolder() throws(FileFailure) -> FolderLock {
        let folders = ["", "/graphs", "/text", "/.fangan"].map { options.outputFolder + $0 }
        for folder in folders { try Folder.make(folder) }
        let lock = try FolderLock(folder: options.outputFolder, file: options.outputFolder + "/.fangan/lock")
        for folder in folders { Folder.removeLeftovers(in: folder) }
        return lock
    }
}
