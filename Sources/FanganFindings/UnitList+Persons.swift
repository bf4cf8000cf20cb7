import FanganText

/// Persons beside units in a list, who are none: `市住建局 张三`, `张三（市住建局）`, `县住建局负责人`.
extension UnitList {
    /// `市住建局 张三`, `市住建局⏎张三`: behind a blank a person of the organ in front.
    func isPerson(_ range: Range<Int>) -> Bool {
        guard (2...3).contains(range.count), range.lowerBound > 1, passage.scalars[range.lowerBound - 1] <= 0x20, passage.scalars[range.lowerBound - 2] >= 0x4E00, !pending.isEmpty || !entries.isEmpty else { return false }
        return vocabulary.lists.surnames.contains(passage.scalars[range.lowerBound]) && !shape.isName(passage, range)
    }

    /// `张三（市住建局）`: the unit stands in the bracket behind the person.
    mutating func withoutPerson(_ name: Range<Int>) -> Range<Int> {
        guard name.count > 5, Brackets.isClose(passage.scalars[name.upperBound - 1]), vocabulary.lists.surnames.contains(passage.scalars[name.lowerBound]),
              let open = name.prefix(4).first(where: { Brackets.isOpen(passage.scalars[$0]) }), open > name.lowerBound + 1, isOrgan(open + 1..<name.upperBound - 1) else { return name }
        note(name.lowerBound..<open)
        return open + 1..<name.upperBound - 1
    }

    /// `责任单位：县住建局负责人`, `牵头：县住建局局长 张三`: a person is no unit, but the body whose he is.
    mutating func withoutPost(_ name: Range<Int>) -> Range<Int> {
        guard key?.givesUnits ?? false else { return name }
        for end in [name.upperBound] + personStarts(name) {
            guard let length = vocabulary.lists.personPosts.match(passage, before: end, from: name.lowerBound + 3)?.length, isOrgan(name.lowerBound..<end - length) else { continue }
            note(end - length..<name.upperBound)
            return name.lowerBound..<end - length
        }
        return name
    }

    /// Where behind a post the name of its holder may begin: 县住建局局长|张三, 县住建局局长| 张三.
    private func personStarts(_ name: Range<Int>) -> [Int] {
        [2, 3].compactMap { length in
            let start = name.upperBound - length
            guard start > name.lowerBound + 4, vocabulary.lists.surnames.contains(passage.scalars[start]) else { return nil }
            return passage.scalars[start - 1] <= 0x20 || passage.scalars[start - 1] == 0x3000 ? start - 1 : start
        }
    }
}
