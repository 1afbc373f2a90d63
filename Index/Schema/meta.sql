-- What this file is, for whoever opens it without its manifest: generation, definition_version, created.
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
