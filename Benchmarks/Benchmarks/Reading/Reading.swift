import CLimit
import FanganReaders
import Foundation

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#endif

/// Times the reading of Word files and web pages, bytes to canonical document, beside what no reader can be faster
/// than: the same bytes unpacked and gone through by libxml2. User time, the least of several rounds.
@main struct Reading {
    static func main() throws {
        print("file\tKB\tlimit ms\tfangan ms\tratio")
        for path in CommandLine.arguments.dropFirst() {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            let isWord = bytes.starts(with: Array("PK".utf8)), reader = DocumentReader()
            // By turns, so that what else the machine does falls on both.
            var limit = Double.infinity, ours = Double.infinity
            for _ in 0..<7 {
                limit = min(limit, milliseconds { bytes.withUnsafeBufferPointer { (isWord ? climit_word : climit_html)($0.baseAddress, Int64($0.count)) } >= 0 })
                ours = min(ours, milliseconds { (try? reader.read(bytes: bytes, uri: "plan")) != nil })
            }
            let name = path.split(separator: "/").last ?? ""
            print("\(name)\t\(bytes.count / 1000)\t\(shown(limit))\t\(shown(ours))\t\(shown(ours / limit))")
        }
    }

    /// Of processor time for one call, over as many as a fifth of a second holds.
    private static func milliseconds(_ work: () -> Bool) -> Double {
        precondition(work(), "cannot be read")
        let start = userTime()
        var calls = 0
        while userTime() - start < 200 {
            for _ in 0..<3 { _ = work() }
            calls += 3
        }
        return (userTime() - start) / Double(calls)
    }

    private static func userTime() -> Double {
        var usage = rusage()
        #if canImport(Glibc)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
        getrusage(RUSAGE_SELF, &usage)
        #endif
        return Double(usage.ru_utime.tv_sec) * 1000 + Double(usage.ru_utime.tv_usec) / 1000
    }

    private static func shown(_ value: Double) -> String { String(format: "%.2f", value) }
}
