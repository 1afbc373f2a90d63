import Geo

/// A village, district, regency or bare coordinate that a text was taken to mean.
public struct ResolvedPlace: Sendable, Hashable {
    /// nil for a coordinate.
    public var code: String?
    public var name: String
    /// `desa`, `kelurahan`, `kecamatan`, `kabupaten`, `kota`, `provinsi`, or `coordinate`.
    public var kind: String
    /// The name with the areas around it: "Kampung Baru, Simpang Empat, Tanah Bumbu".
    public var label: String
    public var coordinate: Coordinate?
    public var accuracyMetres: Double?

    public init(code: String?, name: String, kind: String, label: String, coordinate: Coordinate?, accuracyMetres: Double? = nil) {
        self.code = code
        self.name = name
        self.kind = kind
        self.label = label
        self.coordinate = coordinate
        self.accuracyMetres = accuracyMetres
    }

    /// A bare coordinate, named as people type it: latitude first.
    public init(_ coordinate: Coordinate) {
        let text = "\(coordinate.latitude),\(coordinate.longitude)"
        self.init(code: nil, name: text, kind: "coordinate", label: text, coordinate: coordinate)
    }
}
