import FanganExport
import FanganFixtures
import Foundation

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
