/// The elements and attributes of SpreadsheetML (ISO/IEC 29500-1, 18) that decide what a sheet shows.
enum SheetName: String, MarkupName {
    // The workbook
    case workbookProperties = "x:workbookPr", date1904, sheet = "x:sheet", name, state, relation = "r:id"
    // Text: shared or in its cell
    case sharedItem = "x:si", text = "x:t", phonetic = "x:rPh", inline = "x:is"
    // A sheet
    case row = "x:row", cell = "x:c", value = "x:v", place = "r", style = "s", type = "t", hidden, mergedCell = "x:mergeCell", reference = "ref"
    // Number formats
    case numberFormat = "x:numFmt", formatID = "numFmtId", formatCode, cellFormats = "x:cellXfs", format = "x:xf"
    case unknown = "-"

    static let namespaces = [
        "x=http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x=http://purl.oclc.org/ooxml/spreadsheetml/main",
        "r=http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r=http://purl.oclc.org/ooxml/officeDocument/relationships",
    ].joined(separator: " ")
}

extension MarkupAttributes<SheetName> {
    /// `1` or `true`.
    func isOn(_ name: SheetName) -> Bool { ["1", "true", "on"].contains(string(name) ?? "") }
}
