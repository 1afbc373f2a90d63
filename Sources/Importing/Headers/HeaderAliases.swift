import Catalog

/// The headers of real lists, with the field of each.
///
/// Order matters: the fields get their columns from top to bottom, each the first of its spellings that is among the
/// headers and free. So a list of districts with `kode_kecamatan` and `kode_kabupaten` gets its code from the first and
/// its parent from the second. A spelling includes all headers with the same `HeaderKey`.
struct HeaderAlias: Sendable {
    var field: CanonicalField
    /// The kinds of list to which it applies.
    var kinds: [ImportKind]
    /// Separated by spaces, the surest first.
    var spellings: String
    /// Another field that must have a column, or this spelling does not count.
    var needs: CanonicalField?

    init(_ field: CanonicalField, _ kinds: [ImportKind], _ spellings: String, needs: CanonicalField? = nil) {
        self.field = field
        self.kinds = kinds
        self.spellings = spellings
        self.needs = needs
    }
}

private let areas: [ImportKind] = [.regions, .villages]
private let goods: [ImportKind] = [.sentra, .products]
private let placed: [ImportKind] = goods + [.outlets]
private let every: [ImportKind] = areas + placed
private let coded: [ImportKind] = [.regions, .villages, .formerNames]

extension HeaderAlias {
    static let table: [HeaderAlias] = [
        // Regions
        .init(
            .code, [.regions],
            "code kode kode_wilayah kode_kemendagri region_code kdcpum kdpkab kode_kecamatan district_code kode_kab_kota"
        ),
        .init(
            .code, [.regions],
            "kode_kabupaten_kota kode_kabupaten kode_kota regency_code kode_provinsi province_code id"),
        .init(
            .name, [.regions],
            "name nama nama_wilayah region_name nama_kecamatan district_name kecamatan district nama_kab_kota"),
        .init(
            .name, [.regions],
            "nama_kabupaten_kota nama_kabupaten nama_kota regency_name kabupaten_kota kab_kota kabupaten regency wadmkc wadmkk"
        ),
        .init(.name, [.regions], "nama_provinsi province_name provinsi province namobj"),
        .init(
            .parentCode, [.regions],
            "parent_code kode_induk kode_atasan parent kode_kab_kota kode_kabupaten_kota kode_kabupaten regency_code"),
        .init(.parentCode, [.regions], "kdpkab kode_provinsi province_code"),
        // Villages
        .init(
            .code, [.villages],
            "code kode kode_wilayah kode_kemendagri kode_desa kode_kelurahan kode_desa_kelurahan kode_kelurahan_desa"),
        .init(.code, [.villages], "village_code kode_desa_kel kdepum adm4_pcode id_desa id"),
        .init(
            .name, [.villages],
            "name nama nama_desa nama_kelurahan nama_desa_kelurahan nama_kelurahan_desa village_name desa_or_kelurahan"),
        .init(
            .name, [.villages],
            "desa_kelurahan kelurahan_desa desa_kel desa kelurahan village adm4_en adm4_id adm4_name wadmkd namobj nama_wilayah"
        ),
        .init(
            .districtCode, [.villages], "district_code kode_kecamatan kode_kec kdcpum adm3_pcode parent_code kode_induk"
        ),
        .init(.districtCode, placed, "district_code kode_kecamatan kode_kec"),
        .init(
            .regencyCode, [.villages],
            "regency_code kode_kabupaten_kota kode_kab_kota kode_kabupaten kode_kota kode_kab kdpkab adm2_pcode"),
        .init(.regencyCode, placed, "regency_code kode_kabupaten_kota kode_kab_kota kode_kabupaten kode_kota kode_kab"),
        .init(.regionKind, areas, "kind jenis jenis_wilayah status_wilayah status_administrasi tipe type"),
        // Former names
        .init(.formerCode, coded, "former_code kode_lama old_code kode_sebelumnya previous_code"),
        .init(.formerName, coded, "former_name nama_lama old_name nama_sebelumnya previous_name"),
        .init(.validFrom, coded, "valid_from berlaku_mulai berlaku_sejak berlaku_dari"),
        .init(.validUntil, coded, "valid_until valid_to berlaku_sampai berlaku_hingga"),
        .init(.code, [.formerNames], "code kode kode_baru new_code present_code kode_wilayah kode_desa kode_sekarang"),
        // Sentra
        .init(.id, [.sentra], "id sentra_id id_sentra kode_sentra"),
        .init(
            .name, [.sentra],
            "nama_sentra sentra_name nama_sentra_ikm sentra sentra_ikm nama name nama_kelompok nama_ikm nama_usaha"),
        .init(.name, [.sentra], "nama_perusahaan nama_industri nama_badan_usaha company_name"),
        .init(
            .commodity, [.sentra],
            "commodity komoditas komoditi jenis_komoditas jenis_komoditi produk_unggulan jenis_produk nama_produk produk"
        ),
        .init(.commodity, [.sentra], "product products hasil_produksi jenis_produksi jenis_barang"),
        .init(
            .category, [.sentra],
            "category kategori jenis_ikm kelompok_cabang cabang_industri kelompok_industri jenis_industri jenis_usaha"
        ),
        .init(.category, [.sentra], "bidang_usaha sektor sector kelompok"),
        .init(
            .businessUnits, [.sentra],
            "business_units unit_usaha jumlah_unit_usaha jml_unit_usaha jumlah_unit jml_unit unit units jumlah_ikm"),
        .init(.businessUnits, [.sentra], "jumlah_usaha jumlah_pelaku_usaha"),
        .init(
            .workers, [.sentra],
            "workers tenaga_kerja jumlah_tenaga_kerja jml_tenaga_kerja total_tenaga_kerja naker jml_naker tk jumlah_tk"
        ),
        .init(
            .workersMale, [.sentra],
            "workers_male male tenaga_kerja_laki_laki tenaga_kerja_pria laki_laki laki pria tk_l tk_pria l"),
        .init(
            .workersFemale, [.sentra],
            "workers_female female famale tenaga_kerja_perempuan tenaga_kerja_wanita perempuan wanita tk_p tk_wanita p"),
        .init(.figuresYear, [.sentra], "figures_year year_of_figure year_of_figures tahun_data tahun year data_year"),
        .init(
            .ovopStars, [.sentra], "ovop_stars stars bintang_ovop ovop_bintang bintang jumlah_bintang klasifikasi_ovop"),
        .init(.ovopStatus, [.sentra], "ovop_status status_ovop"),
        .init(.ovopYear, [.sentra], "ovop_year tahun_ovop tahun_penetapan_ovop"),
        .init(.ovopSource, [.sentra], "ovop_source_url ovop_source sumber_ovop"),
        .init(.rawMaterial, [.sentra], "raw_material raw_materials bahan_baku bahan_baku_utama bahan bahan_utama"),
        .init(.unitsKind, [.sentra], "units_kind jenis_unit jenis_unit_usaha"),
        .init(.workersKind, [.sentra], "workers_kind jenis_tenaga_kerja"),
        .init(.figuresSource, [.sentra], "figures_source_url figures_source sumber_angka"),
        .init(.production, [.sentra], "production volume_produksi jumlah_produksi"),
        .init(.area, [.sentra], "area luas luas_area luas_lahan luas_kebun"),
        .init(.foundedYear, [.sentra], "founded_year founded tahun_berdiri tahun_pendirian berdiri"),
        .init(.market, [.sentra], "market markets pemasaran daerah_pemasaran wilayah_pemasaran tujuan_pemasaran pasar"),
        .init(.giNumber, [.sentra], "gi_number nomor_ig no_ig nomor_indikasi_geografis"),
        .init(.awards, [.sentra], "awards award penghargaan prestasi"),
        .init(.noteEn, [.sentra], "note_en english_note catatan_inggris catatan_en"),
        // Products
        .init(.id, [.products], "id product_id id_produk kode_produk sku"),
        .init(
            .name, [.products],
            "product_name nama_produk nama_barang nama name produk product nama_komoditas komoditas komoditi commodity"),
        .init(.localName, [.products], "local_name nama_lokal nama_banjar nama_daerah banjar_name"),
        .init(.englishName, [.products], "english_name nama_inggris name_en nama_en name_english"),
        .init(
            .category, [.products],
            "category kategori kategori_produk jenis_produk kelompok_produk jenis_ikm kelompok jenis"),
        .init(.materials, [.products], "materials made_of bahan_baku bahan material bahan_utama komposisi ingredients"),
        .init(
            .producer, [.products],
            "producer produsen nama_produsen nama_perusahaan nama_usaha nama_ikm perajin pengrajin pembuat manufacturer"
        ),
        .init(.price, [.products], "price price_idr harga harga_rp harga_jual harga_satuan harga_idr price_rp"),
        .init(.priceMin, [.products], "price_min harga_min harga_minimum harga_terendah min_price harga_dari"),
        .init(
            .priceMax, [.products],
            "price_max harga_max harga_maks harga_maksimum harga_tertinggi max_price harga_sampai"),
        .init(.priceUnit, [.products], "price_unit satuan_harga unit_harga harga_per per"),
        .init(.priceUnit, [.products], "satuan unit", needs: .price),
        .init(
            .certification, [.products],
            "certification certifications certificates sertifikat sertifikasi legalitas izin perizinan izin_edar"),
        .init(.halal, [.products], "halal no_halal sertifikat_halal nomor_halal sertifikasi_halal"),
        .init(.pirt, [.products], "pirt no_pirt nomor_pirt izin_pirt sppirt"),
        .init(.bpom, [.products], "bpom bpom_md no_bpom nomor_bpom md"),
        .init(.sni, [.products], "sni no_sni nomor_sni sertifikat_sni"),
        .init(.sentraID, [.products, .links], "sentra_id sentra_ids id_sentra kode_sentra"),
        // Outlets
        .init(.id, [.outlets], "id outlet_id id_outlet kode_outlet"),
        .init(
            .name, [.outlets],
            "outlet_name nama_outlet nama_toko nama_pasar nama_galeri nama_gerai nama_kios nama name outlet toko pasar galeri"
        ),
        .init(
            .sells, [.outlets],
            "sells menjual dijual barang_dagangan dagangan jenis_dagangan jenis_barang komoditas commodity produk products"
        ),
        .init(.category, [.outlets], "category kategori jenis jenis_outlet jenis_usaha tipe type"),
        .init(.hours, [.outlets], "hours opening_hours jam_buka jam_operasional hari_buka hari_pasar jadwal"),
        .init(.since, [.outlets], "since sejak berdiri_sejak tahun_berdiri berdiri buka_sejak"),
        // Links
        .init(.productID, [.links], "product_id id_produk kode_produk"),
        .init(.linkReason, [.links], "link_reason alasan alasan_tautan note catatan keterangan"),
        // Several kinds
        .init(.otherNames, goods, "other_names other_name nama_lain alias sebutan aka alternative_names"),
        .init(.kbli, goods, "kbli kode_kbli kbli_2020 kbli_2019 kbli_2017 kbli_2015 kbli_2009 kbli_code no_kbli"),
        .init(.description, placed, "description deskripsi uraian penjelasan profil about"),
        .init(.geographicIndication, goods, "geographic_indication indikasi_geografis sertifikat_ig"),
        .init(.heritage, goods, "heritage warisan_budaya warisan_budaya_takbenda wbtb"),
        .init(.export, goods, "export exports ekspor tujuan_ekspor negara_tujuan_ekspor negara_ekspor"),
        .init(.moreSources, placed, "more_sources sumber_lain sumber_tambahan tautan_lain"),
        .init(.pageDate, placed, "page_date tanggal_sumber tanggal_halaman"),
        .init(
            .code, placed,
            "village_code kode_desa kode_kelurahan kode_desa_kelurahan kode_wilayah kode_kemendagri code kode"),
        .init(
            .village, placed,
            "village desa_or_kelurahan desa_kelurahan kelurahan_desa desa_kel kel_desa nama_desa nama_kelurahan"),
        .init(.village, placed, "nama_desa_kelurahan desa kelurahan village_name kel ds desa_lurah"),
        .init(
            .district, [.villages] + placed,
            "district kecamatan nama_kecamatan district_name kec nama_kec wadmkc adm3_en adm3_id adm3_name"),
        .init(
            .regency, [.villages] + placed,
            "regency kabupaten_kota kota_kabupaten kab_kota kabupaten nama_kabupaten_kota nama_kab_kota"),
        .init(
            .regency, [.villages] + placed,
            "nama_kabupaten regency_name regency_city kota nama_kota kab city wadmkk adm2_en adm2_id adm2_name"),
        .init(
            .province, [.villages] + placed,
            "province provinsi nama_provinsi province_name prov propinsi wadmpr adm1_en adm1_id adm1_name"),
        .init(
            .location, placed,
            "location lokasi lokasi_sentra lokasi_usaha lokasi_produksi tempat place asal daerah_asal asal_daerah wilayah"
        ),
        .init(
            .address, placed,
            "address alamat alamat_sentra alamat_lengkap alamat_usaha alamat_perusahaan alamat_produsen jalan nama_jalan"
        ),
        // All kinds
        .init(
            .latitude, every,
            "latitude lat lintang garis_lintang koordinat_lintang lat_dd gps_lat koordinat_lat lat_y latitude_y ls"),
        .init(.latitude, every, "koordinat_y y y_coord northing utm_y point_y"),
        .init(
            .longitude, every,
            "longitude lng lon long bujur garis_bujur koordinat_bujur lon_dd long_dd gps_lng gps_lon gps_long koordinat_lng"
        ),
        .init(
            .longitude, every,
            "koordinat_long koordinat_lon lng_x long_x longitude_x bt koordinat_x x x_coord easting utm_x point_x"
        ),
        .init(
            .coordinate, every,
            "coordinate coordinates koordinat titik_koordinat koordinat_lokasi koordinat_gps lat_lng lat_long lat_lon"),
        .init(.coordinate, every, "latitude_longitude lintang_bujur gps titik titik_lokasi geolocation geo_point"),
        .init(
            .accuracy, every, "accuracy position_accuracy_m position_accuracy akurasi akurasi_m accuracy_m ketelitian"),
        .init(.postcode, [.villages] + placed, "postcode postal_code kode_pos zip zip_code"),
        .init(.population, areas, "population penduduk jumlah_penduduk jml_penduduk populasi"),
        .init(.populationYear, areas, "population_year tahun_penduduk tahun_data", needs: .population),
        .init(
            .area, areas,
            "area official_area_km2 area_km2 luas luas_km2 luas_wilayah luas_wilayah_km2 luas_daerah luaswh"),
        .init(
            .contact, placed,
            "contact kontak kontak_person contact_person telepon no_telepon nomor_telepon no_telp telp no_hp hp whatsapp wa phone"
        ),
        .init(.contact, placed, "no_kontak narahubung cp email"),
        .init(.note, every + [.formerNames], "note notes catatan keterangan ket remark remarks"),
        .init(
            .source, every + [.formerNames], "source source_url sumber sumber_data url tautan link referensi reference"),
    ]

    /// Columns that only number the rows.
    ///
    /// They are not imported.
    static let rowNumbers: Set<String> = [
        "no", "nomor", "nourut", "nomorurut", "number", "rownumber", "objectid", "ogcfid", "fid",
    ]

    private static let known = Set(table.flatMap { $0.spellings.split(separator: " ").map { HeaderKey($0).text } })
        .union(rowNumbers)

    /// True if it is a header of any kind of list.
    static func isKnown(_ key: HeaderKey) -> Bool {
        known.contains(key.text) || key.year.map { known.contains($0.key) } ?? false
    }

    /// Fields that may carry their year in the header, and the field that takes it.
    static let yearField: [CanonicalField: CanonicalField] = [
        .population: .populationYear, .workers: .figuresYear, .businessUnits: .figuresYear,
    ]

    /// The fields a kind of list can have.
    static func fields(of kind: ImportKind) -> [CanonicalField] {
        let fields = Set(table.filter { $0.kinds.contains(kind) }.map(\.field))
        return CanonicalField.allCases.filter(fields.contains)
    }

    /// The fields without which a list of this kind cannot be read.
    static func requiredFields(of kind: ImportKind) -> [CanonicalField] {
        switch kind {
        case .regions, .villages: [.code, .name]
        case .sentra, .products, .outlets: [.name]
        case .formerNames: [.code]
        case .links: [.productID, .sentraID]
        }
    }
}
