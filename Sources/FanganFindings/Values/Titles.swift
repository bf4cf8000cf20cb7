import FanganText

extension CompactText {
    /// Index after the 》 that closes the 《 at an index; inner 《》 and 〈〉 count. Nil if it is not closed
    /// within 200 characters: then the mark is damaged and hides nothing.
    func titleEnd(at open: Int) -> Int? {
        guard self[open] == 0x300A else { return nil }
        var depth = 0
        var i = open
        let limit = min(count, open + 200)
        while i < limit {
            if self[i] == 0x300A { depth += 1 }
            if self[i] == 0x300B {
                depth -= 1
                if depth == 0 { return i + 1 }
            }
            if self[i] == 0x3002 { return nil }
            i += 1
        }
        return nil
    }

    /// Index after the quotation mark that closes the one at an index, for short quotes (slogans, names):
    /// “…”, “…" where the closing mark was typed in ASCII, 「…」. Nil if it does not close within 40 characters.
    func quoteEnd(at open: Int) -> Int? {
        let mark = self[open]
        guard mark == 0x201C || mark == 0x300C || mark == 0x22 else { return nil }
        var i = open + 1
        let limit = min(count, open + 40)
        while i < limit {
            let scalar = self[i]
            if scalar == 0x201D || scalar == 0x22 || scalar == 0x300D { return i + 1 }
            // “蒙速办" “鹿城…: a second opening mark means that the first was never closed.
            if scalar == 0x201C || scalar == 0x3002 { return nil }
            i += 1
        }
        return nil
    }
}
