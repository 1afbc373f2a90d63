import Testing
import TextAnalysis

@testable import Search

@Test(
    "reads codes with and without dots",
    arguments: [
        ("63", "63"), ("63.05", "63.05"), ("6305", "63.05"), ("63.05.02", "63.05.02"), ("630502", "63.05.02"),
        ("63.05.02.2005", "63.05.02.2005"),
        (" 6305022005 ", "63.05.02.2005"),
    ])
func readsCodes(text: String, code: String) {
    #expect(PlaceDirectory.code(in: text) == code)
}

@Test(
    "takes other texts for no code",
    arguments: ["", "Rantau", "6", "630", "63.0502", "6.305", "63.05.02.20051", "-3.41,114.84", "63.05.0a"])
func refusesOtherCodes(text: String) {
    #expect(PlaceDirectory.code(in: text) == nil)
}

@Test("writes abbreviations out where they are read so")
func expandsAbbreviations() throws {
    let text = "# comment\nsei\tsungai\tany\ns\tsungai\tfirst\nutr\tutara\tlater\n"
    let abbreviations = try PlaceAbbreviations(files: [PlaceAbbreviations.fileName: text])
    for line in ["bad line", "sei\tsungai\tfrist"] {
        let error = #expect(throws: TextAnalysisError.self) {
            try PlaceAbbreviations(files: [PlaceAbbreviations.fileName: text + line])
        }
        #expect(error?.message.contains("\(PlaceAbbreviations.fileName):5") == true)
    }
    #expect(abbreviations.expanded(["sei", "jingah"]) == ["sungai", "jingah"])
    #expect(abbreviations.expanded(["s", "jingah"]) == ["sungai", "jingah"])
    #expect(abbreviations.expanded(["amuntai", "utr"]) == ["amuntai", "utara"])
    #expect(abbreviations.expanded(["utr", "amuntai"]) == nil)
    #expect(abbreviations.expanded(["s"]) == nil)
}
