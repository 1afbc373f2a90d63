-- How ready each sentra is to be proposed for OVOP (One Village One Product), by the rules of ovop-rules.tsv:
-- SELECT id, rule, verdict, detail FROM ovop_candidates JOIN ovop_findings USING (rank) ORDER BY rank, position
-- rank: 1 is the readiest of all. missing: rules that a proposal needs and that are not known to be fulfilled.
-- excluded: 1 if a rule that every sentra must fulfil is lacking; such a sentra comes after all others.
CREATE TABLE ovop_candidates (
    rank INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    regency TEXT,
    product_group TEXT,
    excluded INTEGER NOT NULL,
    missing INTEGER NOT NULL
);

CREATE INDEX ovop_candidates_by_regency ON ovop_candidates (regency, rank);

-- verdict: fulfilled, lacking or unknown. detail: the words of the data that it was read from.
CREATE TABLE ovop_findings (
    rank INTEGER NOT NULL,
    position INTEGER NOT NULL,
    rule TEXT NOT NULL,
    verdict TEXT NOT NULL,
    detail TEXT,
    PRIMARY KEY (rank, position)
) WITHOUT ROWID;

-- Counts for each regency; an empty regency stands for goods whose regency is not known.
CREATE TABLE ovop_regencies (
    regency TEXT NOT NULL PRIMARY KEY,
    sentra INTEGER NOT NULL,
    villages INTEGER NOT NULL,
    villages_without_product INTEGER NOT NULL,
    products INTEGER NOT NULL,
    products_without_village INTEGER NOT NULL
) WITHOUT ROWID;

-- product_group is empty for goods of no group; they are counted by category.
CREATE TABLE ovop_groups (
    regency TEXT NOT NULL,
    product_group TEXT NOT NULL,
    category TEXT NOT NULL,
    sentra INTEGER NOT NULL,
    products INTEGER NOT NULL,
    PRIMARY KEY (regency, product_group, category)
) WITHOUT ROWID;

CREATE TABLE ovop_rules (
    regency TEXT NOT NULL,
    rule TEXT NOT NULL,
    fulfilled INTEGER NOT NULL,
    lacking INTEGER NOT NULL,
    unknown INTEGER NOT NULL,
    PRIMARY KEY (regency, rule)
) WITHOUT ROWID;

-- The villages that have no product and no sentra in the catalog.
CREATE TABLE ovop_villages (
    code TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;
