import Geo

/// A village, district, regency or bare coordinate that a text was taken to mean.
package struct ResolvedPlace: Sendable, Hashable {
    /// nil for a coordinate.
    package var code: String?
    package var name: String
    /// `desa`, `kelurahan`, `kecamatan`, `kabupaten`, `kota`, `provinsi`, or `coordinate`.
    package var kind: String
    /// The name with the areas around it: "Kampung Baru, Simpang Empat, Tanah Bumbu".
    package var label: String
    package var coordinate: Coordinate?
    package var accuracyMetres: Double?

    package init(
        code: String?, name: String, kind: String, label: String, coordinate: Coordinate?, accuracyMetres: Double? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.label = label
        self.coordinate = coordinate
        self.accuracyMetres = accuracyMetres
    }

    /// A bare coordinate, named as people type it: latitude first.
    package init(_ coordinate: Coordinate) {
        let text = "\(coordinate.latitude),\(coordinate.longitude)"
        self.init(code: nil, name: text, kind: "coordinate", label: text, coordinate: coordinate)
    }
}
