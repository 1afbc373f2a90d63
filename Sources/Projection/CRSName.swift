/// Normalizes the names of coordinate reference systems.
enum CRSName {
    /// The text for PROJ: an authority code, a name, or unchanged WKT.
    ///
    ///     CRSName.normalised("http://www.opengis.net/def/crs/EPSG/0/32750")     // "EPSG:32750"
    ///
    /// Returns nil for an empty text, and for PROJ strings, because these could refer to files.
    static func normalised(_ text: String) -> String? {
        let text = text.drop { $0.isWhitespace }
        let trimmed = String(text.reversed().drop { $0.isWhitespace }.reversed())
        if isWellKnownText(trimmed) { return trimmed }
        guard !trimmed.isEmpty, trimmed.utf8.count <= 200, !trimmed.contains("+"), !trimmed.contains("=") else {
            return nil
        }
        return identifier(bare(trimmed)) ?? trimmed
    }

    /// Whether the text is WKT 1, WKT 2 or PROJJSON.
    static func isWellKnownText(_ text: String) -> Bool {
        let keyword = text.prefix { $0.isLetter || $0 == "_" }.uppercased()
        let rest = text.dropFirst(keyword.count).first { !$0.isWhitespace }
        return text.first == "{"
            || ((rest == "[" || rest == "(") && (keyword.hasSuffix("CS") || keyword.hasSuffix("CRS")))
    }

    /// The parts of a URN, URL or safe CURIE, joined by colons.
    private static func bare(_ text: String) -> String {
        var text = text
        if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
        let lower = text.lowercased()
        for prefix in ["urn:ogc:def:crs:", "urn:x-ogc:def:crs:"] where lower.hasPrefix(prefix) {
            return String(text.dropFirst(prefix.count))
        }
        for scheme in ["http://www.opengis.net/", "https://www.opengis.net/"] where lower.hasPrefix(scheme) {
            let path = text.dropFirst(scheme.count)
            if path.lowercased().hasPrefix("def/crs/") {
                return String(path.dropFirst("def/crs/".count).replacing("/", with: ":"))
            }
            if path.lowercased().hasPrefix("gml/srs/epsg.xml#") {
                return "EPSG:" + path.dropFirst("gml/srs/epsg.xml#".count)
            }
        }
        return text
    }

    /// "EPSG:32750" from authority, optional version, and code.
    ///
    /// Returns nil if the text has another form.
    private static func identifier(_ text: String) -> String? {
        let parts = text.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
        guard let code = parts.last, (1...3).contains(parts.count) else { return nil }
        let compact = parts.joined(separator: ":").uppercased()
        if ["CRS84", "CRS:84", "WGS84"].contains(compact) || compact.hasPrefix("OGC:") && compact.hasSuffix(":CRS84") {
            return "OGC:CRS84"
        }
        if parts.count == 1 {
            let digits = compact.hasPrefix("EPSG") ? compact.dropFirst(4) : compact[...]
            return isCode(digits) ? "EPSG:\(digits)" : nil
        }
        return isCode(code[...]) ? "\(parts[0].uppercased()):\(code)" : nil
    }

    private static func isCode(_ text: Substring) -> Bool {
        (1...9).contains(text.utf8.count)
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
