import TestSupport
import Testing
import TextAnalysis

@Suite struct TokenizerTests {
    @Test(
        "splits and folds",
        arguments: [
            ("Tas Anyaman PURUN", ["tas", "anyaman", "purun"]),
            ("Ba'Sasirangan", ["basasirangan"]),
            ("la\u{2019}ang, Qur`an, Sa\u{02BC}adah", ["laang", "quran", "saadah"]),
            ("'purun' d' 'Banjar", ["purun", "d", "banjar"]),
            ("anyam-anyaman/otak\u{2011}otak", ["anyam", "anyaman", "otak", "otak"]),
            ("Café ÇELIK naïve Łódź Straße", ["cafe", "celik", "naive", "lodz", "strasse"]),
            ("Cafe\u{301} e\u{301}co\u{AD}print", ["cafe", "ecoprint"]),
            ("ＰＵＲＵＮ １２ ﬁlm", ["purun", "12", "film"]),
            ("5kg 63.05.02 m² 3\u{B0}12'30\" LS", ["5kg", "63", "05", "02", "m2", "3", "12", "30", "ls"]),
            ("🧺 purun™ ♥ tikar½", ["purun", "tikar"]),
            ("𝐁𝐚𝐧𝐣𝐚𝐫 𝟸", ["banjar", "2"]),
            ("باعو ٣ Ёлка", ["باعو", "3", "ёлка"]),
            ("", []), (" -'\" ", []), ("''a''", ["a"]), ("a'1 1'a", ["a", "1", "1", "a"]),
        ])
    func words(text: String, words: [String]) {
        #expect(Tokenizer.words(of: text) == words)
        #expect(Tokenizer.joined(text).text == Tokenizer.words(of: text).joined(separator: " "))
        #expect(Tokenizer.joined(text).count == words.count)
    }

    @Test("ranges give the positions in the original text")
    func ranges() {
        let text = "Sentra «Ba'Sasirangan» é\u{301}, 🧺tikar!"
        let utf8 = Array(text.utf8)
        let written = Tokenizer.tokens(of: text).map { String(decoding: utf8[$0.range], as: UTF8.self) }
        #expect(written == ["Sentra", "Ba'Sasirangan", "é\u{301}", "tikar"])
    }

    @Test("random text: all forms agree, tokens have only letters and digits, and folding again changes nothing")
    func properties() {
        var random = SeededGenerator(seed: 3)
        let scalars = Array("abcZ09 '-.,éßﬁ𝐁Ⅷ½ÅKＡ中ِبёǅ🧺\u{301}\u{AD}\u{2019}\u{200D}\u{FEFF}".unicodeScalars)
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
            }
            let tokens = Tokenizer.tokens(of: text)
            let joined = Tokenizer.joined(text)
            #expect(
                joined.text == tokens.map(\.text).joined(separator: " ") && joined.count == tokens.count,
                "\(text.debugDescription), seed 3"
            )
            #expect(Tokenizer.joined(joined.text).text == joined.text, "\(text.debugDescription), seed 3")
            for (one, next) in zip(tokens, tokens.dropFirst()) {
                #expect(one.range.upperBound <= next.range.lowerBound)
            }
            #expect(
                tokens.allSatisfy { !$0.text.isEmpty && !$0.range.isEmpty && $0.range.upperBound <= text.utf8.count })
        }
    }
}
