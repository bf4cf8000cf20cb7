#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Standard output, standard error, and the terminal that may be behind them.
enum Terminal {
    static var hasErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Colours on standard output, as https://no-color.org says.
    static var wantsColor: Bool {
        isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
    }

    /// Columns of the terminal behind standard output; nil where there is none.
    static var width: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// One line `fangan: error: …`.
    static func error(_ message: String) {
        writeError("fangan: error: " + message)
    }

    /// One line on standard error, controls made visible so that a file's name cannot steer the terminal.
    static func writeError(_ line: String) {
        let safe = line.unicodeScalars.map { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) ? "\u{FFFD}" : $0 }
        var view = String.UnicodeScalarView(safe)
        if view.last != "\n" { view.append("\n") }
        writeRaw(String(view))
    }

    /// Text on standard error as it is.
    static func writeRaw(_ text: String) {
        _ = send(Array(text.utf8), to: STDERR_FILENO)
    }

    static func writeOutput(_ bytes: [UInt8]) throws {
        let code = send(bytes, to: STDOUT_FILENO)
        guard code == 0 else {
            error("standard output: It cannot be written (\(String(cString: strerror(code)))). Check where it leads to.")
            throw ExitStatus.unwritable
        }
    }

    /// The system's error number, or 0.
    private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0 && errno == EINTR { continue }
                if count < 0 { return errno }
                rest = rest.dropFirst(count)
            }
            return 0
        }
    }
}
