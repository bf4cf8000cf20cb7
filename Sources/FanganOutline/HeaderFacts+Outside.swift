import FanganText

/// What a file says of the document outside its text: in a web page's table of facts, in the names of files under it.
extension HeaderFacts {
    /// The title in the table of facts, where the text has none of its own for the notice: it names who issued it.
    private mutating func readNoticeTitle(_ title: Passage) {
        guard header.noticeTitle == nil, reader.endsAsNotice(title) else { return }
        header.noticeTitle = Quoted(text: title.tidied(), span: title.span(title.indices))
        if header.issuers.isEmpty { issuersInFront(of: title) }
    }

    /// What the file says outside its text, such as a web page's table of 发文字号 and 成文日期, where the text is silent.
    mutating func readFactsOutsideText() {
        for fact in document.facts {
            // It lies in furniture, which a passage of the document leaves out.
            var passage = Passage()
            passage.append(document.text, fact.span)
            let value = passage.trimmed()
            if fact.kind == .title { readNoticeTitle(value) }
            switch fact.kind {
            case .title where header.title == nil:
                let title = Quoted(text: value.tidied(), span: value.span(value.indices))
                header.title = HeaderTitles(document: document, reader: reader, lines: lines, front: [], kinds: []).inner(title) ?? title
            case .number where header.number.map({ isDamaged($0.text) }) ?? true:
                // A key that is not known may stand behind it: 示府办〔2023〕5号 性: 有效
                let words = value.scalars.firstIndex { $0 == 0x53F7 }.map { value.part(0..<$0 + 1) } // 号
                guard let number = [value.unbracketed(), words].compactMap({ $0 }).first(where: { reader.documentNumber($0) != nil }) else { continue }
                header.number = self.number(number)
            case .issuer where header.issuers.isEmpty || header.issuers.count == 1 && lacksPlace(header.issuers[0].text, value):
                header.issuers = split(value).filter { issuer in
                    var name = Passage()
                    name.append(document.text, issuer.span)
                    return reader.kind(of: name) == .organ
                }
            case .issued where header.issued == nil:
                guard let day = HeaderReader.date(value, at: 0) ?? HeaderReader.plainDate(value) else { continue }
                setIssued(day, value.span(0..<day.end))
            default: break
            }
        }
    }

    /// `县人民政府办公室` in the title, `示例县人民政府办公室` in the table of facts.
    private func lacksPlace(_ issuer: String, _ fact: Passage) -> Bool {
        let whole = fact.squashed()
        return whole.utf8.count > issuer.utf8.count && whole.hasSuffix(issuer) && reader.kind(of: fact) == .organ
    }

    /// `示府办〔202315号`: the bracket never closes.
    private func isDamaged(_ number: String) -> Bool { !number.unicodeScalars.contains { HeaderReader.yearClose.contains($0.value) } && !reader.isIssueNumber(Passage(number)) }

    /// `示府办规〔2022〕2号关于印发…实施方案的通知.pdf`, `示府规〔2023〕3号2023年河道禁捕命令.pdf`: number and title stand in the name of a file under the text.
    mutating func readNumberOfFiles() {
        guard header.number == nil || header.title == nil else { return }
        let own = header.title.map { Word(Passage.string(Array(Passage($0.text).scalars.suffix(10)))) }
        for piece in document.furniture where piece.kind == .webChrome {
            var p = Passage()
            p.append(document.text, piece.span)
            guard p.count < 600, own.map({ $0.count >= 6 && p.first($0, in: p.indices) != nil }) ?? true,
                  let number = reader.number(in: p, before: p.count, beginningAt: { $0 == 0 || !HeaderReader.isNumberLetter(p.scalars[$0 - 1]) || p.scalars[$0 - 1] == 0x20 }) else { continue }
            if own == nil {
                guard let title = titleOfFile(p, behind: number.upperBound) else { continue }
                header.title = title
            }
            if header.number == nil { header.number = self.number(p.part(number)) }
            return
        }
    }

    /// Up to the ending of the file's name.
    private func titleOfFile(_ p: Passage, behind number: Int) -> Quoted? {
        guard let dot = p.first(".", in: number..<p.count), reader.fileEnding(of: p.part(number..<min(p.count, dot + 4))) != nil || reader.fileEnding(of: p.part(number..<min(p.count, dot + 5))) != nil else { return nil }
        let name = p.part(number..<dot).trimmed()
        guard name.count <= 90, reader.endsAsPlan(name) || reader.endsAsNotice(name) else { return nil }
        return Quoted(text: name.tidied(), span: name.span(name.indices))
    }
}
