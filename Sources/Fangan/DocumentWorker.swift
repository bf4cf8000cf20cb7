import FanganExport
import FanganGraph

/// Works one input out and writes what belongs to it alone: its graph and its text.
struct DocumentWorker: Sendable {
    let options: Batch.Options
    let process: Batch.Process
    let kept: KeptRows

    /// Opens an input and takes it its first step, the reading.
    /// - Parameters:
    ///   - place: of the entry among the inputs.
    ///   - shift: of the thread that is at work.
    /// - Returns: nil where the thread was left behind meanwhile.
    func begin(_ entry: Inputs.Entry, at place: Int, _ shift: Shift) -> DocumentJob? {
        let start = ContinuousClock.now
        var job = opened(entry, at: place)
        job.opened = ContinuousClock.now - start
        return advance(&job, shift) ? job : nil
    }

    /// Takes a document one step further. Nothing is written yet: what a thread that is left behind has found is nobody's.
    /// - Returns: false where the thread was left behind meanwhile.
    func advance(_ job: inout DocumentJob, _ shift: Shift) -> Bool {
        guard case .onItsWay(let input, let step) = job.state else { return true }
        shift.begin(job.place, job.row, after: job.worked)
        do throws(DocumentFailure) {
            switch step {
            case .next(let next): job.state = .onItsWay(input, try next())
            case .done(let understood): job.state = .made(input, try finished(understood, input, job.row))
            }
        } catch {
            job.state = .failed(input, error)
        }
        guard let worked = shift.end() else { return false }
        job.worked = worked
        return true
    }

    /// Writes what belongs to a document alone.
    /// - Throws: where output cannot be written; an input that failed gives a row that says so.
    func close(_ job: DocumentJob) throws(FileFailure) -> DocumentOutput {
        let start = ContinuousClock.now
        var output = switch job.state {
        case .onItsWay: preconditionFailure("A document is written once it is through all steps.")
        case .made(let input, let files): try write(files, input)
        case .failed(let input, let failure): failed(input, job.row, failure)
        case .through(let output): output
        }
        output.row.milliseconds = (job.worked + job.opened + (ContinuousClock.now - start)) / .milliseconds(1)
        return output
    }

    /// What is said of a document that took too long.
    func overdue(_ row: ManifestRow, _ entry: Inputs.Entry) -> DocumentOutput {
        let failure = DocumentFailure(code: "read.timeout", what: "It took more than \(options.seconds) seconds.", advice: "Give it more time (--timeout), or split the file.")
        guard case .file(let input) = entry else { return DocumentOutput(row: Self.failed(row, failure)) }
        var row = row
        row.milliseconds = Double(options.seconds) * 1000
        return failed(input, row, failure)
    }

    private func opened(_ entry: Inputs.Entry, at place: Int) -> DocumentJob {
        switch entry {
        case .file(let input): return opened(input, at: place)
        case .failed(let uri, let failure):
            let row = ManifestRow(uri: uri, name: nil)
            return DocumentJob(place: place, row: row, state: .through(DocumentOutput(row: Self.failed(row, failure))))
        }
    }

    private func opened(_ input: Input, at place: Int) -> DocumentJob {
        var row = ManifestRow(uri: input.uri, name: input.name)
        do throws(DocumentFailure) {
            let bytes = try InputFile.read(input, maxBytes: options.maxBytes)
            row.bytes = bytes.count
            row.sha256 = SHA256Hex.digest(of: bytes)
            if let kept = kept.load(input, key: key(row, input), graph: graphPath(input), text: textPath(input)) {
                return DocumentJob(place: place, row: row, state: .through(try handedOver(kept, input)))
            }
            var read = input
            read.sha256 = row.sha256
            return DocumentJob(place: place, row: row, state: .onItsWay(read, process(bytes, read)))
        } catch {
            return DocumentJob(place: place, row: row, state: .failed(input, error))
        }
    }

    private func failed(_ input: Input, _ row: ManifestRow, _ failure: DocumentFailure) -> DocumentOutput {
        removeOutputs(of: input)
        var output = DocumentOutput(row: Self.failed(row, failure))
        if options.handsOver { output.result = Batch.Result(name: input.name, digest: "", outcome: .failed) }
        return output
    }

    private static func failed(_ row: ManifestRow, _ failure: DocumentFailure) -> ManifestRow {
        var row = row
        row.failure = ManifestRow.Failure(code: failure.code, message: failure.message)
        return row
    }

    /// The graph as it is written; one that breaks its contract is a failure of its document and never written.
    private func validated(_ understood: UnderstoodPlan, _ index: GraphIndex) throws(DocumentFailure) -> [UInt8] {
        guard let violation = GraphCheck.problems(in: understood.graph, text: understood.text, index: index, limit: 1).first else { return GraphJSON.encode(understood.graph) }
        throw DocumentFailure(
            code: "graph.invalid", what: "What was made of it breaks the task graph's rules: \(violation).",
            advice: "This is a mistake in fangan; please report it with the document.")
    }

    private func finished(_ understood: UnderstoodPlan, _ input: Input, _ given: ManifestRow) throws(DocumentFailure) -> DocumentFiles {
        let index = GraphIndex(understood.graph)
        let json = try validated(understood, index)
        var row = given
        row.encoding = understood.graph.document.source.encoding
        row.graph = "graphs/\(input.name).graph.json"
        row.text = "text/\(input.name).txt"
        row.counts = ManifestRow.Counts(of: understood.graph)
        let tables = TaskTable.tables(of: understood.graph, document: input.name, index: index)
        var output = DocumentOutput(
            row: row, csv: tables.csv, ndjson: tables.ndjson,
            mentions: MentionTable.records(of: understood.graph, document: input.name, index: index), units: UnitOccurrence.all(in: understood.graph, index: index),
            references: DocumentReferences(understood.graph))
        if options.handsOver { output.result = Batch.Result(name: input.name, digest: SHA256Hex.digest(of: json), outcome: .made(understood.graph)) }
        return DocumentFiles(output: output, json: json, text: understood.text.bytes)
    }

    private func write(_ made: DocumentFiles, _ input: Input) throws(FileFailure) -> DocumentOutput {
        try AtomicFile.write(made.text, to: textPath(input))
        try AtomicFile.write(made.json, to: graphPath(input))
        var output = made.output
        let files = [graphPath(input), textPath(input)].compactMap { FileStamp(ofFile: $0) }
        if files.count == 2 { output.record = KeptRecord(output, name: input.name, key: key(output.row, input), files: files) }
        return output
    }

    /// With the graph that an earlier run wrote.
    private func handedOver(_ kept: DocumentOutput, _ input: Input) throws(DocumentFailure) -> DocumentOutput {
        guard options.handsOver else { return kept }
        var output = kept
        let json = try InputFile.read(graphPath(input), maxBytes: .max)
        output.result = Batch.Result(name: input.name, digest: SHA256Hex.digest(of: json), outcome: .kept(json))
        return output
    }

    /// What an earlier run made of a document that now fails is no longer true.
    private func removeOutputs(of input: Input) {
        Folder.remove(file: graphPath(input))
        Folder.remove(file: textPath(input))
    }

    /// Everything that the output of a document depends on.
    private func key(_ row: ManifestRow, _ input: Input) -> String {
        [row.sha256 ?? "", options.generator, options.buildStamp, input.uri, input.name].joined(separator: "\n")
    }

    private func graphPath(_ input: Input) -> String { options.outputFolder + "/graphs/" + input.name + ".graph.json" }
    private func textPath(_ input: Input) -> String { options.outputFolder + "/text/" + input.name + ".txt" }
}
