import FanganGraph

/// The difference of two texts as a person marks it: whole words and numbers, no scattered single characters.
enum WordDiff {
    /// A piece of a text that is kept or changed as a whole: a number with its sign, a Latin word, one other character.
    struct Token {
        var text: Substring.UnicodeScalarView
        /// Without width; blanks and marks that differ in width alone are equal.
        var key: [UInt32]
        /// Scalars of the text.
        var range: Range<Int>
    }

    struct Piece {
        var kind: Edit.Kind
        var old: Range<Int>
        var new: Range<Int>
    }

    /// Pieces in order; `old` and `new` are ranges of scalars of the two texts.
    static func pieces(_ old: String, _ new: String) -> [Piece] {
        let a = tokens(old), b = tokens(new)
        var runs = Myers.runs(a.map(\.key), b.map(\.key))
        runs = readable(runs, a)
        for place in runs.indices.dropFirst().dropLast() { slide(&runs, place, a, b) }
        return runs.flatMap { run -> [Piece] in
            let old = range(a, run.old), new = range(b, run.new)
            if run.isEqual { return old.isEmpty ? [] : [Piece(kind: .equal, old: old, new: new)] }
            var pieces: [Piece] = []
            if !old.isEmpty { pieces.append(Piece(kind: .delete, old: old, new: new.lowerBound..<new.lowerBound)) }
            if !new.isEmpty { pieces.append(Piece(kind: .insert, old: old.upperBound..<old.upperBound, new: new)) }
            return pieces
        }
    }

    private static func range(_ tokens: [Token], _ places: Range<Int>) -> Range<Int> {
        let end = tokens.last?.range.upperBound ?? 0
        let low = places.lowerBound < tokens.count ? tokens[places.lowerBound].range.lowerBound : end
        let high = places.isEmpty ? low : tokens[places.upperBound - 1].range.upperBound
        return low..<high
    }

    static func tokens(_ text: String) -> [Token] {
        let scalars = Array(text.unicodeScalars)
        var tokens: [Token] = []
        var i = 0
        while i < scalars.count {
            var end = i + 1
            if isWord(scalars[i]) { while end < scalars.count, isWord(scalars[end]) || isInner(scalars, end) { end += 1 } }
            var view = Substring.UnicodeScalarView()
            view.append(contentsOf: scalars[i..<end])
            tokens.append(Token(text: view, key: scalars[i..<end].map { Normalised.fold($0.value) }, range: i..<end))
            i = end
        }
        return tokens
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        let value = Normalised.fold(scalar.value)
        return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) || value == 0x25
    }

    /// The point of 1.5.
    private static func isInner(_ scalars: [Unicode.Scalar], _ i: Int) -> Bool {
        scalars[i] == "." && i + 1 < scalars.count && isWord(scalars[i + 1])
    }

    /// Short stretches that stayed between two changes are counted as changed: `市[住建][局]` is easier to read in one.
    private static func readable(_ runs: [Myers.Run], _ a: [Token]) -> [Myers.Run] {
        var result: [Myers.Run] = []
        for (place, run) in runs.enumerated() {
            let isInside = run.isEqual && place > 0 && place + 1 < runs.count
            let around = isInside ? size(runs[place - 1]) + size(runs[place + 1]) : 0
            let isTooShort = isInside && run.old.count <= 2 && around >= 2 * run.old.count && !a[run.old].contains { isEndMark($0) }
            if var last = result.last, !last.isEqual, !run.isEqual || isTooShort {
                last.old = last.old.lowerBound..<run.old.upperBound
                last.new = last.new.lowerBound..<run.new.upperBound
                result[result.count - 1] = last
            } else {
                result.append(run)
            }
        }
        return result
    }

    /// `手续{。涉及…处理}。` is `手续。{涉及…处理。}`: where a stretch that came in or went may stand as well a little later,
    /// it ends with a mark.
    private static func slide(_ runs: inout [Myers.Run], _ place: Int, _ a: [Token], _ b: [Token]) {
        let run = runs[place], next = runs[place + 1], previous = runs[place - 1]
        guard !run.isEqual, run.old.isEmpty != run.new.isEmpty, next.isEqual, previous.isEqual else { return }
        let (tokens, changed) = run.old.isEmpty ? (b, run.new) : (a, run.old)
        var steps = 0, best = 0
        // What stays at the very end may be used up: `手续{。涉及…处理}。`
        let most = place + 2 == runs.count ? next.old.count : next.old.count - 1
        while steps < min(changed.count, most), tokens[changed.lowerBound + steps].key == a[next.old.lowerBound + steps].key {
            steps += 1
            if isMark(tokens[changed.lowerBound + steps - 1]) { best = steps }
        }
        guard best > 0, !isMark(tokens[changed.upperBound - 1]) else { return }
        runs[place - 1].old = previous.old.lowerBound..<previous.old.upperBound + best
        runs[place - 1].new = previous.new.lowerBound..<previous.new.upperBound + best
        runs[place].old = run.old.lowerBound + best..<run.old.upperBound + best
        runs[place].new = run.new.lowerBound + best..<run.new.upperBound + best
        runs[place + 1].old = next.old.lowerBound + best..<next.old.upperBound
        runs[place + 1].new = next.new.lowerBound + best..<next.new.upperBound
    }

    private static func isMark(_ token: Token) -> Bool { token.key.count == 1 && Normalised.isPunctuation(token.key[0]) }
    private static func size(_ run: Myers.Run) -> Int { run.old.count + run.new.count }
    private static func isEndMark(_ token: Token) -> Bool { token.key == [0x3002] || token.key == [0x3B] }
}

/// The shortest edit script of two sequences (Myers 1986).
enum Myers {
    struct Run {
        var isEqual: Bool
        var old: Range<Int>
        var new: Range<Int>
    }

    /// More edits than this are shown as one change of the whole stretch: nobody reads them one by one.
    private static let mostEdits = 1_200

    static func runs<T: Equatable>(_ a: [T], _ b: [T]) -> [Run] {
        var head = 0
        while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
        var tail = 0
        while tail < a.count - head, tail < b.count - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
        var runs: [Run] = []
        append(true, 0..<head, 0..<head, to: &runs)
        middle(a, head..<a.count - tail, b, head..<b.count - tail, &runs)
        append(true, a.count - tail..<a.count, b.count - tail..<b.count, to: &runs)
        return runs
    }

    private static func append(_ isEqual: Bool, _ old: Range<Int>, _ new: Range<Int>, to runs: inout [Run]) {
        guard !old.isEmpty || !new.isEmpty else { return }
        if let last = runs.last, last.isEqual == isEqual {
            runs[runs.count - 1].old = last.old.lowerBound..<old.upperBound
            runs[runs.count - 1].new = last.new.lowerBound..<new.upperBound
        } else {
            runs.append(Run(isEqual: isEqual, old: old, new: new))
        }
    }

    private static func middle<T: Equatable>(_ a: [T], _ old: Range<Int>, _ b: [T], _ new: Range<Int>, _ runs: inout [Run]) {
        guard !old.isEmpty, !new.isEmpty, let steps = steps(a, old, b, new) else { return append(false, old, new, to: &runs) }
        var i = old.lowerBound, j = new.lowerBound
        for (x, y) in steps {
            append(false, i..<x, j..<j, to: &runs)
            append(false, x..<x, j..<y, to: &runs)
            append(true, x..<x + 1, y..<y + 1, to: &runs)
            i = x + 1
            j = y + 1
        }
        append(false, i..<old.upperBound, j..<j, to: &runs)
        append(false, old.upperBound..<old.upperBound, j..<new.upperBound, to: &runs)
    }

    /// The places that stay, in order; nil where there are too many edits.
    private static func steps<T: Equatable>(_ a: [T], _ old: Range<Int>, _ b: [T], _ new: Range<Int>) -> [(Int, Int)]? {
        let n = old.count, m = new.count
        // trace[d][(k + d) / 2] is how far `d` edits lead on diagonal k (places of `a` minus places of `b`).
        var trace: [[Int]] = []
        for d in 0...min(n + m, mostEdits) {
            var reached = [Int](repeating: 0, count: d + 1)
            for k in stride(from: -d, through: d, by: 2) {
                var x = d == 0 ? 0 : start(of: k, d, trace[d - 1]).x
                while x < n, x - k < m, a[old.lowerBound + x] == b[new.lowerBound + x - k] { x += 1 }
                reached[(k + d) / 2] = x
                if x >= n, x - k >= m { return back(trace, n, m, d).map { ($0.0 + old.lowerBound, $0.1 + new.lowerBound) } }
            }
            trace.append(reached)
        }
        return nil
    }

    /// Where the diagonal k is entered with the d-th edit, and from which diagonal.
    private static func start(of k: Int, _ d: Int, _ before: [Int]) -> (x: Int, from: Int) {
        let left = k > -d ? before[(k - 1 + d - 1) / 2] : -1
        let right = k < d ? before[(k + 1 + d - 1) / 2] : -1
        return k == -d || k != d && left < right ? (right, k + 1) : (left + 1, k - 1)
    }

    private static func back(_ trace: [[Int]], _ n: Int, _ m: Int, _ last: Int) -> [(Int, Int)] {
        var x = n, k = n - m, kept: [(Int, Int)] = []
        for d in (0...last).reversed() {
            let entry = d == 0 ? (x: 0, from: 0) : start(of: k, d, trace[d - 1])
            while x > entry.x {
                x -= 1
                kept.append((x, x - k))
            }
            guard d > 0 else { break }
            x = trace[d - 1][(entry.from + d - 1) / 2]
            k = entry.from
        }
        return kept.reversed()
    }
}
