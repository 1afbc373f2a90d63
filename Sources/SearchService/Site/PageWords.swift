import Foundation
import Geo

/// The texts of a language, and its forms of numbers, prices and distances.
struct PageWords: Sendable {
    let language: PageLanguage
    /// Whether addresses without `lang` have this language.
    let isDefault: Bool
    let words: [String: String]

    /// The text of a key.
    ///
    /// Returns the key if there is no text, which a test over all templates and code excludes.
    subscript(key: String) -> String { words[key] ?? key }

    /// The text of a key with every `#` replaced.
    func filled(_ key: String, _ value: String) -> String { self[key].replacing("#", with: value) }

    /// The code that `lang` must have.
    ///
    /// Nil for the default language.
    var languageParameter: String? { isDefault ? nil : language.code }

    /// A path of the service in this language.
    func link(_ path: String) -> String {
        guard let code = languageParameter else { return path }
        return path + (path.contains("?") ? "&" : "?") + "lang=\(code)"
    }

    /// The name of a category.
    ///
    /// If there is no text for it, it is shown as the data writes it.
    func category(_ value: String) -> String {
        words["category.\(value)"] ?? Self.readable(value.replacing("-", with: " "))
    }

    /// The label of a property.
    ///
    /// A column that only one file has is labelled with its name.
    func label(_ property: String) -> String {
        words["fact.\(property)"] ?? Self.readable(property.replacing("_", with: " "))
    }

    /// "850 m", "1,8 km", "25 km".
    ///
    /// Under 50 m it is "di tempat ini", because no position here is more accurate.
    func distance(_ metres: Double) -> String { metres < 50 ? self["atPlace"] : length(metres) }

    /// "10 m", "850 m", "1,8 km", "25 km".
    func length(_ metres: Double) -> String {
        if metres < 995 { return "\(Int((metres / 10).rounded() * 10)) m" }
        let kilometres = metres / 1_000
        guard kilometres < 9.95 else { return "\(grouped(Int(kilometres.rounded()))) km" }
        let tenths = Int((kilometres * 10).rounded())
        return "\(tenths / 10)\(tenths % 10 == 0 ? "" : language.decimalMark + "\(tenths % 10)") km"
    }

    func count(_ number: Int) -> String {
        number == 0 ? self["countNone"] : number == 1 ? self["countOne"] : filled("countMany", grouped(number))
    }

    /// "1.250" in Indonesian, "1,250" in English.
    func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var position = digits.count - 3
        while position > 0 {
            digits.insert(
                contentsOf: language.groupingMark, at: digits.index(digits.startIndex, offsetBy: position))
            position -= 3
        }
        return (number < 0 ? "−" : "") + digits
    }

    /// "Rp15.000–Rp100.000 per kg", "mulai Rp5.000".
    func price(least: Int, most: Int?, unit: String?) -> String {
        let rupiah = { (amount: Int) in "Rp\(grouped(amount))" }
        let amount =
            switch most {
            case nil: filled("priceFrom", rupiah(least))
            case least: rupiah(least)
            case let most?: "\(rupiah(least))–\(rupiah(most))"
            }
        return amount + (unit.map { " \(self["per"]) \($0)" } ?? "")
    }

    /// "2,8807° LS, 115,0083° BT" ("2.8807° S, 115.0083° E").
    func coordinate(_ place: Coordinate) -> String {
        let degrees = { (value: Double) in
            String(format: "%.4f", value.magnitude).replacing(".", with: language.decimalMark) + "°"
        }
        return "\(degrees(place.latitude)) \(self[place.latitude < 0 ? "south" : "north"]), "
            + "\(degrees(place.longitude)) \(self[place.longitude < 0 ? "west" : "east"])"
    }

    private static func readable(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
