-- The gazetteer: provinces, regencies, districts and villages, and every name each is known by, folded as queries are.
CREATE TABLE places (
    code TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    parent TEXT,
    district TEXT,
    regency TEXT,
    longitude REAL,
    latitude REAL,
    accuracy_m REAL
) WITHOUT ROWID;

CREATE TABLE place_names (
    folded TEXT NOT NULL,
    code TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (folded, code, source)
) WITHOUT ROWID;
