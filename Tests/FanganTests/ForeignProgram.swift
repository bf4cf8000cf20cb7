import Foundation

/// Scripts of `Tests/Interop` in the Python environment of the tests, as `Scripts/setup --test` prepares it.
enum ForeignProgram {
    private static let python = Repository.root.appendingPathComponent(".venv/bin/python3").path

    /// Such tests run where it is prepared, and fail rather than be left out where `make test` asks for them.
    static var isHere: Bool {
        FileManager.default.isExecutableFile(atPath: python) || ProcessInfo.processInfo.environment["FANGAN_REQUIRE_PYTHON"] != nil
    }

    static func run(_ script: String, _ arguments: [String]) throws -> BuiltProgram.Outcome {
        let process = Process(), output = Pipe(), errors = Pipe()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [Repository.root.appendingPathComponent("Tests/Interop/" + script).path] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        process.environment = ProcessInfo.processInfo.environment.merging(["FANGAN": BuiltProgram.path ?? ""]) { $1 }
        try process.run()
        // Both are short: neither fills its pipe before the other is read.
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let problems = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return BuiltProgram.Outcome(status: process.terminationStatus, output: text, errors: problems)
    }
}
