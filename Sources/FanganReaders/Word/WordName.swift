/// The elements and attributes of WordprocessingML (ISO/IEC 29500-1, 17) that decide what is printed.
enum WordName: String, MarkupName {
    // Text
    case body = "w:body", paragraph = "w:p", run = "w:r", text = "w:t", deletedText = "w:delText", tab = "w:tab", break_ = "w:br", carriageReturn = "w:cr"
    case noBreakHyphen = "w:noBreakHyphen", positionalTab = "w:ptab", phonetic = "w:rt", mathText = "m:t", textBox = "w:txbxContent"
    case alternateContent = "mc:AlternateContent", choice = "mc:Choice", fallback = "mc:Fallback"
    case instruction = "w:instrText", deletedInstruction = "w:delInstrText"
    // Properties
    case paragraphProperties = "w:pPr", runProperties = "w:rPr", paragraphStyle = "w:pStyle", runStyle = "w:rStyle", hidden = "w:vanish", struck = "w:strike", doubleStruck = "w:dstrike"
    case numberProperties = "w:numPr", level = "w:ilvl", numberID = "w:numId", outlineLevel = "w:outlineLvl"
    case paragraphChange = "w:pPrChange", runChange = "w:rPrChange", tableChange = "w:tblPrChange", cellChange = "w:tcPrChange", rowChange = "w:trPrChange"
    case sectionChange = "w:sectPrChange", numberingChange = "w:numberingChange"
    // Tracked changes
    case inserted = "w:ins", deleted = "w:del", movedFrom = "w:moveFrom", movedTo = "w:moveTo", author = "w:author", date = "w:date"
    // Tables
    case table = "w:tbl", row = "w:tr", cell = "w:tc", rowProperties = "w:trPr", cellProperties = "w:tcPr", gridBefore = "w:gridBefore", gridSpan = "w:gridSpan"
    case verticalMerge = "w:vMerge"
    // Notes, heads and feet
    case footnote = "w:footnote", endnote = "w:endnote", header = "w:hdr", footer = "w:ftr", type = "w:type"
    // Styles and numbering
    case style = "w:style", styleID = "w:styleId", name = "w:name", basedOn = "w:basedOn", isDefault = "w:default"
    case abstractNumber = "w:abstractNum", abstractNumberID = "w:abstractNumId", number = "w:num", levelDefinition = "w:lvl", start = "w:start", format = "w:numFmt"
    case levelText = "w:lvlText", levelRestart = "w:lvlRestart", isLegal = "w:isLgl", suffix = "w:suff", override = "w:lvlOverride", startOverride = "w:startOverride"
    case numberStyleLink = "w:numStyleLink", styleLink = "w:styleLink"
    case value = "w:val"
    case unknown = "-"

    static let namespaces = [
        "w=http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w=http://purl.oclc.org/ooxml/wordprocessingml/main",
        "m=http://schemas.openxmlformats.org/officeDocument/2006/math", "m=http://purl.oclc.org/ooxml/officeDocument/math",
        "mc=http://schemas.openxmlformats.org/markup-compatibility/2006",
    ].joined(separator: " ")
}

extension MarkupAttributes<WordName> {
    /// A switch such as `<w:vanish/>`: on unless its value says no.
    var isOn: Bool {
        guard let value = string(.value) else { return true }
        return !["0", "false", "off", "none"].contains(value)
    }
}
