import IndexDefinition
import Synchronization

/// The columns of the last conditions on properties, which pages and interpretations of one search share.
final class PropertyColumns: Sendable {
    /// A column takes 8 bytes a document.
    private static let limit = 8
    private let recent = Mutex<[(condition: FactCondition, column: PropertyColumn)]>([])

    /// The column of a condition, made if it is not among the last ones.
    ///
    /// - Throws: as making one does.
    func column(
        of condition: PropertyCondition, in documents: DocumentsFile, isInterrupted: () -> Bool
    ) throws -> PropertyColumn {
        let key = condition.condition
        if let known = recent.withLock({ $0.first { $0.condition == key }?.column }) { return known }
        let column = try PropertyColumn(condition, in: documents, isInterrupted: isInterrupted)
        recent.withLock { recent in
            recent.removeAll { $0.condition == key }
            recent.append((key, column))
            if recent.count > Self.limit { recent.removeFirst() }
        }
        return column
    }
}
