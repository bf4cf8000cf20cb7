import FanganText

/// Furniture of a Markdown text: what a plain text has, the crawler's head lines, and lists of downloads.
struct MarkdownFurniture {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lines: [TextLine]
    private var roles: [LineRole]

    static func roles(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine]) -> [LineRole] {
        var furniture = MarkdownFurniture(bytes, lines)
        for i in lines.indices where furniture.roles[i] == .text && LineForm.isCopied(bytes, lines[i].range) { furniture.roles[i] = .furniture(.webChrome) }
        furniture.markHead()
        furniture.markDownloads()
        return PageFurniture.roles(bytes, lines, furniture.roles, .ordinary)
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine]) {
        self.bytes = bytes
        self.lines = lines
        roles = FurnitureMarker.roles(bytes, lines)
    }

    /// Lines `**发布日期**: …` in front of the first rule, if one of their keys is a catalogue's,
    /// with the list items that belong to them.
    private mutating func markHead() {
        let vocabulary = ReaderVocabulary.shared
        var head: [Int] = [], isCatalogue = false
        for i in lines.indices where roles[i] != .blank {
            if roles[i] == .furniture(.ornament) || head.count > 40 { break }
            let range = lines[i].range
            if let key = MarkdownLine.boldKey(bytes, range) {
                head.append(i)
                isCatalogue = isCatalogue
                    || vocabulary.catalogue.length(in: bytes, at: key.lowerBound, limit: key.upperBound) != nil
                    || vocabulary.weakCatalogue.length(in: bytes, at: key.lowerBound, limit: key.upperBound) != nil
            } else if !head.isEmpty, MarkdownLine.content(bytes, range) > range.lowerBound {
                head.append(i)
            } else if !head.isEmpty {
                break
            } else if MarkdownLine.heading(bytes, range) == nil {
                return
            }
        }
        guard isCatalogue else { return }
        for i in head { roles[i] = .furniture(.catalogue) }
    }

    /// `【原文下载】` and the links below it.
    private mutating func markDownloads() {
        var isDownload = false
        for i in lines.indices {
            switch roles[i] {
            case .blank: break
            case .furniture:
                let range = lines[i].range
                isDownload = ReaderVocabulary.shared.downloads.length(in: bytes, at: range.lowerBound, limit: range.upperBound) == range.count
            case .text:
                isDownload = isDownload && MarkdownLine.isLinkOnly(bytes, lines[i].range)
                if isDownload { roles[i] = .furniture(.webChrome) }
            }
        }
    }
}
