-- Distinct folded names in ascending order of their bytes, so that the names under a prefix are neighbours by ordinal.
CREATE TABLE suggestions (
    ordinal INTEGER PRIMARY KEY,
    folded TEXT NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    id TEXT,
    weight REAL NOT NULL
);

-- For every prefix with more names than one look-up should read: the best of them, as 32-bit little-endian ordinals.
CREATE TABLE suggestion_tops (
    prefix TEXT NOT NULL PRIMARY KEY,
    ordinals BLOB NOT NULL
) WITHOUT ROWID;
