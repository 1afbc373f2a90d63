-- The documents for any SQLite client:
-- SELECT id, name FROM search JOIN documents ON documents.ordinal = search.rowid WHERE search MATCH 'purun'
-- Ordinals count from 1 here, as rowids of `search` do, and from 0 in the other files.
CREATE TABLE documents (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    longitude REAL,
    latitude REAL
);
