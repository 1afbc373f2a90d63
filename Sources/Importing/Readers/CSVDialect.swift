/// What separates the fields of a delimited text file.
enum CSVDialect {
    static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    private static let recordsLookedAt = 100

    static func name(of delimiter: UInt8) -> String {
        switch delimiter {
        case UInt8(ascii: ","): "comma"
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "\t"): "tab"
        case UInt8(ascii: "|"): "bar"
        default: "'\(Character(Unicode.Scalar(delimiter)))'"
        }
    }

    /// The delimiter that splits the first records of a sample into most fields, in most of them as many as in the header.
    ///
    /// Shape: the comma where none splits the header, which then is one column. A first line `sep=;`, as spreadsheets write it, decides alone.
    static func delimiter(in sample: [UInt8], isWhole: Bool) -> UInt8 {
        if let stated = statedDelimiter(in: sample) { return stated }
        var best = (delimiter: delimiters[0], score: 0.0)
        for delimiter in delimiters {
            let score = score(of: delimiter, in: sample, isWhole: isWhole)
            if score > best.score { best = (delimiter, score) }
        }
        return best.delimiter
    }

    /// The delimiter of a first line `sep=;`.
    static func statedDelimiter(in sample: [UInt8]) -> UInt8? {
        guard sample.count > 5, sample.starts(with: "sep=".utf8), sample[5] == 10 || sample[5] == 13 else { return nil }
        return sample[4]
    }

    private static func score(of delimiter: UInt8, in sample: [UInt8], isWhole: Bool) -> Double {
        var counts: [Int] = []
        var parser = CSVParser(ByteWindow(MemorySource(sample), chunkBytes: max(sample.count, 1)), delimiter: delimiter, path: "")
        // A sample may end inside quotes; the records before that are enough to go by.
        while counts.count <= recordsLookedAt, (try? parser.next()) == true {
            if !parser.isBlank { counts.append(parser.fields.count) }
        }
        if !isWhole, counts.count > 1 { counts.removeLast() }
        guard let header = counts.first, header > 1 else { return 0 }
        let agreeing = counts.count { $0 == header }
        return Double(agreeing) / Double(counts.count) * Double(header - 1)
    }
}
