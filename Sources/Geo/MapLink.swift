/// Parses a position in the address of a web map or in well-known text.
///
///     MapLink.coordinate("https://www.openstreetmap.org/#map=15/-2.945/115.05")
///     MapLink.coordinate("geo:-2.945,115.05")
///     MapLink.coordinate("POINT (115.05 -2.945)")
///     // The pin (115.05, -2.945) comes before the centre of the map:
///     MapLink.coordinate("https://www.google.com/maps/place/Hiyung/@-2.95,115.04,15z/data=!3d-2.945!4d115.05")
///
/// Shortened links contain no position.
enum MapLink {
    /// The texts before and after a latitude.
    ///
    /// A pin has precedence over the centre of the view.
    private static let patterns: [(lead: String, between: String)] = [
        ("!3d", "!4d"), ("mlat=", "&mlon="), ("query=", ","), ("q=", ","), ("q=loc:", ","), ("ll=", ","),
        ("destination=", ","),
        ("daddr=", ","),
        ("center=", ","), ("geo:", ","), ("/place/", ","), ("/search/", ","), ("/dir/", ","), ("/@", ","),
    ]

    static func coordinate(_ text: String) -> Coordinate? {
        if text.uppercased().hasPrefix("POINT") { return wellKnownText(text) }
        guard text.contains("://") || text.hasPrefix("geo:") || text.contains(".com/") || text.contains(".org/") else {
            return nil
        }
        let address = text.replacing("%2C", with: ",").replacing("%2c", with: ",").replacing("%20", with: "").replacing(
            "+", with: "")
        for pattern in patterns {
            if let found = pair(in: address, after: pattern.lead, parted: pattern.between) { return found }
        }
        return view(in: address)
    }

    private static func pair(in address: String, after lead: String, parted between: String) -> Coordinate? {
        for start in address.ranges(of: lead) {
            guard let (latitude, rest) = number(address[start.upperBound...]), rest.hasPrefix(between),
                let (longitude, _) = number(rest.dropFirst(between.count))
            else { continue }
            let found = Coordinate(longitude: longitude, latitude: latitude)
            if found.isValid { return found }
        }
        return nil
    }

    /// "#map=15/-2.945/115.05": zoom, latitude, longitude.
    private static func view(in address: String) -> Coordinate? {
        guard let start = address.firstRange(of: "#map=") else { return nil }
        let numbers = address[start.upperBound...].split(separator: "/").prefix(3).compactMap { number($0)?.value }
        guard numbers.count == 3 else { return nil }
        let found = Coordinate(longitude: numbers[2], latitude: numbers[1])
        return found.isValid ? found : nil
    }

    /// A well-known text, with the longitude first.
    private static func wellKnownText(_ text: String) -> Coordinate? {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
        let numbers = text[text.index(after: open)...].dropLast().split(separator: " ").map { Double($0) }
        guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    private static func number(_ text: Substring) -> (value: Double, rest: Substring)? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == ".") }
        guard let value = Double(digits) else { return nil }
        return (value, text.dropFirst(digits.count))
    }
}
