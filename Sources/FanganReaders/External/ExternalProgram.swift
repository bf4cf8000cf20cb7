#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A program that reads a file in a process of its own: what it does to itself stays there, and it is stopped when it
/// takes too much time, memory or room.
struct ExternalProgram: Sendable {
    struct Limits: Sendable {
        /// Of the clock and of the processor.
        var seconds = 60
        var memory = 2 << 30
        /// Of what it writes.
        var output = 256 << 20
    }

    enum Failure: Error, Sendable {
        case missing, timedOut, tooLarge
        /// It ended with an error; what it said of it, shortened.
        case failed(String)
        /// No process or file could be made.
        case system(String)
    }

    private let path: String

    /// - Parameter searchPath: folders with `:` between them, as in `PATH`.
    init(named name: String, searchPath: String) throws(Failure) {
        for folder in searchPath.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
            path = "\(folder)/\(name)"
            return
        }
        throw .missing
    }

    /// The `PATH` of this process.
    static var searchPath: String { getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin" }

    /// Gives the program a file of these bytes and returns what it writes to its standard output.
    /// - Parameter arguments: `%` stands for the file.
    func run(_ arguments: [String], on bytes: [UInt8], named name: String, limits: Limits) throws(Failure) -> [UInt8] {
        let folder = try PrivateFolder()
        let input = try folder.write(bytes, name)
        let output = folder.path("output"), messages = folder.path("messages")
        let pid = try spawn(arguments.map { $0 == "%" ? input : $0 }, folder: folder.path, output, messages, limits)
        let status = try Self.wait(pid, seconds: limits.seconds)
        if status == SIGXFSZ || status == SIGXCPU { throw status == SIGXFSZ ? .tooLarge : .timedOut }
        let text = folder.read(output, limit: limits.output)
        guard status == 0 else { throw .failed(Self.message(folder.read(messages, limit: 4096))) }
        guard text.count < limits.output else { throw .tooLarge }
        return text
    }

    /// By way of the shell, which sets the limits and then becomes the program. No word of a document reaches it.
    private func spawn(_ arguments: [String], folder: String, _ output: String, _ messages: String, _ limits: Limits) throws(Failure) -> pid_t {
        let script = "ulimit -v \(limits.memory / 1024) 2>/dev/null; ulimit -t \(limits.seconds); ulimit -f \(limits.output / 512); ulimit -c 0; exec \"$0\" \"$@\""
        let command = ["/bin/sh", "-c", script, path] + arguments
        let settings = ["PATH=/usr/bin:/bin", "LC_ALL=C", "HOME=\(folder)", "TMPDIR=\(folder)"]
        var words = command.map { (word: String) -> UnsafeMutablePointer<CChar>? in strdup(word) }
        var environment = settings.map { (setting: String) -> UnsafeMutablePointer<CChar>? in strdup(setting) }
        defer { for word in words + environment { free(word) } }
        words.append(nil)
        environment.append(nil)
        #if canImport(Darwin)
        var files: posix_spawn_file_actions_t?
        #else
        var files = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&files, 2, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var pid: pid_t = 0
        let problem = posix_spawn(&pid, "/bin/sh", &files, nil, words, environment)
        guard problem == 0 else { throw .system(String(cString: strerror(problem))) }
        return pid
    }

    /// Waits for the process and kills it when its time is up.
    /// - Returns: 0 where all went well, the number of the signal that ended it, or 256 and its exit status.
    private static func wait(_ pid: pid_t, seconds: Int) throws(Failure) -> Int32 {
        var status: Int32 = 0, waited = 0
        var pause: UInt32 = 500
        while true {
            let got = waitpid(pid, &status, WNOHANG)
            if got == pid { break }
            if got < 0, errno != EINTR { throw .system(String(cString: strerror(errno))) }
            if waited > seconds * 1_000_000 {
                kill(pid, SIGKILL)
                while waitpid(pid, &status, 0) < 0, errno == EINTR {}
                throw .timedOut
            }
            usleep(pause)
            waited += Int(pause)
            pause = min(pause * 3 / 2, 10_000)
        }
        let signal = status & 0x7F
        return signal != 0 ? signal : status == 0 ? 0 : 256 + status >> 8 & 0xFF
    }

    /// The last line that says something, in one piece of printable characters.
    private static func message(_ bytes: [UInt8]) -> String {
        let lines = bytes.split(separator: 0x0A).map { $0.filter { $0 >= 0x20 && $0 < 0x7F } }.filter { !$0.isEmpty }
        return String(decoding: (lines.last ?? []).prefix(160), as: UTF8.self)
    }
}

/// A folder that only this user can look into; it goes with all that is in it.
private final class PrivateFolder {
    let path: String
    private var files: [String] = []

    init() throws(ExternalProgram.Failure) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/fangan-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .system("no temporary folder could be made in \(base)") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for file in files { unlink(file) }
        rmdir(path)
    }

    func path(_ name: String) -> String {
        files.append("\(path)/\(name)")
        return "\(path)/\(name)"
    }

    func write(_ bytes: [UInt8], _ name: String) throws(ExternalProgram.Failure) -> String {
        let file = path(name)
        let handle = open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard handle >= 0 else { throw .system("a temporary file could not be written") }
        defer { close(handle) }
        var at = 0
        while at < bytes.count {
            let written = bytes[at...].withUnsafeBytes { Self.write(handle, $0) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .system("a temporary file could not be written") }
            at += written
        }
        return file
    }

    private static func write(_ handle: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
        Darwin.write(handle, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        Musl.write(handle, bytes.baseAddress, bytes.count)
        #else
        Glibc.write(handle, bytes.baseAddress, bytes.count)
        #endif
    }

    /// At most `limit` bytes; none where the file cannot be read.
    func read(_ file: String, limit: Int) -> [UInt8] {
        let handle = open(file, O_RDONLY)
        guard handle >= 0 else { return [] }
        defer { close(handle) }
        let size = min(Int(lseek(handle, 0, SEEK_END)), limit)
        guard size > 0, lseek(handle, 0, SEEK_SET) == 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = 0
            while count < size {
                let got = Self.read(handle, UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<size]))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                count += got
            }
        }
    }

    private static func read(_ handle: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Darwin)
        Darwin.read(handle, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        Musl.read(handle, bytes.baseAddress, bytes.count)
        #else
        Glibc.read(handle, bytes.baseAddress, bytes.count)
        #endif
    }
}
