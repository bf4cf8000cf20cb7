import FanganText

/// Lines put together as they were before a text was cut, with the way back.
struct JoinedPieces {
    private(set) var bytes: [UInt8] = []
    private let pieces: [Range<Int>]
    /// Where each piece begins in `bytes`.
    private var starts: [Int] = []

    init(_ text: UnsafeBufferPointer<UInt8>, _ lines: [TextLine]) {
        pieces = lines.enumerated().map { $0 == 0 ? $1.range : $1.start..<$1.end }
        for (piece, line) in zip(pieces, lines) {
            starts.append(bytes.count)
            bytes.append(contentsOf: text[piece])
            if line.endsInBlank { bytes.append(0x20) }
        }
    }

    /// The stretch of the text from the first to the last byte of a stretch of `bytes`.
    func place(_ span: Span) -> Span {
        Span(offset(span.start), offset(span.end - 1) + 1)
    }

    private func offset(_ at: Int) -> Int {
        var low = 0, high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= at { low = middle + 1 } else { high = middle }
        }
        let piece = max(low - 1, 0)
        return pieces[piece].lowerBound + at - starts[piece]
    }
}
