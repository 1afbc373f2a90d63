import Geo

/// What a file says beyond the fields that Banua knows: names and values as written, in the order of the file's columns.
///
///     var extra = ExtraProperties()
///     extra["Tahun Berdiri"] = "1998"
///     extra.json.text      // {"Tahun Berdiri":"1998"}
///
/// A name occurs once. Values are texts: nothing is made of them.
public struct ExtraProperties: Sendable, Hashable, RandomAccessCollection {
    public struct Property: Sendable, Hashable {
        public var name: String
        public var value: String
    }

    private var properties: [Property] = []

    public init() {}

    /// The properties in order; of two with the same name the later value wins, in the earlier place.
    public init(_ pairs: some Sequence<(String, String)>) {
        for (name, value) in pairs { self[name] = value }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { properties.count }
    public subscript(position: Int) -> Property { properties[position] }

    /// The value of a name; setting nil removes it, setting a new name appends it.
    public subscript(name: String) -> String? {
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

extension ExtraProperties {
    /// An object of texts, in order.
    public var json: JSONValue {
        .object(properties.map { ($0.name, .string($0.value)) })
    }
}

extension ExtraProperties: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements)
    }
}
