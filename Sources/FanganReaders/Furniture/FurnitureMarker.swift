import FanganText

/// Finds the lines that are on the page but not of the document, by their own form.
struct FurnitureMarker {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lines: [TextLine]
    private(set) var roles: [LineRole]
    private let vocabulary = ReaderVocabulary.shared

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine]) {
        self.bytes = bytes
        self.lines = lines
        roles = lines.map { $0.isBlank ? .blank : .text }
    }

    static func roles(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine]) -> [LineRole] {
        var marker = FurnitureMarker(bytes, lines)
        marker.markByForm()
        marker.markCompany()
        return marker.roles
    }

    private mutating func markByForm() {
        for i in lines.indices where roles[i] == .text {
            let range = lines[i].range
            if PageMark.matches(bytes, range) { roles[i] = .furniture(.pageMark) }
            else if isOrnament(range) { roles[i] = .furniture(.ornament) }
            else if let kind = strongKind(range) { roles[i] = .furniture(kind) }
        }
    }

    /// Chrome and catalogue words that no document uses at the beginning of a line, and any chrome word behind a bullet.
    private func strongKind(_ range: Range<Int>) -> Furniture.Kind? {
        guard range.count <= 600 else { return nil }
        let start = skipBullet(range)
        let limit = range.upperBound
        if vocabulary.catalogue.length(in: bytes, at: start, limit: limit) != nil { return .catalogue }
        if vocabulary.chrome.length(in: bytes, at: start, limit: limit) != nil { return range.count <= 240 ? .webChrome : nil }
        if vocabulary.downloads.length(in: bytes, at: start, limit: limit) == range.count { return .webChrome }
        if start > range.lowerBound, isWeak(start..<limit) { return .webChrome }
        return nil
    }

    private func isWeak(_ range: Range<Int>) -> Bool {
        range.count <= 120 && vocabulary.weakChrome.length(in: bytes, at: range.lowerBound, limit: range.upperBound) != nil
    }

    /// Weak chrome words count next to other chrome: `时间：2023-07-26` beside `来源：市民宗委`.
    private mutating func markCompany() {
        let shown = lines.indices.filter { roles[$0] != .blank }
        let weak = shown.map { roles[$0] == .text && isWeak(lines[$0].range) }
        for (k, i) in shown.enumerated() where weak[k] {
            let neighbours = max(0, k - 2)...min(shown.count - 1, k + 2)
            let hasCompany = neighbours.contains { other in
                other != k && (weak[other] || roles[shown[other]] == .furniture(.webChrome))
            }
            if hasCompany { roles[i] = .furniture(.webChrome) }
        }
    }

    /// The offset behind `• `, `· `, `● `.
    private func skipBullet(_ range: Range<Int>) -> Int {
        let (scalar, width) = UTF8Scan.scalar(bytes, at: range.lowerBound)
        guard [0x2022, 0xB7, 0x25CF, 0x30FB, 0x25AA].contains(scalar) else { return range.lowerBound }
        var i = range.lowerBound + width
        while i < range.upperBound, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
        return i
    }

    /// `//`, `----`, `* * *`, `……`: two or more marks and nothing else.
    private func isOrnament(_ range: Range<Int>) -> Bool {
        var i = range.lowerBound, marks = 0
        while i < range.upperBound {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            switch scalar {
            case 0x20, 0x09: break
            case 0x2F, 0x5C, 0x2D, 0x2A, 0x5F, 0x3D, 0x7E, 0x23, 0x2B, 0x2E, 0xB7, 0x2010...0x2015, 0x2026, 0x2500...0x257F, 0x25A0...0x25FF, 0x2605, 0x2606, 0xFF5E: marks += 1
            default: return false
            }
            i += width
        }
        return marks >= 2
    }
}
