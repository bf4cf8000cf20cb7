/// The number formats of a spreadsheet's cells (styles.xml).
struct CellStyles: Sendable {
    /// By number of a cell's style the code of its format; empty where there is none.
    private let codes: [String]

    init(_ part: [UInt8]) {
        let listener = CellStyleListener()
        if !part.isEmpty { _ = MarkupParser.readXML(part, namespaces: SheetName.namespaces, listener) }
        codes = listener.formats.map { listener.codes[$0] ?? Self.builtIn[$0] ?? "" }
    }

    func code(_ style: Int) -> String { codes.indices.contains(style) ? codes[style] : "" }

    /// The formats that a file names by number alone, as a Chinese program shows them.
    private static let builtIn: [Int: String] = {
        var codes = [
            1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
            14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
            22: "yyyy/m/d h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
            41: "#,##0;-#,##0;\"-\"", 42: "¥#,##0;¥-#,##0;\"-\"", 43: "#,##0.00;-#,##0.00;\"-\"", 44: "¥#,##0.00;¥-#,##0.00;\"-\"",
            45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
        ]
        let month = "yyyy\"年\"m\"月\"", day = "m\"月\"d\"日\"", whole = "yyyy\"年\"m\"月\"d\"日\""
        for id in [27, 36, 50, 52, 57] { codes[id] = month }
        for id in [28, 29, 51, 53, 54, 58] { codes[id] = day }
        codes[30] = "m-d-yy"
        codes[31] = whole
        codes[32] = "h\"时\"mm\"分\""
        codes[33] = "h\"时\"mm\"分\"ss\"秒\""
        for id in [34, 55] { codes[id] = "上午/下午h\"时\"mm\"分\"" }
        for id in [35, 56] { codes[id] = "上午/下午h\"时\"mm\"分\"ss\"秒\"" }
        return codes
    }()
}

private final class CellStyleListener: MarkupListener {
    private(set) var codes: [Int: String] = [:]
    private(set) var formats: [Int] = []
    private var isInCells = false

    func start(_ name: SheetName, _ attributes: MarkupAttributes<SheetName>, at: Int) -> Bool {
        switch name {
        case .numberFormat: if let id = attributes.integer(.formatID) { codes[id] = attributes.string(.formatCode) ?? "" }
        case .cellFormats: isInCells = true
        case .format: if isInCells { formats.append(attributes.integer(.formatID) ?? 0) }
        default: break
        }
        return true
    }
    func end(_ name: SheetName, at: Int) -> Bool {
        if name == .cellFormats { isInCells = false }
        return true
    }
    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool { true }
}
