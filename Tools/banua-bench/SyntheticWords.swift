import Foundation
import TestSupport

/// The words of a synthetic catalog: frequent words of real products and places, and many rare words made from
/// syllables.
struct SyntheticWords {
    static let products = [
        "kain", "tas", "anyaman", "purun", "rotan", "bambu", "kerupuk", "ikan", "dodol", "kopi", "gula", "aren", "madu",
        "tikar", "topi",
        "batik", "tenun", "sasirangan", "gerabah", "keripik", "singkong", "pisang", "sambal", "terasi", "abon", "sirup",
        "teh", "jahe",
        "kue",
        "rempah", "ukiran", "kayu", "perahu", "pisau", "parang", "perak", "permata", "manik", "lampit", "bakul",
        "nyiru", "topeng",
        "wayang",
        "songket", "ulos", "tempe", "tahu", "kecap", "garam", "minyak", "kelapa", "sabun", "lilin", "boneka", "sepatu",
        "sandal", "dompet",
    ]
    static let qualities = [
        "asli", "khas", "manis", "pedas", "asin", "halus", "kasar", "besar", "kecil", "merah", "hitam", "putih",
        "kuning", "segar",
        "kering",
        "tradisional", "alami", "organik", "premium", "super", "murni", "wangi", "gurih", "renyah", "lembut",
    ]
    /// The most frequent words of descriptions.
    static let sentenceHead = products + qualities
    static let categories = [
        "makanan", "anyaman", "kain", "pertanian-olahan", "lainnya", "perikanan", "kayu", "gerabah", "batu-permata",
        "minuman", "logam",
        "kapal",
    ]
    static let certificates = ["halal", "PIRT", "halal, PIRT", "BPOM MD", "SNI"]
    static let placeHeads = [
        "Sungai", "Tanjung", "Muara", "Kampung", "Karang", "Pulau", "Teluk", "Bukit", "Batu", "Rantau", "Suka",
        "Sumber", "Mekar", "Taman",
        "Telaga", "Kuala", "Lubuk", "Padang", "Pasir", "Simpang", "Banjar", "Kota", "Parit", "Ujung",
    ]
    static let placeTails = [
        "", "", "", "", " Hulu", " Hilir", " Baru", " Lama", " Raya", " Jaya", " Indah", " Makmur", " Timur", " Barat",
        " Utara",
        " Selatan",
    ]

    /// The rare words, the most frequent first.
    let tail: [String]
    /// Stems of place names.
    let placeStems: [String]

    init(random: inout SeededGenerator) {
        tail = Self.invented(60_000, syllables: 2...4, random: &random)
        placeStems = Self.invented(9_000, syllables: 2...3, random: &random)
    }

    /// A random word by Zipf's law: `head` has the first ranks, and the rare words have the others.
    func zipfian(head: [String], random: inout SeededGenerator) -> String {
        let count = Double(head.count + tail.count)
        let rank = Int(pow(count, Double.random(in: 0..<1, using: &random))) - 1
        return rank < head.count ? head[rank] : tail[min(rank - head.count, tail.count - 1)]
    }

    private static func invented(_ count: Int, syllables: ClosedRange<Int>, random: inout SeededGenerator) -> [String] {
        let onsets = ["b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "ng", "ny", ""]
        let vowels = ["a", "a", "a", "i", "u", "e", "o"]
        let codas = ["", "", "", "n", "ng", "r", "k", "s", "t", "h", "m", "l"]
        var seen: Set<String> = [], words: [String] = []
        while words.count < count {
            var word = ""
            let length = Int.random(in: syllables, using: &random)
            for position in 0..<length {
                word +=
                    onsets[Int.random(in: 0..<onsets.count, using: &random)]
                    + vowels[Int.random(in: 0..<vowels.count, using: &random)]
                if position == length - 1 { word += codas[Int.random(in: 0..<codas.count, using: &random)] }
            }
            if word.utf8.count > 3, seen.insert(word).inserted { words.append(word) }
        }
        return words
    }
}
