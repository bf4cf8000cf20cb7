import Synchronization

/// A zip archive in memory whose members are documents. Nothing is unpacked to a disk.
public final class Archive: Sendable {
    /// A file in it.
    public struct Member: Sendable, Equatable {
        /// Its place in the archive's directory.
        public let place: Int
        /// Folders and name with `/` between, without `..`, drive letters and control characters.
        public let path: String
        /// Unpacked, in bytes, as the directory says.
        public let size: Int
    }

    /// Files, without folders.
    public let members: [Member]
    private let container: Mutex<ZipContainer>

    /// Whether bytes are an archive, and not one of the formats that are zip containers themselves (.docx, .xlsx …).
    public static func isArchive(_ bytes: [UInt8]) -> Bool { MagicNumber.kind(of: bytes) == MagicNumber.archive }

    /// - Parameter mostUnpacked: bytes that all members together may have unpacked.
    /// - Throws: where the archive is damaged or has too many members.
    public init(_ bytes: [UInt8], mostUnpacked: Int = 1 << 30) throws(ReadFailure) {
        let zip = try ZipContainer(bytes, format: MagicNumber.archive, limits: ZipContainer.Limits(unpacked: mostUnpacked))
        let names = zip.names
        members = names.indices.compactMap { place in
            guard let path = MemberPath.path(names[place]) else { return nil }
            return Member(place: place, path: path, size: zip.size(at: place))
        }
        container = Mutex(zip)
    }

    /// The bytes of a member.
    public func read(_ member: Member) throws(ReadFailure) -> [UInt8] {
        try container.withLock { zip throws(ReadFailure) in try zip.read(at: member.place) }
    }
}
