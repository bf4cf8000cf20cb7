import Fangan
import FanganExport
import Synchronization

/// One line on the terminal that says how far a run is; messages about failed documents go above it.
final class ProgressLine: Sendable {
    private let isShown: Bool
    /// When the line was last drawn.
    private let drawn = Mutex<ContinuousClock.Instant?>(nil)

    init(isShown: Bool) { self.isShown = isShown }

    func show(_ progress: Batch.Progress) {
        if let failure = progress.row.failure {
            clear()
            Terminal.error("\(progress.row.uri): \(failure.message)")
        }
        guard isShown else { return }
        drawn.withLock { drawn in
            let now = ContinuousClock.now
            if let drawn, now - drawn < .milliseconds(100), progress.done < progress.total { return }
            drawn = now
            Terminal.writeRaw("\r\u{1B}[K\(progress.done) of \(progress.total) documents")
        }
    }

    func clear() {
        guard isShown else { return }
        drawn.withLock { drawn in
            if drawn != nil { Terminal.writeRaw("\r\u{1B}[K") }
            drawn = nil
        }
    }
}
