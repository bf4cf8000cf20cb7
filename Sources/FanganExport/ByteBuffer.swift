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

    mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
        if let base = other.baseAddress { append(base, count: other.count) }
    }

    /// Appends a run of bytes with the same byte on both sides.
    mutating func append(_ other: UnsafeBufferPointer<UInt8>, between mark: UInt8) {
        let length = other.count
        if capacity - count < length + 2 { grow(by: length + 2) }
        start[count] = mark
        if let base = other.baseAddress { (start + count + 1).update(from: base, count: length) }
        start[count + length + 1] = mark
        count += length + 2
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
