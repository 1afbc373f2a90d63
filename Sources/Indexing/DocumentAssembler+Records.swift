import Catalog
import Gazetteer
import Geo
import IndexDefinition

extension DocumentAssembler {
    func parts(of village: Village) -> DocumentParts {
        var properties = PropertyList()
        properties.add("kind", village.kind.rawValue)
        properties.add("postcode", village.postcode)
        properties.add(village.extra)
        let placement = Placement(
            villageCode: village.code, districtCode: village.districtCode,
            regencyCode: AdministrativeCode(village.code)?.regency?.dotted,
            coordinate: village.coordinate, source: village.coordinate == nil ? nil : .village,
            accuracyMetres: village.positionAccuracyMetres)
        return DocumentParts(
            kind: .village, name: village.name, otherNames: gazetteer.otherNames(of: village.code),
            commodity: [village.kind.rawValue],
            description: [village.postcode] + village.extra.map(\.value), placement: placement, properties: properties)
    }

    func parts(of sentra: Sentra, products: [LinkedDocument]) -> DocumentParts {
        var properties = PropertyList()
        properties.add("other_names", sentra.otherNames)
        properties.add("commodity", sentra.commodity)
        properties.add("category", sentra.category)
        properties.add("description", sentra.description)
        properties.add("products", products)
        properties.add("raw_material", sentra.rawMaterial)
        properties.add("kbli_code", sentra.kbliCode)
        addFigures(of: sentra, to: &properties)
        properties.add("market", sentra.market)
        properties.add("export", sentra.export)
        addDistinctions(of: sentra, to: &properties)
        properties.add("contact", sentra.contact)
        properties.add("note", sentra.note)
        properties.add("note_en", sentra.noteEn)
        properties.add("place_text", sentra.placement.placeText)
        properties.add("source_url", sentra.sourceURL)
        properties.add("more_sources", sentra.moreSources)
        properties.add("page_date", sentra.pageDate)
        properties.add(sentra.extra)
        return DocumentParts(
            kind: .sentra, name: sentra.name, otherNames: sentra.otherNames,
            commodity: [sentra.commodity, sentra.category],
            description: [
                sentra.description, sentra.rawMaterial, sentra.production, sentra.market, sentra.export,
                sentra.ovopStatus, sentra.geographicIndication, sentra.heritage, sentra.awards, sentra.note,
            ] + sentra.extra.map(\.value),
            category: sentra.category,
            placement: sentra.placement, properties: properties, sourceURL: sentra.sourceURL)
    }

    private func addFigures(of sentra: Sentra, to properties: inout PropertyList) {
        properties.add("business_units", sentra.businessUnits)
        properties.add("units_kind", sentra.unitsKind)
        properties.add("workers", sentra.workers)
        properties.add("workers_kind", sentra.workersKind)
        properties.add("figures_year", sentra.figuresYear)
        properties.add("figures_source_url", sentra.figuresSourceURL)
        properties.add("production", sentra.production)
        properties.add("area", sentra.area)
        properties.add("founded_year", sentra.foundedYear)
    }

    private func addDistinctions(of sentra: Sentra, to properties: inout PropertyList) {
        properties.add("ovop_stars", sentra.ovopStars)
        properties.add("ovop_status", sentra.ovopStatus)
        properties.add("ovop_year", sentra.ovopYear)
        properties.add("ovop_source_url", sentra.ovopSourceURL)
        properties.add("geographic_indication", sentra.geographicIndication)
        properties.add("gi_number", sentra.giNumber)
        properties.add("heritage", sentra.heritage)
        properties.add("awards", sentra.awards)
    }

    func parts(of product: Product, sentra: [LinkedDocument]) -> DocumentParts {
        var properties = PropertyList()
        properties.add("local_name", product.localName)
        properties.add("english_name", product.englishName)
        properties.add("category", product.category)
        properties.add("materials", product.materials)
        properties.add("description", product.description)
        properties.add("producer", product.producer)
        properties.add("price", product.price?.text)
        properties.add("price_min_idr", product.price?.minRupiah)
        properties.add("price_max_idr", product.price?.maxRupiah)
        properties.add("price_unit", product.price?.unit)
        properties.add("certifications", product.certifications.names)
        properties.add("certification_text", product.certifications.text)
        properties.add("sentra", sentra)
        properties.add("heritage", product.heritage)
        properties.add("export", product.export)
        properties.add("place_text", product.placement.placeText)
        properties.add("source_url", product.sourceURL)
        properties.add("more_sources", product.moreSources)
        properties.add("page_date", product.pageDate)
        properties.add(product.extra)
        return DocumentParts(
            kind: .product, name: product.name, otherNames: [product.localName, product.englishName].compactMap { $0 },
            commodity: [product.category, product.materials],
            description: [
                product.description, product.producer, product.certifications.text, product.heritage, product.export,
            ]
                + product.extra.map(\.value),
            maker: product.producer, category: product.category,
            placement: product.placement, properties: properties, sourceURL: product.sourceURL)
    }

    func parts(of outlet: Outlet) -> DocumentParts {
        var properties = PropertyList()
        properties.add("sells", outlet.sells)
        properties.add("category", outlet.category)
        properties.add("description", outlet.description)
        properties.add("hours", outlet.hours)
        properties.add("since", outlet.since)
        properties.add("contact", outlet.contact)
        properties.add("note", outlet.note)
        properties.add("place_text", outlet.placement.placeText)
        properties.add("source_url", outlet.sourceURL)
        properties.add("more_sources", outlet.moreSources)
        properties.add("page_date", outlet.pageDate)
        properties.add(outlet.extra)
        return DocumentParts(
            kind: .outlet, name: outlet.name, commodity: [outlet.sells, outlet.category],
            description: [outlet.description, outlet.hours, outlet.since, outlet.note], category: outlet.category,
            placement: outlet.placement, properties: properties, sourceURL: outlet.sourceURL)
    }
}

extension Certifications {
    /// The certificates the product is known to have.
    fileprivate var names: [String] {
        [
            (halal, "halal"), (pirt, "P-IRT"), (bpomMD, "BPOM MD"), (sni, "SNI"),
            (geographicIndication, "indikasi geografis"),
        ].filter {
            $0.0 == true
        }.map(\.1)
    }
}
