import FanganExport
import Foundation

/// A folder that is there for one test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "fangan-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

    func content(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension TemporaryFolder {
    /// Writes a file, with the folders that lead to it; its path.
    @discardableResult
    func write(_ content: String, to name: String) throws -> String {
        try write(Data(content.utf8), to: name)
    }

    @discardableResult
    func write(_ content: Data, to name: String) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try content.write(to: URL(fileURLWithPath: file))
        return file
    }

    /// Every file in it with its content, by path.
    func snapshot() -> [String: Data] {
        var files: [String: Data] = [:]
        for name in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? [] {
            if let data = FileManager.default.contents(atPath: path + "/" + name), !Folder.isFolder(path + "/" + name) { files[name] = data }
        }
        return files
    }
}
