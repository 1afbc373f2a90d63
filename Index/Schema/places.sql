-- The gazetteer: provinces, regencies, districts and villages, and every name each is known by.
CREATE TABLE places (
    code TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    longitude REAL,
    latitude REAL,
    accuracy_m REAL
) WITHOUT ROWID;

-- folded: the name as queries are folded, or a former code. key: the same for names that differ only in the split into
-- words. sound_key: the same for names that differ only in spelling habits.
CREATE TABLE place_names (
    folded TEXT NOT NULL,
    code TEXT NOT NULL,
    source TEXT NOT NULL,
    key INTEGER NOT NULL,
    sound_key INTEGER NOT NULL,
    PRIMARY KEY (folded, code, source)
) WITHOUT ROWID;

CREATE INDEX place_names_by_key ON place_names (key);
CREATE INDEX place_names_by_sound ON place_names (sound_key);
