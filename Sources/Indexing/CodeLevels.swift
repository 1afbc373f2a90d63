/// The levels in a Kemendagri code: province "63", regency "63.05", district "63.05.02", village "63.05.02.2005".
enum CodeLevels {
    static func regency(of code: String) -> String { String(code.prefix(5)) }
    static func district(of code: String) -> String { String(code.prefix(8)) }

    /// The area a place lies in; nil for a province.
    static func parent(of code: String) -> String? {
        code.lastIndex(of: ".").map { String(code[..<$0]) }
    }
}
