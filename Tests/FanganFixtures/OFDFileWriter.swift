import FanganText

/// Writes OFD files (GB/T 33190), or parts of them that a test spells out.
public enum OFDFileWriter {
    private static let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""
    private static let millimetre = 72 / 25.4

    public static func page(_ document: SourceDocument) -> [UInt8] { file(Typesetter.pages(document)) }

    /// Heads stand on a template. Lines are written in the several ways that the standard allows, in turn.
    public static func file(_ pages: [PrintedPage]) -> [UInt8] {
        let template = pages.first.map { content($0, heads: true) } ?? ""
        return file(pages: pages.map { content($0, heads: false) }, template: template.isEmpty ? nil : template)
    }

    /// A file of one document: the objects of each page's layer, and those of a template under all of them.
    public static func file(pages: [String], template: String? = nil) -> [UInt8] { file(documents: [pages], template: template) }

    /// Several documents in one file.
    public static func file(documents: [[String]], template: String? = nil) -> [UInt8] {
        var members: [(name: String, bytes: [UInt8])] = []
        let bodies = documents.indices.map { "<ofd:DocBody><ofd:DocInfo><ofd:DocID>\($0)</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_\($0)/Document.xml</ofd:DocRoot></ofd:DocBody>" }
        members.append(("OFD.xml", part("<ofd:OFD \(space) Version=\"1.1\" DocType=\"OFD\">\(bodies.joined())</ofd:OFD>")))
        for (number, pages) in documents.enumerated() {
            let list = pages.indices.map { "<ofd:Page ID=\"\($0 + 10)\" BaseLoc=\"Pages/Page_\($0)/Content.xml\"/>" }.joined()
            let templates = template == nil ? "" : "<ofd:TemplatePage ID=\"2\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>"
            let area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            members.append(("Doc_\(number)/Document.xml", part(
                "<ofd:Document \(space)><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID>\(area)<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>\(templates)</ofd:CommonData><ofd:Pages>\(list)</ofd:Pages></ofd:Document>")))
            members.append(("Doc_\(number)/PublicRes.xml", part("<ofd:Res \(space) BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"3\" FontName=\"仿宋_GB2312\"/></ofd:Fonts></ofd:Res>")))
            if let template { members.append(("Doc_\(number)/Tpls/Tpl_0/Content.xml", page(template, uses: false))) }
            for (index, content) in pages.enumerated() { members.append(("Doc_\(number)/Pages/Page_\(index)/Content.xml", page(content, uses: template != nil))) }
        }
        return ZipWriter.archive(members)
    }

    public static func part(_ xml: String) -> [UInt8] { Array(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).utf8) }

    private static func page(_ layer: String, uses template: Bool) -> [UInt8] {
        part("<ofd:Page \(space)>\(template ? "<ofd:Template TemplateID=\"2\" ZOrder=\"Background\"/>" : "")<ofd:Content><ofd:Layer ID=\"1\">\(layer)</ofd:Layer></ofd:Content></ofd:Page>")
    }

    // MARK: Objects

    private static func content(_ page: PrintedPage, heads: Bool) -> String {
        let lines = page.lines.filter { $0.isHead == heads && !$0.scalars.isEmpty }.enumerated().map { text($1, manner: $0 % 3) }
        return lines.joined() + page.rules.filter { $0.isHead == heads }.map(path).joined()
    }

    /// - Parameter manner: 0 in one piece, 1 in two whose second inherits its height, 2 in another measure with a matrix.
    private static func text(_ line: PrintedPage.Line, manner: Int) -> String {
        let lefts = line.lefts.map { $0 / millimetre }, size = line.size / millimetre
        let left = lefts[0], top = line.baseline / millimetre - size, right = (lefts.last ?? left) + size
        let scale = manner == 2 ? 0.5 : 1.0
        let matrix = manner == 2 ? " CTM=\"0.5 0 0 0.5 0 0\"" : ""
        let half = manner == 1 && lefts.count > 3 ? lefts.count / 2 : lefts.count
        let parts = [0..<half, half..<lefts.count].filter { !$0.isEmpty }.map { part in
            let steps = zip(part.dropFirst(), part).map { (lefts[$0] - lefts[$1]) / scale }
            let height = part.lowerBound == 0 ? " Y=\"\(number(size / scale))\"" : ""
            let words = String(String.UnicodeScalarView(line.scalars[part])).escaped
            return "<ofd:TextCode X=\"\(number((lefts[part.lowerBound] - left) / scale))\"\(height)\(deltas(steps))>\(words)</ofd:TextCode>"
        }
        return "<ofd:TextObject ID=\"5\" Boundary=\"\(number(left)) \(number(top)) \(number(right - left)) \(number(size * 1.3))\" Font=\"3\" Size=\"\(number(size / scale))\"\(matrix)>\(parts.joined())</ofd:TextObject>"
    }

    /// Equal steps in a row are written once: `g 3 5.6`.
    private static func deltas(_ steps: [Double]) -> String {
        let words = steps.map(number)
        var list: [String] = [], i = 0
        while i < words.count {
            let run = words[i...].prefix { $0 == words[i] }.count
            list.append(run > 2 ? "g \(run) \(words[i])" : Array(repeating: words[i], count: run).joined(separator: " "))
            i += run
        }
        return list.isEmpty ? "" : " DeltaX=\"\(list.joined(separator: " "))\""
    }

    private static func path(_ rule: PrintedPage.Rule) -> String {
        let from = (rule.from.x / millimetre, rule.from.y / millimetre), to = (rule.to.x / millimetre, rule.to.y / millimetre)
        return "<ofd:PathObject ID=\"6\" Boundary=\"\(number(from.0)) \(number(from.1)) \(number(to.0 - from.0 + 0.2)) \(number(to.1 - from.1 + 0.2))\" LineWidth=\"0.2\"><ofd:AbbreviatedData>M 0 0 L \(number(to.0 - from.0)) \(number(to.1 - from.1))</ofd:AbbreviatedData></ofd:PathObject>"
    }

    /// To a thousandth of a millimetre.
    private static func number(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        return "\(thousandths / 1000 == 0 && thousandths < 0 ? "-" : "")\(thousandths / 1000).\(String(1000 + abs(thousandths) % 1000).dropFirst())"
    }
}
