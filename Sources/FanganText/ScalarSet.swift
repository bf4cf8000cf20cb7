/// A set of characters that is asked for every character of a text.
///
/// There are some two hundred of them, which as bitmaps of the whole plane took 1.7 MB: most pages of the plane hold none of a set's
/// characters, and share one block.
public struct ScalarSet: Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    /// For each 256 code points of the basic plane the place of their bits in ``blocks``.
    @usableFromInline let pages: [UInt16]
    /// One bit for each code point of a page, four words a block; the first block is that of the empty pages.
    @usableFromInline let blocks: [UInt64]
    /// The same for the last six bits of a code point: most characters are told by it, without a look at a page.
    @usableFromInline let tails: UInt64
    /// Whether one of U+4E00…U+9FFF is in it: else most characters of a text need no look.
    @usableFromInline let holdsIdeographs: Bool

    public init(stringLiteral value: String) { self.init(value.unicodeScalars.map(\.value)) }
    public init(arrayLiteral elements: UInt32...) { self.init(elements) }

    /// Code points past the basic plane are never in the set.
    @inlinable
    public init(_ scalars: some Sequence<UInt32>) {
        var pages = [UInt16](repeating: 0, count: 256), blocks: [UInt64] = [0, 0, 0, 0], tails: UInt64 = 0, holdsIdeographs = false
        for scalar in scalars where scalar < 0x10000 {
            let page = Int(scalar >> 8), bit: UInt64 = 1 << UInt64(scalar & 63)
            if pages[page] == 0 {
                pages[page] = UInt16(blocks.count)
                blocks += [0, 0, 0, 0]
            }
            blocks[Int(pages[page]) + Int(scalar >> 6 & 3)] |= bit
            tails |= bit
            if 0x4E00..<0xA000 ~= scalar { holdsIdeographs = true }
        }
        (self.pages, self.blocks, self.tails, self.holdsIdeographs) = (pages, blocks, tails, holdsIdeographs)
    }

    /// Calls for each code point of the set, in order.
    public func forEach(_ body: (UInt32) -> Void) {
        for (page, block) in pages.enumerated() where block > 0 {
            for k in 0..<256 where blocks[Int(block) + k / 64] >> UInt64(k & 63) & 1 != 0 { body(UInt32(page * 256 + k)) }
        }
    }

    /// How many ideographs of the basic plane a passage holds, and how many of them are in the set.
    public func count(amongIdeographsOf passage: Passage) -> (all: Int, members: Int) {
        passage.scalars.withUnsafeBufferPointer { scalars in
            var all = 0, members = 0
            for scalar in scalars where scalar &- 0x3400 < 0x6C00 {
                all &+= 1
                if contains(scalar) { members &+= 1 }
            }
            return (all, members)
        }
    }

    @inlinable
    public func contains(_ scalar: UInt32) -> Bool {
        tails &>> UInt64(scalar & 63) & 1 != 0 && scalar < 0x10000 && blocks[Int(pages[Int(scalar >> 8)]) &+ Int(scalar >> 6 & 3)] &>> UInt64(scalar & 63) & 1 != 0
    }
}
