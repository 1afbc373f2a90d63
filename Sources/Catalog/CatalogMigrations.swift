import GRDB

/// The catalog's schema as the steps that lead to it.
///
/// A step that has been released is never changed: a later one amends it.
enum CatalogMigrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("import batches") { try $0.execute(sql: batches) }
        migrator.registerMigration("regions and villages") { try $0.execute(sql: areas) }
        migrator.registerMigration("sentra and products") { try $0.execute(sql: documents) }
        migrator.registerMigration("former names") { try $0.execute(sql: formerNames) }
        migrator.registerMigration("any kind of document") { try $0.execute(sql: anyKind) }
        migrator.registerMigration("outlets") { try $0.execute(sql: outlets) }
        migrator.registerMigration("what pages tell") { try $0.execute(sql: pageFacts) }
        migrator.registerMigration("links of products and sentra", migrate: makeLinks)
        return migrator
    }

    /// The columns after a row's content: what it hashes to and where it came from.
    private static let origin = """
        content_hash INTEGER NOT NULL,
        batch_id INTEGER NOT NULL REFERENCES import_batches(id),
        line INTEGER NOT NULL CHECK (line >= 0)
        """

    private static let position = """
        longitude REAL CHECK (longitude BETWEEN -180 AND 180),
        latitude REAL CHECK (latitude BETWEEN -90 AND 90),
        """

    private static let bothOrNone = "CHECK ((longitude IS NULL) = (latitude IS NULL))"

    private static let batches = """
        CREATE TABLE import_batches (
            id INTEGER PRIMARY KEY,
            file TEXT NOT NULL CHECK (file <> ''),
            checksum_sha256 TEXT NOT NULL CHECK (checksum_sha256 = '' OR length(checksum_sha256) = 64),
            imported_at TEXT NOT NULL CHECK (imported_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
            kind TEXT NOT NULL CHECK (kind IN ('regions', 'villages', 'sentra', 'products', 'former_names')),
            rows_read INTEGER NOT NULL DEFAULT 0 CHECK (rows_read >= 0),
            rows_added INTEGER NOT NULL DEFAULT 0 CHECK (rows_added >= 0),
            rows_updated INTEGER NOT NULL DEFAULT 0 CHECK (rows_updated >= 0),
            rows_unchanged INTEGER NOT NULL DEFAULT 0 CHECK (rows_unchanged >= 0),
            rows_rejected INTEGER NOT NULL DEFAULT 0 CHECK (rows_rejected >= 0)
        ) STRICT;
        """

    private static let areas = """
        CREATE TABLE regions (
            code TEXT PRIMARY KEY NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL,
            parent_code TEXT REFERENCES regions(code),
            \(position)
            position_accuracy_m REAL CHECK (position_accuracy_m >= 0),
            population INTEGER CHECK (population >= 0),
            population_year INTEGER CHECK (population_year BETWEEN 1800 AND 2200),
            official_area_km2 REAL CHECK (official_area_km2 > 0),
            extra TEXT CHECK (extra IS NULL OR json_valid(extra)),
            \(origin),
            \(bothOrNone),
            CHECK (CASE kind
                WHEN 'provinsi' THEN code GLOB '[0-9][0-9]' AND parent_code IS NULL
                WHEN 'kabupaten' THEN code GLOB '[0-9][0-9].[0-9][0-9]' AND parent_code IS substr(code, 1, 2)
                WHEN 'kota' THEN code GLOB '[0-9][0-9].[0-9][0-9]' AND parent_code IS substr(code, 1, 2)
                WHEN 'kecamatan' THEN code GLOB '[0-9][0-9].[0-9][0-9].[0-9][0-9]' AND parent_code IS substr(code, 1, 5)
                ELSE 0 END)
        ) STRICT;

        CREATE TABLE villages (
            code TEXT PRIMARY KEY NOT NULL CHECK (code GLOB '[0-9][0-9].[0-9][0-9].[0-9][0-9].[0-9][0-9][0-9][0-9]'),
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('desa', 'kelurahan')),
            district_code TEXT NOT NULL REFERENCES regions(code) CHECK (district_code = substr(code, 1, 8)),
            \(position)
            position_accuracy_m REAL CHECK (position_accuracy_m >= 0),
            postcode TEXT CHECK (postcode GLOB '[0-9][0-9][0-9][0-9][0-9]'),
            extra TEXT CHECK (extra IS NULL OR json_valid(extra)),
            \(origin),
            \(bothOrNone)
        ) STRICT;
        """

    /// An id that looks like a village's code is refused, and the triggers below see to the other two kinds: ids are
    /// unique over all three.
    private static let documentID = """
        id TEXT PRIMARY KEY NOT NULL CONSTRAINT "an id has 1 to 200 characters and is no village code"
            CHECK (length(id) BETWEEN 1 AND 200 AND id NOT GLOB '[0-9][0-9].[0-9][0-9].[0-9][0-9].[0-9][0-9][0-9][0-9]')
        """

    private static let placement = """
        place_text TEXT CHECK (place_text <> ''),
        village_code TEXT REFERENCES villages(code),
        district_code TEXT REFERENCES regions(code),
        regency_code TEXT REFERENCES regions(code),
        \(position)
        position_source TEXT CHECK (position_source IN ('own', 'village', 'district', 'regency')),
        position_accuracy_m REAL CHECK (position_accuracy_m >= 0),
        """

    private static let placementRules = """
        \(bothOrNone),
        CHECK ((longitude IS NULL) = (position_source IS NULL)),
        CHECK (village_code IS NULL OR district_code IS substr(village_code, 1, 8)),
        CHECK (district_code IS NULL OR (length(district_code) = 8 AND regency_code IS substr(district_code, 1, 5))),
        CHECK (regency_code IS NULL OR length(regency_code) = 5)
        """

    private static let documents = """
        CREATE TABLE sentra (
            \(documentID),
            name TEXT NOT NULL CHECK (name <> ''),
            other_names TEXT CHECK (other_names IS NULL OR json_valid(other_names)),
            commodity TEXT, category TEXT, kbli_code TEXT, description TEXT,
            business_units INTEGER CHECK (business_units >= 0),
            workers INTEGER CHECK (workers >= 0),
            figures_year INTEGER CHECK (figures_year BETWEEN 1800 AND 2200),
            ovop_stars INTEGER CHECK (ovop_stars BETWEEN 1 AND 5),
            ovop_year INTEGER CHECK (ovop_year BETWEEN 1800 AND 2200),
            geographic_indication TEXT, contact TEXT, note TEXT, source_url TEXT,
            \(placement)
            extra TEXT CHECK (extra IS NULL OR json_valid(extra)),
            \(origin),
            \(placementRules)
        ) STRICT;

        CREATE TABLE products (
            \(documentID),
            name TEXT NOT NULL CHECK (name <> ''),
            local_name TEXT, english_name TEXT, category TEXT, materials TEXT, description TEXT, producer TEXT,
            price_text TEXT,
            price_min_rupiah INTEGER CHECK (price_min_rupiah >= 0),
            price_max_rupiah INTEGER CHECK (price_max_rupiah >= 0),
            price_unit TEXT,
            certification_text TEXT,
            halal INTEGER CHECK (halal IN (0, 1)), pirt INTEGER CHECK (pirt IN (0, 1)), bpom_md INTEGER CHECK (bpom_md IN (0, 1)),
            sni INTEGER CHECK (sni IN (0, 1)), geographic_indication INTEGER CHECK (geographic_indication IN (0, 1)),
            sentra_id TEXT REFERENCES sentra(id),
            source_url TEXT,
            \(placement)
            extra TEXT CHECK (extra IS NULL OR json_valid(extra)),
            \(origin),
            \(placementRules),
            CHECK (price_min_rupiah IS NULL OR price_max_rupiah IS NULL OR price_min_rupiah <= price_max_rupiah),
            CHECK (price_text IS NOT NULL OR (price_min_rupiah IS NULL AND price_max_rupiah IS NULL AND price_unit IS NULL))
        ) STRICT;

        CREATE TRIGGER sentra_id_unique BEFORE INSERT ON sentra WHEN EXISTS (SELECT 1 FROM products WHERE id = NEW.id)
            BEGIN SELECT RAISE(ABORT, 'the id is already that of a product'); END;
        CREATE TRIGGER products_id_unique BEFORE INSERT ON products WHEN EXISTS (SELECT 1 FROM sentra WHERE id = NEW.id)
            BEGIN SELECT RAISE(ABORT, 'the id is already that of a sentra'); END;
        CREATE TRIGGER sentra_id_fixed BEFORE UPDATE OF id ON sentra WHEN NEW.id <> OLD.id
            BEGIN SELECT RAISE(ABORT, 'an id never changes'); END;
        CREATE TRIGGER products_id_fixed BEFORE UPDATE OF id ON products WHEN NEW.id <> OLD.id
            BEGIN SELECT RAISE(ABORT, 'an id never changes'); END;
        """

    private static let date = "GLOB '[0-9][0-9][0-9][0-9]*'"

    private static let formerNames = """
        CREATE TABLE former_names (
            key TEXT PRIMARY KEY NOT NULL,
            code TEXT NOT NULL,
            former_code TEXT CHECK (former_code <> ''),
            former_name TEXT CHECK (former_name <> ''),
            valid_from TEXT CHECK (valid_from \(date)),
            valid_until TEXT CHECK (valid_until \(date)),
            source TEXT,
            \(origin),
            CHECK (former_code IS NOT NULL OR former_name IS NOT NULL)
        ) STRICT;
        CREATE TRIGGER former_names_code BEFORE INSERT ON former_names
            WHEN NOT EXISTS (SELECT 1 FROM regions WHERE code = NEW.code) AND NOT EXISTS (SELECT 1 FROM villages WHERE code = NEW.code)
            BEGIN SELECT RAISE(ABORT, 'no region or village has the present code'); END;
        """

    /// Lets a new kind of document be a table, one branch of a view and one trigger.
    ///
    /// The list of kinds goes from the check of import batches, and the view makes ids unique over all tables: a
    /// trigger for each pair of tables did it before. SQLite changes a check only by making the table anew; the rows
    /// that refer to it keep doing so.
    private static let anyKind = """
        CREATE TABLE new_import_batches (
            id INTEGER PRIMARY KEY,
            file TEXT NOT NULL CHECK (file <> ''),
            checksum_sha256 TEXT NOT NULL CHECK (checksum_sha256 = '' OR length(checksum_sha256) = 64),
            imported_at TEXT NOT NULL CHECK (imported_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
            kind TEXT NOT NULL CHECK (kind <> ''),
            rows_read INTEGER NOT NULL DEFAULT 0 CHECK (rows_read >= 0),
            rows_added INTEGER NOT NULL DEFAULT 0 CHECK (rows_added >= 0),
            rows_updated INTEGER NOT NULL DEFAULT 0 CHECK (rows_updated >= 0),
            rows_unchanged INTEGER NOT NULL DEFAULT 0 CHECK (rows_unchanged >= 0),
            rows_rejected INTEGER NOT NULL DEFAULT 0 CHECK (rows_rejected >= 0)
        ) STRICT;
        INSERT INTO new_import_batches SELECT * FROM import_batches;
        DROP TABLE import_batches;
        ALTER TABLE new_import_batches RENAME TO import_batches;

        DROP TRIGGER sentra_id_unique;
        DROP TRIGGER products_id_unique;
        CREATE VIEW document_ids AS
            SELECT 'sentra' AS kind, id FROM sentra UNION ALL SELECT 'products', id FROM products;
        CREATE TRIGGER sentra_id_unique BEFORE INSERT ON sentra
            WHEN EXISTS (SELECT 1 FROM document_ids WHERE id = NEW.id AND kind <> 'sentra')
            BEGIN SELECT RAISE(ABORT, 'a document of another kind has the id already'); END;
        CREATE TRIGGER products_id_unique BEFORE INSERT ON products
            WHEN EXISTS (SELECT 1 FROM document_ids WHERE id = NEW.id AND kind <> 'products')
            BEGIN SELECT RAISE(ABORT, 'a document of another kind has the id already'); END;
        """

    private static let outlets = """
        CREATE TABLE outlets (
            \(documentID),
            name TEXT NOT NULL CHECK (name <> ''),
            sells TEXT, category TEXT, description TEXT, hours TEXT, since TEXT, contact TEXT, note TEXT, source_url TEXT,
            \(placement)
            extra TEXT CHECK (extra IS NULL OR json_valid(extra)),
            \(origin),
            \(placementRules)
        ) STRICT;
        DROP VIEW document_ids;
        CREATE VIEW document_ids AS
            SELECT 'sentra' AS kind, id FROM sentra UNION ALL SELECT 'products', id FROM products
            UNION ALL SELECT 'outlets', id FROM outlets;
        CREATE TRIGGER outlets_id_unique BEFORE INSERT ON outlets
            WHEN EXISTS (SELECT 1 FROM document_ids WHERE id = NEW.id AND kind <> 'outlets')
            BEGIN SELECT RAISE(ABORT, 'a document of another kind has the id already'); END;
        CREATE TRIGGER outlets_id_fixed BEFORE UPDATE OF id ON outlets WHEN NEW.id <> OLD.id
            BEGIN SELECT RAISE(ABORT, 'an id never changes'); END;
        """

    /// Adds columns for what public pages tell of sentra, products and outlets.
    ///
    /// A column that is null adds nothing to a content hash, so the hashes of the rows stay as they are.
    private static let pageFacts = """
        ALTER TABLE sentra ADD COLUMN raw_material TEXT;
        ALTER TABLE sentra ADD COLUMN units_kind TEXT;
        ALTER TABLE sentra ADD COLUMN workers_kind TEXT;
        ALTER TABLE sentra ADD COLUMN figures_source_url TEXT;
        ALTER TABLE sentra ADD COLUMN production TEXT;
        ALTER TABLE sentra ADD COLUMN area TEXT;
        ALTER TABLE sentra ADD COLUMN founded_year INTEGER CHECK (founded_year BETWEEN 1800 AND 2200);
        ALTER TABLE sentra ADD COLUMN market TEXT;
        ALTER TABLE sentra ADD COLUMN export TEXT;
        ALTER TABLE sentra ADD COLUMN ovop_status TEXT;
        ALTER TABLE sentra ADD COLUMN ovop_source_url TEXT;
        ALTER TABLE sentra ADD COLUMN gi_number TEXT;
        ALTER TABLE sentra ADD COLUMN heritage TEXT;
        ALTER TABLE sentra ADD COLUMN awards TEXT;
        ALTER TABLE sentra ADD COLUMN note_en TEXT;
        ALTER TABLE sentra ADD COLUMN more_sources TEXT CHECK (more_sources IS NULL OR json_valid(more_sources));
        ALTER TABLE sentra ADD COLUMN page_date TEXT CHECK (page_date \(date));
        ALTER TABLE products ADD COLUMN heritage TEXT;
        ALTER TABLE products ADD COLUMN export TEXT;
        ALTER TABLE products ADD COLUMN more_sources TEXT CHECK (more_sources IS NULL OR json_valid(more_sources));
        ALTER TABLE products ADD COLUMN page_date TEXT CHECK (page_date \(date));
        ALTER TABLE outlets ADD COLUMN more_sources TEXT CHECK (more_sources IS NULL OR json_valid(more_sources));
        ALTER TABLE outlets ADD COLUMN page_date TEXT CHECK (page_date \(date));
        """
}
