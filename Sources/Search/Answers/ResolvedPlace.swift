import Geo

/// The place that a text means: a village, district, regency or coordinate.
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

    /// A place that is only a coordinate.
    ///
    /// Its name has the latitude first, as people type it.
    package init(_ coordinate: Coordinate) {
        let text = "\(coordinate.latitude),\(coordinate.longitude)"
        self.init(code: nil, name: text, kind: "coordinate", label: text, coordinate: coordinate)
    }
}
