import JSON

/// The columns of a file that Banua has no field for: names and values as written, in the order of the file's
/// columns.
///
///     var extra = ExtraProperties()
///     extra["Tahun Berdiri"] = "1998"
///     extra.json.text      // {"Tahun Berdiri":"1998"}
///
/// A name occurs once. Values are texts and are kept as written.
package struct ExtraProperties: Sendable, Hashable, RandomAccessCollection {
    package struct Property: Sendable, Hashable {
        package var name: String
        package var value: String
    }

    private var properties: [Property] = []

    package init() {}

    /// The properties in order; of two with the same name the later value wins, in the earlier place.
    package init(_ pairs: some Sequence<(String, String)>) {
        for (name, value) in pairs { self[name] = value }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { properties.count }
    package subscript(position: Int) -> Property { properties[position] }

    /// The value of a name; setting nil removes it, setting a new name appends it.
    package subscript(name: String) -> String? {
        get { properties.first { $0.name == name }?.value }
        set {
            let position = properties.firstIndex { $0.name == name }
            switch (position, newValue) {
            case (let position?, let value?): properties[position].value = value
            case (let position?, nil): properties.remove(at: position)
            case (nil, let value?): properties.append(Property(name: name, value: value))
            case (nil, nil): break
            }
        }
    }
}

/// Stored as an object of texts, in order.
extension ExtraProperties: JSONColumnValue {
    package var json: JSONValue {
        .object(properties.map { ($0.name, .string($0.value)) })
    }

    package init?(json: JSONValue) {
        guard let members = json.object else { return nil }
        self.init(members.compactMap { name, value in value.string.map { (name, $0) } })
    }
}

extension ExtraProperties: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements)
    }
}
