/// The letters and words for hemispheres, axes and units in coordinates, in Indonesian and English.
enum CoordinateWords {
    static func piece(_ word: String, isAfterSeconds: Bool) -> CoordinateScanner.Piece? {
        word == "s" && isAfterSeconds ? .mark(.second) : pieces[word]
    }

    private static let pieces: [String: CoordinateScanner.Piece] = {
        let words: [(CoordinateScanner.Piece, String)] = [
            (.hemisphere(.latitude, isNegative: true), "s ls selatan south"),
            (.hemisphere(.latitude, isNegative: false), "n u lu utara north"),
            (.hemisphere(.longitude, isNegative: false), "e t bt timur east"),
            (.hemisphere(.longitude, isNegative: true), "w b bb barat west"),
            (.axis(.latitude), "lat latitude lintang y"), (.axis(.longitude), "lon long lng longitude bujur x"),
            (.mark(.degree), "d deg degree degrees derajat"), (.mark(.minute), "m min minute minutes menit"),
            (.mark(.second), "sec second seconds dtk detik"), (.separator, "dan and"),
        ]
        return Dictionary(words.flatMap { piece, list in list.split(separator: " ").map { (String($0), piece) } }) {
            first, _ in first
        }
    }()
}
