import Testing

@testable import TextAnalysis

@Suite("Nouns that say what a thing is")
struct HeadNounsTests {
    private static let files = [HeadNouns.fileName: "tas\tbag\tid\nbag\tbag\ten\nkain\tcloth\tid\nfan\thousehold\ten\n"]
    private let nouns: HeadNouns

    init() throws { nouns = try HeadNouns(files: Self.files) }

    @Test("the head is the first noun in Indonesian and the last in English")
    func findsHeads() {
        #expect(nouns.group(of: ["tas", "kain"]) == 1)
        #expect(nouns.group(of: ["kain", "sasirangan"]) == 2)
        #expect(nouns.group(of: ["kain", "bag"]) == 1)
        #expect(nouns.group(of: ["folding", "fan", "of", "bag"]) == 3, "no head follows 'of'")
        #expect(nouns.group(of: ["sasirangan"]) == nil && nouns.group(of: []) == nil)
    }

    @Test("names the line of an unknown language")
    func refusesLanguages() {
        let error = #expect(throws: TextAnalysisError.self) {
            try HeadNouns(files: [HeadNouns.fileName: "tas\tbag\tid\nkain\tcloth\tjv\n"])
        }
        #expect(error?.message.contains("jv") ?? false)
        #expect(error?.message.contains("2") ?? false)
    }
}
