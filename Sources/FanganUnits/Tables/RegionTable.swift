/// The divisions down to the counties and, below them, the townships.
final class RegionTable: Sendable {
    let divisions: DivisionTable
    let townships: DivisionTable

    init(regions: EmbeddedTable, townships: EmbeddedTable) throws {
        divisions = try DivisionTable(regions, magic: 0x4745_5246, recordSize: 16)
        self.townships = try DivisionTable(townships, magic: 0x4E57_5446, recordSize: 8)
    }

    func code(_ index: Int) -> Int { Int(divisions.table.word(divisions.offset(index, 0))) }
    func name(_ index: Int) -> String { divisions.text(at: divisions.offset(index, 4)) }
    func stem(_ index: Int) -> String { divisions.text(at: divisions.offset(index, 8)) }
    /// Whether a region's full name is this.
    func isNamed(_ index: Int, _ printed: ArraySlice<UInt8>) -> Bool {
        divisions.bytes(at: divisions.offset(index, 4)).elementsEqual(printed)
    }

    /// Whether a printed form ends in the word of the region's kind (平凉市, 石柱县), so that it cannot be a part of another word.
    func isSuffixed(_ index: Int, _ printed: ArraySlice<UInt8>) -> Bool {
        divisions.bytes(at: divisions.offset(index, 4)).suffix(3).elementsEqual(printed.suffix(3))
    }

    /// Whether a region's full name ends with a character.
    func nameEnds(_ index: Int, _ word: StaticString) -> Bool {
        divisions.bytes(at: divisions.offset(index, 4)).suffix(word.utf8CodeUnitCount).elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    func parent(_ index: Int) -> Int? {
        let parent = divisions.table.half(divisions.offset(index, 12))
        return parent == 0xFFFF ? nil : parent
    }
    func level(_ index: Int) -> AdministrativeLevel {
        switch divisions.table.bytes[divisions.offset(index, 14)] {
        case 1: .province
        case 2: .prefecture
        default: .county
        }
    }

    /// Binary search: records are in the order of their codes.
    func index(code: Int) -> Int? {
        var low = 0, high = divisions.count
        while low < high {
            let middle = (low + high) / 2
            if self.code(middle) < code { low = middle + 1 } else { high = middle }
        }
        return low < divisions.count && self.code(low) == code ? low : nil
    }

    func index(code: String) -> Int? { Int(code).flatMap { index(code: $0) } }

    /// The outermost region that one belongs to, or is.
    func province(_ index: Int) -> Int {
        var at = index
        while let parent = parent(at) { at = parent }
        return at
    }

    /// The region itself and all it belongs to, from the inside out.
    func lineage(_ index: Int) -> [Int] {
        var line = [index], at = index
        while let parent = parent(at) {
            line.append(parent)
            at = parent
        }
        return line
    }

    /// The prefecture that a region is or lies in; the province where there is none between (municipalities, 仙桃市).
    func city(_ index: Int) -> Int {
        let line = lineage(index)
        return line.first { level($0) == .prefecture } ?? line[line.count - 1]
    }

    /// The divisions directly below one, in the order of their codes. Development zones that the statistics list like
    /// counties (codes ending in 71 to 79: 430371 湘潭高新技术产业园区) have no government of their own and are none.
    func children(_ index: Int) -> [Int] {
        let isProvince = level(index) == .province
        var children: [Int] = []
        var at = index + 1
        // Codes of what lies in it begin alike: the run ends with them.
        let span = isProvince ? 10_000 : 100
        let code = code(index)
        while at < divisions.count, self.code(at) < code - code % span + span {
            if parent(at) == index, !isZone(at) { children.append(at) }
            at += 1
        }
        return children
    }

    /// Whether a division is a development zone that the statistics list like a county: 370871 济宁高新技术产业开发区.
    func isZone(_ index: Int) -> Bool { (71...79).contains(code(index) % 100) }

    /// The listed development zones of a prefecture, in the order of their codes.
    func zones(of index: Int) -> [Int] {
        let first = code(index) / 100 * 100 + 71
        guard level(index) == .prefecture else { return [] }
        return (first..<first + 9).compactMap { self.index(code: $0) }
    }

    /// Townships of a county, in the order of their codes.
    func townships(ofCounty index: Int) -> [Int] {
        var low = 0, high = townships.count
        while low < high {
            let middle = (low + high) / 2
            if county(ofTownship: middle) < index { low = middle + 1 } else { high = middle }
        }
        var found: [Int] = []
        while low < townships.count, county(ofTownship: low) == index {
            found.append(low)
            low += 1
        }
        return found
    }

    /// Whether one is the other or part of it, either way.
    func related(_ a: Int, _ b: Int) -> Bool { isInside(a, b) || isInside(b, a) }

    /// Whether a region is another or belongs to it, directly or not.
    func isInside(_ index: Int, _ outer: Int) -> Bool {
        var at = index
        while at != outer {
            guard let parent = parent(at) else { return false }
            at = parent
        }
        return true
    }

    func region(_ index: Int) -> Region {
        let name = name(index)
        let line = lineage(index)
        return Region(
            code: String(code(index)), name: name,
            fullName: line.reversed().map { self.name($0) }.joined(),
            officialPrefix: officialPrefix(index, name), stem: stem(index),
            level: level(index), parent: parent(index).map { String(code($0)) })
    }

    /// As it stands in front of its organs' names, alone: ``region(_:)`` makes all names.
    func officialPrefix(_ index: Int) -> String { officialPrefix(index, name(index)) }

    /// 攀枝花市仁和区; but counties, banners and county-level cities stand alone, as on their own seals: 绩溪县, 达尔罕茂明安联合旗.
    private func officialPrefix(_ index: Int, _ name: String) -> String {
        guard level(index) == .county, name.endsWithBytes(of: "区"), let parent = parent(index) else { return name }
        // 济宁高新技术产业开发区 names its city itself.
        if isZone(index), name.contains(stem(parent)) { return name }
        return self.name(parent) + name
    }

    /// Region index of the county a township belongs to.
    func county(ofTownship index: Int) -> Int { townships.table.half(townships.offset(index, 4)) }
    func townshipName(_ index: Int) -> String { townships.text(at: townships.offset(index, 0)) }

    /// Whether the region is the capital of its province: codes of capitals end in 0100.
    func isCapital(_ index: Int) -> Bool { code(index) % 10000 == 100 }
}
