/// A price as a source states it: from, to, and for how much of the goods.
///
///     PriceRange(text: "15000-25000 per gram", minRupiah: 15_000, maxRupiah: 25_000, unit: "gram")
///
/// Whole rupiah. `minRupiah` alone is a price "and up", `maxRupiah` alone one "up to"; equal, they are one
/// price.
package struct PriceRange: Sendable, Hashable, Codable {
    /// The price as written.
    package var text: String
    package var minRupiah: Int?
    package var maxRupiah: Int?
    /// What the price is for ("kg", "100 biji"); nil for a piece.
    package var unit: String?

    package init(text: String, minRupiah: Int? = nil, maxRupiah: Int? = nil, unit: String? = nil) {
        self.text = text
        self.minRupiah = minRupiah
        self.maxRupiah = maxRupiah
        self.unit = unit
    }
}

extension ColumnVisitor {
    /// A price as four columns; it is nil if there is no text.
    mutating func callAsFunction(_ price: inout PriceRange?) throws(Failure) {
        var (text, unit) = (price?.text, price?.unit)
        var (minimum, maximum) = (price?.minRupiah, price?.maxRupiah)
        try self("price_text", &text)
        try self("price_min_rupiah", &minimum)
        try self("price_max_rupiah", &maximum)
        try self("price_unit", &unit)
        price = text.map { PriceRange(text: $0, minRupiah: minimum, maxRupiah: maximum, unit: unit) }
    }
}
