import Foundation
import Geo

/// The words of a language, and numbers, prices and distances as it writes them.
struct PageWords: Sendable {
    let language: Language
    let words: [String: String]

    /// The word for a key; the key itself where the table lacks it, which a test over all templates forbids.
    subscript(key: String) -> String { words[key] ?? key }

    /// The word for a key with every `#` replaced.
    func filled(_ key: String, _ value: String) -> String { self[key].replacing("#", with: value) }

    /// A path of ours in this language.
    func link(_ path: String) -> String {
        language == .indonesian ? path : path + (path.contains("?") ? "&" : "?") + "lang=\(language.rawValue)"
    }

    /// A category as people read it; one we have no word for is shown as the data writes it.
    func category(_ value: String) -> String {
        words["category.\(value)"] ?? Self.readable(value.replacing("-", with: " "))
    }

    /// The label of a property; that of a file's own column is its name.
    func label(_ property: String) -> String {
        words["fact.\(property)"] ?? Self.readable(property.replacing("_", with: " "))
    }

    /// "850 m", "1,8 km", "25 km"; under 50 m "di tempat ini", which is as well as any position here is known.
    func distance(_ metres: Double) -> String { metres < 50 ? self["atPlace"] : length(metres) }

    /// "10 m", "850 m", "1,8 km", "25 km".
    func length(_ metres: Double) -> String {
        if metres < 995 { return "\(Int((metres / 10).rounded() * 10)) m" }
        let kilometres = metres / 1_000
        guard kilometres < 9.95 else { return "\(grouped(Int(kilometres.rounded()))) km" }
        let tenths = Int((kilometres * 10).rounded())
        return "\(tenths / 10)\(tenths % 10 == 0 ? "" : decimalMark + "\(tenths % 10)") km"
    }

    func count(_ number: Int) -> String {
        number == 0 ? self["countNone"] : number == 1 ? self["countOne"] : filled("countMany", grouped(number))
    }

    /// "1.250" in Indonesian, "1,250" in English.
    func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(
                contentsOf: language == .indonesian ? "." : ",", at: digits.index(digits.startIndex, offsetBy: place))
            place -= 3
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
            String(format: "%.4f", value.magnitude).replacing(".", with: decimalMark) + "°"
        }
        return "\(degrees(place.latitude)) \(self[place.latitude < 0 ? "south" : "north"]), "
            + "\(degrees(place.longitude)) \(self[place.longitude < 0 ? "west" : "east"])"
    }

    private var decimalMark: String { language == .indonesian ? "," : "." }

    private static func readable(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
