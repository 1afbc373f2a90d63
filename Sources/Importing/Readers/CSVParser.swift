/// Splits delimited text into records and fields (RFC 4180, as lenient as the csv module of Python).
///
/// A quote opens a quoted field only at the beginning of a field. Quotes inside are doubled. Text after the closing
/// quote is kept. Lines end with CR, LF or CRLF. The parser reads each byte once, and unescapes quoted fields in place.
struct CSVParser {
    private let window: ByteWindow
    private let path: String
    private let recordLimitBytes: Int
    let delimiter: UInt8
    /// The line on which the current record begins.
    private(set) var recordLine = 0
    /// The fields of the current record, as indices of the window.
    private(set) var fields: [Range<Int>] = []
    private var line = 1
    private var consumed = 0

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 10
    private static let carriageReturn: UInt8 = 13

    /// Creates a parser of a window.
    ///
    /// `path` names the file in errors.
    ///
    /// A record longer than `recordLimitBytes` is an error, because a quote was probably never closed.
    init(_ window: ByteWindow, delimiter: UInt8, path: String, recordLimitBytes: Int = 16 << 20) {
        self.window = window
        self.delimiter = delimiter
        self.path = path
        self.recordLimitBytes = recordLimitBytes
    }

    /// Reads the next record.
    ///
    /// Returns false at the end.
    ///
    /// A blank line is a record with one empty field.
    mutating func next() throws -> Bool {
        fields.removeAll(keepingCapacity: true)
        window.advance(by: consumed)
        consumed = 0
        guard try window.has(0) else { return false }
        recordLine = line
        repeat {
            let isQuoted = try has(consumed) && window[consumed] == Self.quote
            fields.append(isQuoted ? try quotedField() : try plainField())
        } while try passDelimiter()
        return true
    }

    func text(of field: Range<Int>) -> String {
        String(decoding: window.bytes(field), as: UTF8.self)
    }

    /// Whether all fields are empty or only have spaces and tabs.
    var isBlank: Bool {
        fields.allSatisfy { field in window.bytes(field).allSatisfy { $0 == 32 || $0 == 9 } }
    }

    /// Skips the end of a field.
    ///
    /// Returns true if the record has another field.
    private mutating func passDelimiter() throws -> Bool {
        guard try has(consumed) else { return false }
        let byte = window[consumed]
        consumed += 1
        if byte == delimiter { return true }
        if byte == Self.carriageReturn, try window.has(consumed), window[consumed] == Self.lineFeed { consumed += 1 }
        line += 1
        return false
    }

    private mutating func plainField() throws -> Range<Int> {
        let start = consumed
        while try has(consumed) {
            guard passOrdinary(stoppingAt: delimiter) else { continue }
            guard try !endsField(window[consumed]) else { break }
            consumed += 1
        }
        return start..<consumed
    }

    /// Reads a quoted field.
    ///
    /// The bytes move left over the removed quotes.
    private mutating func quotedField() throws -> Range<Int> {
        let openedOn = line
        consumed += 1
        let start = consumed
        var end = start
        while true {
            guard try has(consumed) else { throw ImportingError.unclosedQuote(path, line: openedOn) }
            let from = consumed
            let isStopped = passOrdinary(stoppingAt: Self.quote)
            window.move(from..<consumed, to: end)
            end += consumed - from
            guard isStopped else { continue }
            let byte = window[consumed]
            consumed += 1
            if byte == Self.quote {
                guard try window.has(consumed), window[consumed] == Self.quote else { break }
                consumed += 1
            } else {
                try countLine(endingWith: byte)
            }
            window[end] = byte
            end += 1
        }
        let tail = try plainField()
        window.move(tail, to: end)
        return start..<end + tail.count
    }

    /// Skips ordinary bytes that are in the window.
    ///
    /// Returns true if the next byte may be special: the stop byte, or a control character up to CR.
    private mutating func passOrdinary(stoppingAt stop: UInt8) -> Bool {
        let bytes = window.bytes(consumed..<window.count)
        var index = 0
        while index < bytes.count, bytes[index] != stop, bytes[index] > Self.carriageReturn { index += 1 }
        consumed += index
        return index < bytes.count
    }

    @inline(__always)
    private func endsField(_ byte: UInt8) throws -> Bool {
        if byte == delimiter { return true }
        guard byte <= Self.carriageReturn else { return false }
        if byte == 0 { throw ImportingError.binary(path, line: line) }
        return byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// Counts a line break within quotes.
    ///
    /// CRLF counts once.
    private mutating func countLine(endingWith byte: UInt8) throws {
        if byte == 0 { throw ImportingError.binary(path, line: line) }
        if byte == Self.lineFeed { line += 1 }
        if byte == Self.carriageReturn {
            let isPair = try window.has(consumed) && window[consumed] == Self.lineFeed
            line += isPair ? 0 : 1
        }
    }

    @inline(__always)
    private func has(_ index: Int) throws -> Bool {
        guard index < recordLimitBytes else {
            throw ImportingError.recordTooLong(path, line: recordLine, limitBytes: recordLimitBytes)
        }
        return try window.has(index)
    }
}
