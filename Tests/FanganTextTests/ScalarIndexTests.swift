import FanganText
import Testing

@Suite struct ScalarIndexTests {
    @Test func countsScalarsBeforeEveryByte() {
        let string = String(repeating: "一aé𠀀\n", count: 100)
        let index = ScalarIndex(CanonicalText(string))
        #expect(index.count == 500)
        var byte = 0
        for (number, scalar) in string.unicodeScalars.enumerated() {
            #expect(index.scalarOffset(ofByte: byte) == number)
            byte += String(scalar).utf8.count
        }
        #expect(index.scalarOffset(ofByte: byte) == 500)
        #expect(index.scalarOffset(ofByte: byte + 10) == 500)
    }

    @Test func emptyText() { #expect(ScalarIndex(CanonicalText("")).count == 0) }
}
