import GRDB

extension Statement {
    /// Binds values from the first parameter on, without the copies and checks that `StatementArguments` cost a row of
    /// thirty columns.
    ///
    /// The statement is then run with `execute()` or fetched from, without arguments.
    func bind(_ values: [DatabaseValue]) {
        // No arguments at all: what GRDB does here is reset the statement and clear what was bound.
        setUncheckedArguments(StatementArguments())
        for (position, value) in values.enumerated() { _ = value.bind(to: sqliteStatement, at: Int32(position) + 1) }
    }
}
