import Configuration

/// Typed settings out of text, with errors that name key, value and what was expected.
struct SettingsReader {
    private let reader: ConfigReader

    init(_ reader: ConfigReader) { self.reader = reader }

    /// A file may hold numbers and booleans as such; flags and variables are text.
    ///
    /// Both come out as text here.
    func text(_ key: String) -> String? {
        let key = ConfigKey(key)
        if let text = reader.string(forKey: key) { return text }
        if let number = reader.int(forKey: key) { return String(number) }
        if let number = reader.double(forKey: key) { return String(number) }
        return reader.bool(forKey: key).map(String.init)
    }

    func text(_ key: String, into value: inout String) throws {
        if let text = text(key) { value = text }
    }

    /// Scheme and host, without a slash at the end.
    ///
    /// The pages link to each other by paths from the root, so a path of the service's own cannot be.
    func origin(_ key: String) throws -> String? {
        guard let text = text(key), !text.isEmpty else { return nil }
        guard let match = text.wholeMatch(of: #/(https?:\/\/[A-Za-z0-9.\-\[\]:]+)\/?/#) else {
            throw complaint(key, text, "scheme and host without a path, such as https://banua.example.org")
        }
        return String(match.1)
    }

    func integer(_ key: String, _ range: ClosedRange<Int>) throws -> Int? {
        guard let text = text(key) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw complaint(key, text, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func integer(_ key: String, _ range: ClosedRange<Int>, into value: inout Int) throws {
        if let number = try integer(key, range) { value = number }
    }

    func seconds(_ key: String, _ range: ClosedRange<Double>, into value: inout Duration) throws {
        guard let text = text(key) else { return }
        guard let number = Double(text), range.contains(number) else {
            throw complaint(key, text, "a number of seconds from \(range.lowerBound) to \(range.upperBound)")
        }
        value = .seconds(number)
    }

    func flag(_ key: String, into value: inout Bool) throws {
        guard let text = text(key) else { return }
        guard
            let flag = ["true": true, "yes": true, "1": true, "false": false, "no": false, "0": false][
                text.lowercased()]
        else {
            throw complaint(key, text, "true or false")
        }
        value = flag
    }

    func choice(_ key: String, _ choices: [String], into value: inout String) throws {
        guard let text = text(key) else { return }
        guard choices.contains(text) else { throw complaint(key, text, "one of \(choices.joined(separator: ", "))") }
        value = text
    }

    private func complaint(_ key: String, _ value: String, _ expected: String) -> ServiceConfigurationError {
        .invalid(key, value, expected: expected)
    }
}
