import FanganExport
import Synchronization

/// What one thread of a run is at, and since when: who watches over the run leaves a thread behind whose document takes too long.
///
/// A thread cannot be stopped from outside. One that is left behind is told so when it has got through its document's step, and
/// what it found is nobody's; it ends with the program at the latest.
final class Shift: Sendable {
    private struct State {
        /// The input that is worked on and what is known of it.
        var place = 0, row: ManifestRow?
        /// When its work would have begun if nothing else had been done between its steps.
        var start: ContinuousClock.Instant?
        /// All inputs that the thread has taken and of which nothing is handed over yet.
        var taken: [Int] = []
        var isLeftBehind = false
    }

    private let state: Mutex<State>

    /// - Parameter given: inputs that the thread has from one that was left behind.
    init(given: [Int] = []) { state = Mutex(State(taken: given)) }

    /// The thread has one more input to work on.
    func take(_ place: Int) { state.withLock { if !$0.taken.contains(place) { $0.taken.append(place) } } }

    /// Some inputs are worked out, and will be handed over by this thread.
    func give(_ places: [Int]) { state.withLock { $0.taken.removeAll(where: places.contains) } }

    /// From here on the time counts.
    /// - Parameter worked: what the document has had of it in earlier steps.
    func begin(_ place: Int, _ row: ManifestRow, after worked: Duration) {
        let start = ContinuousClock.now - worked
        state.withLock { ($0.place, $0.row, $0.start) = (place, row, start) }
    }

    /// The document is through a step.
    /// - Returns: the time that it has had; nil where the thread was left behind meanwhile.
    func end() -> Duration? {
        let now = ContinuousClock.now
        return state.withLock { state in
            defer { state.start = nil }
            return state.isLeftBehind ? nil : state.start.map { now - $0 }
        }
    }

    /// Leaves the thread behind if its document was begun before a point of time.
    /// - Returns: which document that was, and what else the thread had taken.
    func leaveBehind(begunBefore limit: ContinuousClock.Instant) -> (place: Int, row: ManifestRow, others: [Int])? {
        state.withLock { state in
            guard let start = state.start, start < limit, let row = state.row else { return nil }
            (state.isLeftBehind, state.start) = (true, nil)
            return (state.place, row, state.taken.filter { $0 != state.place })
        }
    }
}
