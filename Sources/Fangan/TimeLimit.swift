import Dispatch
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Does pieces of work on threads of its own and waits for each no longer than a given time.
///
/// A thread cannot be stopped from outside: work that takes too long is left behind and its result dropped; it ends with
/// the program at the latest. A thread that has done its work takes the next piece: the memory that a document
/// needed is there for the next one, where a new thread asks the system for all of it again.
final class TimeLimit: Sendable {
    private final class Job<Result: Sendable>: Sendable {
        let result = Mutex<Result?>(nil)
        let finished = DispatchSemaphore(value: 0)
    }

    /// A thread that waits for work.
    private final class Worker: Sendable {
        private let work = Mutex<(@Sendable () -> Void)?>(nil)
        private let given = DispatchSemaphore(value: 0)

        /// - Parameter body: nil ends the thread.
        func give(_ body: (@Sendable () -> Void)?) {
            work.withLock { $0 = body }
            given.signal()
        }

        /// Work after work until there is no more.
        func run() {
            while let body = next() { body() }
        }

        private func next() -> (@Sendable () -> Void)? {
            given.wait()
            return work.withLock { work in
                defer { work = nil }
                return work
            }
        }
    }

    /// Threads that have nothing to do: never more than pieces of work were under way at one time.
    private let idle = Mutex<[Worker]>([])

    deinit { idle.withLock { for worker in $0 { worker.give(nil) } } }

    /// - Parameter seconds: 0 for as long as it takes.
    /// - Returns: nil where the time ran out.
    func run<Result: Sendable>(seconds: Int, _ body: @escaping @Sendable () -> Result) -> Result? {
        guard seconds > 0, let worker = idle.withLock({ $0.popLast() }) ?? Self.start() else { return body() }
        let job = Job<Result>()
        worker.give {
            let result = body()
            job.result.withLock { $0 = result }
            job.finished.signal()
        }
        guard job.finished.wait(timeout: .now() + .seconds(seconds)) == .success else {
            // What it finds when it gets so far.
            worker.give(nil)
            return nil
        }
        idle.withLock { $0.append(worker) }
        return job.result.withLock { $0 }
    }

    /// Stack of a thread in bytes; deep nesting is bounded by the readers.
    private static let stack = 8 << 20

    private static func start() -> Worker? {
        let worker = Worker()
        let box = Unmanaged.passRetained(worker)
        #if canImport(Darwin)
        var thread: pthread_t?
        #else
        var thread = pthread_t()
        #endif
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stack)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        #if canImport(Darwin)
        let code = pthread_create(&thread, &attributes, { Unmanaged<Worker>.fromOpaque($0).takeRetainedValue().run(); return nil }, box.toOpaque())
        #else
        let code = pthread_create(&thread, &attributes, { argument in
            if let argument { Unmanaged<Worker>.fromOpaque(argument).takeRetainedValue().run() }
            return nil
        }, box.toOpaque())
        #endif
        if code != 0 { box.release() }
        return code == 0 ? worker : nil
    }
}
