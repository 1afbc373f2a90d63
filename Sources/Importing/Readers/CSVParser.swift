/// Splits delimited text into records and fields (RFC 4180, read as leniently as Python's csv module reads it).
///
/// A quote opens a quoted field only where the field begins; quotes inside are doubled; text after the closing quote is
/// kept. Lines end with CR, LF or CRLF. Each byte is looked at once; quoted fields are unescaped in place.
struct CSVParser {
    private let window: ByteWindow
    private let path: String
    private let recordLimitBytes: Int
    let delimiter: UInt8
    /// The line the current record begins on.
    private(set) var recordLine = 0
    /// The current record's fields, as indices into the window.
    private(set) var fields: [Range<Int>] = []
    private var line = 1
    private var consumed = 0

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 10
    private static let carriageReturn: UInt8 = 13

    /// - Parameters:
    ///   - path: names the file in errors.
    ///   - recordLimitBytes: the longest record taken for one; beyond it, a quote has been opened and never closed.
    init(_ window: ByteWindow, delimiter: UInt8, path: String, recordLimitBytes: Int = 16 << 20) {
        self.window = window
        self.delimiter = delimiter
        self.path = path
        self.recordLimitBytes = recordLimitBytes
    }

    /// Goes to the next record; false at the end.
    ///
    /// A blank line is a record of one empty field.
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

    /// True where no field holds more than spaces and tabs.
    var isBlank: Bool {
        fields.allSatisfy { field in window.bytes(field).allSatisfy { $0 == 32 || $0 == 9 } }
    }

    /// Passes what ends a field; true where another field follows in the record.
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

    /// Reads from the opening quote to the field's end; what is read moves left over the quotes that are dropped.
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

    /// Passes bytes that mean nothing, as far as they are here; true where one follows that may: the stop, or a control
    /// up to CR.
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

    /// Counts a line break inside quotes; CRLF is one.
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
