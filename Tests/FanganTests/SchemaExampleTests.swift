import FanganFixtures
import Foundation
import Testing

/// Every JSON that is written has a schema and an example, and each is checked by Python's jsonschema.
@Suite(.serialized, .enabled(if: ForeignProgram.isHere, "needs .venv; Scripts/setup --test prepares it")) struct SchemaExampleTests {
    private static let schemas = Repository.root.appendingPathComponent("schemas").path

    @Test func theExamplesAreValid() throws {
        let outcome = try ForeignProgram.run("check_examples.py", [Self.schemas, Self.schemas + "/examples"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\"schemas\": 14"))
    }

    /// What the program writes of the example plans today.
    @Test func soIsWhatIsWritten() throws {
        let folder = try TemporaryFolder()
        let written = try ForeignProgram.run("write_examples.py", [BuiltProgram.path ?? "", folder.path])
        #expect(written.status == 0, "\(written.errors)")
        let outcome = try ForeignProgram.run("check_examples.py", [Self.schemas, folder.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    /// The context in the file is that of the schemas' folder.
    @Test func linkedDataCarryTheirContext() throws {
        let folder = try TemporaryFolder()
        try folder.write("清河县公园方案\n一、任务\n（一）新建口袋公园。（责任单位：县住建局）\n", to: "in/a.txt")
        #expect(try BuiltProgram.run(["build", "--quiet", folder.path + "/in", "--out", folder.path + "/out", "--formats", "jsonld"]).status == 0)
        func context(_ path: String) throws -> NSDictionary? {
            let value = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any]
            return value?["@context"] as? NSDictionary
        }
        let written = try #require(try context(folder.path + "/out/plans.jsonld"))
        #expect(try written == context(Self.schemas + "/plans.context.jsonld") && written.count > 60)
    }
}
