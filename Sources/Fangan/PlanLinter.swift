import FanganExport
import FanganLint

/// `fangan lint`: reads a plan and looks it through.
public struct PlanLinter: Sendable {
    private let pipeline: Pipeline
    private let linter: Linter

    public init(pipeline: Pipeline, linter: Linter = Linter()) {
        self.pipeline = pipeline
        self.linter = linter
    }

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - uri: path or address of the file, as the report is to name it.
    public func report(bytes: [UInt8], uri: String) throws(DocumentFailure) -> LintReport {
        let plan = try pipeline.run(bytes: bytes, uri: uri, name: "plan")
        return LintReport(uri: uri, findings: linter.findings(in: plan.graph, text: plan.text), places: plan.places(in: bytes))
    }
}
