import CRanking
import CSQLite
import Foundation
import Geo
import IndexDefinition

/// One thread's way into a generation: a connection of its own and its prepared statements.
///
/// Not `Sendable`: make one for each thread.
final class IndexReader: SearchIndex {
    let generation: Generation
    /// Lets another thread end a long call.
    let interruptHandle: InterruptHandle
    let database: Database
    let ranking: OpaquePointer
    /// Measures geodesic distances in metres.
    let distance: DistanceBox
    var costs = MatchPlanner.Costs()
    private var statements: [String: SQLStatement] = [:]

    /// - Throws: `.data` if the index is damaged, `.inputOutput` if it cannot be opened.
    init(
        _ generation: Generation, mode: Database.Mode = .immutable,
        distance: @escaping @Sendable (Coordinate, Coordinate) -> Double
    ) throws {
        self.generation = generation
        self.distance = DistanceBox(distance)
        database = try Database(
            path: generation.directory.appendingPathComponent(GenerationFiles.index).path, mode: mode)
        interruptHandle = try InterruptHandle(database)
        var context: OpaquePointer?
        let code = banua_register(database.handle, &context)
        guard code == SQLITE_OK, let context else { throw database.error(code, sql: "register banua_collect") }
        ranking = context
        // Reads the schema now, so that a damaged one shows here.
        _ = try statement("SELECT value FROM meta WHERE name = ?").bind(1, "generation").first { $0.text(0) }
    }

    var documentCount: Int { generation.documentCount }

    var interrupt: @Sendable () -> Void {
        let handle = interruptHandle
        return { handle.interrupt() }
    }

    func facetValues(of field: FacetField) -> [String] { generation.values.facetTable(field).values }

    var propertyNames: [String] { generation.facts.propertyNames }

    /// What conditions on properties say of every document.
    ///
    /// - Throws: `.data` if a record is damaged, `IndexStoreError.interrupted`.
    func columns(of conditions: [PropertyCondition]) throws -> [PropertyColumn] {
        let flag = interruptHandle.flag
        return try conditions.map {
            try generation.propertyColumns.column(of: $0, in: generation.documents) { banua_flag_is_set(flag) }
        }
    }

    func documentCount(withFact name: String) -> Int { generation.facts.documentCount(with: name) }

    func hasFactValue(_ fact: String, words: [String], whole: Bool) -> Bool {
        generation.facts.set(fact)?.words.contains(words, whole: whole) ?? false
    }

    /// The statement of this SQL, prepared once.
    func statement(_ sql: String) throws -> SQLStatement {
        if let known = statements[sql] { return known }
        let statement = try database.prepare(sql, persistent: true)
        statements[sql] = statement
        return statement
    }
}
