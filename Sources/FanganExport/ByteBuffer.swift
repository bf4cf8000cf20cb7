/// A growing run of bytes that one owner writes: as `[UInt8]`, without the checks that an array makes on every append.
struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(reserving capacity: Int) {
        self.capacity = max(capacity, 64)
        start = UnsafeMutablePointer<UInt8>.allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        start[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ source: UnsafePointer<UInt8>, count length: Int) {
        if capacity - count < length { grow(by: length) }
        (start + count).update(from: source, count: length)
        count += length
    }

    /// Appends the lowest bytes of a word, the lowest first.
    @inline(__always)
    mutating func append(_ word: UInt64, count length: Int) {
        if capacity - count < 8 { grow(by: 8) }
        UnsafeMutableRawPointer(start + count).storeBytes(of: word.littleEndian, as: UInt64.self)
        count += length
    }

    mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
        if let base = other.baseAddress { append(base, count: other.count) }
    }

    /// Takes back what was appended behind a count.
    mutating func removeAll(behind count: Int) { self.count = min(self.count, count) }

    /// Appends what stands in a range of it already.
    mutating func appendAgain(_ range: Range<Int>) {
        if capacity - count < range.count { grow(by: range.count) }
        (start + count).update(from: start + range.lowerBound, count: range.count)
        count += range.count
    }

    /// Appends a run of bytes with quotes around it if it can stand in a JSON string as it is: looked at and copied in one walk.
    /// Where it cannot, nothing is appended.
    mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let length = text.count
        if capacity - count < length + 2 { grow(by: length + 2) }
        let target = UnsafeMutableRawPointer(start + count + 1)
        if let base = text.baseAddress {
            let source = UnsafeRawPointer(base)
            var at = 0
            while at + 8 <= length {
                let word = source.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                guard ByteScan.isPlain(word) else { return false }
                target.storeBytes(of: word, toByteOffset: at, as: UInt64.self)
                at += 8
            }
            if at < length, length >= 8 {
                // What is left, with what stands in front of it once more.
                let word = source.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
                guard ByteScan.isPlain(word) else { return false }
                target.storeBytes(of: word, toByteOffset: length - 8, as: UInt64.self)
                at = length
            }
            while at < length {
                guard !ByteScan.isSpecial(base[at]) else { return false }
                target.storeBytes(of: base[at], toByteOffset: at, as: UInt8.self)
                at += 1
            }
        }
        start[count] = UInt8(ascii: "\"")
        start[count + length + 1] = UInt8(ascii: "\"")
        count += length + 2
        return true
    }

    @inline(never)
    private mutating func grow(by length: Int) {
        let larger = max(capacity * 2, count + length)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: start, count: count)
        start.deallocate()
        start = moved
        capacity = larger
    }
}
