/// The singular forms of English plurals: `baskets`, `knives`, `berries`.
enum EnglishPlural {
    /// The phrase with its last word in the singular, likelier forms first.
    ///
    /// Empty if the word does not look like a plural.
    static func singulars(of tokens: ArraySlice<String>) -> [String] {
        guard let last = tokens.last, last.utf8.count > 3, last.hasSuffix("s"), !last.hasSuffix("ss") else { return [] }
        var forms = [String(last.dropLast())]
        if last.hasSuffix("ies") { forms.insert(last.dropLast(3) + "y", at: 0) }
        if last.hasSuffix("ves") { forms += [last.dropLast(3) + "fe", last.dropLast(3) + "f"] }
        if last.hasSuffix("es") { forms.append(String(last.dropLast(2))) }
        return forms.map { (tokens.dropLast() + [$0]).joined(separator: " ") }
    }
}
