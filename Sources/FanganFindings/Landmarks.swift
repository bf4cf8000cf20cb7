import FanganText

/// The places of a passage at which something about responsibility can begin, found in one pass for all who look for it.
struct Landmarks {
    enum Kind: UInt8 {
        /// Behind the end of a sentence or a line.
        case sentence
        /// Behind a comma.
        case clause
        /// At 由.
        case agent
        /// At 设立, 成立, 组成 or 组建.
        case founding
    }

    /// In order of place; at one place the sentence comes before what stands there.
    private(set) var events: [(at: Int, kind: Kind)] = []
    /// Where a key (责任单位：) or a rule (以下任务均需…) can begin: as for sentences, also behind brackets, quotes and spaces.
    private(set) var pieces: [Int] = []
    /// A bracket closes that was never opened.
    private(set) var hasLoneClose = false

    mutating func read(_ p: Passage, _ places: PassageMarks.Places) {
        var depth = 0
        events.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        events.append((0, .sentence))
        pieces.append(0)
        hasLoneClose = false
        for i in places {
            let c = p.scalars[i]
            switch c {
            case 0x3002, 0xFF1B, 0x3B, 0xFF01, 0x21, 0x0A: // 。；！ and the line's end
                events.append((i + 1, .sentence))
                pieces.append(i + 1)
                if c != 0xFF1B, c != 0x3B { depth = 0 }
            case 0xFF0C, 0x2C: events.append((i + 1, .clause))
            case 0x7531: events.append((i, .agent)) // 由
            case 0x8BBE, 0x6210: // 设 成
                if i + 1 < p.count, p.scalars[i + 1] == 0x7ACB { events.append((i, .founding)) } // 立
            case 0x7EC4: // 组
                if i + 1 < p.count, p.scalars[i + 1] == 0x6210 || p.scalars[i + 1] == 0x5EFA { events.append((i, .founding)) } // 成 建
            default:
                if Brackets.isOpen(c) { depth += 1 }
                if Brackets.isClose(c) { if depth > 0 { depth -= 1 } else { hasLoneClose = true } }
                // `…市财政局【完成时限】6月底`: a key in a bracket of its own begins anywhere.
                if !Brackets.isOpen(c) { pieces.append(i + 1) } else if KeyWords.isKeyBracket(c), pieces.last != i { pieces.append(i) }
            }
        }
    }

    /// The events and further places at which sentences begin.
    /// - Parameter places: ascending.
    func events(withSentencesAt places: [Int]) -> [(at: Int, kind: Kind)] {
        var all: [(at: Int, kind: Kind)] = [], next = 0
        all.reserveCapacity(events.count + places.count)
        for event in events {
            while next < places.count, places[next] <= event.at {
                all.append((places[next], .sentence))
                next += 1
            }
            all.append(event)
        }
        for place in places[next...] { all.append((place, .sentence)) }
        return all
    }

    static let watched: ScalarSet = "。；;！!\n，,由设成组—(（〔[［【﹝﹙〈＜‹<)）〕]］】﹞﹚〉＞›>{｛〖}｝〗「『」』” "
}
