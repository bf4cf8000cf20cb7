import FanganFixtures
import Foundation
import Testing

@testable import FanganExport

@Suite struct AtomicFileTests {
    @Test func aFileAppearsOnlyWhenItIsWhole() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/tasks.csv"
        try AtomicFile.write(Array("old".utf8), to: path)
        do {
            var file = try AtomicFile(path: path)
            try file.append(Array("new".utf8))
            try file.append([UInt8](repeating: 0x61, count: 200_000))
            #expect(folder.content("tasks.csv") == "old")
            try file.commit()
        }
        #expect(folder.content("tasks.csv")?.count == 200_003)
        #expect(folder.names == ["tasks.csv"])
    }

    @Test func withoutACommitTheOldFileStaysAndNothingIsLeft() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a"
        try AtomicFile.write(Array("old".utf8), to: path)
        func abandoned() throws {
            var file = try AtomicFile(path: path)
            try file.append([UInt8](repeating: 1, count: 100_000))
            throw CancellationError()
        }
        #expect(throws: CancellationError.self) { try abandoned() }
        #expect(folder.content("a") == "old")
        #expect(folder.names == ["a"])
    }

    @Test func aFolderThatIsNotThereIsAnError() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileFailure.self) { try AtomicFile.write([1], to: folder.path + "/none/a") }
    }

    @Test func aFileInThePlaceOfAFolderIsAnError() throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write([1], to: folder.path + "/a")
        let failure = #expect(throws: FileFailure.self) { try AtomicFile.write([1], to: folder.path + "/a/b") }
        #expect(failure?.what == "A file stands where a folder is needed.")
        #expect(throws: FileFailure.self) { try Folder.make(folder.path + "/a/b/c") }
    }

    @Test func aFolderInThePlaceOfTheFileLeavesNoTemporaryFile() throws {
        let folder = try TemporaryFolder()
        try Folder.make(folder.path + "/a")
        #expect(throws: FileFailure.self) { try AtomicFile.write([1], to: folder.path + "/a") }
        #expect(folder.names == ["a"])
    }

    @Test func aFullDiskIsNamed() {
        #expect(FileFailure.writing("x", ENOSPC).description.hasPrefix("x: The disk is full. "))
    }

    @Test func foldersAreMadeWithAllThatLeadToThem() throws {
        let folder = try TemporaryFolder()
        try Folder.make(folder.path + "/a//b/c/")
        try Folder.make(folder.path + "/a/b/c")
        #expect(Folder.isFolder(folder.path + "/a/b/c"))
    }

    @Test func leftoversOfAKilledRunAreRemovedAndNothingElse() throws {
        let folder = try TemporaryFolder()
        for name in [".fangan-123-tasks.csv.tmp", ".hidden", "plan.tmp", ".fangan-x"] { try AtomicFile.write([1], to: folder.path + "/" + name) }
        Folder.removeLeftovers(in: folder.path)
        #expect(folder.names == [".fangan-x", ".hidden", "plan.tmp"])
    }

    @Test func oneRunAtATimeHoldsAFolder() throws {
        let folder = try TemporaryFolder()
        let first = try FolderLock(folder: folder.path, file: folder.path + "/lock")
        #expect(throws: FileFailure.self) { try FolderLock(folder: folder.path, file: folder.path + "/lock") }
        first.release()
        try FolderLock(folder: folder.path, file: folder.path + "/lock").release()
    }

    /// A process that is begun while a run ends has a copy of its descriptor for a moment.
    @Test func aCopyOfTheDescriptorDoesNotKeepTheFolder() throws {
        let folder = try TemporaryFolder()
        let first = try FolderLock(folder: folder.path, file: folder.path + "/lock")
        let copy = dup(first.descriptor)
        defer { close(copy) }
        first.release()
        try FolderLock(folder: folder.path, file: folder.path + "/lock").release()
    }
}
