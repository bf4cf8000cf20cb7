/// A rectangle on a page, in points (1/72 inch) from the page's upper left corner.
public struct PageBox: Sendable, Hashable {
    public var left: Double
    public var top: Double
    public var right: Double
    public var bottom: Double

    public init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    public var width: Double { right - left }
    public var height: Double { bottom - top }

    /// The smallest box around both.
    public func union(_ other: PageBox) -> PageBox {
        PageBox(left: min(left, other.left), top: min(top, other.top), right: max(right, other.right), bottom: max(bottom, other.bottom))
    }
}

/// Where a part of a document stands on its pages.
public struct PagePlace: Sendable, Hashable {
    /// Counted from one, in the order of the file.
    public var page: Int
    public var box: PageBox

    public init(page: Int, box: PageBox) {
        self.page = page
        self.box = box
    }
}
