@testable import FanganUnits
import FanganText
import Testing

/// Tables of single characters and words, and the memory of names.
@Suite struct WordListTests {
    @Test func traditionalCharactersAreNoneOfTheTables() throws {
        let tables = try UnitTables()
        let words = tables.words
        for table in [words.stemWords, words.organWords, words.nationalWords, words.formWords, words.groupWords, words.adhocWords] {
            for (word, _) in table.words {
                #expect(word.unicodeScalars.allSatisfy { TraditionalCharacters.simplified($0.value) == $0.value }, "\(word)")
            }
        }
        for index in 0..<tables.regions.divisions.count {
            let name = tables.regions.name(index)
            #expect(name.unicodeScalars.allSatisfy { TraditionalCharacters.simplified($0.value) == $0.value }, "\(name)")
        }
        #expect(TraditionalCharacters.simplified(0x93AE) == 0x9547)
        #expect(TraditionalCharacters.simplified(0x41) == 0x41)
    }

    @Test func everyRoleOfRelationsHasWords() throws {
        let relations = try UnitTables().relations
        for role in RelationWords.Role.allCases {
            #expect(!relations(role).isEmpty, "\(role)")
            #expect(zip(relations(role), relations(role).dropFirst()).allSatisfy { $0.count >= $1.count })
        }
    }

    @Test func confusablesAreSingleCharacters() throws {
        let confusables = try UnitTables().confusables
        #expect(confusables.meanings(of: Array("佳".utf8)[...]) == [Array("住".utf8)])
        #expect(confusables.meanings(of: Array("市".utf8)[...]).isEmpty)
    }

    @Test func memoryReadsAsTheReaderDoes() throws {
        let catalogue = try UnitCatalogue.load()
        let reader = catalogue.reader(in: Jurisdiction(region: catalogue.region(code: "510411")))
        var memory = UnitMemory(reader)
        for name in ["区发改局", "市财政局", "区发改局", "各乡镇", "", "市财政局"] { #expect(memory.read(name) == reader.read(name)) }
    }
}
