import Dispatch
import FanganExport
import Synchronization

/// One run of a batch. Each of its threads takes a few documents at a time (``DocumentGroup``); whichever has finished the next in the
/// order of the inputs writes it to the shared tables, while the others work on. A thread waits where too many documents
/// are ahead of one that takes long, and for its turn at the tables.
final class BatchRun: Sendable {
    typealias Progress = @Sendable (Batch.Progress) -> Void
    typealias Receiver = @Sendable (Batch.Result) throws(FileFailure) -> Void

    private struct State: ~Copyable {
        var queue: OutputQueue
        /// nil once they are in their places, or given up.
        var tables: SharedTables?
        var failure: FileFailure?
        /// Threads that are at work, without those left behind.
        var shifts: [Shift] = []
        /// Threads that wait for an earlier document.
        var waiting = 0
        /// Called as the last thread ends.
        var ended: CheckedContinuation<Void, Never>?
    }

    private let inputs: [Inputs.Entry]
    private let options: Batch.Options
    private let worker: DocumentWorker
    private let interrupt: Interrupt
    private let progress: Progress
    private let receive: Receiver
    private let state: Mutex<State>
    /// Raised for each thread that waits, once it is worth another look.
    private let moved = DispatchSemaphore(value: 0)

    init(_ inputs: [Inputs.Entry], _ options: Batch.Options, _ worker: DocumentWorker, _ interrupt: Interrupt, progress: @escaping Progress, receive: @escaping Receiver) throws(FileFailure) {
        (self.inputs, self.options, self.worker, self.interrupt, self.progress, self.receive) = (inputs, options, worker, interrupt, progress, receive)
        let tables = try SharedTables(folder: options.outputFolder, generator: options.generator)
        state = Mutex(State(queue: OutputQueue(total: inputs.count, jobs: options.jobs), tables: tables))
    }

    /// - Throws: where output cannot be written; nothing half-written is left.
    func run() async throws(FileFailure) -> Batch.Summary {
        let start = ContinuousClock.now
        await allThreads()
        return try state.withLock { state throws(FileFailure) in
            // Given up here rather than with the run, which a thread left behind may hold for long.
            guard var tables = state.tables.take() else { return state.queue.summary }
            var summary = state.queue.summary
            summary.isInterrupted = state.queue.isUnfinished
            assert(!summary.isInterrupted || interrupt.isRaised || state.failure != nil, "A document was lost.")
            // What was done until then is there for the next run, whatever stopped this one.
            if state.failure != nil || summary.isInterrupted { tables.leave() }
            if let failure = state.failure { throw failure }
            if summary.isInterrupted { return summary }
            do throws(FileFailure) { try tables.commit(milliseconds: (ContinuousClock.now - start) / .milliseconds(1)) } catch {
                tables.leave()
                throw error
            }
            return summary
        }
    }

    // MARK: Threads

    private func allThreads() async {
        let shifts = (0..<max(min(options.jobs, inputs.count), 1)).map { _ in Shift() }
        await withCheckedContinuation { continuation in
            state.withLock { ($0.shifts, $0.ended) = (shifts, continuation) }
            // A thread as well: a task would wait for its turn where the program's other tasks are busy. Where the system has none to
            // give, no document is left behind.
            if options.seconds > 0 { _ = OwnThread.start { self.watch() } }
            for shift in shifts { start(shift) }
        }
    }

    /// - Parameter given: inputs of a thread that was left behind, which the shift knows of; each is worked on alone.
    private func start(_ shift: Shift, _ given: [Int] = []) {
        // Where the system gives no thread, the work is done here.
        if !OwnThread.start({ self.work(shift, given) }) { work(shift, given) }
    }

    private func work(_ shift: Shift, _ given: [Int]) {
        for place in given where !isStopped {
            var group = DocumentGroup()
            guard begin(place, shift, &group), bringThrough(&group, shift) else { return }
        }
        while let place = next(beside: 0) {
            var group = DocumentGroup(), next = Optional(place)
            while let place = next {
                guard begin(place, shift, &group) else { return }
                next = group.hasRoom ? self.next(beside: group.jobs.count) : nil
            }
            guard bringThrough(&group, shift) else { return }
        }
        leave(shift)
    }

    /// - Returns: false where the thread was left behind: another has taken its place.
    private func begin(_ place: Int, _ shift: Shift, _ group: inout DocumentGroup) -> Bool {
        shift.take(place)
        guard let job = worker.begin(inputs[place], at: place, shift) else { return false }
        group.append(job)
        return true
    }

    /// - Returns: false where the thread was left behind: nothing of the group was written then.
    private func bringThrough(_ group: inout DocumentGroup, _ shift: Shift) -> Bool {
        while group.isOnItsWay { if !group.advance(worker, shift) { return false } }
        shift.give(group.jobs.map(\.place))
        for job in group.jobs {
            do throws(FileFailure) { finish(job.place, .success(try worker.close(job))) } catch { finish(job.place, .failure(error)) }
        }
        return true
    }

    private var isStopped: Bool { interrupt.isRaised || state.withLock { $0.failure != nil } }

    /// The next input to work on. A thread that has taken none waits while too many are ahead of an earlier one.
    private func next(beside taken: Int) -> Int? {
        while true {
            let next = state.withLock { state -> OutputQueue.Next in
                guard state.failure == nil, !interrupt.isRaised else { return .none }
                let next = state.queue.next(beside: taken)
                if next == .wait, taken == 0 { state.waiting += 1 }
                return next
            }
            switch next {
            case .input(let place): return place
            case .wait: if taken > 0 { return nil } else { moved.wait() }
            case .none: return nil
            }
        }
    }

    private func finish(_ place: Int, _ result: Result<DocumentOutput, FileFailure>) {
        let waiting = state.withLock { state -> Int in
            do throws(FileFailure) {
                let output = try result.get()
                try state.queue.finish(place, output) { output, summary throws(FileFailure) in
                    guard state.failure == nil else { return }
                    try state.tables?.append(output)
                    if let result = output.result { try receive(result) }
                    progress(Batch.Progress(row: output.row, done: summary.done, total: summary.total))
                }
            } catch {
                state.failure = state.failure ?? error
            }
            defer { state.waiting = 0 }
            return state.waiting
        }
        for _ in 0..<waiting { moved.signal() }
    }

    private func leave(_ shift: Shift) {
        let ended = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.shifts.removeAll { $0 === shift }
            return state.shifts.isEmpty ? state.ended.take() : nil
        }
        ended?.resume()
    }

    // MARK: Documents that take too long

    /// Several looks in a second: a document may take a little longer than it was given.
    private func watch() {
        var shifts = state.withLock { $0.shifts }
        while !shifts.isEmpty {
            OwnThread.sleep(milliseconds: 200)
            let limit = ContinuousClock.now - .seconds(options.seconds)
            for shift in shifts { if let left = shift.leaveBehind(begunBefore: limit) { replace(shift, left.place, left.row, left.others) } }
            shifts = state.withLock { $0.shifts }
        }
    }

    /// Another thread goes on in the place of one that was left behind.
    private func replace(_ shift: Shift, _ place: Int, _ row: ManifestRow, _ others: [Int]) {
        let next = Shift(given: others)
        state.withLock { state in state.shifts = state.shifts.filter { $0 !== shift } + [next] }
        finish(place, .success(worker.overdue(row, inputs[place])))
        start(next, others)
    }
}
