import Base
import Catalog
import Testing

@testable import Importing

@Suite("Mapping headers to fields")
struct HeaderMapTests {
    struct List: Sendable {
        var headers: String
        var kind: ImportKind
        /// `field=header` of every field that must get a column.
        var fields: String
        var extra = ""
    }

    /// Headers of lists of Banua and of public authorities.
    static let lists: [List] = [
        List(
            headers:
                "code,name,kind,parent_code,latitude,longitude,position_accuracy_m,population_2024,official_area_km2",
            kind: .regions,
            fields:
                "code=code name=name regionKind=kind parentCode=parent_code latitude=latitude longitude=longitude accuracy=position_accuracy_m "
                + "population=population_2024 area=official_area_km2"),
        List(
            headers: "code,name,kind,district_code,latitude,longitude,position_accuracy_m,postcode", kind: .villages,
            fields:
                "code=code name=name regionKind=kind districtCode=district_code latitude=latitude longitude=longitude "
                + "accuracy=position_accuracy_m postcode=postcode"),
        List(
            headers:
                "id,sentra_name,commodity,category,desa_or_kelurahan,kecamatan,kabupaten_kota,business_units,workers,year_of_figure,ovop_stars,"
                + "geographic_indication,source_url,note", kind: .sentra,
            fields:
                "id=id name=sentra_name commodity=commodity category=category village=desa_or_kelurahan district=kecamatan regency=kabupaten_kota "
                + "businessUnits=business_units workers=workers figuresYear=year_of_figure ovopStars=ovop_stars "
                + "geographicIndication=geographic_indication source=source_url note=note"),
        List(
            headers:
                "id,product_name,local_name,english_name,category,made_of,location,producer,price_idr,certification,source_url",
            kind: .products,
            fields:
                "id=id name=product_name localName=local_name englishName=english_name category=category materials=made_of location=location "
                + "producer=producer price=price_idr certification=certification source=source_url"),
        List(
            headers: "id,name,sells,place,village_code,hours,since,page_date,source_url,more_sources", kind: .outlets,
            fields:
                "id=id name=name sells=sells location=place code=village_code hours=hours since=since source=source_url "
                + "moreSources=more_sources pageDate=page_date"),
        List(
            headers:
                "id,sentra_name,description,note_en,units_kind,workers_kind,figures_source_url,production,area,founded_year,raw_material,"
                + "market,export,ovop_status,ovop_year,ovop_source_url,heritage,awards,gi_number,more_sources,page_date",
            kind: .sentra,
            fields:
                "id=id name=sentra_name description=description noteEn=note_en unitsKind=units_kind workersKind=workers_kind "
                + "figuresSource=figures_source_url production=production area=area foundedYear=founded_year "
                + "rawMaterial=raw_material market=market export=export ovopStatus=ovop_status ovopYear=ovop_year "
                + "ovopSource=ovop_source_url heritage=heritage awards=awards giNumber=gi_number "
                + "moreSources=more_sources pageDate=page_date"),
        List(
            headers: "product_id,sentra_id,link_reason", kind: .links,
            fields: "productID=product_id sentraID=sentra_id linkReason=link_reason"),
        List(headers: "No,ID Produk,ID Sentra", kind: .links, fields: "productID=ID_Produk sentraID=ID_Sentra"),
        List(
            headers: "id_produk,nama_produk,id_sentra", kind: .products,
            fields: "id=id_produk name=nama_produk sentraID=id_sentra"),
        List(
            headers: "Nama Toko,Alamat,Kecamatan,Kabupaten,Jam Buka,Barang Dagangan", kind: .outlets,
            fields:
                "name=Nama_Toko address=Alamat district=Kecamatan regency=Kabupaten hours=Jam_Buka sells=Barang_Dagangan"
        ),
        List(
            headers: "code,district_code,regency_code,province_code,name,postal_code", kind: .villages,
            fields: "code=code districtCode=district_code regencyCode=regency_code name=name postcode=postal_code",
            extra: "province_code"),
        List(
            headers:
                "country_code,country,province_code,province,regency_code,regency,district_code,district,village_code,village,source,date,valid_on",
            kind: .villages,
            fields:
                "code=village_code name=village district=district districtCode=district_code regency=regency regencyCode=regency_code "
                + "province=province source=source", extra: "country_code,country,province_code,date,valid_on"),
        List(
            headers:
                "nama_sentra,jenis_ikm,kbli,alamat_sentra,desa,kecamatan,kabupaten,kontak,telepon,unit,tenaga_kerja,nilai_investasi,jumlah,satuan,"
                + "nilai_produksi,nilai_bb,latitude,longitude", kind: .sentra,
            fields:
                "name=nama_sentra category=jenis_ikm kbli=kbli address=alamat_sentra village=desa district=kecamatan regency=kabupaten "
                + "contact=kontak businessUnits=unit workers=tenaga_kerja latitude=latitude longitude=longitude",
            extra: "telepon,nilai_investasi,jumlah,satuan,nilai_produksi,nilai_bb"),
        List(
            headers: "No,Nama Sentra,Alamat,Kelompok Cabang,Tahun Berdiri", kind: .sentra,
            fields: "name=Nama_Sentra address=Alamat category=Kelompok_Cabang foundedYear=Tahun_Berdiri"),
        List(
            headers:
                "nama_perusahaan,nama_pemilik,bentuk_badan_usaha,kbli_2019,male,famale,kapasitas_produksi,satuan_produksi,lat,lng",
            kind: .sentra,
            fields:
                "name=nama_perusahaan kbli=kbli_2019 workersMale=male workersFemale=famale latitude=lat longitude=lng",
            extra: "nama_pemilik,bentuk_badan_usaha,kapasitas_produksi,satuan_produksi"),
        List(
            headers: "NAMASENTRA,Desa/Kelurahan,Kec.,Kab/Kota,Jml. Tenaga Kerja,Titik Koordinat,No. HP", kind: .sentra,
            fields:
                "name=NAMASENTRA village=Desa/Kelurahan district=Kec. regency=Kab/Kota workers=Jml._Tenaga_Kerja coordinate=Titik_Koordinat "
                + "contact=No._HP"),
        List(
            headers: "No,Kode Wilayah,Nama Desa,Kecamatan,Kabupaten,Kode Pos,X,Y", kind: .villages,
            fields:
                "code=Kode_Wilayah name=Nama_Desa district=Kecamatan regency=Kabupaten postcode=Kode_Pos longitude=X latitude=Y"
        ),
        List(
            headers: "kodeDesa,desa,kecamatan,penduduk,luas", kind: .villages,
            fields: "code=kodeDesa name=desa district=kecamatan population=penduduk area=luas"),
        List(
            headers: "KDEPUM,NAMOBJ,WADMKC,WADMKK,WADMPR,LUASWH,FID", kind: .villages,
            fields: "code=KDEPUM name=NAMOBJ district=WADMKC regency=WADMKK province=WADMPR area=LUASWH"),
        List(
            headers: "Nama Produk,Bahan Baku,Harga (Rp),Satuan,P-IRT,No. Halal,Desa", kind: .products,
            fields:
                "name=Nama_Produk materials=Bahan_Baku price=Harga_(Rp) priceUnit=Satuan pirt=P-IRT halal=No._Halal village=Desa"
        ),
        List(
            headers: "code,former_code,former_name,valid_from,valid_until,source", kind: .formerNames,
            fields:
                "code=code formerCode=former_code formerName=former_name validFrom=valid_from validUntil=valid_until source=source"
        ),
        List(
            headers: "kode_kecamatan,nama_kecamatan,kode_kabupaten,ibukota,luas_wilayah", kind: .regions,
            fields: "code=kode_kecamatan name=nama_kecamatan parentCode=kode_kabupaten area=luas_wilayah",
            extra: "ibukota"),
    ]

    @Test("real headers give their kind and fields", arguments: lists)
    func realHeaders(list: List) throws {
        let headers = list.headers.split(separator: ",").map(String.init)
        let map = try HeaderMap.make(headers: headers, kind: nil, overrides: [], file: "list.csv")
        let found = map.columns.map { field, column in "\(field.name)=\(headers[column].replacing(" ", with: "_"))"
        }
        #expect(map.kind == list.kind)
        #expect(found.sorted() == list.fields.split(separator: " ").map(String.init).sorted())
        #expect(map.extra.map { headers[$0] } == list.extra.split(separator: ",").map(String.init))
    }

    @Test("the year in a header is the year of its values")
    func yearInHeader() throws {
        let headers = ["kode", "nama", "penduduk_2010", "Jumlah Penduduk 2024", "parent_code"]
        let map = try HeaderMap.make(headers: headers, kind: .regions, overrides: [], file: "list.csv")
        let row = SourceRow(line: 2, values: ["63.01", " Tanah Laut\u{A0}", "1", "2", ""])
        #expect(map.value(.population, in: row) == "2")
        #expect(map.value(.populationYear, in: row) == "2024")
        #expect(map.value(.name, in: row) == "Tanah Laut")
        #expect(map.value(.parentCode, in: row) == nil)
        #expect(map.value(.area, in: row) == nil)
        #expect(map.extra == [2])
    }

    @Test(
        "headers of an unknown kind are an error that names --kind",
        arguments: [
            "code,regency_code,coordinate,is_populated,is_outermost_small,name", "nama,desa,lat,lon", "a,b",
            "nama_sentra,nama_produk",
        ])
    func unknownKind(headers: String) {
        let error = importingError {
            _ = try HeaderMap.make(
                headers: headers.split(separator: ",").map(String.init), kind: nil, overrides: [], file: "pulau.csv")
        }
        #expect(error?.kind == .usage)
        #expect(
            error?.message.hasSuffix(
                "add --kind with one of regions, villages, sentra, products, outlets, former_names, links.")
                == true)
    }

    @Test("--map overrides the table, in any spelling, and can remove a field")
    func overrides() throws {
        let headers = ["Nama Sentra", "Uraian = isi", "Ket", "Desa"]
        let map = try HeaderMap.make(
            headers: headers, kind: .sentra,
            overrides: ["name=ket", "other_names=nama_sentra", "description=Uraian = isi", "village="],
            file: "list.csv")
        #expect(map.columns == [.name: 2, .otherNames: 0, .description: 1])
        #expect(map.extra == [3])
    }

    @Test(
        "a wrong --map is an error that lists the choices",
        arguments: [
            ("nama", "The value 'nama' is invalid for --map: expected field=header, such as name=\"Nama Sentra\"."),
            ("name=Judul", "'list.csv' has no column 'Judul' to map 'name' to: its headers are 'Nama', 'Desa'."),
            ("halal=Desa", "sentra have no field 'halal': their fields are id, code, name,"),
            ("nama=Desa", "There is no field 'nama' to map: the fields are id, code, name, otherNames,"),
        ])
    func wrongOverride(text: String, message: String) {
        let error = importingError {
            _ = try HeaderMap.make(headers: ["Nama", "Desa"], kind: .sentra, overrides: [text], file: "list.csv")
        }
        #expect(error?.kind == .usage)
        #expect(error?.message.hasPrefix(message) == true)
    }

    @Test("a required field without a column is an error that names the remedy")
    func missingField() {
        let error = importingError {
            _ = try HeaderMap.make(headers: ["Desa"], kind: .products, overrides: [], file: "list.csv")
        }
        #expect(
            error
                == ImportingError(
                    .usage,
                    "No column of 'list.csv' is known for the field 'name', which products need: its headers are 'Desa'. "
                        + "Name the column with --map name=HEADER."))
    }

    @Test("is described as text for the user")
    func text() throws {
        let map = try HeaderMap.make(
            headers: ["No", "Nama Sentra", "tenaga_kerja 2022", "Omzet"], kind: nil, overrides: [],
            file: "list.csv")
        #expect(
            map.text == """
                kind: sentra, decided by 'Nama Sentra'
                  name        <- Nama Sentra
                  workers     <- tenaga_kerja 2022
                  figuresYear <- 2022 (from a header)
                  kept as extra properties: Omzet
                  left out: No
                """)
    }
}

@Suite("The table of header aliases")
struct HeaderAliasTests {
    @Test("no spelling occurs twice for a kind and field, and none is empty", arguments: ImportKind.allCases)
    func noRepetition(kind: ImportKind) {
        var seen: Set<String> = []
        for alias in HeaderAlias.table where alias.kinds.contains(kind) {
            for spelling in alias.spellings.split(separator: " ") {
                let key = HeaderKey(spelling).text
                #expect(!key.isEmpty)
                #expect(seen.insert("\(alias.field) \(key)").inserted, "\(alias.field) \(spelling)")
            }
        }
    }

    @Test("every field belongs to some kind, under its own name")
    func allFields() {
        let fields = Set(ImportKind.allCases.flatMap(HeaderAlias.fields(of:)))
        #expect(fields == Set(CanonicalField.allCases))
        for field in CanonicalField.allCases { #expect(CanonicalField(named: field.name.uppercased()) == field) }
        #expect(CanonicalField(named: "ovop_stars") == .ovopStars)
    }
}
