/// SQLite's integers of variable length: seven bits a byte, the largest first, the top bit set on all but the last.
///
/// Source: sqlite.org/fileformat2.html, "A variable-length integer".
enum Varints {
    /// All integers of a blob; those of nine bytes and an unfinished last one, which no field length needs, come out
    /// wrong but harmless.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var numbers: [Int] = []
        var number = 0
        for byte in bytes {
            number = number << 7 | Int(byte & 0x7F)
            guard byte & 0x80 == 0 else { continue }
            numbers.append(number)
            number = 0
        }
        return numbers
    }
}
