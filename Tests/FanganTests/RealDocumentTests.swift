import Foundation
import Testing
@testable import Fangan

/// Every text document that lies beside the project builds, is valid, grounded and covered.
@Suite struct RealDocumentTests {
    @Test(.enabled(if: Repository.hasShared, "needs the documents of ../shared, which are not here"), arguments: ["seeds", "corpus"])
    func everyDocumentIsGroundedAndCovered(_ folder: String) throws {
        let checked = try CheckedPipeline()
        let files = Repository.texts(Repository.shared.appendingPathComponent(folder))
        #expect(files.count >= 5)
        for file in files {
            let plan = try checked.plan(file)
            #expect(checked.problems(plan) == [], "\(file.lastPathComponent)")
        }
    }
}
