import ArgumentParser

/// Formats as one argument names them: `xlsx,sqlite`.
struct ExportFormats: ExpressibleByArgument {
    let formats: [ExportFormat]

    init?(argument: String) {
        var formats: [ExportFormat] = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = ExportFormat(rawValue: String(part)) else { return nil }
            formats.append(format)
        }
        self.formats = formats
    }

    static var allValueStrings: [String] { ExportFormat.allCases.map(\.rawValue) }
}
