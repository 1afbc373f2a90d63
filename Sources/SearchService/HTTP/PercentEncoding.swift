import Foundation

/// Percent escapes of addresses (RFC 3986, 2.1).
enum PercentEncoding {
    /// The text with everything escaped but unreserved characters, the comma and the colon, which our lists use.
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    /// The text of a query string: `+` is a space.
    ///
    /// Returns nil if an escape is broken or the bytes are not UTF-8.
    static func decoded(_ text: Substring) -> String? {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(text)
        }
        return text.replacing("+", with: " ").removingPercentEncoding
    }

    /// The names and values of a query string.
    ///
    /// Returns nil if an escape is broken or the bytes are not UTF-8.
    static func pairs(ofQuery query: String) -> [(name: String, value: String)]? {
        var pairs: [(name: String, value: String)] = []
        for part in query.split(separator: "&") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(halves[0]), let value = decoded(halves.count > 1 ? halves[1] : "") else {
                return nil
            }
            pairs.append((name, value))
        }
        return pairs
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,:")
}
