import Foundation

/// Has LibreOffice write files of its formats.
enum OfficeFileWriter {
    static let program = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/Applications/LibreOffice.app/Contents/MacOS"].map { $0 + "/soffice" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    static var isPossible: Bool { program != nil }

    /// Empty where it fails.
    static func convert(_ word: [UInt8], to ending: String) -> [UInt8] {
        guard let program, let folder = try? TemporaryFolder(), let file = try? folder.write(Data(word), to: "plan.docx") else { return [] }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", ending, "--outdir", folder.path + "/out", file]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        guard (try? process.run()) != nil else { return [] }
        process.waitUntilExit()
        return [UInt8]((try? Data(contentsOf: URL(fileURLWithPath: folder.path + "/out/plan." + ending))) ?? Data())
    }
}
