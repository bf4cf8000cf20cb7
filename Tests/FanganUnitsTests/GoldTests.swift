import FanganUnits
import Foundation
import Testing

/// The annotated documents beside the repository, where they exist: what their `document` says as evidence,
/// every name of `units` as input.
@Suite struct GoldTests {
    struct Gold: Decodable {
        struct Document: Decodable {
            let title: String?
            let number: String?
            let issuers: [String]
            let region: String?
        }
        struct Unit: Decodable {
            let name: String
            let also: [String]?
            let function: String?
            let region: String?
            let kind: String
        }
        let document: Document
        let units: [String: Unit]
    }

    /// What the documents say beyond their header, by file: preamble, mentions, fuller names.
    static let evidence: [String: JurisdictionEvidence] = [
        "001-xxqu": JurisdictionEvidence(knownNames: ["区文体广电和旅游局", "区政府办公室", "区工业和信息化局", "区商务局", "区农业产业化中心"]),
        "003-xixin": JurisdictionEvidence(preamble: "根据中共石柱土家族自治县委办公室、石柱土家族自治县人民政府办公室关于印发的通知精神，结合我乡实际，特制定本实施方案。"),
        "082-zhaotong-2023-housing-opinions": JurisdictionEvidence(preamble: "现结合昭通实际,提出如下意见", mentions: ["中国人民银行昭通市分行", "国家金融监督管理总局昭通监管分局"]),
    ]

    static var folder: URL? {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let gold = folder.appendingPathComponent("shared/eval/gold")
            if FileManager.default.fileExists(atPath: gold.path) { return gold }
        }
        return nil
    }

    @Test(.enabled(if: folder != nil, "needs the annotated documents of ../shared/eval/gold, which are not here"))
    func agreesWithTheAnnotation() throws {
        let folder = try #require(Self.folder)
        let catalogue = try UnitCatalogue.load()
        var all = 0, names = 0, regions = 0, kinds = 0, functions = 0, functional = 0, documents = 0
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).sorted(by: { $0.path < $1.path }) where file.pathExtension == "json" {
            let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: file))
            let stem = file.deletingPathExtension().lastPathComponent
            var evidence = Self.evidence[stem] ?? JurisdictionEvidence()
            evidence.issuers = gold.document.issuers
            evidence.title = gold.document.title
            let jurisdiction = catalogue.jurisdiction(of: evidence)
            if jurisdiction.region?.code != gold.document.region { print("\(stem): region \(jurisdiction.region?.code ?? "-") instead of \(gold.document.region ?? "-")") }
            documents += jurisdiction.region?.code == gold.document.region ? 1 : 0
            for (mention, unit) in gold.units.sorted(by: { $0.key < $1.key }) {
                let reading = catalogue.read(mention, in: jurisdiction)
                let rights = [unit.name] + (unit.also ?? [])
                all += 1
                names += rights.contains(reading.name) ? 1 : 0
                regions += reading.region == unit.region ? 1 : 0
                kinds += reading.kind.rawValue == unit.kind ? 1 : 0
                if unit.function != nil { functional += 1 }
                if unit.function != nil, reading.functionName == unit.function { functions += 1 }
                if !rights.contains(reading.name) { print("\(stem) \(mention): \(reading.name) instead of \(unit.name)") }
                if reading.region != unit.region { print("\(stem) \(mention): region \(reading.region ?? "-") instead of \(unit.region ?? "-")") }
                if reading.kind.rawValue != unit.kind { print("\(stem) \(mention): kind \(reading.kind) instead of \(unit.kind)") }
                if reading.functionName != unit.function { print("\(stem) \(mention): function \(reading.functionName ?? "-") instead of \(unit.function ?? "-")") }
                #expect(catalogue.split(mention, in: jurisdiction).count == 1, "\(mention)")
            }
        }
        let share = { (part: Int, whole: Int) in Double(part) / Double(max(whole, 1)) }
        print("names \(names)/\(all), regions \(regions)/\(all), kinds \(kinds)/\(all), functions \(functions)/\(functional), documents \(documents)")
        #expect(share(names, all) >= 0.93)
        #expect(share(regions, all) >= 0.97)
        #expect(share(kinds, all) >= 0.97)
        #expect(share(functions, functional) >= 0.95)
    }
}
