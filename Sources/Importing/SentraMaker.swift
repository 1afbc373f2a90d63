import Catalog

/// Makes sentra from the rows of a list.
struct SentraMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = Placer.usedFields.union([
        .id, .name, .otherNames, .commodity, .category, .kbli, .description, .rawMaterial, .businessUnits, .unitsKind,
        .workers, .workersMale, .workersFemale, .workersKind, .figuresYear, .figuresSource, .production, .area,
        .foundedYear, .market, .export, .ovopStars, .ovopStatus, .ovopYear, .ovopSource, .geographicIndication,
        .giNumber, .heritage, .awards, .contact, .note, .noteEn, .source, .moreSources, .pageDate,
    ])

    var placer: Placer

    func id(of fields: inout RowFields) -> RecordID? {
        fields.text(.id) == nil ? RecordID.derived("sentra", from: fields) : RecordID.given(&fields)
    }

    mutating func record(id: String, from fields: inout RowFields, over existing: Sentra?) throws -> Sentra? {
        guard let name = fields.name() else { return nil }
        var sentra = existing ?? Sentra(id: id, name: name)
        sentra.name = name
        if fields.states(.otherNames) { sentra.otherNames = Self.names(fields.text(.otherNames)) }
        fields.take(.commodity, into: &sentra.commodity)
        fields.take(.category, into: &sentra.category)
        fields.take(.kbli, into: &sentra.kbliCode)
        fields.take(.description, into: &sentra.description)
        fields.take(.rawMaterial, into: &sentra.rawMaterial)
        takeFigures(&fields, into: &sentra)
        fields.take(.market, into: &sentra.market)
        fields.take(.export, into: &sentra.export)
        takeDistinctions(&fields, into: &sentra)
        fields.take(.contact, into: &sentra.contact)
        fields.take(.note, into: &sentra.note)
        fields.take(.noteEn, into: &sentra.noteEn)
        fields.take(.source, into: &sentra.sourceURL)
        fields.takeAddresses(.moreSources, into: &sentra.moreSources)
        try placer.place(&fields, into: &sentra.placement)
        fields.takeExtra(into: &sentra.extra)
        fields.takeYear(.foundedYear, into: &sentra.foundedYear, orTextInto: &sentra.extra)
        fields.takeDate(.pageDate, into: &sentra.pageDate, orTextInto: &sentra.extra)
        return sentra
    }

    private func takeFigures(_ fields: inout RowFields, into sentra: inout Sentra) {
        fields.takeWhole(.businessUnits, into: &sentra.businessUnits)
        fields.take(.unitsKind, into: &sentra.unitsKind)
        takeWorkers(&fields, into: &sentra)
        fields.take(.workersKind, into: &sentra.workersKind)
        fields.takeYear(.figuresYear, into: &sentra.figuresYear)
        fields.take(.figuresSource, into: &sentra.figuresSourceURL)
        fields.take(.production, into: &sentra.production)
        fields.take(.area, into: &sentra.area)
    }

    /// OVOP, geographical indication, heritage and awards.
    private func takeDistinctions(_ fields: inout RowFields, into sentra: inout Sentra) {
        fields.takeStars(.ovopStars, into: &sentra.ovopStars)
        fields.take(.ovopStatus, into: &sentra.ovopStatus)
        fields.takeYear(.ovopYear, into: &sentra.ovopYear)
        fields.take(.ovopSource, into: &sentra.ovopSourceURL)
        fields.take(.geographicIndication, into: &sentra.geographicIndication)
        fields.take(.giNumber, into: &sentra.giNumber)
        fields.take(.heritage, into: &sentra.heritage)
        fields.take(.awards, into: &sentra.awards)
    }

    /// The number of workers, or the sum of men and women if there is no total.
    ///
    /// Men and women are also extra properties.
    private func takeWorkers(_ fields: inout RowFields, into sentra: inout Sentra) {
        fields.takeWhole(.workers, into: &sentra.workers)
        var (men, women): (Int?, Int?)
        fields.takeWhole(.workersMale, into: &men)
        fields.takeWhole(.workersFemale, into: &women)
        if fields.text(.workers) == nil, let men, let women { sentra.workers = men + women }
        for (field, number) in [(CanonicalField.workersMale, men), (.workersFemale, women)] where fields.states(field) {
            sentra.extra[fields.header(of: field)] = number.map(String.init)
        }
    }

    /// The names between semicolons, bars or line ends, or between commas if there are none of these.
    static func names(_ text: String?) -> [String] {
        guard let text else { return [] }
        let strong = text.split { ";|".contains($0) || $0.isNewline }
        let parts = strong.count > 1 ? strong : text.split(separator: ",")
        return parts.map { String($0).trimmingSpace }.filter { !$0.isEmpty }
    }
}
