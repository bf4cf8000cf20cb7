/// A page as a typesetter leaves it, in points from its upper left corner.
public struct PrintedPage: Sendable {
    /// A line of text, each character at its own place.
    public struct Line: Sendable {
        public var scalars: [Unicode.Scalar]
        public var lefts: [Double]
        public var baseline: Double
        public var size: Double
        /// A head that stands on every page.
        public var isHead = false

        public init(scalars: [Unicode.Scalar], lefts: [Double], baseline: Double, size: Double) {
            (self.scalars, self.lefts, self.baseline, self.size) = (scalars, lefts, baseline, size)
        }
    }

    public struct Rule: Sendable {
        public var from: (x: Double, y: Double)
        public var to: (x: Double, y: Double)
        public var isHead = false
    }

    public static let width = 595.28, height = 841.89
    public var lines: [Line] = []
    public var rules: [Rule] = []

    public init() {}
}
