import Base

/// An error in the files that define the index.
package struct IndexDefinitionError: Failure, Equatable {
    package let kind: FailureKind
    package let message: String

    static func resourcesMissing(beside folders: [String]) -> Self {
        let folders = folders.joined(separator: ", ")
        return Self(
            kind: .data,
            message: "The index definition (a folder named banua_IndexDefinition.resources) is not in \(folders): "
                + "copy it from the build folder to the folder of the program.")
    }

    static func unreadable(_ path: String, reason: String) -> Self {
        Self(
            kind: .data,
            message: "The file '\(path)' of the index definition cannot be read: \(reason). Install the program again.")
    }

    static func unknownName(_ name: String, in folder: String, known: [String]) -> Self {
        Self(
            kind: .usage,
            message: "There is no '\(name)' in \(folder): expected one of \(known.joined(separator: ", ")).")
    }

    static func ranking(_ path: String, reason: String) -> Self {
        Self(
            kind: .data,
            message: "The file '\(path)' is invalid: \(reason). Mend it, or take the one that came with the program.")
    }
}
