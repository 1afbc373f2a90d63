import Foundation

/// A finished run of a program, with its time and memory.
struct ChildProcess {
    var seconds: Double
    /// The processor time of all its threads, in seconds.
    var processorSeconds: Double
    /// The largest resident set, in megabytes.
    var peakMegabytes: Double

    /// Runs a program of Banua from the folder of this program.
    ///
    /// - Throws: `BenchError` if it cannot be started or does not exit with 0.
    static func run(_ program: String, _ arguments: [String]) throws -> ChildProcess {
        let path = Bundle.main.bundleURL.appendingPathComponent(program).path
        let begun = ContinuousClock.now
        var child = pid_t()
        let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let failure = posix_spawn(&child, path, nil, nil, words, environ)
        guard failure == 0 else { throw BenchError("Cannot start '\(path)': build it first (swift build -c release).") }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(child, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw BenchError("Cannot wait for '\(program)'.") }
        }
        guard status == 0 else {
            throw BenchError("'\(program) \(arguments.joined(separator: " "))' failed (status \(status >> 8)).")
        }
        return ChildProcess(
            seconds: (ContinuousClock.now - begun) / .seconds(1),
            processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakMegabytes: Double(usage.ru_maxrss) / 1_024)
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }
}

/// A benchmark that cannot be run.
struct BenchError: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
