import Catalog

/// Makes products from the rows of a list.
struct ProductMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = Placer.usedFields.union([
        .id, .name, .localName, .englishName, .category, .materials, .description, .producer, .price, .priceMin,
        .priceMax, .priceUnit,
        .certification, .halal, .pirt, .bpom, .sni, .geographicIndication, .sentraID, .heritage, .export, .source,
        .moreSources, .pageDate,
    ])

    var placer: Placer
    /// Whether the catalog has the sentra.
    let hasSentra: (String) throws -> Bool

    func id(of fields: inout RowFields) -> RecordID? {
        fields.text(.id) == nil ? RecordID.derived("product", from: fields) : RecordID.given(&fields)
    }

    mutating func record(id: String, from fields: inout RowFields, over existing: Product?) throws -> Product? {
        guard let name = fields.name() else { return nil }
        var product = existing ?? Product(id: id, name: name)
        product.name = name
        fields.take(.localName, into: &product.localName)
        fields.take(.englishName, into: &product.englishName)
        fields.take(.category, into: &product.category)
        fields.take(.materials, into: &product.materials)
        fields.take(.description, into: &product.description)
        fields.take(.producer, into: &product.producer)
        takePrice(&fields, into: &product.price)
        takeCertificates(&fields, into: &product.certifications)
        for id in try sentraIDs(fields) ?? [] where try !hasSentra(id) { fields.rejectUnknownSentra(id) }
        fields.take(.heritage, into: &product.heritage)
        fields.take(.export, into: &product.export)
        fields.take(.source, into: &product.sourceURL)
        fields.takeAddresses(.moreSources, into: &product.moreSources)
        try placer.place(&fields, into: &product.placement)
        fields.takeExtra(into: &product.extra)
        fields.takeDate(.pageDate, into: &product.pageDate, orTextInto: &product.extra)
        return product
    }

    /// The price: one column with its text, or two with minimum and maximum.
    ///
    /// A column for the unit has precedence over a unit in the price.
    private func takePrice(_ fields: inout RowFields, into price: inout PriceRange?) {
        guard fields.states(.price) || fields.states(.priceMin) || fields.states(.priceMax) else { return }
        var (low, high): (Int?, Int?)
        fields.takeWhole(.priceMin, into: &low)
        fields.takeWhole(.priceMax, into: &high)
        price = nil
        if let text = fields.text(.price) {
            price = PriceText.read(text)
            if price == nil {
                fields.remark(
                    .notAPrice, .price,
                    "'\(text.shortened())' is not read as an amount of rupiah and is kept as text.",
                    "Write it like 15000, 15000-25000, 5000 ke atas, or 25000 per kg.")
                price = PriceRange(text: text)
            }
        }
        if low != nil || high != nil {
            let text = [low, high].compactMap { $0.map(String.init) }.joined(separator: "-")
            price = PriceRange(text: price?.text ?? text, minRupiah: low, maxRupiah: high, unit: price?.unit)
        }
        if let unit = fields.text(.priceUnit) { price?.unit = unit }
        if let low = price?.minRupiah, let high = price?.maxRupiah, low > high {
            fields.reject(
                .outOfRange, .priceMin, "The price from \(low) to \(high) goes down.", "Put the lower price first.")
        }
    }

    private static let certificates: [(CanonicalField, any WritableKeyPath<Certifications, Bool?> & Sendable)] = [
        (.halal, \.halal), (.pirt, \.pirt), (.bpom, \.bpomMD), (.sni, \.sni),
        (.geographicIndication, \.geographicIndication),
    ]

    /// The certificates: those of the text, then those of columns for one certificate.
    ///
    /// Numbers of certificates are added to the text.
    private func takeCertificates(_ fields: inout RowFields, into certifications: inout Certifications) {
        if fields.states(.certification) {
            certifications = fields.text(.certification).map(CertificationText.read) ?? Certifications()
        }
        for (field, flag) in Self.certificates where fields.states(field) {
            certifications[keyPath: flag] = nil
            guard let text = fields.text(field) else { continue }
            guard let (isHeld, number) = CertificationText.flag(text) else {
                fields.reject(
                    .notAYesOrNo, field,
                    "'\(text.shortened())' says neither yes nor no, and is no certificate's number.",
                    "Write ya, tidak, or the certificate's number.")
                continue
            }
            certifications[keyPath: flag] = isHeld
            guard let number else { continue }
            let stated = "\(fields.header(of: field)) \(number)"
            // If the same list is imported again, the text already has the numbers.
            if certifications.text?.contains(stated) != true {
                certifications.text = [certifications.text, stated].compactMap(\.self).joined(separator: "; ")
            }
        }
    }

    /// The sentra that the row names; nil if the file has no column for them.
    private func sentraIDs(_ fields: RowFields) throws -> [String]? {
        guard fields.states(.sentraID) else { return nil }
        guard let text = fields.text(.sentraID) else { return [] }
        // An id may have a comma or a semicolon in it.
        return try hasSentra(text) ? [text] : SentraMaker.names(text)
    }

    /// Links the product with the sentra that the row names, and with no others.
    func complete(_ product: Product, from fields: inout RowFields, in writer: CatalogWriter, batch: Int64) throws
        -> Bool
    {
        guard let ids = try sentraIDs(fields) else { return false }
        let links = try writer.link(product: product.id, with: ids, batch: batch, line: fields.row.line)
        for id in links.removed {
            fields.remark(
                .linkRemoved, .sentraID,
                "The product was linked with the sentra '\(id)', which the row does not name: the link is taken out.",
                "Nothing, if that is right; else add the id and import the list again.")
        }
        return links.hasAdded || !links.removed.isEmpty
    }
}
