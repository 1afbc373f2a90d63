import Catalog

/// What an import did with the rows of one file, for people and for scripts.
public struct ImportReport: Sendable {
    /// How many rows were placed by what.
    public struct Placed: Sendable, Hashable {
        public var village = 0
        public var district = 0
        public var regency = 0
        public var own = 0
        public var nowhere = 0

        public init(village: Int = 0, district: Int = 0, regency: Int = 0, own: Int = 0, nowhere: Int = 0) {
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
    public struct Group: Sendable, Hashable {
        public var cause: ImportCause
        public var effect: ImportProblem.Effect
        public var count: Int
        public var examples: [Example]

        /// A value and what is wrong with it, on one or more lines.
        public struct Example: Sendable, Hashable {
            public var problem: ImportProblem
            /// The first lines that have it.
            public var lines: [Int]
            public var count: Int
        }
    }

    /// The file as it was named.
    public var file: String
    public var kind: ImportKind
    /// The format met: "CSV, semicolon, Windows-1252".
    public var format: String
    public var unit: SourceUnit
    /// Which column holds which field, for a person to check; nil where a package's manifest has settled it.
    public var mapping: String?
    public var counts = ImportBatch.Counts()
    public var placed = Placed()
    /// Sentra and products of earlier imports that follow a village or region to its new point or code.
    public var followed = 0
    public var isDryRun = false
    /// True where `--strict` kept the whole file out because of a rejected row.
    public var isRefused = false
    public var groups: [Group] { problems.groups }
    /// The file's name without its folders.
    public var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }
    var problems = ProblemList()

    init(file: String, kind: ImportKind, format: String, unit: SourceUnit, mapping: String?) {
        self.file = file
        self.kind = kind
        self.format = format
        self.unit = unit
        self.mapping = mapping
    }
}

/// Problems by cause; of each cause the first are kept and all are counted, so that memory stays flat over any number of bad rows.
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
                ($0.element.effect.rawValue, -$0.element.count, $0.offset) < ($1.element.effect.rawValue, -$1.element.count, $1.offset)
            }
            .map(\.element)
    }
}

extension ImportReport.Group {
    fileprivate mutating func add(_ problem: ImportProblem) {
        count += 1
        let same = examples.firstIndex { known in
            known.problem.value == problem.value && known.problem.message == problem.message && known.problem.field == problem.field
        }
        if let same {
            examples[same].count += 1
            if examples[same].lines.count < ProblemList.linesKept { examples[same].lines.append(problem.line) }
        } else if examples.count < ProblemList.examplesKept {
            examples.append(Example(problem: problem, lines: [problem.line], count: 1))
        }
    }
}
