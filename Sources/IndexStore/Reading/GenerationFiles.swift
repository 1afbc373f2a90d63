/// The names of a generation's files, and of what stands beside the generations.
enum GenerationFiles {
    static let index = "index.sqlite"
    static let documents = "documents.bin"
    static let values = "values.bin"
    static let points = "points.bin"
    static let vocabulary = "vocabulary.bin"
    static let facts = "facts.bin"
    /// Every file whose checksum the manifest holds.
    static let checked = [documents, facts, index, points, values, vocabulary]

    static let folder = "generations"
    static let current = "CURRENT"
    static let lock = ".lock"
    static let buildingPrefix = ".building-"
}
