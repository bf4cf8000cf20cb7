import FanganGraph
import FanganText

/// A plan that is exported.
public struct ExportedPlan: Sendable {
    /// Stem of its files.
    public var name: String
    public var graph: TaskGraph
    /// The text that the graph's spans count in; nil where there are graphs alone.
    public var text: CanonicalText?
    /// SHA-256 of the graph's file; empty where it is not known.
    public var stamp: String

    public init(name: String, graph: TaskGraph, text: CanonicalText?, stamp: String = "") {
        self.name = name
        self.graph = graph
        self.text = text
        self.stamp = stamp
    }
}

/// Writes plans in the format of other programs, one plan after the other.
public protocol PlanExport {
    /// - Parameter files: takes what is written.
    init(_ files: ExportFiles)
    /// - Throws: `FileFailure`
    mutating func add(_ plan: ExportedPlan) throws
    /// What stands behind the last plan.
    ///
    /// - Throws: `FileFailure`
    mutating func finish() throws
}

/// The file or files of an export: they grow in temporary ones and take their places together at the end.
public final class ExportFiles {
    private final class Output {
        var file: AtomicFile
        init(_ path: String) throws(FileFailure) { file = try AtomicFile(path: path) }
    }

    private let path: String
    private let stream: (([UInt8]) throws -> Void)?
    private var outputs: [(name: String, output: Output)] = []

    /// - Parameter path: of the file, or of the folder where a format has several.
    public init(path: String) {
        self.path = path
        stream = nil
    }

    /// One file that is read while it is written: standard output.
    public init(stream: @escaping ([UInt8]) throws -> Void) {
        path = ""
        self.stream = stream
    }

    /// Whether all goes into one file that is read while it is written.
    public var isStream: Bool { stream != nil }

    /// Adds to the file; with a name to that one of the folder.
    ///
    /// - Throws: `FileFailure`, or what the stream throws.
    public func write(_ bytes: [UInt8], to name: String = "") throws {
        if let stream { return try stream(bytes) }
        if let place = outputs.lastIndex(where: { $0.name == name }) { return try outputs[place].output.file.append(bytes) }
        if !name.isEmpty, outputs.isEmpty { try Folder.make(path) }
        let output = try Output(name.isEmpty ? path : path + "/" + name)
        outputs.append((name, output))
        try output.file.append(bytes)
    }

    public func write(_ text: String, to name: String = "") throws { try write(Array(text.utf8), to: name) }

    /// Makes the folder of a format that has several files.
    public func makeFolder() throws(FileFailure) { try Folder.make(path) }

    /// Puts one file of a folder in its place: for folders with a file for each plan.
    func close(_ name: String) throws(FileFailure) {
        guard let place = outputs.lastIndex(where: { $0.name == name }) else { return }
        try outputs.remove(at: place).output.file.commit()
    }

    /// Puts the files in their places.
    public func commit() throws(FileFailure) {
        for output in outputs { try output.output.file.commit() }
        outputs = []
    }
}
