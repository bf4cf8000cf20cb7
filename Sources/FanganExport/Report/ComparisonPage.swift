import FanganComparison

/// Topics down, plans across.
enum ComparisonPage {
    /// - Parameters:
    ///   - links: pages of the plans by `document.id`.
    ///   - regions: names by GB/T 2260 codes.
    static func page(_ comparison: Comparison, links: [String: String] = [:], regions: [String: String] = [:], _ pages: ReportPages) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw(", \"pages\": ")
        writer.strings(links)
        writer.raw(", \"regions\": ")
        writer.strings(regions)
        writer.raw("}")
        return pages.page(.comparison, title: "各地对比", values: [:], json: Array("{\"comparison\": ".utf8) + ComparisonJSON.encode(comparison) + writer.bytes)
    }
}

extension JSONWriter {
    /// An object, its keys in their order.
    fileprivate mutating func strings(_ values: [String: String]) {
        raw("{")
        for (place, value) in values.sorted(by: { $0.key < $1.key }).enumerated() {
            if place > 0 { raw(", ") }
            string(value.key)
            raw(": ")
            string(value.value)
        }
        raw("}")
    }
}
