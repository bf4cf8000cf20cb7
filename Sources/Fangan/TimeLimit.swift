import Dispatch
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Does a piece of work on a thread of its own and waits for it no longer than a given time.
///
/// A thread cannot be stopped from outside: work that takes too long is left behind and its result dropped; it ends with
/// the program at the latest.
enum TimeLimit {
    private final class Job<Result: Sendable>: Sendable {
        let result = Mutex<Result?>(nil)
        let finished = DispatchSemaphore(value: 0)
        let body: @Sendable () -> Result
        init(_ body: @escaping @Sendable () -> Result) { self.body = body }
    }

    /// - Parameter seconds: 0 for as long as it takes.
    /// - Returns: nil where the time ran out.
    static func run<Result: Sendable>(seconds: Int, _ body: @escaping @Sendable () -> Result) -> Result? {
        guard seconds > 0 else { return body() }
        let job = Job(body)
        guard start({
            let result = job.body()
            job.result.withLock { $0 = result }
            job.finished.signal()
        }) else { return body() }
        guard job.finished.wait(timeout: .now() + .seconds(seconds)) == .success else { return nil }
        return job.result.withLock { $0 }
    }

    private final class Start: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Stack of the thread in bytes; deep nesting is bounded by the readers.
    private static let stack = 8 << 20

    private static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let box = Unmanaged.passRetained(Start(body))
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
        let code = pthread_create(&thread, &attributes, { Unmanaged<Start>.fromOpaque($0).takeRetainedValue().body(); return nil }, box.toOpaque())
        #else
        let code = pthread_create(&thread, &attributes, { argument in
            if let argument { Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body() }
            return nil
        }, box.toOpaque())
        #endif
        if code != 0 { box.release() }
        return code == 0
    }
}
