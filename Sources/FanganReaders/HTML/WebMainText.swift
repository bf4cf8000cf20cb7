import FanganText

/// Finds the document on a page: the box with the running text, its title where that stands above the box, and what
/// around it is navigation, share buttons and the site's foot.
struct WebMainText {
    private let page: HTMLPage
    private let lines: [TextLine]
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Paragraphs of the page's table of facts.
    private let facts: Set<Int>
    /// Bytes of running text up to each paragraph, and of text that is plainly of the page only.
    private var prose: [Int] = [0]
    private var chrome: [Int] = [0]
    private var all: [Int] = [0]
    private var isInChromeBox: [Bool] = []

    /// For each paragraph whether it is of the page, not of the document.
    static func chrome(_ page: HTMLPage, _ lines: [TextLine], _ bytes: UnsafeBufferPointer<UInt8>, facts: Set<Int>) -> [Bool] {
        WebMainText(page, lines, bytes, facts).result()
    }

    private init(_ page: HTMLPage, _ lines: [TextLine], _ bytes: UnsafeBufferPointer<UInt8>, _ facts: Set<Int>) {
        self.page = page
        self.lines = lines
        self.bytes = bytes
        self.facts = facts
        isInChromeBox = chromeBoxes()
        for p in page.marks.indices {
            let count = lines[p].range.count
            let isPlainChrome = facts.contains(p) || isPageOnly(p)
            prose.append(prose[p] + (isPlainChrome ? 0 : isSentence(p) ? count : count / 4))
            chrome.append(chrome[p] + (isPlainChrome ? count : 0))
            all.append(all[p] + count)
        }
    }

    private func result() -> [Bool] {
        let main = prose[page.marks.count] == 0 ? page.marks.indices : climbed(core())
        let title = title(above: main), end = end(of: main)
        return page.marks.indices.map { p in
            if title.contains(p) { return false }
            return !main.contains(p) || p >= end || isInfo(p) || page.marks[p].isChrome || isInChromeBox[page.marks[p].box]
        }
    }

    // MARK: What a paragraph is

    /// Boxes that are of the page by name, or lie in one that is; never one that holds the box with the text.
    private func chromeBoxes() -> [Bool] {
        var isAroundMain = [Bool](repeating: false, count: page.boxes.count)
        for (i, box) in page.boxes.enumerated() where box.hint == .main {
            var b = i
            while b >= 0, !isAroundMain[b] {
                isAroundMain[b] = true
                b = page.boxes[b].parent
            }
        }
        var sums = [0]
        for mark in page.marks { sums.append(sums[sums.count - 1] + mark.bytes) }
        let total = sums[page.marks.count]
        var result = [Bool](repeating: false, count: page.boxes.count)
        for (i, box) in page.boxes.enumerated() {
            let own = box.hint == .chrome && !isAroundMain[i] && sum(sums, box.paragraphs) * 3 < total
            result[i] = own || box.parent >= 0 && result[box.parent] && !isAroundMain[i]
        }
        return result
    }

    private func isPageOnly(_ p: Int) -> Bool {
        let mark = page.marks[p]
        return mark.isChrome || isInChromeBox[mark.box] || mark.linkBytes * 2 > mark.bytes || LineForm.furniture(bytes, lines[p].range) != nil
            || LineForm.isWeakChrome(bytes, lines[p].range) || isFooter(p)
    }

    private func isFooter(_ p: Int) -> Bool {
        let range = lines[p].range
        return range.count <= 400 && WebVocabulary.shared.footers.length(in: bytes, at: range.lowerBound, limit: range.upperBound) != nil
    }

    private func isSentence(_ p: Int) -> Bool {
        var i = lines[p].textStart
        while i < lines[p].end {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            if scalar == 0x3002 || scalar == 0xFF0C || scalar == 0xFF1B { return true } // 。，；
            i += width
        }
        return false
    }

    // MARK: The box with the text

    private func sum(_ sums: [Int], _ range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }

    /// The box that the site names so, if it holds a good part of the running text; else the smallest with most of it.
    private func core() -> Int {
        let total = prose[page.marks.count]
        let named = page.boxes.indices.filter { page.boxes[$0].hint == .main && sum(prose, page.boxes[$0].paragraphs) * 5 >= total * 2 }
        if let widest = named.max(by: { sum(prose, page.boxes[$0].paragraphs) < sum(prose, page.boxes[$1].paragraphs) }) { return widest }
        var best = 0
        for b in page.boxes.indices.dropFirst() where page.boxes[b].parent == best && sum(prose, page.boxes[b].paragraphs) * 5 >= total * 4 {
            best = b
        }
        return best
    }

    /// Outwards as long as what a wider box adds is not mostly of the page.
    private func climbed(_ core: Int) -> Range<Int> {
        var box = core
        while page.boxes[box].parent >= 0 {
            let inner = page.boxes[box].paragraphs, outer = page.boxes[page.boxes[box].parent].paragraphs
            let added = sum(all, outer) - sum(all, inner)
            if (sum(chrome, outer) - sum(chrome, inner)) * 2 > added { break }
            box = page.boxes[box].parent
        }
        return page.boxes[box].paragraphs
    }

    // MARK: What is of the page inside the box

    /// The line under the title; a table's cells hold none.
    private func isInfo(_ p: Int) -> Bool { !facts.contains(p) && WebLineForm.isInfo(bytes, lines[p].range) }

    /// Where the text ends and what leads on from it begins: links to other documents, print and share buttons, the editor's name.
    private func end(of main: Range<Int>) -> Int {
        var end = main.upperBound
        while end > main.lowerBound {
            let p = end - 1, range = lines[p].range
            if WebLineForm.isAttachment(bytes, range) { break }
            let isLink = page.marks[p].linkBytes * 2 > page.marks[p].bytes
            // The date of a signature is none: no link stands in front of it.
            let isDateOfLink = p > main.lowerBound && page.marks[p - 1].linkBytes > 0 && WebLineForm.isBareDate(bytes, range)
            guard isLink || isDateOfLink || WebLineForm.isTail(bytes, range) || page.marks[p].isChrome else { break }
            end = p
        }
        // Nothing but links is a page of another kind.
        return end > main.lowerBound ? end : main.upperBound
    }

    // MARK: The title

    /// A heading above the text, or a line that the page's own title begins with, unless the text begins with it too.
    private func title(above main: Range<Int>) -> Range<Int> {
        let none = main.lowerBound..<main.lowerBound
        let pageTitle = page.marks.indices.first { page.marks[$0].isPageTitle }.map(squashed) ?? []
        let beginning = Array(main.prefix(12).flatMap(squashed).prefix(Self.longestBeginning))
        for p in (max(0, main.lowerBound - 60)..<main.lowerBound).reversed() {
            let mark = page.marks[p]
            guard !mark.isPageTitle, !facts.contains(p), mark.linkBytes * 2 <= mark.bytes, lines[p].range.count <= 400 else { continue }
            let text = squashed(p)
            let isHeading = mark.headingLevel.map { $0 <= 3 } ?? false
            guard text.count >= (isHeading ? 6 : 15) else { continue }
            guard isHeading && !mark.isChrome || !pageTitle.isEmpty && contains(pageTitle, text) else { continue }
            if contains(beginning, text) { return none }
            var start = p
            while start > 0, isHeading, page.marks[start - 1].headingLevel == mark.headingLevel, !page.marks[start - 1].isPageTitle { start -= 1 }
            return start..<(p + 1)
        }
        return none
    }

    /// Bytes of a title or of a text's beginning in which another one is looked for; real ones are a tenth of it.
    private static let longestBeginning = 4000

    private func squashed(_ p: Int) -> [UInt8] { lines[p].range.prefix(Self.longestBeginning).map { bytes[$0] }.filter { $0 > 0x20 } }

    private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard let head = part.first, text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0] == head && text[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
