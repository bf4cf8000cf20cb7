import CXML

/// What hears of a document's elements and text, in order. A call returns false to stop the reading.
protocol MarkupListener: AnyObject {
    associatedtype Name: MarkupName
    func start(_ name: Name, _ attributes: MarkupAttributes<Name>, at: Int) -> Bool
    func end(_ name: Name, at: Int) -> Bool
    /// - Parameter isLiteral: whether the text stands so at `at`, not in another spelling such as `&amp;`.
    func text(_ text: UnsafeBufferPointer<UInt8>, at: Int, isLiteral: Bool) -> Bool
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
    static func readHTML<L: MarkupListener>(_ bytes: [UInt8], _ listener: L) -> MarkupOutcome {
        read(bytes, listener) { source, names, handler, result in
            cxml_read_html(source.baseAddress, Int64(source.count), names, handler, deepest, result)
        }
    }

    /// - Parameter namespaces: `prefix=address`, a space between two.
    static func readXML<L: MarkupListener>(_ bytes: [UInt8], namespaces: String, _ listener: L) -> MarkupOutcome {
        if let wide = WideTags.excess(in: bytes).first {
            return MarkupOutcome(ending: .damaged, at: wide.lowerBound, message: "an element has more attributes than any should")
        }
        return read(bytes, listener) { source, names, handler, result in
            cxml_read_xml(source.baseAddress, Int64(source.count), names, namespaces, handler, deepest, result)
        }
    }

    private typealias Reading = (
        UnsafeBufferPointer<UInt8>, UnsafePointer<CChar>, UnsafePointer<cxml_handler>, UnsafeMutablePointer<cxml_result>
    ) -> Void

    private static func read<L: MarkupListener>(_ bytes: [UInt8], _ listener: L, _ reading: Reading) -> MarkupOutcome {
        guard isPrepared, !bytes.isEmpty else { return MarkupOutcome() }
        let ear = Ear(listener)
        var handler = cxml_handler()
        var result = cxml_result()
        handler.user = Unmanaged<AnyEar>.passUnretained(ear).toOpaque()
        handler.start = { user, name, attributes, count, at in
            AnyEar.of(user).start(name, UnsafeBufferPointer(start: attributes, count: Int(count)), Int(at)) ? 0 : 1
        }
        handler.end = { user, name, at in AnyEar.of(user).end(name, Int(at)) ? 0 : 1 }
        handler.text = { user, text, count, at, isLiteral in
            AnyEar.of(user).text(UnsafeBufferPointer(start: text, count: Int(count)), Int(at), isLiteral != 0) ? 0 : 1
        }
        withExtendedLifetime(ear) {
            bytes.withUnsafeBufferPointer { source in
                ear.names.list.withCString { names in reading(source, names, &handler, &result) }
            }
        }
        return MarkupOutcome(ending: ending(result.outcome), at: Int(result.at), message: message(result))
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

/// Carries the parser's calls to a listener; C knows one class only.
private class AnyEar {
    static func of(_ user: UnsafeMutableRawPointer?) -> AnyEar {
        Unmanaged<AnyEar>.fromOpaque(user.unsafelyUnwrapped).takeUnretainedValue()
    }
    func start(_ name: Int32, _ attributes: UnsafeBufferPointer<cxml_attribute>, _ at: Int) -> Bool { true }
    func end(_ name: Int32, _ at: Int) -> Bool { true }
    func text(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ isLiteral: Bool) -> Bool { true }
}

private final class Ear<L: MarkupListener>: AnyEar {
    let names = MarkupNames<L.Name>()
    private let listener: L

    init(_ listener: L) { self.listener = listener }

    override func start(_ name: Int32, _ attributes: UnsafeBufferPointer<cxml_attribute>, _ at: Int) -> Bool {
        listener.start(names[name], MarkupAttributes(names: names, items: attributes), at: at)
    }
    override func end(_ name: Int32, _ at: Int) -> Bool { listener.end(names[name], at: at) }
    override func text(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ isLiteral: Bool) -> Bool {
        listener.text(text, at: at, isLiteral: isLiteral)
    }
}
