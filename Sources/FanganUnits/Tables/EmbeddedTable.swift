import CUnitData

/// One data file as the linker put it into the program: constant bytes that live as long as the process.
///
/// `@unchecked Sendable`: the memory is read-only static data of the C target.
struct EmbeddedTable: @unchecked Sendable {
    let name: String
    let bytes: UnsafeRawBufferPointer

    init(_ table: FanganTable, _ name: String) {
        self.name = name
        bytes = UnsafeRawBufferPointer(start: fangan_table_bytes(table), count: fangan_table_size(table))
    }

    /// A little-endian number; the prebuilt tables are not aligned.
    @inline(__always)
    func word(_ offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    @inline(__always)
    func half(_ offset: Int) -> Int {
        Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}

/// What is wrong with the embedded data; a test over each file keeps these from users.
public struct UnitDataError: Error, Sendable, Hashable, CustomStringConvertible {
    public let table: String
    /// Line of the file, counted from 1; 0 where the whole file is meant.
    public let line: Int
    public let reason: String
    public var description: String { "\(table):\(line): \(reason)" }
}
