import FanganText

/// What is to say of pages that could not be read in whole.
enum PageDiagnostics {
    static func of(_ pages: [PageContent]) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let blank = numbers(pages) { !$0.hasText && $0.imageShare > 0.3 && $0.unreadable == 0 }
        if !blank.isEmpty {
            found.append(Diagnostic("page.image", .warning,
                "P\(phrase(blank).dropFirst()) of the file: \(blank.count == 1 ? "a picture" : "pictures") without text. Have it recognised (OCR)."))
        }
        let unreadable = pages.reduce(0) { $0 + $1.unreadable }
        if unreadable > 0 {
            found.append(Diagnostic("page.unreadable-text", .warning,
                "\(unreadable) character(s) on \(phrase(numbers(pages) { $0.unreadable > 0 })) are drawn by a font that does not say which they are, and are missing."))
        }
        let turned = pages.reduce(0) { $0 + $1.turned }
        if turned > 0 {
            found.append(Diagnostic("page.turned-text", .warning,
                "\(turned) character(s) on \(phrase(numbers(pages) { $0.turned > 0 })) do not run from left to right, and are missing."))
        }
        let annotated = pages.reduce(0) { $0 + $1.annotated }
        if annotated > 0 {
            found.append(Diagnostic("page.annotation", .note,
                "\(annotated) character(s) on \(phrase(numbers(pages) { $0.annotated > 0 })) are of annotations (notes, stamps), not of the document, and were left out."))
        }
        return found
    }

    /// Of a file without any text.
    static func failure(_ pages: [PageContent], format: String) -> ReadFailure {
        if pages.contains(where: { $0.unreadable > 0 }) { return .noText(format: format, reason: "its fonts do not say which characters they draw") }
        if pages.contains(where: { $0.turned > 0 }) { return .noText(format: format, reason: "its text does not run from left to right") }
        return pages.contains { $0.images > 0 } ? .noText(format: format, reason: "its pages are pictures") : .empty
    }

    private static func numbers(_ pages: [PageContent], _ isMeant: (PageContent) -> Bool) -> [Int] {
        pages.indices.filter { isMeant(pages[$0]) }.map { $0 + 1 }
    }

    /// `page 3`, `pages 1, 2, 5`, the first twenty.
    private static func phrase(_ pages: [Int]) -> String {
        (pages.count == 1 ? "page " : "pages ") + pages.prefix(20).map(String.init).joined(separator: ", ") + (pages.count > 20 ? " …" : "")
    }
}
