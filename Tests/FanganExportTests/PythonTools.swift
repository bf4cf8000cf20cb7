import Foundation

/// The Python environment of the tests, as `Scripts/setup --test` prepares it.
enum PythonTools {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let python = root.appendingPathComponent(".venv/bin/python3").path

    /// Tests against Python run where it is prepared, and fail rather than be left out where `make test` asks for them.
    static var isWanted: Bool {
        FileManager.default.isExecutableFile(atPath: python) || ProcessInfo.processInfo.environment["FANGAN_REQUIRE_PYTHON"] != nil
    }

    struct Failure: Error { let status: Int32 }

    /// Runs a script of `Tests/Interop`; its output by lines.
    static func run(_ script: String, _ arguments: [String], inputFile: String = "/dev/null") throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [root.appendingPathComponent("Tests/Interop/" + script).path] + arguments
        process.standardInput = FileHandle(forReadingAtPath: inputFile)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
