/// The classes of words of one vocabulary file; each case is named as its class in the file.
public protocol WordClass: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    static var table: WordClasses<Self> { get }
}

/// The words of a vocabulary file by class, in the order of the file; a word may belong to several classes.
public struct WordClasses<Class: WordClass>: Sendable {
    @usableFromInline var words: [Class: [String]] = [:]

    /// Words with the names of their classes; those of an unknown class are left out (tests see to it that there are none).
    @inlinable
    public init(_ rows: some Sequence<(word: String, name: String)>) {
        for row in rows {
            if let known = Class(rawValue: row.name) { words[known, default: []].append(row.word) }
        }
    }

    @inlinable
    public subscript(known: Class) -> [String] { words[known] ?? [] }

    /// The words of several classes, one class after the other.
    @inlinable
    public subscript(all: [Class]) -> [String] { all.flatMap { self[$0] } }

    /// The words of several classes with what each class stands for: `[.ruleForward: .forward, .ruleBackward: .backward]`.
    @inlinable
    public func pairs<Value>(_ values: KeyValuePairs<Class, Value>) -> [(String, Value)] {
        values.flatMap { known, value in self[known].map { ($0, value) } }
    }
}
