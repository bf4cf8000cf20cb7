/// A growing run of bytes that one owner writes: as `[UInt8]`, without the checks that an array makes on every append.
struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int
    /// Whether the memory is its own, not that of an array in the making.
    private var isOwner = true

    init(reserving capacity: Int) {
        self.capacity = max(capacity, 64)
        start = UnsafeMutablePointer<UInt8>.allocate(capacity: self.capacity)
    }

    deinit { if isOwner { start.deallocate() } }

    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// What `body` appends, written where the array has it; only what needs more memory than was reserved is copied.
    @inline(__always)
    static func bytes(reserving capacity: Int, _ body: (inout ByteBuffer) -> Void) -> [UInt8] {
        var larger: [UInt8]?
        let bytes = [UInt8](unsafeUninitializedCapacity: max(capacity, 64)) { memory, count in
            var buffer = ByteBuffer(in: memory)
            body(&buffer)
            if buffer.isOwner { larger = buffer.bytes } else { count = buffer.count }
        }
        return larger ?? bytes
    }

    private init(in memory: UnsafeMutableBufferPointer<UInt8>) {
        capacity = memory.count
        start = memory.baseAddress.unsafelyUnwrapped
        isOwner = false
    }

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

    /// Numbers under this one have up to eight digits.
    static let decimals = 100_000_000

    /// Appends a number under ``decimals``.
    mutating func append(decimal value: UInt32) {
        var rest = value, packed: UInt64 = 0, length = 0
        while rest >= 10 {
            // Two digits at a time; 103 / 1024 is a tenth, near enough for two.
            let pair = rest % 100, tens = (pair &* 103) >> 10
            packed = packed << 16 | UInt64(0x3030 | tens | (pair &- tens &* 10) << 8)
            rest /= 100
            length &+= 2
        }
        if rest > 0 || length == 0 {
            packed = packed << 8 | UInt64(0x30 | rest)
            length &+= 1
        }
        if capacity - count < 8 { grow(by: 8) }
        // The first digit lies in the lowest byte.
        UnsafeMutableRawPointer(start + count).storeBytes(of: packed.littleEndian, as: UInt64.self)
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
            while at + 16 <= length {
                let word = source.loadUnaligned(fromByteOffset: at, as: UInt64.self), next = source.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
                guard ByteScan.isChinese(word & next) || ByteScan.isPlain(word) && ByteScan.isPlain(next) else { return false }
                target.storeBytes(of: word, toByteOffset: at, as: UInt64.self)
                target.storeBytes(of: next, toByteOffset: at + 8, as: UInt64.self)
                at += 16
            }
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
        if isOwner { start.deallocate() }
        isOwner = true
        start = moved
        capacity = larger
    }
}
