@testable import FanganUnits
import Testing

/// The tables themselves: loading refuses double entries and dangling fields; here is what it cannot refuse.
@Suite struct DataTests {
    static let tables = Result { try UnitTables() }

    @Test func fields() throws {
        let fields = try UnitCatalogue.load().fields
        #expect(fields.count >= 150)
        #expect(Set(fields.map(\.id)).count == fields.count)
        #expect(Set(fields.map(\.name)).count == fields.count)
        let bodies: Set = ["government", "party", "congress", "cppcc", "supervision", "court", "procuratorate", "mass", "vertical", "institution", "enterprise"]
        for field in fields {
            #expect(bodies.contains(field.body), "\(field.id)")
            #expect(field.id.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D }, "\(field.id)")
        }
    }

    @Test func everyFieldIsReached() throws {
        let words = try Self.tables.get().words
        var reached = Set(words.stems.flatMap(\.fields) + words.organs.flatMap(\.fields) + words.branches.flatMap(\.fields))
        reached.formUnion(words.forms.compactMap(\.field))
        reached.formUnion(words.zones.map(\.field))
        for (index, field) in words.fields.enumerated() { #expect(reached.contains(index), "\(field.id)") }
    }

    @Test func everyShortCoreResolvesToItsField() throws {
        let tables = try Self.tables.get()
        let words = tables.words
        let parser = StemParser(tables: tables)
        var own: Set<String> = []
        for (word, value) in words.stemWords.words {
            let name = Name(word)
            let stems = parser.parse(name, name.all, wording: .official)
            #expect(stems?.fields == words.stems[value].fields, "\(word)")
            // A word of its own stays: 水产 under 渔业; an abbreviation does not: 发改.
            let full = words.stems[value].full
            if stems?.full == word, word != full { own.insert(word) } else { #expect(stems?.full == full, "\(word)") }
            #expect(!own.contains(word) || word.utf8.count >= full.utf8.count, "\(word)")
        }
        #expect(own.isSuperset(of: ["水产", "盐业", "文物保护", "公安交警"]))
        #expect(own.isDisjoint(with: ["发改", "人社", "住建", "卫健", "工信", "文旅", "自然资源和规划局", "住房与城乡建设"]))
    }

    @Test func everyOrganResolvesToItsField() throws {
        let catalogue = try UnitCatalogue.load()
        let words = catalogue.tables.words
        let places: [(Character, Jurisdiction)] = [
            ("P", Jurisdiction(region: catalogue.region(code: "360000"))), ("C", Jurisdiction(region: catalogue.region(code: "620800"))),
            ("X", Jurisdiction(region: catalogue.region(code: "510411"))), ("T", Jurisdiction(region: catalogue.region(code: "500240"), township: "洗新乡")),
            ("Z", Jurisdiction(region: catalogue.region(code: "210500"), zone: "本溪高新区")),
        ]
        for (word, entry) in words.organWords.words {
            for row in words.organRows[entry] {
                let organ = words.organs[row]
                #expect(!organ.template.source.contains("{") || organ.template.source.contains("}"), "\(word)")
                guard let place = places.first(where: { organ.levels.isEmpty ? $0.0 == "C" : organ.levels.contains($0.0) }) else {
                    Issue.record("\(word) holds at no level")
                    continue
                }
                // A row of some regions is asked in the first of them.
                let home = organ.regions.examples.first.flatMap { catalogue.region(code: $0) }.map { Jurisdiction(region: $0) }
                #expect(organ.regions.isEmpty || home != nil, "\(word)")
                if home != nil { continue }
                let reader = NameReader(tables: catalogue.tables, jurisdiction: place.1)
                let core = reader.cores.read(Name(word), Name(word).all, in: reader.scopes.own)
                #expect(core?.rank == .listed, "\(word)")
                #expect(core?.name.contains("{") == false, "\(word)")
                if words.organRows[entry].first(where: { words.organs[$0].regions.isEmpty && (words.organs[$0].levels.isEmpty || words.organs[$0].levels.contains(place.0)) }) == row {
                    #expect(core?.fields == organ.fields, "\(word)")
                }
            }
        }
    }

    @Test func organsOfSomeRegionsAreReadThere() throws {
        let catalogue = try UnitCatalogue.load()
        let words = catalogue.tables.words
        for (word, entry) in words.organWords.words {
            for row in words.organRows[entry] where !words.organs[row].regions.isEmpty {
                let organ = words.organs[row]
                for code in organ.regions.examples {
                    // Of a row for cities and counties the capital is asked; municipalities have districts only.
                    let isProvince = organ.levels.isEmpty || organ.levels.contains("P")
                    let home = isProvince ? code : organ.levels.contains("C") && !["11", "12", "31", "50"].contains(code.prefix(2)) ? code.prefix(2) + "0100" : code.prefix(2) + "0101"
                    let reader = NameReader(tables: catalogue.tables, jurisdiction: Jurisdiction(region: catalogue.region(code: home)))
                    let core = reader.cores.read(Name(word), Name(word).all, in: reader.scopes.own)
                    #expect(core?.rank == .listed && core?.fields == organ.fields, "\(word) in \(home)")
                }
            }
        }
    }

    @Test func namedZonesLieSomewhere() throws {
        let catalogue = try UnitCatalogue.load()
        for zone in catalogue.tables.words.namedZones {
            #expect(catalogue.region(code: zone.region) != nil, "\(zone.full)")
            #expect(zone.since.utf8.count == 10 && !zone.source.isEmpty, "\(zone.full)")
        }
        for (word, value) in catalogue.tables.words.namedZoneWords.words {
            let zone = catalogue.tables.words.namedZones[value]
            let reading = catalogue.read(word + "管委会", in: Jurisdiction(region: catalogue.region(code: zone.region)))
            #expect(reading.name == zone.full + "管理委员会" && reading.region == zone.region, "\(word)")
        }
    }

    @Test func rangesOfClassesAreThere() throws {
        _ = try GroupRanges()
        #expect(GroupRange(ofGroupNamed: "各成员单位").kinds == [.members])
    }

    @Test func branchesKeepTheirRegion() throws {
        let words = try Self.tables.get().words
        for branch in words.branches { #expect((branch.template.contains("*") || branch.template.contains("{R}")), "\(branch.template)") }
    }

    @Test func regions() throws {
        let catalogue = try UnitCatalogue.load()
        #expect(catalogue.region(code: "510411")?.fullName == "四川省攀枝花市仁和区")
        #expect(catalogue.region(code: "510411")?.officialPrefix == "攀枝花市仁和区")
        #expect(catalogue.region(code: "500240")?.officialPrefix == "石柱土家族自治县")
        #expect(catalogue.region(code: "500240")?.stem == "石柱")
        #expect(catalogue.region(code: "620881")?.officialPrefix == "华亭市")
        #expect(catalogue.region(code: "310112")?.officialPrefix == "上海市闵行区")
        #expect(catalogue.region(code: "360000")?.level == .province)
        #expect(catalogue.region(code: "441900")?.level == .prefecture)
        #expect(catalogue.region(code: "419001")?.parent == "410000")
        #expect(catalogue.region(code: "999999") == nil)
        let regions = try Self.tables.get().regions
        #expect(regions.divisions.count > 3300)
        #expect(regions.townships.count > 41_000)
        var last = 0
        for index in 0..<regions.divisions.count {
            #expect(regions.code(index) > last)
            last = regions.code(index)
            let name = Name(regions.name(index))
            #expect(regions.divisions.records(named: name.bytes, name.all).contains(index))
            if let parent = regions.parent(index) { #expect(regions.level(parent) < regions.level(index)) }
        }
    }

    @Test(arguments: [("平凉", "620800"), ("石柱县", "500240"), ("石柱自治县", "500240"), ("达茂旗", "150223"), ("江西", "360000"), ("内蒙古", "150000"), ("凉山州", "513400"), ("巴州", "652800"), ("阜蒙县", "210921"), ("广西", "450000"), ("湘西", "433100")])
    func shortNames(_ name: String, _ code: String) throws {
        let regions = try Self.tables.get().regions
        let bytes = Array(name.utf8)
        #expect(regions.divisions.records(named: bytes, 0..<bytes.count).contains { String(regions.code($0)) == code })
    }

    @Test func townships() throws {
        let regions = try Self.tables.get().regions
        let bytes = Array("洗新乡".utf8)
        let found = regions.townships.records(named: bytes, 0..<bytes.count)
        #expect(found.map { regions.code(regions.county(ofTownship: $0)) } == [500240])
        let short = Array("大龙潭乡".utf8)
        #expect(regions.townships.records(named: short, 0..<short.count).contains { regions.townshipName($0) == "大龙潭彝族乡" })
    }

    @Test func anyBytesAreRead() throws {
        let catalogue = try UnitCatalogue.load()
        let place = Jurisdiction(region: catalogue.region(code: "620800"), knownNames: ["", "委"], subject: "")
        let pieces = ["市", "委", "（", "）", "(", "局", "团", "政府", "办", "、", "各", "平凉", "仁和镇", "人行", "中共", "分局", "领导小组", "X", "\n", "😀", "高新区", "："]
        var seed: UInt64 = 7
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<Int(seed >> 33 % 7) + 1 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(seed >> 33) % pieces.count]
            }
            _ = catalogue.read(text, in: place)
            _ = catalogue.isUnitName(text)
            let ranges = catalogue.split(text, in: place)
            #expect(ranges.allSatisfy { $0.upperBound <= text.unicodeScalars.count })
            _ = catalogue.jurisdiction(of: JurisdictionEvidence(issuers: [text], title: text, preamble: text))
        }
    }
}
