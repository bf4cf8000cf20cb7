import CComparisonData

/// What words mean, as vectors: those of near meaning point the same way (审批 and 核准).
///
/// The vectors are those of `Resources/word-vectors.bin` (Scripts/build_word_vectors.py says where they are from). A word of a concept
/// lies half way between its own vector and the mean of its concept's words, so that the terms of plans, which an
/// encyclopedia does not have, mean something as well.
struct Meanings: Sendable {
    /// Words of the file with their vectors, each of length 1.
    private struct Plain: Sendable {
        let words: [[UInt32]], dimensions: Int
        private let values: [Float]
        private let index: WordIndex

        /// - Parameter file: numbers of words and of dimensions (32 bits each), the words with a blank between two, a line end, a signed byte for each number.
        init(_ file: ComparisonFile) {
            let bytes = UnsafeRawBufferPointer(start: file.start, count: file.size), dimensions = Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: Int32.self)))
            let end = bytes[8...].firstIndex(of: UInt8(ascii: "\n"))!
            words = bytes[8..<end].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self).unicodeScalars.map(\.value) }
            values = words.indices.flatMap { word in
                let first = end + 1 + word * dimensions
                return Meanings.unit(bytes[first..<(first + dimensions)].map { Float(Int8(bitPattern: $0)) })
            }
            self.dimensions = dimensions
            index = WordIndex(words)
        }

        func vector(_ place: Int) -> ArraySlice<Float> { values[(place * dimensions)..<((place + 1) * dimensions)] }

        /// Of the words that a longer one is made of; all 0 if none is known.
        func vector(cutting text: [UInt32]) -> [Float] {
            var sum = [Float](repeating: 0, count: dimensions)
            index.forEachWordOfCut(text) { Meanings.add(vector($0), to: &sum) }
            return Meanings.unit(sum)
        }
    }

    static let shared = Meanings(Plain(comparison_word_vectors()), Concepts.shared)

    /// Numbers in a vector.
    var dimensions: Int { plain.dimensions }

    private let plain: Plain
    private let concepts: Concepts
    /// Of each concept, of length 1 or all 0.
    private let centres: [[Float]]
    /// All words, those of the file first, then those that only a concept has.
    private let index: WordIndex
    /// For each word its place among those of the concepts.
    private let conceptWords: [Int?]

    private init(_ plain: Plain, _ concepts: Concepts) {
        let places = Dictionary(uniqueKeysWithValues: zip(concepts.words, concepts.words.indices)), known = Set(plain.words)
        let others = concepts.words.indices.filter { !known.contains(concepts.words[$0]) }
        index = WordIndex(plain.words + others.map { concepts.words[$0] })
        conceptWords = plain.words.map { places[$0] } + others
        centres = concepts.members.map { words in
            var sum = [Float](repeating: 0, count: plain.dimensions)
            for word in words { Self.add(plain.vector(cutting: concepts.words[word])[...], to: &sum) }
            return Self.unit(sum)
        }
        (self.plain, self.concepts) = (plain, concepts)
    }

    /// The text cut into words, the longest that fits each time; a word is known by its number.
    func forEachWord(of text: [UInt32], _ body: (Int) -> Void) { index.forEachWordOfCut(text, body) }

    /// Of length 1, or all 0 where nothing is known of the word.
    func vector(of word: Int) -> [Float] {
        guard let place = conceptWords[word] else { return Array(plain.vector(word)) }
        var centre = [Float](repeating: 0, count: dimensions)
        for concept in concepts.concepts[place] { Self.add(centres[concept][...], to: &centre) }
        var vector = Self.unit(centre)
        Self.add(word < plain.words.count ? plain.vector(word) : plain.vector(cutting: concepts.words[place])[...], to: &vector)
        return Self.unit(vector)
    }

    private static func add(_ vector: ArraySlice<Float>, to sum: inout [Float]) {
        for (place, value) in vector.enumerated() { sum[place] += value }
    }

    /// Of length 1; all 0 stays as it is.
    private static func unit(_ vector: [Float]) -> [Float] {
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? vector.map { $0 / length } : vector
    }
}
