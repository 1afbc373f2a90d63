import Foundation
import Geo
import IndexDefinition
import Search

/// The facts of a document as label and value, its sources, and how exactly it is placed.
enum DocumentFacts {
    /// Properties that the page shows elsewhere, or that only programs want.
    private static let elsewhere: Set = ["source_url", "sources", "source", "kind", "postcode_source"]

    /// Labels of the properties we know, Indonesian and English; a property of a file's own keeps its name.
    private static let labels: [String: (id: String, en: String)] = [
        "other_names": ("Nama lain", "Other names"), "commodity": ("Komoditas", "Commodity"), "category": ("Kategori", "Category"),
        "kbli_code": ("Kode KBLI", "KBLI code"),
        "business_units": ("Unit usaha", "Business units"), "workers": ("Tenaga kerja", "Workers"),
        "figures_year": ("Tahun data", "Year of the figures"),
        "ovop_stars": ("Bintang OVOP", "OVOP stars"), "ovop_year": ("Tahun OVOP", "OVOP year"),
        "geographic_indication": ("Indikasi geografis", "Geographic indication"),
        "contact": ("Kontak", "Contact"), "note": ("Catatan", "Note"), "description": ("Keterangan", "Description"),
        "local_name": ("Nama setempat", "Local name"),
        "english_name": ("Nama Inggris", "English name"), "materials": ("Bahan", "Made of"), "producer": ("Pembuat", "Producer"),
        "price": ("Harga", "Price"),
        "certifications": ("Sertifikasi", "Certifications"), "sentra_id": ("Sentra", "Sentra"),
        "place_text": ("Tempat menurut sumber", "Place as the source writes it"), "postcode": ("Kode pos", "Postcode"),
    ]

    static func facts(_ stored: StoredHit, _ words: PageWords) -> [[String: Any]] {
        stored.properties.compactMap { name, value in
            guard !elsewhere.contains(name), let text = StoredHit.text(value) else { return nil }
            let label = labels[name].map { words.language == .indonesian ? $0.id : $0.en } ?? name.replacing("_", with: " ")
            var fact: [String: Any] = ["label": label, "value": text]
            if name == "sentra_id" { fact["url"] = "/collections/sentra/items/\(FeatureLinks.escaped(text))" }
            if isLink(text) { fact["url"] = text }
            return fact
        }
    }

    /// The web addresses the facts were read from; nil where there are none.
    static func sources(_ stored: StoredHit) -> [String]? {
        let links = ["source_url", "source", "sources"].compactMap { stored.property($0) }.flatMap {
            $0.split(separator: ", ").map(String.init)
        }.filter(isLink)
        return links.isEmpty ? nil : links
    }

    /// Only web addresses become links: a `javascript:` in somebody's list must stay text.
    private static func isLink(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && !text.contains { $0.isWhitespace || $0 == "\"" || $0 == "<" }
    }

    static func precision(_ stored: StoredHit, _ words: PageWords) -> String {
        guard stored.hit.coordinate != nil else { return words["precisionNone"] }
        switch stored.positionSource {
        case "district": return words["precisionDistrict"]
        case "regency": return words["precisionRegency"]
        case "own" where stored.hit.kind != .village: return words["precisionOwn"]
        default: return words.filled("precisionVillage", stored.accuracyMetres.map(words.distance) ?? "?")
        }
    }
}
