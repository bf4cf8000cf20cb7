import FanganFixtures
import Foundation

/// Has LibreOffice write files of its formats.
enum OfficeFileWriter {
    static let program = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/Applications/LibreOffice.app/Contents/MacOS"].map { $0 + "/soffice" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    /// Whether texts can be converted: a LibreOffice that came without its Writer starts, and converts nothing.
    static let isPossible = !(convert([[UInt8]("{\\rtf1 text}".utf8)], from: "rtf", to: "odt").first ?? []).isEmpty

    /// Without a font for Chinese a page holds boxes; this is the one that set-up installs.
    static let canPrint = isPossible && FileManager.default.fileExists(atPath: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")

    /// Converts files, all at one start; a file that fails is empty.
    static func convert(_ files: [[UInt8]], from kind: String = "docx", to ending: String) -> [[UInt8]] {
        let nothing = files.map { _ in [UInt8]() }
        guard let program, let folder = try? TemporaryFolder() else { return nothing }
        let paths = files.indices.compactMap { try? folder.write(Data(files[$0]), to: "plan\($0).\(kind)") }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", ending, "--outdir", folder.path + "/out"] + paths
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        guard (try? process.run()) != nil else { return nothing }
        process.waitUntilExit()
        return files.indices.map { [UInt8]((try? Data(contentsOf: URL(fileURLWithPath: folder.path + "/out/plan\($0).\(ending)"))) ?? Data()) }
    }
}
