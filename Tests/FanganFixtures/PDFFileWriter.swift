import FanganText

/// Writes PDF files whose fonts are named and not embedded; what each code stands for is said by their maps.
public enum PDFFileWriter {
    public static func page(_ document: SourceDocument) -> [UInt8] { file(Typesetter.pages(document)) }

    /// - Parameter isMapped: whether the file says what character each code is.
    public static func file(_ pages: [PrintedPage], isMapped: Bool = true) -> [UInt8] {
        var codes: [Unicode.Scalar: Int] = [:]
        for page in pages {
            for line in page.lines { for scalar in line.scalars where codes[scalar] == nil { codes[scalar] = codes.count + 1 } }
        }
        let contents = pages.map { stream(content($0, codes)) }
        // 1 catalogue, 2 list of pages, 3–6 font, then two for each page.
        let kids = pages.indices.map { "\(7 + 2 * $0) 0 R" }.joined(separator: " ")
        let widths = codes.sorted { $0.value < $1.value }.map { "\($0.value) [\($0.key.value < 0x100 ? 500 : 1000)]" }.joined(separator: " ")
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[\(kids)]/Count \(pages.count)/MediaBox[0 0 \(PrintedPage.width) \(PrintedPage.height)]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/FangSong/Encoding/Identity-H/DescendantFonts[4 0 R]\(isMapped ? "/ToUnicode 6 0 R" : "")>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/FangSong/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[\(widths)]>>",
            "<</Type/FontDescriptor/FontName/FangSong/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
            stream(map(codes)),
        ]
        for (index, content) in contents.enumerated() {
            objects.append("<</Type/Page/Parent 2 0 R/Contents \(8 + 2 * index) 0 R/Resources<</Font<</F 3 0 R>>>>>>")
            objects.append(content)
        }
        return assembled(objects)
    }

    /// A file of these objects, the first of them its catalogue.
    public static func assembled(_ objects: [String]) -> [UInt8] {
        var out = Array("%PDF-1.7\n".utf8), offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(out.count)
            out += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
        }
        let start = out.count
        let table = offsets.map { String(repeating: "0", count: 10 - String($0).count) + "\($0) 00000 n \n" }.joined()
        out += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(table)trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return out
    }

    public static func stream(_ text: String) -> String { "<</Length \(text.utf8.count)>>stream\n\(text)\nendstream" }

    /// PDF counts from the lower edge. A gap in a line is written as a step back from the usual advance.
    private static func content(_ page: PrintedPage, _ codes: [Unicode.Scalar: Int]) -> String {
        var out: [String] = []
        for line in page.lines where !line.scalars.isEmpty {
            var parts: [String] = [], at = line.lefts[0]
            for (scalar, left) in zip(line.scalars, line.lefts) {
                if abs(left - at) > 0.001 { parts.append("\((at - left) / line.size * 1000)") }
                parts.append("<\(hexadecimal(codes[scalar] ?? 0))>")
                at = left + LineBreaking.width(scalar, line.size)
            }
            out.append("BT /F \(line.size) Tf 1 0 0 1 \(line.lefts[0]) \(PrintedPage.height - line.baseline) Tm [\(parts.joined(separator: " "))] TJ ET")
        }
        for rule in page.rules {
            out.append("0.5 w \(rule.from.x) \(PrintedPage.height - rule.from.y) m \(rule.to.x) \(PrintedPage.height - rule.to.y) l S")
        }
        return out.joined(separator: "\n")
    }

    private static func map(_ codes: [Unicode.Scalar: Int]) -> String {
        let entries = codes.sorted { $0.value < $1.value }.map { scalar, code in
            "<\(hexadecimal(code))> <\(String(Character(scalar)).utf16.map { hexadecimal(Int($0)) }.joined())>"
        }
        let blocks = stride(from: 0, to: entries.count, by: 100).map { start in
            let part = entries[start..<min(start + 100, entries.count)]
            return "\(part.count) beginbfchar\n\(part.joined(separator: "\n"))\nendbfchar\n"
        }
        return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n\(blocks.joined())endcmap end end"
    }

    private static func hexadecimal(_ number: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: max(0, 4 - text.count)) + text
    }
}
