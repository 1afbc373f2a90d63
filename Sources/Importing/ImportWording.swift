import Gazetteer

/// The titles of problem groups in a report.
enum ImportWording {
    static func title(of cause: ImportCause) -> String {
        switch cause {
        case .row(.tooFewFields): "too few fields"
        case .row(.tooManyFields): "too many fields"
        case .row(.geometry): "the geometry cannot be read"
        case .nameMissing: "there is no name"
        case .rowOfTotals: "a row of totals"
        case .notANumber: "not a number"
        case .outOfRange: "a number out of its range"
        case .notAKind: "not a known kind"
        case .notAYesOrNo: "neither yes, no, nor a certificate's number"
        case .notAPrice: "a price kept as text"
        case .notADate: "not a date"
        case .notAPostcode: "not a postcode"
        case .codeMissing: "there is no code"
        case .codeUnreadable: "not a code"
        case .codeOfStatistics: "a code of the statistics office (BPS), not of the Ministry of Home Affairs"
        case .codeOfOtherLevel: "a code of another level"
        case .codesDisagree: "codes that contradict each other"
        case .parentUnknown: "the parent region is not in the catalog"
        case .districtUnknown: "the district is not in the catalog"
        case .sentraUnknown: "the sentra is not in the catalog"
        case .productUnknown: "the product is not in the catalog"
        case .areaUnknown: "the present code is not in the catalog"
        case .idUnusable: "an unusable id"
        case .idTwice: "an id of an earlier row"
        case .idOfOtherKind: "an id of a document of another kind"
        case .rowTwice: "the same row as an earlier one"
        case .coordinateUnreadable: "coordinates that cannot be read"
        case .coordinateOutsideCRS: "coordinates outside of their CRS"
        case .refusedByCatalog: "the catalog's constraints refuse the row"
        case .villageMoved: "a village that replaces the one with its former code"
        case .linkIncomplete: "a link without a product or a sentra"
        case .linkRemoved: "a link that was taken out"
        case .place(let cause): title(of: cause)
        case .coordinate(let cause): title(of: cause)
        }
    }

    private static func title(of cause: PlaceCause) -> String {
        switch cause {
        case .readAs: "a place name read as another spelling"
        case .districtCorrected: "the village is in another district than the row says"
        case .districtIgnored: "a district that was not used"
        case .regencyCorrected: "the place is in another regency than the row says"
        case .formerCode: "a former code of the place"
        case .districtAndVillage: "a name that a district and its village share"
        case .placeAmbiguous: "a name that fits a district and other villages"
        case .villageUnknown: "no such village"
        case .villageAmbiguous: "several villages fit"
        case .severalVillages: "the row names several villages"
        case .noVillageName: "no name of a village"
        case .districtUnknown: "no such district"
        case .districtAmbiguous: "several districts fit"
        case .districtElsewhere: "the district is in another regency than the row says"
        case .regencyUnknown: "no such regency"
        case .regencyAmbiguous: "several regencies fit"
        case .provinceUnknown: "no such province"
        case .codeUnknown: "an unknown code"
        case .codeUnreadable: "not a code"
        case .codeOfStatistics: "a code of the statistics office (BPS), not of the Ministry of Home Affairs"
        case .codeContradictsName: "a code that contradicts the names"
        }
    }

    private static func title(of cause: CoordinateCause) -> String {
        switch cause {
        case .swapped: "longitude and latitude swapped"
        case .minusLost: "a latitude without its minus sign"
        case .swappedAndMinusLost: "longitude and latitude swapped, and a minus sign lost"
        case .minusAdded: "a wrong minus sign"
        case .separatorLost: "a coordinate without its decimal separator"
        case .degreesForMetres: "degrees where metres are expected"
        case .metresWithoutCRS: "metres without a CRS"
        case .otherCRS: "coordinates in another CRS"
        case .ambiguous: "a position with several possible readings"
        case .nullIsland: "a position of 0, 0"
        case .outOfRange: "a position beyond the range of degrees"
        case .outside: "a position outside of the known area"
        case .farFromPlace: "a position far from the place that the row names"
        }
    }
}
