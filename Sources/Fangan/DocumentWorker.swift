import FanganExport
import FanganGraph

/// Works one input out and writes what belongs to it alone: its graph and its text.
struct DocumentWorker: Sendable {
    let options: Batch.Options
    let process: Batch.Process
    let schema: SchemaValidator
    let store: ReuseStore

    /// Throws only where output cannot be written; an input that fails gives a row that says so.
    func work(_ entry: Inputs.Entry) throws(FileFailure) -> DocumentOutput {
        let clock = ContinuousClock()
        let start = clock.now
        var output = switch entry {
        case .file(let input): try work(input)
        case .failed(let uri, let failure): DocumentOutput(row: Self.failed(ManifestRow(uri: uri, name: nil), failure))
        }
        output.row.milliseconds = (clock.now - start) / .milliseconds(1)
        return output
    }

    private func work(_ input: Input) throws(FileFailure) -> DocumentOutput {
        var row = ManifestRow(uri: input.uri, name: input.name)
        let understood: UnderstoodPlan
        let index: GraphIndex
        let json: [UInt8]
        do throws(DocumentFailure) {
            let bytes = try InputFile.read(input, maxBytes: options.maxBytes)
            row.bytes = bytes.count
            row.sha256 = SHA256Hex.digest(of: bytes)
            if let kept = store.load(input, key: key(row, input), graph: graphPath(input), text: textPath(input)) { return kept }
            var read = input
            read.sha256 = row.sha256
            understood = try understand(bytes, read)
            index = GraphIndex(understood.graph)
            json = try validated(understood, index)
        } catch {
            removeOutputs(of: input)
            return DocumentOutput(row: Self.failed(row, error))
        }
        return try write(understood, index, json: json, input, row)
    }

    /// Within the time that a document may take.
    private func understand(_ bytes: [UInt8], _ input: Input) throws(DocumentFailure) -> UnderstoodPlan {
        let process = process
        let result = TimeLimit.run(seconds: options.seconds) { () -> Result<UnderstoodPlan, DocumentFailure> in
            do throws(DocumentFailure) { return .success(try process(bytes, input)) } catch { return .failure(error) }
        }
        guard let result else {
            throw DocumentFailure(
                code: "read.timeout", what: "It took more than \(options.seconds) seconds.", advice: "Give it more time (--timeout), or split the file.")
        }
        return try result.get()
    }

    private static func failed(_ row: ManifestRow, _ failure: DocumentFailure) -> ManifestRow {
        var row = row
        row.failure = ManifestRow.Failure(code: failure.code, message: failure.message)
        return row
    }

    /// The graph as it is written; one that breaks its contract is a failure of its document and never written.
    private func validated(_ understood: UnderstoodPlan, _ index: GraphIndex) throws(DocumentFailure) -> [UInt8] {
        let json = GraphJSON.encode(understood.graph)
        let violation = schema.violation(in: json, isUTF8: true)?.description
            ?? GraphCheck.problems(in: understood.graph, text: understood.text, index: index, limit: 1).first
        guard let violation else { return json }
        throw DocumentFailure(
            code: "graph.invalid", what: "What was made of it breaks the task graph's rules: \(violation).",
            advice: "This is a mistake in fangan; please report it with the document.")
    }

    private func write(
        _ understood: UnderstoodPlan, _ index: GraphIndex, json: [UInt8], _ input: Input, _ given: ManifestRow
    ) throws(FileFailure) -> DocumentOutput {
        var row = given
        row.encoding = understood.graph.document.source.encoding
        row.graph = "graphs/\(input.name).graph.json"
        row.text = "text/\(input.name).txt"
        row.counts = ManifestRow.Counts(of: understood.graph)
        let tables = TaskTable.tables(of: understood.graph, document: input.name, index: index)
        let output = DocumentOutput(
            row: row, csv: tables.csv, ndjson: tables.ndjson,
            mentions: MentionTable.records(of: understood.graph, document: input.name, index: index), units: UnitOccurrence.all(in: understood.graph, index: index),
            references: DocumentReferences(understood.graph))
        try AtomicFile.write(understood.text.bytes, to: textPath(input))
        try AtomicFile.write(json, to: graphPath(input))
        try store.save(output, key: key(row, input), sizes: (json.count, understood.text.count))
        return output
    }

    /// What an earlier run made of a document that now fails is no longer true.
    private func removeOutputs(of input: Input) {
        store.remove(input.name)
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
