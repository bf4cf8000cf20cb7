import Testing
@testable import FanganExport

@Suite struct UTF8CheckTests {
    /// Every lead byte with every second byte, alone and beside Chinese, against the standard library.
    @Test func agreesWithTheStandardLibrary() {
        let third: [UInt8] = [0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0]
        for lead in UInt8(0x80)...0xFF {
            for second in UInt8(0x70)...0xC4 {
                for last in third {
                    for text in [[lead, second, last], [0xE5, 0xB8, 0x82, lead, second, last, 0x41, 0x42], [lead, second, last, 0xE5, 0xB8, 0x82, 0xE5, 0x8C, 0xBA]] {
                        let isValid = text.withUnsafeBufferPointer { UTF8Check.isValid($0, 0..<$0.count) }
                        if isValid != (String(validating: text, as: UTF8.self) != nil) { Issue.record("\(text) \(isValid)") }
                    }
                }
            }
        }
    }
}
