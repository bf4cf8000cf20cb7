import CXML

/// What hears of a document's elements and text, in order. A call returns false to stop the reading.
protocol MarkupListener {
    associatedtype Name: MarkupName
    mutating func start(_ name: Name, _ attributes: MarkupAttributes<Name>, at: Int) -> Bool
    mutating func end(_ name: Name, at: Int) -> Bool
    /// - Parameter isLiteral: whether the text stands so at `at`, not in another spelling such as `&amp;`.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool
}

/// How a reading ended.
struct MarkupOutcome: Sendable, Hashable {
    enum Ending: Sendable, Hashable {
        case done, stopped, tooDeep, doctype, damaged, noMemory
    }

    var ending = Ending.done
    /// The offset up to which the listener was told.
    var at = 0
    /// The parser's own word for what ended it; ASCII.
    var message = ""
}

/// The parsers of libxml2: nothing is fetched, no entity of a document is expanded.
enum MarkupParser {
    /// Deeper nesting ends the reading; browsers stop at 512.
    static let deepest: Int32 = 1024

    private static let isPrepared: Bool = {
        cxml_prepare()
        return true
    }()

    /// - Parameter bytes: valid UTF-8 without NUL.
    static func readHTML<L: MarkupListener>(_ bytes: [UInt8], _ listener: inout L) -> MarkupOutcome {
        read(bytes, &listener) { source, names, handler, result in
            cxml_read_html(source.baseAddress, Int64(source.count), names, handler, deepest, result)
        }
    }

    /// - Parameter namespaces: `prefix=address`, a space between two.
    static func readXML<L: MarkupListener & AnyObject>(_ bytes: [UInt8], namespaces: String, _ listener: L) -> MarkupOutcome {
        var listener = listener
        return readXML(bytes, namespaces: namespaces, &listener)
    }

    /// - Parameter namespaces: `prefix=address`, a space between two.
    static func readXML<L: MarkupListener>(_ bytes: [UInt8], namespaces: String, _ listener: inout L) -> MarkupOutcome {
        if let wide = WideTags.first(inXML: bytes) {
            return MarkupOutcome(ending: .damaged, at: wide, message: "an element has more attributes than any should")
        }
        return read(bytes, &listener) { source, names, handler, result in
            cxml_read_xml(source.baseAddress, Int64(source.count), names, namespaces, handler, deepest, result)
        }
    }

    private typealias Reading = (
        UnsafeBufferPointer<UInt8>, UnsafePointer<CChar>, UnsafePointer<cxml_handler>, UnsafeMutablePointer<cxml_result>
    ) -> Void

    private static func read<L: MarkupListener>(_ bytes: [UInt8], _ listener: inout L, _ reading: Reading) -> MarkupOutcome {
        guard isPrepared, !bytes.isEmpty else { return MarkupOutcome() }
        let all = Array(L.Name.allCases), list = all.map(\.rawValue).joined(separator: " ")
        var result = cxml_result()
        all.withUnsafeBufferPointer { all in
            withUnsafeMutablePointer(to: &listener) { listener in
                let names = MarkupNames(all: all)
                let ear = Ear(
                    start: { listener.pointee.start(names[$0], MarkupAttributes(names: names, items: $1), at: $2) },
                    end: { listener.pointee.end(names[$0], at: $1) },
                    text: { listener.pointee.text($0, at: $1, isLiteral: $2) })
                tell(bytes, list, ear, reading, &result)
            }
        }
        return MarkupOutcome(ending: ending(result.outcome), at: Int(result.at), message: message(result))
    }

    private static func tell(_ bytes: [UInt8], _ names: String, _ ear: Ear, _ reading: Reading, _ result: inout cxml_result) {
        var handler = cxml_handler()
        handler.user = Unmanaged<Ear>.passUnretained(ear).toOpaque()
        handler.start = { user, name, attributes, count, at in
            Ear.with(user) { $0.start(name, UnsafeBufferPointer(start: attributes, count: Int(count)), Int(at)) } ? 0 : 1
        }
        handler.end = { user, name, at in Ear.with(user) { $0.end(name, Int(at)) } ? 0 : 1 }
        handler.text = { user, text, count, at, isLiteral in
            Ear.with(user) { $0.text(UnsafeBufferPointer(start: text, count: Int(count)), Int(at), isLiteral != 0) } ? 0 : 1
        }
        withExtendedLifetime(ear) {
            bytes.withUnsafeBufferPointer { source in
                names.withCString { reading(source, $0, &handler, &result) }
            }
        }
    }

    private static func ending(_ outcome: Int32) -> MarkupOutcome.Ending {
        switch Int(outcome) {
        case CXML_DONE: .done
        case CXML_STOPPED: .stopped
        case CXML_TOO_DEEP: .tooDeep
        case CXML_DOCTYPE: .doctype
        case CXML_DAMAGED: .damaged
        default: .noMemory
        }
    }

    private static func message(_ result: cxml_result) -> String {
        withUnsafeBytes(of: result.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

/// Carries the parser's calls to a listener. C knows one class only, and of a generic one the calls would look up its
/// types each time.
private final class Ear {
    let start: (Int32, UnsafeBufferPointer<cxml_attribute>, Int) -> Bool
    let end: (Int32, Int) -> Bool
    let text: (UnsafeBufferPointer<UInt8>, Int, Bool) -> Bool

    init(
        start: @escaping (Int32, UnsafeBufferPointer<cxml_attribute>, Int) -> Bool, end: @escaping (Int32, Int) -> Bool,
        text: @escaping (UnsafeBufferPointer<UInt8>, Int, Bool) -> Bool
    ) {
        self.start = start
        self.end = end
        self.text = text
    }

    /// Without counting a reference for each call: whoever reads holds the ear.
    @inline(__always)
    static func with(_ user: UnsafeMutableRawPointer?, _ call: (Ear) -> Bool) -> Bool {
        guard let user else { return false }
        return Unmanaged<Ear>.fromOpaque(user)._withUnsafeGuaranteedRef(call)
    }
}
