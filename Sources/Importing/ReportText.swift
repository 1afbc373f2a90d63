import Catalog

/// Renders a report for people: the counts, then the problems by cause, each with position, value and remedy.
///
///     sentra.csv: 166 sentra read (CSV, comma, UTF-8)
///       166 added, 0 updated, 0 unchanged, 0 rejected
///       placed by village 121, district 2, regency 38, own coordinates 0, not at all 5
package enum ReportText {
    package static func render(_ report: ImportReport) -> String {
        let mapping = report.mapping?.split(separator: "\n").map { "  \($0)" } ?? []
        return (summary(report) + mapping + report.groups.flatMap { ["", heading($0)] + examples($0, in: report) })
            .joined(separator: "\n")
            + "\n"
    }

    private static func summary(_ report: ImportReport) -> [String] {
        let counts = report.counts
        var lines = ["\(report.file): \(counts.read) \(noun(report.kind, counts.read)) read (\(report.format))"]
        let would = report.isDryRun || report.isRefused ? "would be " : ""
        lines.append(
            "  \(would)\(counts.added) added, \(counts.updated) updated, \(counts.unchanged) unchanged, "
                + "\(counts.rejected) rejected"
        )
        lines += placement(report)
        if report.followed > 0 {
            lines.append("  \(report.followed) documents moved with their village or region")
        }
        if report.isRefused {
            lines.append(
                "  NOT IMPORTED: --strict rejects the whole file because of rejected rows; the catalog is unchanged.")
        } else if report.isDryRun {
            lines.append("  Nothing was written: this was a dry run.")
        } else if counts.added + counts.updated == 0 {
            lines.append("  The catalog is unchanged: it already has everything in the file.")
        }
        return lines
    }

    private static func placement(_ report: ImportReport) -> [String] {
        let placed = report.placed
        if report.kind.isPlaced {
            return [
                "  placed by village \(placed.village), district \(placed.district), regency \(placed.regency), own "
                    + "coordinates \(placed.own), not at all \(placed.nowhere)"
            ]
        }
        return report.kind.isOfAreas
            ? ["  placed by own coordinates \(placed.own), not at all \(placed.nowhere)"] : []
    }

    /// "1 region", "2 regions"; sentra is both.
    private static func noun(_ kind: ImportKind, _ count: Int) -> String {
        let plural = kind.rawValue.replacing("_", with: " ")
        return count == 1 && plural.hasSuffix("s") ? String(plural.dropLast()) : plural
    }

    private static func heading(_ group: ImportReport.Group) -> String {
        let rows = group.count == 1 ? "1 row" : "\(group.count) rows"
        let effect =
            switch group.effect {
            case .rejected: "rejected"
            case .placedLessExactly: "placed less exactly"
            case .remark: "with a remark"
            }
        return "\(rows) \(effect): \(ImportWording.title(of: group.cause))"
    }

    /// The examples of a group.
    ///
    /// A remedy that all have in common comes once, at the end.
    private static func examples(_ group: ImportReport.Group, in report: ImportReport) -> [String] {
        let remedies = Set(group.examples.map(\.problem.remedy))
        var lines: [String] = []
        for example in group.examples {
            let problem = example.problem
            let about = [problem.field, problem.value.map { "'\($0.shortened())'" }].compactMap(\.self).joined(
                separator: " ")
            lines.append("  \(position(example, in: report))\(about.isEmpty ? "" : "  " + about)")
            lines.append("      \(problem.message)\(remedies.count > 1 ? " " + problem.remedy : "")")
        }
        let rest = group.count - group.examples.reduce(0) { $0 + $1.count }
        if rest > 0 { lines.append("  and \(rest) more") }
        if let remedy = remedies.first, remedies.count == 1 { lines.append("  -> \(remedy)") }
        return lines
    }

    /// The position: "sentra.csv:12", "sentra.csv:12, 15, 40 and 3 more", "desa.geojson, feature 7".
    private static func position(_ example: ImportReport.Group.Example, in report: ImportReport) -> String {
        let file = report.fileName
        let rest = example.count - example.lines.count
        let lines = example.lines.map(String.init).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        switch report.unit {
        case .line: return "\(file):\(lines)"
        case .row: return "\(file), row \(lines)"
        case .feature: return "\(file), feature \(lines)"
        }
    }
}
