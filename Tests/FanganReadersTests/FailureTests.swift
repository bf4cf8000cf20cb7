@testable import FanganReaders
import Foundation
import Testing

@Suite struct FailureTests {
    let reader = DocumentReader()

    private func failure(_ bytes: [UInt8]) -> ReadFailure? {
        do {
            _ = try reader.read(bytes: bytes, uri: "a")
            return nil
        } catch { return error }
    }

    @Test func textOverTheLimit() {
        func read(_ limit: Int) -> ReadFailure? {
            do { _ = try DocumentReader(limits: ReadLimits(maxBytes: limit)).read(bytes: Array("正文正文".utf8), uri: "a"); return nil } catch { return error }
        }
        #expect(read(11) == .tooLarge(bytes: 12, limit: 11))
        #expect(read(12) == nil)
    }

    @Test func nothingToRead() {
        #expect(failure([]) == .empty)
        #expect(failure([0xEF, 0xBB, 0xBF]) == .empty)
        #expect(failure(Array(" \r\n\u{3000}\t\n".utf8)) == .empty)
    }

    @Test func binaryFilesAreNamed() {
        #expect(failure([0x50, 0x4B, 0x03, 0x04] + Array("....word/document.xml".utf8))?.code == "read.damaged")
        #expect(failure([0x50, 0x4B, 0x03, 0x04] + Array("....xl/workbook.xml".utf8))?.code == "read.damaged")
        #expect(failure([0x50, 0x4B, 0x03, 0x04] + Array("....OFD.xml".utf8))?.code == "read.damaged")
        #expect(failure([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .binary(kind: "old Office file"))
        #expect(failure([0x89, 0x50, 0x4E, 0x47, 0x0D]) == .binary(kind: "image"))
        #expect(failure([UInt8](repeating: 0, count: 100)) == .binary(kind: "unknown"))
        #expect(failure((0..<200).map { UInt8($0 % 9) + 1 }) == .binary(kind: "unknown"))
    }

    @Test func everyFailureHasCodeAndAdvice() {
        let all: [ReadFailure] = [.empty, .tooLarge(bytes: 2, limit: 1),
                                  .binary(kind: "PDF"), .binary(kind: "unknown"), .unknownEncoding, .conversion("broken"),
                                  .damaged(format: "Word file", reason: "it is cut off"), .encrypted(format: "Word file")]
        #expect(all.allSatisfy { $0.code.hasPrefix("read.") && $0.message.count > 20 })
        #expect(Set(all.map(\.code)).count == 7)
    }
}
