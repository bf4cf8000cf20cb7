import Dispatch
import Fangan

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Turns SIGINT (Ctrl-C) and SIGTERM into a raised ``Interrupt``; a second one ends the program at once.
struct StopSignals {
    private static let numbers = [SIGINT, SIGTERM]
    private let sources: [any DispatchSourceSignal]

    init(_ interrupt: Interrupt) {
        sources = Self.numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { if !interrupt.raise() { _exit(ExitStatus.interrupted.rawValue) } }
            source.activate()
            return source
        }
    }

    func restore() {
        for source in sources { source.cancel() }
        for number in Self.numbers { signal(number, SIG_DFL) }
    }
}
