#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Runs another program in a process of its own: what it does to itself stays there, and it is stopped when it takes too
/// much time, memory or room.
enum ExternalProgram {
    enum Outcome: Equatable { case ended(Int32), timedOut, notStarted }

    /// What a program may take.
    struct Limits: Sendable {
        /// After them the program and all that it started are killed.
        var seconds: Int
        /// Address space in KiB.
        var memory: Int
        /// Bytes of a file that it writes.
        var output = 1 << 30
    }

    /// Where the words go that a program writes; nowhere unless it is said.
    struct Streams: Sendable {
        var output = "/dev/null"
        var messages = "/dev/null"
    }

    /// The first program of these names in the folders of `PATH`.
    static func find(_ names: [String], in path: String? = nil) -> String? {
        let path = path ?? getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        return path.split(separator: ":").flatMap { folder in names.map { "\(folder)/\($0)" } }.first { access($0, X_OK) == 0 }
    }

    /// - Parameter environment: `NAME=value`; nothing else is handed on.
    static func run(_ program: String, _ arguments: [String], environment: [String], streams: Streams = Streams(), limits: Limits) -> Outcome {
        // The shell sets the limits and then becomes the program; no word of a document reaches it.
        let limit = "ulimit -v \(limits.memory) 2>/dev/null; ulimit -f \(limits.output / 512 + 1); ulimit -c 0; exec \"$0\" \"$@\""
        let words = ["/bin/sh", "-c", limit, program] + arguments
        guard let pid = spawn(words, environment, streams) else { return .notStarted }
        return wait(pid, limits.seconds)
    }

    private static func spawn(_ words: [String], _ environment: [String], _ streams: Streams) -> pid_t? {
        #if canImport(Darwin)
        var attributes: posix_spawnattr_t?, actions: posix_spawn_file_actions_t?
        #else
        var attributes = posix_spawnattr_t(), actions = posix_spawn_file_actions_t()
        #endif
        posix_spawnattr_init(&attributes)
        posix_spawn_file_actions_init(&actions)
        defer {
            posix_spawnattr_destroy(&attributes)
            posix_spawn_file_actions_destroy(&actions)
        }
        // A group of its own, so that its children end with it.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, streams.output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, streams.messages, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var argv = words.map { strdup($0) }, envp = environment.map { strdup($0) }
        argv.append(nil)
        envp.append(nil)
        defer { for word in argv + envp { free(word) } }
        var pid: pid_t = 0
        return posix_spawn(&pid, words[0], &actions, &attributes, argv, envp) == 0 ? pid : nil
    }

    /// Short programs are asked often at first: a page takes milliseconds.
    private static func wait(_ pid: pid_t, _ seconds: Int) -> Outcome {
        let clock = ContinuousClock(), end = clock.now + .seconds(seconds)
        var status: Int32 = 0, pause: UInt32 = 500
        while true {
            let got = waitpid(pid, &status, WNOHANG)
            if got == pid {
                // What it left running.
                kill(-pid, SIGKILL)
                return .ended(status)
            }
            if got < 0, errno != EINTR { return .notStarted }
            if clock.now >= end {
                kill(-pid, SIGKILL)
                while waitpid(pid, &status, 0) < 0, errno == EINTR {}
                return .timedOut
            }
            usleep(pause)
            pause = min(pause * 3 / 2, 10_000)
        }
    }
}
