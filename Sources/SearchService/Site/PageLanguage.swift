import Foundation

/// A language of the pages: a row of Languages.json, with the texts of Strings/CODE.json.
struct PageLanguage: Sendable, Hashable, Decodable {
    /// The code of BCP 47, as `lang` takes it: "id".
    let code: String
    /// The name of the language in the language itself.
    let name: String
    let decimalMark: String
    /// Stands between groups of three digits.
    let groupingMark: String
}

/// The languages of the pages.
///
/// The first is the default one.
///
/// A page never follows the browser's language: one address shows everybody the same, and many telephones in Indonesia
/// are set to English.
struct PageLanguages: Sendable {
    let all: [PageLanguage]
    private let texts: [String: [String: String]]

    /// Reads the table and the texts of a directory.
    ///
    /// - Throws: an error of reading or decoding, or ``Missing``.
    init(directory: URL) throws {
        let decoder = JSONDecoder()
        all = try decoder.decode(
            [PageLanguage].self, from: Data(contentsOf: directory.appending(path: "Languages.json")))
        guard !all.isEmpty else { throw Missing() }
        let pairs = try all.map { language in
            let file = directory.appending(path: "Strings/\(language.code).json")
            return (language.code, try decoder.decode([String: String].self, from: Data(contentsOf: file)))
        }
        texts = Dictionary(pairs) { first, _ in first }
    }

    /// Languages.json has no row.
    struct Missing: Error, CustomStringConvertible {
        var description: String { "Languages.json lists no language. Install Banua again." }
    }

    /// The language with a code.
    ///
    /// Returns the default language for nil and for an unknown code.
    func language(_ code: String?) -> PageLanguage { all.first { $0.code == code } ?? all[0] }

    func isDefault(_ language: PageLanguage) -> Bool { language == all[0] }

    func words(_ language: PageLanguage) -> PageWords {
        PageWords(
            language: language, isDefault: isDefault(language), words: texts[language.code] ?? [:])
    }
}
