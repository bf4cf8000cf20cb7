import FanganGraph
import FanganText

/// A place as editors name it: line and column from 1, columns in Unicode scalars.
public struct SourcePlace: Sendable, Hashable {
    public var line: Int
    public var column: Int
}

/// Finds the line and column, in the file as it came, of places in its canonical text.
public struct SourcePlaces: Sendable {
    /// Lines are those of the file; otherwise those of the canonical text.
    public let isOfFile: Bool
    private let locator: ScalarLocator
    private let edits: EditMap
    private let source: ScalarIndex
    private let length: Int
    /// Byte offsets of the source, ascending.
    private let lineStarts: [Int]

    /// - Parameter source: the decoded file in UTF-8, as ``EditMap`` counts; nil where the file is no text: places are then
    ///   those in the canonical text.
    public init(text: CanonicalText, edits: EditMap, source: [UInt8]?) {
        isOfFile = source != nil
        locator = ScalarLocator(text)
        let bytes = source ?? text.bytes
        self.edits = source == nil ? EditMap() : edits
        self.source = ScalarIndex(CanonicalText(bytes))
        length = bytes.count
        // A byte order mark is no column.
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (offset, byte) in bytes.enumerated() {
            // LF, CR LF, or CR alone.
            if byte == 0x0A || byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A) { starts.append(offset + 1) }
        }
        lineStarts = starts
    }

    public func place(ofScalar scalar: Int) -> SourcePlace {
        let offset = min(edits.sourceOffset(of: locator.byteOffset(ofScalar: scalar)), length)
        var low = 0, high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        let line = max(low, 1)
        let column = source.scalarOffset(ofByte: offset) - source.scalarOffset(ofByte: lineStarts[line - 1])
        return SourcePlace(line: line, column: max(column, 0) + 1)
    }

    /// The words at a span.
    public func quote(_ span: ScalarSpan) -> String {
        String(decoding: locator.utf8(from: span.start, to: span.end), as: UTF8.self)
    }
}
