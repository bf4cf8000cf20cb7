/// Leads from a text that was decoded into UTF-8 back to the bytes of its file.
///
/// A list of runs of characters that are as wide as one another in both: Chinese in GB18030 is three bytes here and two
/// in the file. An empty map is that of a file that is UTF-8 itself.
public struct EncodingMap: Sendable, Hashable {
    /// Characters that follow one another, each as wide as the others.
    public struct Run: Sendable, Hashable {
        /// First byte of the run in the decoded text.
        public let decoded: Int
        /// First byte of the run in the file.
        public let file: Int
        /// Bytes of one character in the decoded text, 1 to 4.
        public let decodedWidth: Int
        /// Bytes of one character in the file; 0 for the second of two characters that stand for one there.
        public let fileWidth: Int

        /// All offsets and widths in bytes.
        public init(decoded: Int, file: Int, decodedWidth: Int, fileWidth: Int) {
            self.decoded = decoded
            self.file = file
            self.decodedWidth = decodedWidth
            self.fileWidth = fileWidth
        }
    }

    /// Ascending in both texts.
    public private(set) var runs: [Run] = []

    /// The map of a file that is UTF-8.
    public init() {}

    /// - Parameter runs: ascending; the first begins at 0 in the decoded text.
    public init(runs: [Run]) { self.runs = runs }

    /// Where the character that holds a byte of the decoded text begins in the file; for its later bytes the same place.
    /// Behind the text, where the file ends.
    public func fileOffset(of decoded: Int) -> Int {
        guard let run = run(at: decoded) else { return decoded }
        return run.file + (decoded - run.decoded) / run.decodedWidth * run.fileWidth
    }

    /// Bytes in the file of the character that holds a byte of the decoded text; 1 for every byte of a file that is UTF-8.
    public func fileWidth(at decoded: Int) -> Int { run(at: decoded)?.fileWidth ?? 1 }

    private func run(at decoded: Int) -> Run? {
        var low = 0, high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].decoded <= decoded { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? runs[low - 1] : nil
    }
}
