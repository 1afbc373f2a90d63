import Base
import Catalog

/// The wording for headers.
extension ImportingError {
    static func kindUnknown(file: String, headers: [String]) -> Self {
        Self(
            .usage,
            "The headers of '\(file)' do not decide the kind of its rows (\(list(headers))): add --kind with one of "
                + "\(ImportKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }

    static func fieldMissing(_ field: CanonicalField, kind: ImportKind, file: String, headers: [String]) -> Self {
        Self(
            .usage,
            "No column of '\(file)' is known for the field '\(field.name)', which \(kind.rawValue) need: its headers "
                + "are \(list(headers)). Name the column with --map \(field.name)=HEADER.")
    }

    static func overrideUnreadable(_ text: String) -> Self {
        Self(.usage, "The value '\(text)' is invalid for --map: expected field=header, such as name=\"Nama Sentra\".")
    }

    static func fieldUnknown(_ name: String) -> Self {
        Self(
            .usage,
            "There is no field '\(name)' to map: the fields are \(CanonicalField.allCases.map(\.name).joined(separator: ", "))."
        )
    }

    static func fieldOfOtherKind(_ field: CanonicalField, kind: ImportKind, known: [CanonicalField]) -> Self {
        Self(
            .usage,
            "\(kind.rawValue) have no field '\(field.name)': their fields are \(known.map(\.name).joined(separator: ", "))."
        )
    }

    static func headerUnknown(_ header: String, field: CanonicalField, file: String, headers: [String]) -> Self {
        Self(
            .usage,
            "'\(file)' has no column '\(header)' to map '\(field.name)' to: its headers are \(list(headers)).")
    }

    private static func list(_ headers: [String]) -> String {
        headers.map { "'\($0)'" }.joined(separator: ", ")
    }
}
