/// Finds the features in a stream of GeoJSON: a FeatureCollection, a Feature, or a sequence of features.
///
/// Source: RFC 7946; RFC 8142 (sequences with record separators).
struct FeatureScanner {
    /// The text of the first `crs` member outside of features.
    private(set) var crs: [UInt8]?
    /// Number of features found.
    private(set) var count = 0
    private let window: ByteWindow
    private let path: String
    private var place = Place.betweenTexts
    private var position = 0

    /// Maximum length of a feature.
    ///
    /// A longer one probably has an unclosed bracket or quote.
    private static let featureLimitBytes = 256 << 20

    private enum Place {
        case betweenTexts
        /// Within an object. `isCollection` is true after its features.
        case members(isCollection: Bool)
        case features
    }

    init(_ window: ByteWindow, path: String) {
        self.window = window
        self.path = path
    }

    /// The next feature, or any other object in its place.
    ///
    /// The bytes are valid until the next call.
    mutating func next() throws -> UnsafeBufferPointer<UInt8>? {
        forgetPassed()
        while true {
            let byte = try skipSeparators()
            switch place {
            case .betweenTexts:
                guard let byte else { return nil }
                guard byte == UInt8(ascii: "{") else { throw failure("an object is missing") }
                forgetPassed()
                position = 1
                place = .members(isCollection: false)
            case .members(let isCollection):
                if byte == UInt8(ascii: "}") {
                    position += 1
                    place = .betweenTexts
                    if !isCollection { return found(0..<position) }
                } else {
                    try member(isCollection: isCollection)
                }
            case .features:
                guard byte == UInt8(ascii: "]") else {
                    return found(try value())
                }
                position += 1
                place = .members(isCollection: true)
            }
        }
    }

    private mutating func found(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        count += 1
        return window.bytes(range)
    }

    /// Skips a member of an object that may be a collection.
    ///
    /// Stops within its features.
    private mutating func member(isCollection: Bool) throws {
        if isCollection { forgetPassed() }
        let name = Array(window.bytes(try value()))
        guard name.first == UInt8(ascii: "\"") else { throw failure("a member's name in quotes is missing") }
        guard try skipSeparators() == UInt8(ascii: ":") else {
            throw failure("a colon is missing after a member's name")
        }
        position += 1
        if try skipSeparators() == UInt8(ascii: "["), name.elementsEqual("\"features\"".utf8) {
            position += 1
            place = .features
            forgetPassed()
            return
        }
        let value = try value()
        if name.elementsEqual("\"crs\"".utf8), crs == nil { crs = Array(window.bytes(value)) }
    }

    /// Skips a value and returns its position.
    private mutating func value() throws -> Range<Int> {
        var state = JSONScanner.State()
        var scanned = position
        while true {
            if let stop = JSONScanner.follow(&state, in: window.bytes(0..<window.count), from: scanned) {
                guard stop > position else { throw failure("a value is missing") }
                defer { position = stop }
                return position..<stop
            }
            scanned = window.count
            guard scanned - position < Self.featureLimitBytes else {
                throw failure("it is longer than \(Self.featureLimitBytes >> 20) MiB")
            }
            guard try window.has(scanned) else { throw failure("the file ends within it") }
        }
    }

    /// Skips white space, commas and record separators.
    ///
    /// Returns the next byte, or nil at the end of the file.
    private mutating func skipSeparators() throws -> UInt8? {
        while try window.has(position) {
            let byte = window[position]
            guard JSONScanner.isSpace(byte) || byte == UInt8(ascii: ",") || byte == 0x1E else { return byte }
            position += 1
        }
        if case .betweenTexts = place { return nil }
        throw failure("the file ends within it")
    }

    private mutating func forgetPassed() {
        window.advance(by: position)
        position = 0
    }

    private func failure(_ reason: String) -> ImportingError {
        .brokenJSON(path, feature: count + 1, reason: reason)
    }
}
