import Foundation

/// The command line as it was built beside the tests.
enum BuiltProgram {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The folder of the running test bundle, which is that of all products.
    private static var productsFolder: URL? {
        #if os(Linux)
        return URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        #else
        return Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL.deletingLastPathComponent()
        #endif
    }

    static var path: String? {
        guard let file = productsFolder?.appendingPathComponent("fangan").path, FileManager.default.isExecutableFile(atPath: file) else { return nil }
        return file
    }

    /// Runs it to its end, without a terminal.
    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        try wait(start(arguments, environment: environment))
    }

    /// A shell command in which `$FANGAN` is the program.
    static func shell(_ command: String) throws -> Outcome {
        try wait(start(path: "/bin/sh", ["-c", command], environment: ["FANGAN": path ?? ""]))
    }

    struct Running {
        let process: Process
        fileprivate let output: Pipe
        fileprivate let errors: Pipe
    }

    static func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Running {
        try start(path: path ?? "/fangan-was-not-built", arguments, environment: environment)
    }

    private static func start(path: String, _ arguments: [String], environment: [String: String]) throws -> Running {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let running = Running(process: process, output: Pipe(), errors: Pipe())
        process.standardOutput = running.output
        process.standardError = running.errors
        try process.run()
        return running
    }

    /// What it writes must fit into a pipe: no test here comes near that.
    static func wait(_ running: Running) throws -> Outcome {
        let output = running.output.fileHandleForReading.readDataToEndOfFile()
        let errors = running.errors.fileHandleForReading.readDataToEndOfFile()
        running.process.waitUntilExit()
        let status = running.process.terminationReason == .exit ? running.process.terminationStatus : 128 + running.process.terminationStatus
        return Outcome(status: status, output: String(decoding: output, as: UTF8.self), errors: String(decoding: errors, as: UTF8.self))
    }
}
