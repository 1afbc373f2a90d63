import Catalog

/// The results of importing one file.
package struct ImportReport: Sendable {
    /// Number of rows by the source of their position.
    package struct Placed: Sendable, Hashable {
        package var village = 0
        package var district = 0
        package var regency = 0
        package var own = 0
        package var nowhere = 0

        package init(village: Int = 0, district: Int = 0, regency: Int = 0, own: Int = 0, nowhere: Int = 0) {
            self.village = village
            self.district = district
            self.regency = regency
            self.own = own
            self.nowhere = nowhere
        }

        mutating func count(_ source: PositionSource?) {
            switch source {
            case .village: village += 1
            case .district: district += 1
            case .regency: regency += 1
            case .own: own += 1
            case nil: nowhere += 1
            }
        }
    }

    /// The problems with one cause: their number, and the first distinct ones.
    package struct Group: Sendable, Hashable {
        package var cause: ImportCause
        package var effect: ImportProblem.Effect
        package var count: Int
        package var examples: [Example]

        /// A value with a problem, and the lines that have it.
        package struct Example: Sendable, Hashable {
            package var problem: ImportProblem
            /// The first lines with the problem.
            package var lines: [Int]
            package var count: Int
        }
    }

    /// The path of the file as the user wrote it.
    package var file: String
    package var kind: ImportKind
    /// The detected format: "CSV, semicolon, Windows-1252".
    package var format: String
    package var unit: SourceUnit
    /// The assignment of columns to fields, for people to check.
    ///
    /// Nil if the manifest of a package defines it.
    package var mapping: String?
    package var counts = ImportBatch.Counts()
    package var placed = Placed()
    /// Number of sentra and products of earlier imports that moved with their village or region.
    package var followed = 0
    package var isDryRun = false
    /// Whether `--strict` rejected the whole file because of a rejected row.
    package var isRefused = false
    package var groups: [Group] { problems.groups }
    /// The name of the file without folders.
    package var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }
    var problems = ProblemList()

    init(file: String, kind: ImportKind, format: String, unit: SourceUnit, mapping: String?) {
        self.file = file
        self.kind = kind
        self.format = format
        self.unit = unit
        self.mapping = mapping
    }
}

/// Problems grouped by cause.
///
/// Only the first of each group are kept, so memory does not grow with the number of bad rows.
struct ProblemList: Sendable {
    static let maxExamples = 10
    static let maxLines = 5

    private struct Key: Hashable {
        var effect: ImportProblem.Effect
        var cause: ImportCause
    }

    private var byCause: [Key: ImportReport.Group] = [:]
    private var order: [Key] = []

    mutating func add(_ problem: ImportProblem) {
        let key = Key(effect: problem.effect, cause: problem.cause)
        if byCause[key] == nil {
            order.append(key)
            byCause[key] = ImportReport.Group(cause: problem.cause, effect: problem.effect, count: 0, examples: [])
        }
        byCause[key]?.add(problem)
    }

    /// The groups: rejected rows first, then by number of rows, then by first occurrence.
    var groups: [ImportReport.Group] {
        let groups = order.compactMap { byCause[$0] }
        return groups.enumerated()
            .sorted {
                ($0.element.effect.rawValue, -$0.element.count, $0.offset) < (
                    $1.element.effect.rawValue, -$1.element.count, $1.offset
                )
            }
            .map(\.element)
    }
}

extension ImportReport.Group {
    fileprivate mutating func add(_ problem: ImportProblem) {
        count += 1
        let same = examples.firstIndex { known in
            known.problem.value == problem.value && known.problem.message == problem.message
                && known.problem.field == problem.field
        }
        if let same {
            examples[same].count += 1
            if examples[same].lines.count < ProblemList.maxLines { examples[same].lines.append(problem.line) }
        } else if examples.count < ProblemList.maxExamples {
            examples.append(Example(problem: problem, lines: [problem.line], count: 1))
        }
    }
}
