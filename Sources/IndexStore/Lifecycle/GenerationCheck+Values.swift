import Geo
import IndexDefinition

/// The steps that compare the values of documents with each other and with the table of documents.
extension GenerationCheck {
    /// The table of documents against the files that searches read: the same id, kind, name and position.
    @Sendable func table() throws -> [GenerationProblem] {
        var ordinal = 0
        var different: Int?
        try open().prepare("SELECT ordinal, id, kind, name, longitude, latitude FROM documents ORDER BY ordinal")
            .forEachRow { row in
                if ordinal & 0x3FFF == 0x3FFF { generation.documents.releasePages() }
                let isSame =
                    try row.int(0) == ordinal + 1 && ordinal < generation.values.count && isRow(row, of: ordinal)
                if !isSame { different = ordinal }
                ordinal += 1
                return isSame
            }
        if let different { return [problem("the row of document \(different) in the table 'documents' is wrong")] }
        return ordinal == generation.values.count
            ? [] : [problem("the table 'documents' has \(ordinal) rows for \(generation.values.count) documents")]
    }

    private func isRow(_ row: SQLStatement, of ordinal: Int) throws -> Bool {
        let record = try generation.documents.record(at: ordinal)
        let coordinate = row.optionalDouble(4).flatMap { longitude in
            row.optionalDouble(5).map { Coordinate(longitude: longitude, latitude: $0) }
        }
        return record.withPart(DocumentsFormat.Part.id) { $0.elementsEqual(row.utf8(1)) }
            && DocumentKind(rawValue: row.text(2))?.ordinal == generation.values.kinds[ordinal]
            && record.withPart(DocumentsFormat.Part.name) { $0.elementsEqual(row.utf8(3)) }
            && coordinate == generation.values.coordinate(at: ordinal)
    }

    /// Values within their ranges: ordinals that exist, positions on Earth, a rank of its own for every name.
    @Sendable func values() throws -> [GenerationProblem] {
        let values = generation.values
        var ranks = [Bool](repeating: false, count: values.count)
        for ordinal in 0..<values.count {
            if ordinal & 0xFFFF == 0xFFFF { ResidentPages.release(values) }
            let rank = Int(values.nameRanks[ordinal])
            let sound =
                DocumentKind(ordinal: values.kinds[ordinal]) != nil
                && Int(values.regency(at: ordinal) ?? 0) < max(1, values.facetTable(.regency).count)
                && Int(values.district(at: ordinal) ?? 0) < max(1, values.facetTable(.district).count)
                && Int(values.category(at: ordinal) ?? 0) < max(1, values.facetTable(.category).count)
                && rank < ranks.count && !ranks[rank]
                && (PositionPrecision(rawValue: values.precisions[ordinal]) != nil)
                    == (values.coordinate(at: ordinal) != nil)
            guard sound else {
                return [problem("the values of document \(ordinal) are out of range", in: GenerationFiles.values)]
            }
            ranks[rank] = true
            guard values.coordinate(at: ordinal)?.isValid ?? true else {
                return [problem("document \(ordinal) is not on Earth", in: GenerationFiles.values)]
            }
        }
        return positions()
    }

    /// Numbers whose least value is not above the greatest, and sets whose values exist.
    @Sendable func facts() throws -> [GenerationProblem] {
        let facts = generation.facts
        for name in FactColumn.all.map(\.name) {
            if let set = facts.set(name) {
                guard facts.isSound(set) else {
                    return [problem("the values of the fact '\(name)' are out of range", in: GenerationFiles.facts)]
                }
            } else if let numbers = facts.numbers(name) {
                let wrong = (0..<facts.count).first { ordinal in
                    numbers.least[ordinal] > numbers.greatest[ordinal]
                        || numbers.least[ordinal].isNaN != numbers.greatest[ordinal].isNaN
                }
                if let wrong {
                    return [
                        problem("the fact '\(name)' of document \(wrong) is out of range", in: GenerationFiles.facts)
                    ]
                }
            } else {
                return [problem("the fact '\(name)' is missing", in: GenerationFiles.facts)]
            }
        }
        return []
    }

    /// The numbers and the extents of the placed documents, by kind, against the manifest and points.bin.
    private func positions() -> [GenerationProblem] {
        let values = generation.values
        var placed: [UInt8: Int] = [:]
        var extents: [UInt8: BoundingBox] = [:]
        for ordinal in 0..<values.count {
            guard let coordinate = values.coordinate(at: ordinal) else { continue }
            placed[values.kinds[ordinal], default: 0] += 1
            extents[values.kinds[ordinal]] = coordinate.extending(extents[values.kinds[ordinal]])
        }
        let count = placed.values.reduce(0, +)
        var problems: [GenerationProblem] = []
        if count != generation.points.count {
            let finding = "\(generation.points.count) points for \(count) positions"
            problems.append(problem(finding, in: GenerationFiles.points))
        }
        for kind in DocumentKind.allCases {
            guard
                (placed[kind.ordinal] ?? 0) != generation.placedCount(of: kind)
                    || extents[kind.ordinal] != generation.extent(of: kind)
            else { continue }
            let finding = "the number or the extent of the placed \(kind.description.plural) is not that of the values"
            problems.append(problem(finding, in: Manifest.fileName))
        }
        return problems
    }
}
