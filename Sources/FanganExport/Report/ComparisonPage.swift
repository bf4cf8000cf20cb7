import FanganComparison

/// Topics down, plans across.
enum ComparisonPage {
    /// - Parameter links: pages of the plans by `document.id`.
    static func page(_ comparison: Comparison, links: [String: String] = [:], _ pages: ReportPages) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw(", \"pages\": {")
        for (place, link) in links.sorted(by: { $0.key < $1.key }).enumerated() {
            if place > 0 { writer.raw(", ") }
            writer.string(link.key)
            writer.raw(": ")
            writer.string(link.value)
        }
        writer.raw("}}")
        return pages.page(.comparison, title: "各地对比", values: [:], json: Array("{\"comparison\": ".utf8) + ComparisonJSON.encode(comparison) + writer.bytes)
    }
}
