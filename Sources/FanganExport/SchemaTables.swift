/// A tree of ``SchemaRule``s laid out flat, so that a walk over a JSON text follows numbers and counts no references.
struct SchemaTables: Sendable {
    /// One ``SchemaRule``. Ranges are of ``keys`` or ``steps``; a number below zero stands for nothing.
    struct Rule: Sendable {
        var kinds: SchemaRule.Kinds
        var allowsOtherProperties: Bool
        var hasPattern: Bool
        var hasChoice: Bool
        var required: UInt64
        var properties = 0..<0
        var values = 0..<0
        /// The values of the deciding key, each with its branch.
        var branches = 0..<0
        /// The deciding key of a choice.
        var choiceKey = -1
        var items = -1
        var steps = 0..<0
        var minimumItems: Int
        var maximumItems: Int
        var minimum: Double
        var minimumLength: Int
        /// Whether a string must be more than one: of some values, of a length, of a pattern.
        var limitsStrings: Bool
        /// Whether 0, 1, 2 … are allowed.
        var allowsNaturals: Bool
        /// Whether a list of any two of them is.
        var isPair = false
    }

    /// A string as it stands between the quotes, and the rule that goes with it.
    struct Key: Sendable {
        var start: Int
        var count: Int
        var rule: Int
        /// Its first eight bytes, and which bits of eight they are: compared at one go.
        var head: UInt64
        var mask: UInt64
        /// `"key": `, as the writers of this library put it in front of a value.
        var written: WrittenKey
    }

    /// A short run of bytes, compared at two goes.
    struct WrittenKey: Sendable {
        private var words: (UInt64, UInt64) = (0, 0)
        private var masks: (UInt64, UInt64) = (0, 0)
        let count: Int

        /// How many bytes are compared; a longer run is found nowhere.
        static let room = 16

        init(_ key: ArraySlice<UInt8>) {
            let bytes = [0x22] + Array(key) + Array("\": ".utf8)
            count = bytes.count
            guard bytes.count <= Self.room else {
                words.0 = 1
                return
            }
            for (place, byte) in bytes.enumerated() {
                let shift = UInt64(place % 8 * 8)
                if place < 8 { (words.0, masks.0) = (words.0 | UInt64(byte) << shift, masks.0 | 0xFF << shift) }
                else { (words.1, masks.1) = (words.1 | UInt64(byte) << shift, masks.1 | 0xFF << shift) }
            }
        }

        /// Whether it stands at a place of a text that has ``room`` bytes there.
        @inline(__always)
        func stands(_ text: UnsafeRawBufferPointer, _ at: Int) -> Bool {
            let first = text.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
            let second = text.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self).littleEndian
            return first & masks.0 == words.0 && second & masks.1 == words.1
        }
    }

    private(set) var rules: [Rule] = []
    private(set) var keys: [Key] = []
    private(set) var steps: [SchemaPattern.Step] = []
    private(set) var pool: [UInt8] = []
    /// By number of the rule, for messages.
    private(set) var patterns: [String] = []
    /// The rule of the whole text.
    private(set) var root = 0
    /// The rule that allows anything.
    private(set) var anything = 0

    init(_ rule: SchemaRule) {
        anything = add(SchemaRule(
            kinds: .any, properties: [], required: 0, allowsOtherProperties: true, items: nil, minimumItems: 0, maximumItems: .max,
            minimum: -.infinity, minimumLength: 0, pattern: nil, values: [], choice: nil))
        root = add(rule)
    }

    private mutating func add(_ rule: SchemaRule) -> Int {
        var flat = Rule(
            kinds: rule.kinds, allowsOtherProperties: rule.allowsOtherProperties, hasPattern: rule.pattern != nil, hasChoice: rule.choice != nil,
            required: rule.required, minimumItems: rule.minimumItems, maximumItems: rule.maximumItems, minimum: rule.minimum, minimumLength: rule.minimumLength,
            limitsStrings: !rule.values.isEmpty || rule.minimumLength > 0 || rule.pattern != nil,
            allowsNaturals: rule.kinds.contains(.integer) && rule.minimum <= 0)
        let properties = rule.properties.map { key($0.key, add($0.rule)) }
        flat.properties = place(properties)
        flat.values = place(rule.values.map { key($0, -1) })
        if let items = rule.items {
            flat.items = add(items)
            flat.isPair = rules[flat.items].allowsNaturals && rule.kinds.contains(.array) && rule.minimumItems <= 2 && rule.maximumItems >= 2
        }
        if let choice = rule.choice {
            var branches: [Key] = []
            for branch in choice.branches {
                let number = add(branch.rule)
                for value in branch.values { branches.append(key(value, number)) }
            }
            flat.branches = place(branches)
            flat.choiceKey = place([key(choice.key, -1)]).lowerBound
        }
        if let pattern = rule.pattern {
            flat.steps = steps.count..<steps.count + pattern.steps.count
            steps += pattern.steps
        }
        rules.append(flat)
        patterns.append(rule.pattern?.source ?? "")
        return rules.count - 1
    }

    private mutating func key(_ bytes: [UInt8], _ rule: Int) -> Key {
        pool += bytes
        var head: UInt64 = 0, mask: UInt64 = 0
        for byte in bytes.prefix(8).reversed() { (head, mask) = (head << 8 | UInt64(byte), mask << 8 | 0xFF) }
        return Key(start: pool.count - bytes.count, count: bytes.count, rule: rule, head: head, mask: mask, written: WrittenKey(bytes[...]))
    }

    private mutating func place(_ new: [Key]) -> Range<Int> {
        keys += new
        return keys.count - new.count..<keys.count
    }

    /// The tables as memory that is valid while `body` runs.
    func withView<R>(_ body: (View) -> R) -> R {
        rules.withUnsafeBufferPointer { rules in
            keys.withUnsafeBufferPointer { keys in
                steps.withUnsafeBufferPointer { steps in
                    pool.withUnsafeBufferPointer { pool in body(View(rules: rules, keys: keys, steps: steps, pool: pool)) }
                }
            }
        }
    }

    struct View {
        let rules: UnsafeBufferPointer<Rule>
        let keys: UnsafeBufferPointer<Key>
        let steps: UnsafeBufferPointer<SchemaPattern.Step>
        let pool: UnsafeBufferPointer<UInt8>

        /// Whether a stretch of a text is a key.
        @inline(__always)
        func isKey(_ key: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
            let wanted = keys.baseAddress.unsafelyUnwrapped + key
            guard wanted.pointee.count == range.count else { return false }
            var i = 0
            if range.lowerBound &+ 8 <= text.count {
                let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self).littleEndian
                guard word & wanted.pointee.mask == wanted.pointee.head else { return false }
                i = 8
            }
            while i < wanted.pointee.count {
                if pool[wanted.pointee.start &+ i] != text[range.lowerBound &+ i] { return false }
                i &+= 1
            }
            return true
        }

        /// The first of some keys that a stretch of a text is.
        func first(of range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>) -> Int? {
            var key = range.lowerBound
            while key < range.upperBound {
                if isKey(key, text, stretch) { return key }
                key += 1
            }
            return nil
        }

        func string(_ key: Int) -> String { String(decoding: pool[keys[key].start..<keys[key].start + keys[key].count], as: UTF8.self) }
    }
}
