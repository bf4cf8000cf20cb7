#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Tags with absurdly many attributes: the parsers compare each attribute of a tag with all others, so that one such tag
/// could keep them busy for hours.
enum WideTags {
    /// More attributes than any page or Word file has.
    private static let most = 512

    /// The stretches of such tags behind their last acceptable attribute, without the closing `>`.
    static func excess(in bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { b in
            var found: [Range<Int>] = [], i = 0
            while i + 1 < b.count {
                guard b[i] == 0x3C, b[i + 1] | 0x20 >= 0x61, b[i + 1] | 0x20 <= 0x7A else { i += 1; continue }
                let (end, excess) = tag(b, i + 1)
                if let excess { found.append(excess..<end) }
                i = end
            }
            return found
        }
    }

    /// Where in XML the excess of the first such tag begins. No tag of XML holds a `<`, so that only what is long between
    /// two of them need be looked at.
    static func first(inXML bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { b in
            guard let base = b.baseAddress else { return nil }
            func next(_ from: Int) -> Int? {
                guard from < b.count, let found = memchr(base + from, 0x3C, b.count - from) else { return nil }
                return UnsafeRawPointer(found) - UnsafeRawPointer(base)
            }
            var at = next(0)
            while let open = at {
                at = next(open + 1)
                // An attribute takes four bytes at least, the blank in front of it among them.
                if (at ?? b.count) - open > most * 4, let excess = tag(b, open + 1).excess { return excess }
            }
            return nil
        }
    }

    /// The end of the tag whose name begins at a place, and where its excess begins. A value is quoted only behind `=`.
    private static func tag(_ b: UnsafeBufferPointer<UInt8>, _ start: Int) -> (end: Int, excess: Int?) {
        var i = start, attributes = 0, excess: Int?, isBetween = false, followsEqual = false
        while i < b.count, b[i] != 0x3E {
            let c = b[i]
            if followsEqual, c == 0x22 || c == 0x27 {
                i += 1
                while i < b.count, b[i] != c { i += 1 }
                (isBetween, followsEqual) = (true, false)
            } else if c <= 0x20 {
                isBetween = !followsEqual
            } else {
                if isBetween, c != 0x3D {
                    attributes += 1
                    if attributes > most, excess == nil { excess = i }
                }
                (isBetween, followsEqual) = (false, c == 0x3D)
            }
            i += 1
        }
        return (min(i, b.count), excess)
    }
}
