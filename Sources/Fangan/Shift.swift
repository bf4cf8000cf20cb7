import FanganExport
import Synchronization

/// What one thread of a run is at, and since when: who watches over the run leaves a thread behind whose document takes too long.
///
/// A thread cannot be stopped from outside. One that is left behind is told so when it has got through its document, and
/// what it found is nobody's; it ends with the program at the latest.
final class Shift: Sendable {
    private struct State {
        /// The input that is worked on and what is known of it.
        var place = 0, row: ManifestRow?
        var start: ContinuousClock.Instant?
        var isLeftBehind = false
    }

    private let state = Mutex(State())

    /// From here on the time counts.
    func begin(_ place: Int, _ row: ManifestRow) {
        let now = ContinuousClock.now
        state.withLock { ($0.place, $0.row, $0.start) = (place, row, now) }
    }

    /// The document is through.
    /// - Returns: false where the thread was left behind meanwhile.
    func end() -> Bool {
        state.withLock { state in
            state.start = nil
            return !state.isLeftBehind
        }
    }

    /// Leaves the thread behind if its document was begun before a point of time.
    /// - Returns: which document that was.
    func leaveBehind(begunBefore limit: ContinuousClock.Instant) -> (place: Int, row: ManifestRow)? {
        state.withLock { state in
            guard let start = state.start, start < limit, let row = state.row else { return nil }
            (state.isLeftBehind, state.start) = (true, nil)
            return (state.place, row)
        }
    }
}
