import FanganText
import FanganUnits

/// Full names of offices that a document prints behind its own region's name: 瑞昌市|进一步优化营商环境办公室. Its short forms (营商办) mean them.
struct OfficeNames {
    let bytes: [UInt8]
    /// Those of the bytes.
    let characters: Passage

    private static let seat = Array("办公室".utf8)
    /// The longest way back from 办公室 to the region's name.
    private static let reach = 150
    /// A name between the region and 办公室 has two characters at least.
    private static let least = 15

    /// What stands behind the region's name, each once, in the order of the text.
    func names(in region: Region) -> [String] {
        let place = Array(region.name.utf8)
        var found = StringTable(reserving: 8)
        var last = 0
        for (at, _) in ByteSearch.places(ofAny: [Self.seat], in: bytes, characters) {
            let end = at + Self.seat.count
            if let start = start(place, at, from: max(last, at - Self.reach)), end - start >= Self.least { _ = found.enter(String(decoding: bytes[start..<end], as: UTF8.self)) }
            last = end
        }
        return found.strings
    }

    /// Behind the region's name, where nothing but characters of a name stands between it and the office's last word; or behind its level
    /// alone (市推进职能转变和“放管服”改革协调小组办公室), where the name of the office of a body begins with it.
    private func start(_ place: [UInt8], _ end: Int, from floor: Int) -> Int? {
        var at = end
        while at > floor, Self.isInName(bytes, at) {
            at -= 1
            if ByteSearch.begins(bytes, at, place), at + place.count <= end { return at + place.count }
        }
        if ByteSearch.begins(bytes, at, Self.agent) { at += Self.agent.count }
        let level = Array(place.suffix(3))
        guard at + level.count < end, ByteSearch.begins(bytes, at, level), Self.bodies.contains(where: { ByteSearch.begins(bytes, end - $0.count, $0) }) else { return nil }
        return at + level.count
    }

    /// 由市…办公室
    private static let agent = Array("由".utf8)
    private static let bodies = ["领导小组", "协调小组", "工作小组", "工作专班", "委员会", "联席会议", "指挥部"].map { Array($0.utf8) }

    /// Chinese characters alone, and “” around some of them: marks begin with other bytes (E3 80, EF BC), spaces and digits are ASCII.
    private static func isInName(_ bytes: [UInt8], _ index: Int) -> Bool {
        let before = bytes[index - 1]
        if index >= 3, bytes[index - 3] == 0xE2, bytes[index - 2] == 0x80, before == 0x9C || before == 0x9D { return true }
        guard before >= 0x80 else { return false }
        guard before & 0xC0 == 0x80, index >= 3, bytes[index - 1] & 0xC0 == 0x80, bytes[index - 2] & 0xC0 == 0x80 else { return true }
        return (0xE4...0xE9).contains(bytes[index - 3]) || bytes[index - 3] & 0xC0 == 0x80
    }
}
