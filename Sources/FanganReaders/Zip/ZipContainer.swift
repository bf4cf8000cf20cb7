import CZip

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A zip file in memory. Nothing is written anywhere; names of members are looked up, never used as paths.
final class ZipContainer {
    /// What a container may hold.
    struct Limits: Sendable, Hashable {
        var members = 10_000
        /// Unpacked bytes of all members that are read.
        var unpacked = 256 << 20
        /// A member is not unpacked if it is so many times larger than packed, unless it is small.
        var ratio = 400
        static let small = 4 << 20
    }

    private let archive: OpaquePointer
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let format: String
    private var budget: Int
    private let limits: Limits
    /// A member was asked for that goes over the limits: what follows would as well.
    private(set) var isOverLimit = false

    /// - Parameter format: what messages call the file.
    init(_ source: [UInt8], format: String, limits: Limits = Limits()) throws(ReadFailure) {
        bytes = .allocate(capacity: source.count)
        _ = bytes.initialize(from: source)
        self.format = format
        self.limits = limits
        budget = limits.unpacked
        var problem: Int32 = 0
        guard let archive = czip_open(bytes.baseAddress, Int64(bytes.count), &problem) else {
            bytes.deallocate()
            throw Self.failure(problem, format)
        }
        self.archive = archive
        guard czip_count(archive) <= limits.members else {
            throw .damaged(format: format, reason: "it has more than \(limits.members) members")
        }
    }

    deinit {
        czip_close(archive)
        bytes.deallocate()
    }

    func has(_ name: String) -> Bool { czip_find(archive, name) >= 0 }

    /// The names of all members as they stand in the file, in its order.
    var names: [[UInt8]] {
        (0..<czip_count(archive)).map { index in
            var member = czip_member()
            guard czip_member_at(archive, index, &member) != 0, let name = member.name else { return [] }
            return Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
        }
    }

    /// The unpacked size of a member in bytes, as the directory says.
    func size(at index: Int) -> Int {
        var member = czip_member()
        return czip_member_at(archive, Int64(index), &member) != 0 ? Int(member.size) : 0
    }

    /// Unpacks a member; nil if there is none of this name.
    func read(_ name: String) throws(ReadFailure) -> [UInt8]? {
        let index = czip_find(archive, name)
        return index >= 0 ? try read(at: Int(index)) : nil
    }

    /// Unpacks the member at a place of the directory.
    func read(at place: Int) throws(ReadFailure) -> [UInt8] {
        let index = Int64(place)
        var member = czip_member()
        guard czip_member_at(archive, index, &member) != 0 else { throw Self.failure(Int32(CZIP_DAMAGED), format) }
        if member.is_encrypted != 0 { throw .encrypted(format: format) }
        let size = Int(member.size)
        isOverLimit = isOverLimit || size > budget
        if size > budget { throw .damaged(format: format, reason: "unpacked it is larger than \(limits.unpacked >> 20) MiB") }
        if size > Limits.small, size / limits.ratio > max(Int(member.packed), 1) {
            isOverLimit = true
            throw .damaged(format: format, reason: "a part of it is packed so densely that it looks like a bomb")
        }
        // One byte more than the directory says, to see whether it lies.
        var problem = 0
        let text = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            let got = Int(czip_read(archive, index, buffer.baseAddress, Int64(size + 1)))
            problem = got < 0 ? -got : got > size ? Int(CZIP_DAMAGED) : 0
            count = max(0, min(got, size))
        }
        if problem != 0 { throw Self.failure(Int32(problem), format) }
        budget -= text.count
        return text
    }

    private static func failure(_ problem: Int32, _ format: String) -> ReadFailure {
        switch Int(problem) {
        case CZIP_ENCRYPTED: .encrypted(format: format)
        case CZIP_METHOD: .damaged(format: format, reason: "a part of it is packed in a way that is not supported")
        case CZIP_NOT_ZIP: .damaged(format: format, reason: "it is cut off, or its directory is broken")
        case CZIP_NO_MEMORY: .damaged(format: format, reason: "memory is short")
        default: .damaged(format: format, reason: "a part of it is broken (wrong checksum or packed data)")
        }
    }
}
