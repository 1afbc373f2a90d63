-- The values that documents are filtered and counted by. field: regency, district, category; ordinal: the number in
-- values.bin.
CREATE TABLE facet_values (
    field TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    value TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (field, ordinal)
) WITHOUT ROWID;
