import FanganFindings
import FanganText

/// The names under which the items of a document have their units, each once, and which of them stands where: what is asked of a name
/// is asked once for all its places.
struct Mentions {
    /// In the order of the text.
    private(set) var names = StringTable(reserving: 64)
    /// By place, item by item, the number of the name.
    private var numbers: [Int] = []
    /// By item where its places begin, and where the last one's end.
    private var starts: [Int] = []

    init(_ findings: Findings) {
        starts.reserveCapacity(findings.items.count + 1)
        for i in findings.items.indices {
            starts.append(numbers.count)
            for k in findings.items[i].responsible.indices { numbers.append(names.enter(findings.items[i].responsible[k].mention).number) }
        }
        starts.append(numbers.count)
    }

    /// The numbers of the names of an item, in their order.
    func numbers(ofItem item: Int) -> ArraySlice<Int> { numbers[starts[item]..<starts[item + 1]] }

    /// The names of the items; items one behind the other that have the same ones have them once.
    var lists: [[String]] {
        var last: ArraySlice<Int> = []
        return starts.indices.dropLast().compactMap { item in
            let numbers = numbers(ofItem: item)
            if numbers == last { return nil }
            last = numbers
            return numbers.map { names.strings[$0] }
        }
    }
}
