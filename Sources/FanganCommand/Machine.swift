import CMachine

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What the program asks of the machine that it runs on.
enum Machine {
    static var cores: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }

    /// What one document needed, the next will need: memory that is given back and asked for again is cleared by the
    /// system every time.
    static func keepMemory() {
        machine_keep_memory(32 << 20)
    }

    /// Size and time of this executable: another build, another stamp.
    static var buildStamp: String {
        #if os(Linux)
        let path = "/proc/self/exe"
        #else
        let path = CommandLine.arguments.first ?? ""
        #endif
        var info = stat()
        guard stat(path, &info) == 0 else { return "" }
        #if canImport(Darwin)
        let time = info.st_mtimespec
        #else
        let time = info.st_mtim
        #endif
        return "\(info.st_size) \(time.tv_sec).\(time.tv_nsec)"
    }
}
