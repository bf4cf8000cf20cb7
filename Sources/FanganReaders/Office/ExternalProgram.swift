#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Runs another program with a limit on its time and memory.
enum ExternalProgram {
    enum Outcome: Equatable { case ended(Int32), timedOut, notStarted }

    /// - Parameters:
    ///   - environment: `NAME=value`; nothing else is handed on.
    ///   - seconds: after them the program and all that it started are killed.
    ///   - memory: address space in KiB.
    static func run(_ program: String, _ arguments: [String], environment: [String], seconds: Int, memory: Int) -> Outcome {
        // The shell sets the limit and then becomes the program.
        let words = ["/bin/sh", "-c", "ulimit -v \(memory) 2>/dev/null; exec \"$0\" \"$@\"", program] + arguments
        guard let pid = spawn(words, environment) else { return .notStarted }
        return wait(pid, seconds)
    }

    private static func spawn(_ words: [String], _ environment: [String]) -> pid_t? {
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
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var argv = words.map { strdup($0) }, envp = environment.map { strdup($0) }
        argv.append(nil)
        envp.append(nil)
        defer { for word in argv + envp { free(word) } }
        var pid: pid_t = 0
        return posix_spawn(&pid, words[0], &actions, &attributes, argv, envp) == 0 ? pid : nil
    }

    private static func wait(_ pid: pid_t, _ seconds: Int) -> Outcome {
        let clock = ContinuousClock(), end = clock.now + .seconds(seconds)
        var status: Int32 = 0
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
            usleep(10_000)
        }
    }
}
