-- One row a document; the rowid is its ordinal + 1, in ascending byte order of id, in every table of the index.
-- texts: the five fields as written, parted by U+001F; body: the static part of an answer's hit, as JSON.
CREATE TABLE documents (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    texts TEXT NOT NULL,
    body TEXT NOT NULL
);
