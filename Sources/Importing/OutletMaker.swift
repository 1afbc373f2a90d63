import Catalog

/// Makes outlets from the rows of a list.
struct OutletMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = Placer.usedFields.union([
        .id, .name, .sells, .category, .description, .hours, .since, .contact, .note, .source, .moreSources, .pageDate,
    ])

    var placer: Placer

    func id(of fields: inout RowFields) -> RecordID? {
        fields.text(.id) == nil ? RecordID.derived("outlet", from: fields) : RecordID.given(&fields)
    }

    mutating func record(id: String, from fields: inout RowFields, over existing: Outlet?) throws -> Outlet? {
        guard let name = fields.name() else { return nil }
        var outlet = existing ?? Outlet(id: id, name: name)
        outlet.name = name
        fields.take(.sells, into: &outlet.sells)
        fields.take(.category, into: &outlet.category)
        fields.take(.description, into: &outlet.description)
        fields.take(.hours, into: &outlet.hours)
        fields.take(.since, into: &outlet.since)
        fields.take(.contact, into: &outlet.contact)
        fields.take(.note, into: &outlet.note)
        fields.take(.source, into: &outlet.sourceURL)
        fields.takeAddresses(.moreSources, into: &outlet.moreSources)
        try placer.place(&fields, into: &outlet.placement)
        fields.takeExtra(into: &outlet.extra)
        fields.takeDate(.pageDate, into: &outlet.pageDate, orTextInto: &outlet.extra)
        return outlet
    }
}
