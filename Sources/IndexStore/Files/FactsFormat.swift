/// The layout of `facts.bin`: the facts of all documents, such as prices and certificates.
///
/// A number has a column with the value of each document (NaN: unknown), a range another with the greatest. A set has
/// the values of all documents one after another, where those of each document begin, and the strings that the values
/// number.
enum FactsFormat {
    static let file = ColumnFileFormat(magic: "BANUAFAC", version: 2)
    /// The names of the facts, in the order of the columns.
    static let names = StringColumnNames(bytes: "factname", offsets: "factoffs")
    /// The names of other properties that documents have, ascending; absent in files of older programs.
    static let properties = StringColumnNames(bytes: "propname", offsets: "propoffs")

    /// The number of documents that have each fact.
    static let known = "known"

    /// The columns of a number.
    static func numbers(_ fact: Int) -> (least: String, greatest: String) { ("least\(fact)", "most\(fact)") }

    /// The columns of a set.
    static func set(_ fact: Int) -> (starts: String, values: String, strings: StringColumnNames) {
        (
            "start\(fact)", "value\(fact)",
            StringColumnNames(bytes: "stext\(fact)", offsets: "soffs\(fact)")
        )
    }
}
