import Catalog

/// What an import did with the rows of one file, for people and for scripts.
package struct ImportReport: Sendable {
    /// How many rows were placed by what.
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

    /// The problems of one cause: how many, and the first that differ.
    package struct Group: Sendable, Hashable {
        package var cause: ImportCause
        package var effect: ImportProblem.Effect
        package var count: Int
        package var examples: [Example]

        /// A value and what is wrong with it, on one or more lines.
        package struct Example: Sendable, Hashable {
            package var problem: ImportProblem
            /// The first lines that have it.
            package var lines: [Int]
            package var count: Int
        }
    }

    /// The file as it was named.
    package var file: String
    package var kind: ImportKind
    /// The format met: "CSV, semicolon, Windows-1252".
    package var format: String
    package var unit: SourceUnit
    /// Which column holds which field, for a person to check; nil where a package's manifest has settled it.
    package var mapping: String?
    package var counts = ImportBatch.Counts()
    package var placed = Placed()
    /// Sentra and products of earlier imports that follow a village or region to its new point or code.
    package var followed = 0
    package var isDryRun = false
    /// True where `--strict` kept the whole file out because of a rejected row.
    package var isRefused = false
    package var groups: [Group] { problems.groups }
    /// The file's name without its folders.
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

/// Problems by cause; of each cause the first are kept and all are counted, so that memory stays flat over any number
/// of bad rows.
struct ProblemList: Sendable {
    static let examplesKept = 10
    static let linesKept = 5

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

    /// What keeps rows out first, then what is most frequent, then what came first.
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
            if examples[same].lines.count < ProblemList.linesKept { examples[same].lines.append(problem.line) }
        } else if examples.count < ProblemList.examplesKept {
            examples.append(Example(problem: problem, lines: [problem.line], count: 1))
        }
    }
}
