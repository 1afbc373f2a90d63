import Catalog

/// Makes sentra from the rows of a list.
struct SentraMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = Placer.usedFields.union([
        .id, .name, .otherNames, .commodity, .category, .kbli, .description, .businessUnits, .workers, .workersMale,
        .workersFemale,
        .figuresYear, .ovopStars, .ovopYear, .geographicIndication, .contact, .note, .source,
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
        fields.takeWhole(.businessUnits, into: &sentra.businessUnits)
        takeWorkers(&fields, into: &sentra)
        fields.takeYear(.figuresYear, into: &sentra.figuresYear)
        fields.takeStars(.ovopStars, into: &sentra.ovopStars)
        fields.takeYear(.ovopYear, into: &sentra.ovopYear)
        fields.take(.geographicIndication, into: &sentra.geographicIndication)
        fields.take(.contact, into: &sentra.contact)
        fields.take(.note, into: &sentra.note)
        fields.take(.source, into: &sentra.sourceURL)
        try placer.place(&fields, into: &sentra.placement)
        fields.takeExtra(into: &sentra.extra)
        return sentra
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
