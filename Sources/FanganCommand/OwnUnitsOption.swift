import ArgumentParser
import Fangan
import FanganUnits

/// `--units`: a table of the user's own names, read before the built-in data.
struct OwnUnitsOption: ParsableArguments {
    @Option(help: ArgumentHelp("Your own names of units: a table with tabs, columns name, field, region and, if wanted, the full name.", valueName: "tsv"))
    var units: String?

    /// The file's bytes; nil without the option. A failure is told and ends the program.
    func bytes() throws -> [UInt8]? {
        guard let units else { return nil }
        do throws(DocumentFailure) { return try InputFile.read(units, maxBytes: 16 << 20) } catch {
            Terminal.error("\(units): \(error.message)")
            throw ExitStatus.usage
        }
    }

    /// Says which line of the table is wrong.
    func checked<Value>(_ load: () throws -> Value) throws -> Value {
        do { return try load() } catch let error as UnitDataError where error.table == "units" {
            Terminal.error("\(units ?? "units"):\(error.line): \(error.reason)")
            throw ExitStatus.usage
        }
    }

    /// Changes with the table, so that documents are read anew with another one.
    static func stamp(_ bytes: [UInt8]?) -> String {
        guard let bytes else { return "" }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return " units \(bytes.count) \(hash)"
    }
}
