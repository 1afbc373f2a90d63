-- Everything that is offered while one types, in ascending order of the bytes of the folded text, so that the texts
-- under a prefix are neighbours by ordinal. class: 0 a word or phrase of names, 1 the name of a document, 2 of a place.
CREATE TABLE suggestions (
    ordinal INTEGER PRIMARY KEY,
    folded TEXT NOT NULL,
    class INTEGER NOT NULL,
    weight REAL NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    id TEXT
);

-- For every prefix with more texts than one look-up should read: the best of each class, heaviest first, as pairs of a
-- 32-bit ordinal and a 32-bit floating-point weight, little-endian.
CREATE TABLE suggestion_tops (
    prefix TEXT NOT NULL PRIMARY KEY,
    words BLOB NOT NULL,
    documents BLOB NOT NULL,
    places BLOB NOT NULL
) WITHOUT ROWID;
