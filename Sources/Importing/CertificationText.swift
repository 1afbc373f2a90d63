import Catalog

/// Parses the certificates that a text states, denies, or announces.
///
///     CertificationText.read("halal, belum SNI")      // halal: true, sni: false
///
/// Parts are separated by commas, semicolons, slashes or "dan". "belum", "tidak", "tanpa" and "bukan" deny a
/// certificate. "proses" and "diajukan" announce a certificate, which counts as unknown. The text itself is always
/// stored.
enum CertificationText {
    static func read(_ text: String) -> Certifications {
        var found = Certifications(text: text)
        for part in parts(of: text.lowercased()) {
            let words = Set(part.split { !$0.isLetter && !$0.isNumber }.map(String.init))
            if !words.isDisjoint(with: ["proses", "diajukan", "diusulkan", "pengajuan"]) { continue }
            let isStated = words.isDisjoint(with: ["belum", "tidak", "tanpa", "bukan", "non", "no"])
            if words.contains("halal") { found.halal = isStated }
            if words.contains("pirt") || words.isSuperset(of: ["p", "irt"]) { found.pirt = isStated }
            if words.contains("bpom") { found.bpomMD = isStated }
            if words.contains("sni") { found.sni = isStated }
            if words.contains("ig") || words.isSuperset(of: ["indikasi", "geografis"]) {
                found.geographicIndication = isStated
            }
        }
        return found
    }

    private static func parts(of text: String) -> [String] {
        text.replacing(" dan ", with: ",").split { ",;/+&".contains($0) }.map(String.init)
    }

    /// Parses a cell of a column for one certificate: yes, no, or the number of the certificate, which means yes.
    ///
    /// Returns nil for any other text.
    static func flag(_ text: String) -> (isHeld: Bool, number: String?)? {
        switch text.lowercased() {
        case "ya", "y", "yes", "ada", "sudah", "true", "1", "v", "✓", "✔", "√", "punya", "memiliki": return (true, nil)
        case "tidak", "t", "no", "n", "belum", "false", "0", "tdk", "tidak punya", "tidak memiliki", "x", "✗":
            return (false, nil)
        default:
            let digits = text.count(where: \.isNumber)
            return digits >= 5 ? (true, text) : nil
        }
    }
}
