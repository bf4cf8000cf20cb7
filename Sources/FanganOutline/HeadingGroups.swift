import FanganText

/// How many of an item's siblings could have a title: among the children of its parent, else among all
/// items of the same form in the same outermost section; and where the numbers run on over sections (1. … 57.), in the whole series.
struct HeadingGroups {
    private struct Count {
        var yes = 0, all = 0
        mutating func add(_ has: Bool) { all += 1; if has { yes += 1 } }
    }

    /// One count for each key, and for each item the place of its own.
    private struct Tally {
        private var keys: [Int] = []
        private var counts: [Count] = []
        private var place: [Int] = []
        /// For each key its place and 1; 0 for a free slot. Open addressing, at most half full.
        private var slots: [Int32]
        /// The last key of each form with its place: that of the sister in front, for nearly all items.
        private var recent: [(key: Int, place: Int)?] = Array(repeating: nil, count: 64)

        init(reserving count: Int) {
            place.reserveCapacity(count)
            keys.reserveCapacity(count)
            counts.reserveCapacity(count)
            var size = 32
            while size < count * 2 { size *= 2 }
            slots = [Int32](repeating: 0, count: size)
        }

        /// Counts the next item.
        mutating func add(_ key: Int, _ has: Bool) {
            let at = self.place(of: key)
            counts[at].add(has)
            place.append(at)
        }

        private mutating func place(of key: Int) -> Int {
            let form = key & 63
            if let last = recent[form], last.key == key { return last.place }
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: (UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
            while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
            if slots[slot] == 0 {
                keys.append(key)
                counts.append(Count())
                slots[slot] = Int32(truncatingIfNeeded: keys.count)
            }
            let at = Int(slots[slot]) - 1
            recent[form] = (key, at)
            return at
        }

        subscript(item: Int) -> Count { counts[place[item]] }
    }

    private var near: Tally, wide: Tally, series: Tally

    init(_ items: [OutlineItem], _ has: [Bool]) {
        var top = [Int](repeating: 0, count: items.count)
        var running = Running()
        (near, wide, series) = (Tally(reserving: items.count), Tally(reserving: items.count), Tally(reserving: items.count))
        for i in items.indices {
            let parent = items[i].parent, row = items[i].row, division = items[i].division
            top[i] = parent.map { top[$0] } ?? i
            let form = items[i].label.form
            let place = row.map { -2 - $0 } ?? parent ?? (-1_000_000 - division)
            let outermost = row != nil ? -1 - division : parent == nil || form == .article ? -1000 - division : top[i]
            near.add(place &* 64 &+ form.rawValue, has[i])
            wide.add(outermost &* 64 &+ form.rawValue, has[i])
            series.add(running.series(of: form, items[i].label.ordinal, division: division, isInRow: row != nil, at: i), has[i])
        }
    }

    /// Half of its sisters could have a title too, or it has none.
    func isAlike(_ i: Int) -> Bool { near[i].all == 1 || near[i].yes >= 2 && near[i].yes * 2 >= near[i].all }

    func titled(_ i: Int) -> Bool {
        let n = near[i], w = wide[i], s = series[i]
        // Two siblings with short first sentences make no titles in a series that has none: 45.安排省级资金…。支持…
        if s.all > w.all, s.yes * 2 < s.all, n.all < 3 || n.yes < n.all { return false }
        // A few siblings alone do not decide against a section that has no titles.
        if n.all >= 3, n.yes * 5 >= n.all * 3, w.yes * 4 >= w.all { return true }
        if n.all == 2, n.yes == 2, w.yes * 2 >= w.all { return true }
        return w.yes * 5 >= w.all * 3 && (w.all >= 2 || n.all == 1)
    }
}

/// Which items of one form are numbered through: each number follows on the last of its form, whatever the sections.
private struct Running {
    private var division = 0
    /// For each form, in the division's rows and outside them.
    private var last: [(number: Int, series: Int)?] = []

    mutating func series(of form: LabelForm, _ ordinal: Int?, division: Int, isInRow: Bool, at i: Int) -> Int {
        // Items stand in the order of their divisions.
        if last.isEmpty || division != self.division {
            self.division = division
            last = Array(repeating: nil, count: 2 * LabelForm.allCases.count)
        }
        let key = form.rawValue * 2 + (isInRow ? 1 : 0)
        let before = last[key]
        let number = ordinal ?? (before?.number ?? 0) + 1
        var series = i
        if let before, number > before.number, number <= before.number + 3 { series = before.series }
        last[key] = (number, series)
        return series
    }
}
