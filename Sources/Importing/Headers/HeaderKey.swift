/// A header in the form in which headers are compared: its letters and digits, in lower case.
///
///     HeaderKey("Nama Sentra").text       // "namasentra", as for "nama_sentra", "NamaSentra" and "NAMA  SENTRA"
///     HeaderKey("Kab./Kota").text         // "kabkota"
struct HeaderKey: Hashable, Sendable {
    let text: String

    init(_ header: some StringProtocol) {
        var text = ""
        for scalar in header.lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
            text.unicodeScalars.append(scalar)
        }
        self.text = text
    }

    /// The key without a year at its end, and that year: "population_2024" holds the population of 2024.
    var year: (key: String, year: String)? {
        let digits = text.suffix(4)
        guard text.count > 4, digits.allSatisfy(\.isNumber), digits.hasPrefix("19") || digits.hasPrefix("20") else {
            return nil
        }
        return (String(text.dropLast(4)), String(digits))
    }
}
