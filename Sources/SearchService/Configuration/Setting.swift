/// A setting of the service: its name, its possible values, and the property that stores it.
///
/// The table ``all`` drives the reader, its checks and the help text. A test compares Documentation/operating.md with
/// it.
struct Setting: Sendable {
    typealias Target<Value> = any WritableKeyPath<ServiceConfiguration, Value> & Sendable

    /// The texts that a setting accepts, and the property that stores the value.
    enum Value: Sendable {
        case text(Target<String>)
        case integer(ClosedRange<Int>, Target<Int>)
        /// A whole number whose default depends on the machine.
        case optionalInteger(ClosedRange<Int>, Target<Int?>)
        case seconds(ClosedRange<Double>, Target<Duration>)
        case flag(Target<Bool>)
        case choice([String], Target<String>)
        /// Scheme and host without a path.
        case origin(Target<String?>)
    }

    /// The name as an option and in the configuration file: "http.idleTimeout".
    let name: String
    let value: Value

    init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }

    static func named(_ name: String) -> Setting? { all.first { $0.name == name } }

    /// The environment variable: "http.idleTimeout" is BANUA_HTTP_IDLE_TIMEOUT.
    var variable: String {
        "BANUA_" + name.map { $0 == "." ? "_" : $0.isUppercase ? "_\($0)" : $0.uppercased() }.joined()
    }

    /// The part of the name in front of the dot, such as "http".
    ///
    /// Returns nil for a name without a dot.
    var group: String? {
        name.firstIndex(of: ".").map { String(name[..<$0]) }
    }
}
