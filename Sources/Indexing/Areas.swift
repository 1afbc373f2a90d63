import Catalog
import Gazetteer
import Geo
import JSON
import TextAnalysis

/// The district and regency that documents lie in, as text, made once for all of them.
struct AreaWords {
    /// "Amuntai Selatan, Hulu Sungai Utara".
    let label: String
    /// The folded words of the label and of by-names ("hsu"), one blank between two.
    let tokens: String
    /// The members "district" and "regency" of a hit.
    let json: [UInt8]

    init(district: String?, regency: String?, _ gazetteer: PlaceNames) {
        let codes = [district, regency].compactMap { $0 }
        label = codes.compactMap(gazetteer.name).map(PlaceName.short).joined(separator: ", ")
        tokens = Tokenizer.joined(([label] + codes.flatMap(gazetteer.bynames)).joined(separator: " ")).text
        var json: [UInt8] = []
        Self.write("district", district, gazetteer, to: &json)
        json.append(UInt8(ascii: ","))
        Self.write("regency", regency, gazetteer, to: &json)
        self.json = json
    }

    /// Appends a member of a hit: the code and the official name of an area, or null.
    static func write(_ member: String, _ code: String?, _ gazetteer: PlaceNames, to json: inout [UInt8]) {
        JSONValue.write(member, to: &json)
        json.append(UInt8(ascii: ":"))
        guard let code else {
            json += "null".utf8
            return
        }
        json += #"{"code":"#.utf8
        JSONValue.write(code, to: &json)
        json += #","name":"#.utf8
        JSONValue.write(gazetteer.name(of: code) ?? code, to: &json)
        json.append(UInt8(ascii: "}"))
    }
}

/// The areas of one document, as codes and as text.
struct Areas {
    let village: String?
    let district: String?
    let regency: String?
    /// What distinguishes suggestions of one name: "Banyu Hirang, Amuntai Selatan, Hulu Sungai Utara".
    let label: String
    /// As shown and highlighted: the label, with the text of the source if that has other words.
    let text: String
    /// As searched: the same with the by-names of every area.
    let tokens: String
    let words: AreaWords

    init(_ placement: Placement, _ gazetteer: PlaceNames, _ cache: inout AreaCache) {
        village = placement.villageCode
        let code = (village ?? placement.districtCode).flatMap(AdministrativeCode.init)
        district = placement.districtCode ?? code?.district?.dotted
        regency = placement.regencyCode ?? code?.regency?.dotted
        words = cache.words(district: district, regency: regency, gazetteer)
        let name = village.flatMap(gazetteer.name)
        label = Self.joined(name ?? "", words.label, by: ", ")
        var tokens = Self.joined(name.map { Tokenizer.joined($0).text } ?? "", words.tokens, by: " ")
        if let village {
            for byname in gazetteer.bynames(of: village) {
                tokens = Self.joined(tokens, Tokenizer.joined(byname).text, by: " ")
            }
        }
        let written = placement.placeText.map { Tokenizer.joined($0).text } ?? ""
        if let placeText = placement.placeText, Self.hasOtherWords(written, than: tokens) {
            text = label.isEmpty ? placeText : "\(label) (\(placeText))"
            self.tokens = Self.joined(tokens, written, by: " ")
        } else {
            text = label
            self.tokens = tokens
        }
    }

    /// True if `written` has a word that is not among the known ones; both have single spaces between words.
    ///
    /// Bytes, because this is called for every document.
    private static func hasOtherWords(_ written: String, than known: String) -> Bool {
        var (written, known) = (written, known)
        return written.withUTF8 { written in
            known.withUTF8 { known in
                !written.split(separator: blank).allSatisfy { isWord($0, of: known) }
            }
        }
    }

    private static let blank = UInt8(ascii: " ")

    private static func isWord(_ word: Slice<UnsafeBufferPointer<UInt8>>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        while start + word.count <= text.count {
            let end = start + word.count
            if end == text.count || text[end] == blank, text[start..<end].elementsEqual(word) { return true }
            while start < text.count, text[start] != blank { start += 1 }
            start += 1
        }
        return false
    }

    private static func joined(_ first: String, _ second: String, by separator: String) -> String {
        first.isEmpty ? second : second.isEmpty ? first : first + separator + second
    }
}

/// The words of the districts met so far: some 7,300 in the country.
struct AreaCache {
    private var known: [String: AreaWords] = [:]

    mutating func words(district: String?, regency: String?, _ gazetteer: PlaceNames) -> AreaWords {
        let key = "\(district ?? "")|\(regency ?? "")"
        if let words = known[key] { return words }
        let words = AreaWords(district: district, regency: regency, gazetteer)
        known[key] = words
        return words
    }
}
