import Testing
import FanganText

@Suite struct StringTableTests {
    @Test func numbersStringsInOrder() {
        var table = StringTable()
        #expect(table.enter("市财政局") == (0, true))
        #expect(table.enter("区发改局") == (1, true))
        #expect(table.enter("市财政局") == (0, false))
        #expect(table.number(of: "区发改局") == 1)
        #expect(table.number(of: "区发改") == nil)
        #expect(table.strings == ["市财政局", "区发改局"])
    }

    /// Lengths around the eight bytes that are hashed at a time, and more than fit without growing.
    @Test func keepsManyApart() {
        var table = StringTable()
        let strings = (0..<3_000).map { String(repeating: "局", count: $0 % 7) + String($0) }
        for (number, string) in strings.enumerated() { #expect(table.enter(string) == (number, true)) }
        for (number, string) in strings.enumerated() { #expect(table.number(of: string) == number) }
        #expect(table.enter("").isNew)
        #expect(!table.enter("").isNew)
    }

    /// The same character in two spellings is two strings.
    @Test func comparesBytes() {
        var table = StringTable()
        _ = table.enter("e\u{301}")
        #expect(table.enter("\u{E9}").isNew)
    }
}
