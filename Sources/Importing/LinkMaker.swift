import Catalog

/// Makes links from the rows of a list: each names a product and a sentra that it comes from.
struct LinkMaker: RecordMaker {
    static let usedFields: Set<CanonicalField> = [.productID, .sentraID, .linkReason]
    static let idField = CanonicalField.productID
    static let idNoun = "product and sentra"

    let hasProduct: (String) throws -> Bool
    let hasSentra: (String) throws -> Bool

    func id(of fields: inout RowFields) throws -> RecordID? {
        guard let product = fields.text(.productID) else {
            fields.reject(
                .linkIncomplete, .productID, "The row names no product.",
                "Fill in the product's id, or take the row out.")
            return nil
        }
        guard let sentra = fields.text(.sentraID) else {
            fields.reject(
                .linkIncomplete, .sentraID, "The row names no sentra.", "Fill in the sentra's id, or take the row out.")
            return nil
        }
        if try !hasProduct(product) {
            fields.reject(
                .productUnknown, .productID, "The catalog has no product '\(product.shortened())'.",
                "Import the product first, or mend the id.")
        }
        if try !hasSentra(sentra) { fields.rejectUnknownSentra(sentra) }
        guard !fields.isRejected else { return nil }
        return RecordID(text: ProductLink.key(productID: product, sentraID: sentra), isDerived: false)
    }

    func record(id: String, from fields: inout RowFields, over existing: ProductLink?) throws -> ProductLink? {
        guard let product = fields.text(.productID), let sentra = fields.text(.sentraID) else { return nil }
        var link = existing ?? ProductLink(productID: product, sentraID: sentra)
        fields.take(.linkReason, into: &link.reason)
        return link
    }
}

extension RowFields {
    mutating func rejectUnknownSentra(_ id: String) {
        reject(
            .sentraUnknown, .sentraID, "The catalog has no sentra '\(id.shortened())'.",
            "Import the sentra first, or mend the id.")
    }
}
