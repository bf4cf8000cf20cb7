/// Lines inside the box of a document's text that are of the page all the same.
enum WebLineForm {
    private static let longestInfo = 300

    /// The line under the title: `2023-11-08 来源：县政府办 点击：12`. It begins with a date or one of its words, and has two of them.
    static func isInfo(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= longestInfo else { return false }
        let infos = WebVocabulary.shared.infos
        var known = 0, i = range.lowerBound, isStart = true, isFirst = true
        while i < range.upperBound {
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            // Running text: no line of facts has a full stop.
            if scalar == 0x3002 || scalar == 0xFF1B { return false }
            if isStart, scalar > 0x20 {
                let isKnown = infos.length(in: b, at: i, limit: range.upperBound) != nil || isFirst && isDate(b, i, range.upperBound)
                if isFirst, !isKnown, !isBracket(scalar) { return false }
                known += isKnown ? 1 : 0
                isFirst = isFirst && isBracket(scalar)
            }
            isStart = scalar <= 0x20 || isBracket(scalar) || scalar == 0x7C || scalar == 0xFF5C
            i += width
        }
        return known >= 2
    }

    /// What leads to other documents, or is for readers of the site: 相关文章, 【打印】, 责任编辑：张三.
    static func isTail(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.count <= longestInfo && WebVocabulary.shared.tails.length(in: b, at: range.lowerBound, limit: range.upperBound) != nil
    }

    /// A date alone: `2023-11-08`, `[11-08]`, perhaps with a time.
    static func isBareDate(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.count <= 30 && range.contains { b[$0] >= 0x30 && b[$0] <= 0x39 }
            && range.allSatisfy { b[$0] <= 0x3A || b[$0] == 0x5B || b[$0] == 0x5D }
    }

    /// A file to fetch: `附件：任务分工表.docx`. It is of the document, though it is a link.
    static func isAttachment(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 600 else { return false }
        let text = String(decoding: b[range], as: UTF8.self).lowercased()
        return text.hasPrefix("附") || [".doc", ".docx", ".wps", ".pdf", ".ofd", ".xls", ".xlsx", ".et", ".zip", ".rar"].contains(where: text.hasSuffix)
    }

    private static func isBracket(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5B, 0x5D, 0x3010, 0x3011, 0x28, 0x29, 0xFF08, 0xFF09: true
        default: false
        }
    }

    /// Four digits and a separator: `2023-11-08`, `2023年11月`.
    private static func isDate(_ b: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> Bool {
        guard at + 5 < limit, (at..<at + 4).allSatisfy({ b[$0] >= 0x30 && b[$0] <= 0x39 }) else { return false }
        return b[at + 4] == 0x2D || b[at + 4] == 0x2F || b[at + 4] == 0x2E || UTF8Scan.scalar(b, at: at + 4).value == 0x5E74
    }
}
