import FanganText

/// What one pass over a passage tells all who read it: which kinds of characters it holds at all, and where those stand at
/// which something can begin or end. Who looks for a beginning looks at these few places, and not at all where there is none.
///
/// One value serves passage after passage, so that its lists are allocated once.
struct PassageMarks {
    struct Kinds: OptionSet {
        let rawValue: UInt32

        /// The six of ``ValueHints``.
        static let values = Kinds(rawValue: 0x3F)
        /// 责 牵 负 由 要 …: without one of them nobody is made responsible.
        static let assigning = Kinds(rawValue: 1 << 6)
        /// What a rule about the first of a list begins with, and 牵, which it needs: `列第一位的为牵头单位`.
        static let leading = Kinds(rawValue: 1 << 7), pulling = Kinds(rawValue: 1 << 8)
        /// What the label of a step can begin with: 一是, （1）, ①.
        static let step = Kinds(rawValue: 1 << 9)
        /// Brackets and the line feed.
        static let bracket = Kinds(rawValue: 1 << 10)
        /// See ``Landmarks``.
        static let landmark = Kinds(rawValue: 1 << 11)
        /// 。 and the line feed.
        static let stop = Kinds(rawValue: 1 << 12)

        /// Behind the end of a name a verb or a bracket, so that a subject may have ended. Elsewhere they are of no kind.
        static let acting = Kinds(rawValue: 1 << 13)
        /// What the name of an organ or of a class of them ends in; the bit above ``acting``.
        static let nameEnd = Kinds(rawValue: 1 << 14)
        /// Marks behind which no subject goes on, and colons, which may end one.
        static let subjectMark = Kinds(rawValue: 1 << 15)

        /// Behind the end of a place's name a verb or a day: 潼川镇|要. Elsewhere of no kind.
        static let placing = Kinds(rawValue: 1 << 16)
        /// What the name of a place ends in; the bit above ``placing``.
        static let placeEnd = Kinds(rawValue: 1 << 17)
        /// What a form of a sentence must have behind its beginning: 是 为, 设 of 设在, 各.
        static let being = Kinds(rawValue: 1 << 18), seat = Kinds(rawValue: 1 << 19), each = Kinds(rawValue: 1 << 20)
        /// Dashes of all widths.
        static let dash = Kinds(rawValue: 1 << 21)
        static let lineEnd = Kinds(rawValue: 1 << 22)
        /// A colon, or what may stand for one behind a key.
        static let keyMark = Kinds(rawValue: 1 << 23)

        /// What may stand behind a subject's name in a sentence and in a clause, and what a list of names is parted by: brackets and 、.
        static let sentenceHead = Kinds(rawValue: 1 << 24), clauseHead = Kinds(rawValue: 1 << 25), opener = Kinds(rawValue: 1 << 26), pause = Kinds(rawValue: 1 << 27)
        /// What a time behind a name begins with.
        static let time = Kinds(rawValue: 1 << 28)

        /// Those whose places are kept.
        static let kept: Kinds = [.values, .step, .bracket, .landmark, .stop, .acting, .subjectMark, .placing, .being, .seat, .each]
        /// Those that a character is of only behind one of the kind whose bit is the next.
        static let behindName: Kinds = [.acting, .placing]
    }

    struct Mark {
        var at: Int32
        var kinds: Kinds
    }

    /// Of all characters of the passage.
    private(set) var kinds: Kinds = []
    /// Room for a mark per character; the first ``count`` hold those of the passage.
    private var room: [Mark] = []
    private var count = 0
    private(set) var length = 0
    /// Those of the passage, once ``readLandmarks(_:)`` has looked for them.
    private(set) var landmarks = Landmarks()

    init() {}

    init(_ p: Passage) { read(p) }

    /// Takes the next passage.
    mutating func read(_ p: Passage) {
        length = p.count
        if room.count < length { room.append(contentsOf: repeatElement(Mark(at: 0, kinds: []), count: length - room.count)) }
        var all: UInt32 = 0, n = 0, before: UInt32 = 0
        let behindName = Kinds.behindName.rawValue, kept = Kinds.kept.rawValue
        p.scalars.withUnsafeBufferPointer { scalars in
            ResponsibilityVocabulary.standard.characters.withKinds { sorts, table in
                room.withUnsafeMutableBufferPointer { room in
                    // Each character is written where the next mark goes, and stays there if it is one.
                    for i in 0..<scalars.count {
                        let own = scalars[i] < 0x10000 ? table[Int(sorts[Int(scalars[i])])].rawValue : 0
                        let bits = own & (~behindName | before >> 1)
                        before = own
                        all |= bits
                        room[n] = Mark(at: Int32(truncatingIfNeeded: i), kinds: Kinds(rawValue: bits))
                        n &+= bits & kept != 0 ? 1 : 0
                    }
                }
            }
        }
        kinds = Kinds(rawValue: all)
        count = n
    }

    /// Finds ``landmarks``.
    /// - Parameter p: the passage that was read.
    mutating func readLandmarks(_ p: Passage) { landmarks.read(p, places(.landmark)) }

    /// The places of some kinds, in order.
    func places(_ kinds: Kinds) -> Places { Places(room: room, end: self.kinds.isDisjoint(with: kinds) ? 0 : count, kinds: kinds) }

    struct Places: Sequence, IteratorProtocol {
        fileprivate let room: [Mark]
        fileprivate let end: Int
        fileprivate let kinds: Kinds
        private var at = 0

        fileprivate init(room: [Mark], end: Int, kinds: Kinds) { (self.room, self.end, self.kinds) = (room, end, kinds) }

        mutating func next() -> Int? {
            while at < end {
                let mark = room[at]
                at &+= 1
                if !mark.kinds.isDisjoint(with: kinds) { return Int(mark.at) }
            }
            return nil
        }
    }

    /// Looks ahead from places that come in order.
    struct Outlook {
        fileprivate let room: [Mark]
        fileprivate let end: Int
        private var at = 0

        fileprivate init(room: [Mark], end: Int) { (self.room, self.end) = (room, end) }

        /// Hands over the marks of a range, until one is answered with false.
        mutating func look(in range: Range<Int>, _ isWanted: (_ at: Int, _ kinds: Kinds) -> Bool) {
            while at > 0, Int(room[at - 1].at) >= range.lowerBound { at &-= 1 }
            while at < end, Int(room[at].at) < range.lowerBound { at &+= 1 }
            var i = at
            while i < end, Int(room[i].at) < range.upperBound, isWanted(Int(room[i].at), room[i].kinds) { i &+= 1 }
        }
    }

    var outlook: Outlook { Outlook(room: room, end: count) }

    /// What a range of the passage can hold.
    func hints(_ range: Range<Int>) -> ValueHints {
        if range == 0..<length { return ValueHints(kinds) }
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(room[middle].at) < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        let found = room.withUnsafeBufferPointer { room in
            var found: UInt32 = 0
            while low < count, Int(room[low].at) < range.upperBound {
                found |= room[low].kinds.rawValue
                low &+= 1
            }
            return found
        }
        return ValueHints(Kinds(rawValue: found))
    }

    /// The characters of each kind.
    static func characters(_ rules: RuleWords, _ sentences: SentenceWords, _ bodies: BodyWords) -> [(ScalarSet, Kinds)] {
        ValueHints.characters.map { (ScalarSet($0.unicodeScalars.map(\.value)), Kinds(rawValue: UInt32($1.rawValue))) } + [
            (ResponsibilityRecogniser.triggers, .assigning), (rules.leadHeads, .leading), ("牵", .pulling),
            (StepRecogniser.heads, .step), (Brackets.watched, .bracket), (Landmarks.watched, .landmark), ("。\n", .stop),
            (sentences.subjectHeads, .acting), (bodies.nameEnds, .nameEnd), (SentenceReader.marks, .subjectMark),
            (sentences.placeHeads, .placing), (SentenceReader.areaEnds, .placeEnd), (ScalarSet(lastOf: .townshipEnd), .placeEnd),
            (SentenceReader.being, .being), (ScalarSet(firstOf: .seatVerb), .seat), ("各", .each), (ResponsibilityRecogniser.dashes, .dash), ("\n", .lineEnd), (KeyWords.colonsAndLike, .keyMark),
            (sentences.sentenceHeads, .sentenceHead), (sentences.clauseHeads, .clauseHead), (ScalarSet(Brackets.openers), .opener), ("、", .pause), (SentenceWords.dateHeads, .time),
        ]
    }
}

extension ValueHints {
    fileprivate init(_ kinds: PassageMarks.Kinds) { self.init(rawValue: UInt8(truncatingIfNeeded: kinds.intersection(.values).rawValue)) }
}
