/// How precisely the position of a document is known; the raw value is the number that values.bin stores.
package enum PositionPrecision: UInt8, CaseIterable, Sendable {
    /// The source of the document states the position.
    case own
    /// It is the position of the village that the document names.
    case village
    /// It is the centre of the district or regency; no more is known.
    case district, regency
}

extension RankingWeights.Distance {
    /// The greatest of the distances that a document may lie from its position, in metres.
    package var greatestSpreadMetres: Double { PositionPrecision.allCases.map(spreadMetres).max() ?? 0 }

    /// How far a document of this precision may lie from its position, in metres.
    package func spreadMetres(_ precision: PositionPrecision) -> Double {
        switch precision {
        case .own, .village: 0
        case .district: districtSpreadMetres
        case .regency: regencySpreadMetres
        }
    }
}
