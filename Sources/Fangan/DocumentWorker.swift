import FanganExport
import FanganGraph

/// Works one input out and writes what belongs to it alone: its graph and its text.
struct DocumentWorker: Sendable {
    let options: Batch.Options
    let process: Batch.Process
    let kept: KeptRows

    /// Throws only where output cannot be written; an input that fails gives a row that says so.
    /// - Parameters:
    ///   - place: of the entry among the inputs.
    ///   - shift: of the thread that is at work.
    /// - Returns: nil where the thread was left behind; nothing was written then.
    func work(_ entry: Inputs.Entry, at place: Int, _ shift: Shift) throws(FileFailure) -> DocumentOutput? {
        let start = ContinuousClock.now
        var output = switch entry {
        case .file(let input): try work(input, at: place, shift)
        case .failed(let uri, let failure): DocumentOutput(row: Self.failed(ManifestRow(uri: uri, name: nil), failure))
        }
        output?.row.milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
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

    private func work(_ input: Input, at place: Int, _ shift: Shift) throws(FileFailure) -> DocumentOutput? {
        var row = ManifestRow(uri: input.uri, name: input.name)
        let made: Made
        do throws(DocumentFailure) {
            let bytes = try InputFile.read(input, maxBytes: options.maxBytes)
            row.bytes = bytes.count
            row.sha256 = SHA256Hex.digest(of: bytes)
            if let kept = kept.load(input, key: key(row, input), graph: graphPath(input), text: textPath(input)) { return try handedOver(kept, input) }
            var read = input
            read.sha256 = row.sha256
            shift.begin(place, row)
            made = try finished(try process(bytes, read), read, row)
        } catch {
            return shift.end() ? failed(input, row, error) : nil
        }
        return shift.end() ? try write(made, input) : nil
    }

    private func failed(_ input: Input, _ row: ManifestRow, _ failure: DocumentFailure) -> DocumentOutput {
        removeOutputs(of: input)
        var output = DocumentOutput(row: Self.failed(row, failure))
        if options.handsOver { output.result = Batch.Result(name: input.name, digest: "", outcome: .failed) }
        return output
    }

    /// What is written of a document. Its graph is given up where it was made: the memory is there for the next one.
    private struct Made {
        var output: DocumentOutput
        var json: [UInt8]
        var text: [UInt8]
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

    private func finished(_ understood: UnderstoodPlan, _ input: Input, _ given: ManifestRow) throws(DocumentFailure) -> Made {
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
        return Made(output: output, json: json, text: understood.text.bytes)
    }

    private func write(_ made: Made, _ input: Input) throws(FileFailure) -> DocumentOutput {
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
