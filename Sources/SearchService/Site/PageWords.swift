import Foundation

/// The words of a language, and numbers as it writes them.
struct PageWords: Sendable {
    let language: Language
    let words: [String: String]

    /// The word for a key; the key itself where the table lacks it, which a test over all templates forbids.
    subscript(key: String) -> String { words[key] ?? key }

    func filled(_ key: String, _ value: String) -> String { self[key].replacing("#", with: value) }

    /// "850 m", "1,8 km", "25 km".
    func distance(_ metres: Double) -> String {
        if metres < 995 { return "\(Int((metres / 10).rounded() * 10)) m" }
        let kilometres = metres / 1_000
        guard kilometres < 9.95 else { return "\(Int(kilometres.rounded())) km" }
        let tenths = Int((kilometres * 10).rounded())
        return "\(tenths / 10)\(tenths % 10 == 0 ? "" : (language == .indonesian ? "," : ".") + "\(tenths % 10)") km"
    }

    func count(_ number: Int) -> String {
        number == 0 ? self["countNone"] : number == 1 ? self["countOne"] : filled("countMany", grouped(number))
    }

    func grouped(_ number: Int) -> String {
        var digits = String(number)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(language == .indonesian ? "." : ",", at: digits.index(digits.startIndex, offsetBy: place))
            place -= 3
        }
        return digits
    }
}
