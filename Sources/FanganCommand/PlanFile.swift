import Fangan

/// One plan that is named on the command line.
struct PlanFile {
    let path: String
    let options: PageOptions

    init(_ path: String, _ options: PageOptions) {
        self.path = path
        self.options = options
    }

    /// What is understood of it.
    func understood() throws -> UnderstoodPlan { try read().plan }

    /// The same with the file's bytes; a failure is told on standard error and ends the program with its status.
    func read() throws -> (plan: UnderstoodPlan, bytes: [UInt8]) {
        do throws(DocumentFailure) {
            return try understand()
        } catch {
            Terminal.error("\(path): \(error.message)")
            throw error.code == "input.not-found" ? ExitStatus.usage : ExitStatus.someFailed
        }
    }

    private func understand() throws(DocumentFailure) -> (plan: UnderstoodPlan, bytes: [UInt8]) {
        let bytes = try InputFile.read(path, maxBytes: options.maxBytes)
        guard case .file(let input) = Inputs([path]).entries.first else {
            throw DocumentFailure(code: "input.not-found", what: "There is no such file.", advice: "Check the path.")
        }
        let pipeline: Pipeline
        do { pipeline = try options.pipeline } catch {
            throw DocumentFailure(code: "fangan.data", what: "The program's own data cannot be read (\(error)).", advice: "Install it anew.")
        }
        return (try pipeline.run(bytes: bytes, uri: input.uri, name: input.name), bytes)
    }
}
