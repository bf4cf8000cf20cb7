import FanganExport

/// One input on its way through a run.
struct DocumentJob {
    enum State {
        case onItsWay(Input, PlanStep)
        /// Worked out, and not written yet.
        case made(Input, DocumentFiles)
        case failed(Input, DocumentFailure)
        /// Nothing is left to write.
        case through(DocumentOutput)
    }

    /// Among the inputs of the run.
    let place: Int
    let row: ManifestRow
    var state: State
    /// What counts against the time that a document may take.
    var worked: Duration = .zero
    /// What went before: opening its file.
    var opened: Duration = .zero

    var isOnItsWay: Bool {
        if case .onItsWay = state { true } else { false }
    }
}

/// What is written of a document. Its graph is given up where it was made: the memory is there for the next one.
struct DocumentFiles {
    var output: DocumentOutput
    var json: [UInt8]
    var text: [UInt8]
}
