/// Detects the delimiter of a delimited text file.
enum CSVDialect {
    static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    private static let sampledRecords = 100

    static func name(of delimiter: UInt8) -> String {
        switch delimiter {
        case UInt8(ascii: ","): "comma"
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "\t"): "tab"
        case UInt8(ascii: "|"): "bar"
        default: "'\(Character(Unicode.Scalar(delimiter)))'"
        }
    }

    /// The delimiter that splits the first records into the most fields, in most records as many as in the header.
    ///
    /// If no delimiter splits the first record, it is a title or the only column, and the other records decide. The
    /// comma is the default. A first line `sep=;`, as spreadsheet programs write it, has precedence.
    static func delimiter(in sample: [UInt8], isWhole: Bool) -> UInt8 {
        if let stated = statedDelimiter(in: sample) { return stated }
        let counts = delimiters.map { fieldCounts(of: $0, in: sample, isWhole: isWhole) }
        let expectations: [([Int]) -> Int?] = [{ $0.first }, mostFrequent]
        for expected in expectations {
            let scores = counts.map { score($0, expected: expected($0) ?? 1) }
            if let best = scores.max(), best > 0, let place = scores.firstIndex(of: best) { return delimiters[place] }
        }
        return delimiters[0]
    }

    /// The delimiter of a first line such as `sep=;`.
    static func statedDelimiter(in sample: [UInt8]) -> UInt8? {
        guard sample.count > 5, sample.starts(with: "sep=".utf8), sample[5] == 10 || sample[5] == 13 else { return nil }
        return sample[4]
    }

    /// Number of fields in each of the first records.
    private static func fieldCounts(of delimiter: UInt8, in sample: [UInt8], isWhole: Bool) -> [Int] {
        var counts: [Int] = []
        var parser = CSVParser(
            ByteWindow(MemorySource(sample), chunkBytes: max(sample.count, 1)), delimiter: delimiter, path: "")
        // A sample may end within quotes. The records before are sufficient.
        while counts.count <= sampledRecords, (try? parser.next()) == true {
            if !parser.isBlank { counts.append(parser.fields.count) }
        }
        if !isWhole, counts.count > 1 { counts.removeLast() }
        return counts
    }

    private static func score(_ counts: [Int], expected: Int) -> Double {
        let agreeing = counts.count { $0 == expected }
        return Double(agreeing) / Double(max(counts.count, 1)) * Double(expected - 1)
    }

    private static func mostFrequent(_ counts: [Int]) -> Int? {
        Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +).max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
