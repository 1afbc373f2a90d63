/// The stages of a build, in order, in the words that a person sees.
enum BuildStage: String, Sendable, CaseIterable {
    case documents = "reading and analysing documents"
    case text = "merging the text index"
    case points = "packing points"
    case suggestions = "collecting suggestions"
    case vocabulary = "writing the vocabulary"
    case verification = "verifying"
    case publishing = "publishing"
}
