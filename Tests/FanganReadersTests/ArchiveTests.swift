import FanganFixtures
@testable import FanganReaders
import Testing

@Suite struct ArchiveTests {
    @Test(arguments: [
        (Array("a/b.txt".utf8), "a/b.txt"), (Array("../../etc/plan.txt".utf8), "etc/plan.txt"), (Array("/root/plan.txt".utf8), "root/plan.txt"),
        (Array("C:\\方案\\plan.txt".utf8), "方案/plan.txt"), (Array("a/./b\u{1}.txt".utf8), "a/b_.txt"), (Array("folder/".utf8), nil), (Array("..".utf8), nil), ([], nil),
        // 方案.txt in GBK, and in UTF-8; 联通 in GBK looks like UTF-8.
        ([0xB7, 0xBD, 0xB0, 0xB8, 0x2E, 0x74, 0x78, 0x74], "方案.txt"), (Array("方案.txt".utf8), "方案.txt"), ([0xC1, 0xAA, 0xCD, 0xA8], "联通"),
    ] as [([UInt8], String?)]) func pathsAreReadableAndHarmless(_ name: [UInt8], _ path: String?) {
        #expect(MemberPath.path(name) == path)
    }

    @Test func membersAreReadOneByOne() throws {
        let archive = try Archive(ZipWriter.archive([("甲/a.txt", Array("一".utf8)), ("甲/", []), ("b.txt", Array("二".utf8))]))
        #expect(archive.members.map(\.path) == ["甲/a.txt", "b.txt"])
        #expect(try archive.members.map { String(decoding: try archive.read($0), as: UTF8.self) } == ["一", "二"])
    }

    /// What a container is stands in its directory: a Word file that lies unpacked in an archive does not make it one.
    @Test func archivesAreToldFromDocuments() {
        let word = WordFileWriter.file(body: WordFileWriter.paragraph("正文"))
        let sheet = SheetFileWriter.file([.init("表", SheetFileWriter.rows([["甲"]]))])
        #expect(Archive.isArchive(ZipWriter.archive([("word/plan.docx", word), ("xl/plan.xlsx", sheet)])))
        #expect(MagicNumber.kind(of: word) == MagicNumber.word && MagicNumber.kind(of: sheet) == MagicNumber.sheet)
        #expect(throws: ReadFailure.archive) { try DocumentReader().read(bytes: ZipWriter.archive([("a.txt", Array("甲".utf8))]), uri: "a.zip") }
    }

    @Test func allMembersTogetherHaveALimit() throws {
        let archive = try Archive(ZipWriter.archive((0..<4).map { ("\($0).txt", [UInt8](repeating: 0x41, count: 1000)) }), mostUnpacked: 2500)
        let read = archive.members.map { member in (try? archive.read(member)) != nil }
        #expect(read == [true, true, false, false])
    }
}
