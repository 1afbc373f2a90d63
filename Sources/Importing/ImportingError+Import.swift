import Base

/// The messages about errors that stop an import.
extension ImportingError {
    static func rejectsUnwritable(_ path: String, reason: String) -> Self {
        Self(.inputOutput, "The rejected rows cannot be written to '\(path)': \(reason)")
    }

    // MARK: Data packages

    static func noManifest(_ path: String) -> Self {
        Self(
            .data,
            "The folder '\(path)' is not a data package: it has no manifest.json (see Documentation/data-package.md).")
    }

    static func manifestUnreadable(_ path: String, reason: String) -> Self {
        Self(.data, "The manifest '\(path)' cannot be understood: \(reason). See Documentation/data-package.md.")
    }

    static func fileOutsidePackage(_ file: String, manifest: String) -> Self {
        Self(
            .data,
            "The manifest '\(manifest)' names '\(file)', which is not in the package's folder: name files by what is "
                + "below the folder."
        )
    }

    static func packageFileMissing(_ file: String, manifest: String) -> Self {
        Self(
            .data,
            "The manifest '\(manifest)' names '\(file)', and there is no such file: add it, or take it out of the "
                + "manifest."
        )
    }

    static func rowCountDiffers(_ file: String, found: Int, expected: Int) -> Self {
        Self(
            .data,
            "'\(file)' has \(found) rows, but the manifest of the package says \(expected): the file is incomplete or "
                + "the manifest out of date. Nothing of it was imported.")
    }

    static func checksumDiffers(_ file: String, found: String, expected: String) -> Self {
        Self(
            .data,
            "'\(file)' has the SHA-256 \(found), but the manifest of the package says \(expected): the file was "
                + "changed after the manifest was made. Nothing of it was imported.")
    }

    static func optionNotForPackages(_ option: String, path: String) -> Self {
        Self(.usage, "'\(path)' is a data package, whose manifest says what its files are: leave out \(option).")
    }
}
