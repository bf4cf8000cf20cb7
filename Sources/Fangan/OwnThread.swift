#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Threads beside those of the language's tasks: one that is left behind takes none of theirs away.
enum OwnThread {
    /// Stack of a thread in bytes; deep nesting is bounded by the readers.
    private static let stack = 8 << 20

    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    static func sleep(milliseconds: Int) { usleep(UInt32(milliseconds) * 1000) }

    /// - Returns: false where the system gives no more threads; the work is not begun then.
    static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
        let box = Unmanaged.passRetained(Work(run))
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
        let code = pthread_create(&thread, &attributes, { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run(); return nil }, box.toOpaque())
        #else
        let code = pthread_create(&thread, &attributes, { argument in
            if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
            return nil
        }, box.toOpaque())
        #endif
        if code != 0 { box.release() }
        return code == 0
    }
}
