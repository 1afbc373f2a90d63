extension Setting {
    /// Reads the value of a text and stores it.
    ///
    /// - Throws: ``ServiceConfigurationError`` that names the setting, the text and what was expected.
    func apply(_ text: String, to configuration: inout ServiceConfiguration) throws(ServiceConfigurationError) {
        switch value {
        case .text(let target): configuration[keyPath: target] = text
        case .integer(let range, let target): configuration[keyPath: target] = try integer(text, range)
        case .optionalInteger(let range, let target): configuration[keyPath: target] = try integer(text, range)
        case .seconds(let range, let target): configuration[keyPath: target] = .seconds(try number(text, range))
        case .flag(let target): configuration[keyPath: target] = try flag(text)
        case .choice(let choices, let target):
            guard choices.contains(text) else { throw invalid(text) }
            configuration[keyPath: target] = text
        case .origin(let target): configuration[keyPath: target] = try origin(text)
        }
    }

    /// The values that the setting accepts, in words.
    var expectation: String {
        switch value {
        case .text: "text"
        case .integer(let range, _), .optionalInteger(let range, _):
            "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .seconds(let range, _): "a number of seconds from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        case .choice(let choices, _): "one of \(choices.joined(separator: ", "))"
        case .origin: "scheme and host without a path, such as https://banua.example.org"
        }
    }

    private func invalid(_ text: String) -> ServiceConfigurationError {
        .invalid(self, text, expected: expectation)
    }

    private func integer(_ text: String, _ range: ClosedRange<Int>) throws(ServiceConfigurationError) -> Int {
        guard let number = Int(text), range.contains(number) else { throw invalid(text) }
        return number
    }

    private func number(_ text: String, _ range: ClosedRange<Double>) throws(ServiceConfigurationError) -> Double {
        guard let number = Double(text), range.contains(number) else { throw invalid(text) }
        return number
    }

    private func flag(_ text: String) throws(ServiceConfigurationError) -> Bool {
        switch text.lowercased() {
        case "true", "yes", "1": true
        case "false", "no", "0": false
        default: throw invalid(text)
        }
    }

    /// The text without a slash at its end.
    ///
    /// Returns nil for an empty text.
    ///
    /// The pages link to each other by paths from the root. So the service cannot have a path of its own.
    private func origin(_ text: String) throws(ServiceConfigurationError) -> String? {
        guard !text.isEmpty else { return nil }
        guard let match = text.wholeMatch(of: #/(https?:\/\/[A-Za-z0-9.\-\[\]:]+)\/?/#) else { throw invalid(text) }
        return String(match.1)
    }
}
