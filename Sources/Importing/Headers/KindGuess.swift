import Catalog

/// Guesses the kind of a list from its headers.
///
/// Characteristic headers give points to a kind. A kind is sure if its required fields have columns, and if it has at
/// least 2 points and at least 2 more than any other kind. Otherwise the user must name the kind.
struct KindGuess {
    /// Characteristic headers with their points, spelled as in `HeaderAlias.table`.
    private static let evidence: [(kind: ImportKind, points: Int, spellings: String)] = [
        (.regions, 3, "parent_code kode_induk"),
        (.regions, 2, "nama_kecamatan nama_kabupaten ibukota"),
        (.regions, 1, "population penduduk jumlah_penduduk official_area_km2 luas luas_km2 luas_wilayah kind"),
        (
            .villages, 4,
            "nama_desa nama_kelurahan village_name nama_desa_kelurahan kode_desa kode_kelurahan village_code kdepum adm4_pcode"
        ),
        (
            .villages, 2,
            "district_code kode_kecamatan desa kelurahan desa_kelurahan village postcode postal_code kode_pos"
        ),
        (.villages, 1, "kecamatan district kind"),
        (.sentra, 6, "nama_sentra sentra_name sentra nama_sentra_ikm alamat_sentra"),
        (.sentra, 4, "unit_usaha business_units jumlah_unit_usaha ovop_stars jenis_ikm"),
        (.sentra, 3, "tenaga_kerja jumlah_tenaga_kerja workers komoditas komoditi commodity kelompok_cabang"),
        (.sentra, 2, "kbli kode_kbli kbli_2015 kbli_2017 kbli_2019 kbli_2020 nilai_investasi male female famale"),
        (
            .sentra, 1,
            "unit kapasitas_produksi satuan_produksi nilai_produksi nilai_bb nama_perusahaan bentuk_badan_usaha"
        ),
        (.products, 6, "product_name nama_produk nama_barang"),
        (.products, 4, "price price_idr harga harga_rp harga_jual harga_satuan price_min harga_min"),
        (.products, 3, "made_of bahan_baku bahan materials halal pirt bpom no_pirt sertifikat_halal producer produsen"),
        (
            .products, 2,
            "certification sertifikat sertifikasi local_name english_name nama_lokal sentra_id id_sentra merek"
        ),
        (.outlets, 6, "outlet_name nama_outlet nama_toko nama_pasar nama_galeri nama_gerai nama_kios"),
        (.outlets, 4, "sells menjual dijual barang_dagangan dagangan"),
        (.outlets, 3, "hours opening_hours jam_buka jam_operasional hari_pasar"),
        (.links, 3, "link_reason alasan_tautan"),
        (.links, 1, "product_id id_produk kode_produk sentra_id sentra_ids id_sentra kode_sentra"),
        (.formerNames, 4, "former_code former_name kode_lama nama_lama"),
        (.formerNames, 2, "valid_from valid_until berlaku_sejak berlaku_sampai"),
    ]

    /// The kinds with points, most first.
    let candidates: [(kind: ImportKind, points: Int, telling: [String])]

    /// Counts the points of each kind for which `isReadable` says that its required fields have columns.
    init(headers: [String], isReadable: (ImportKind) -> Bool) {
        var found: [ImportKind: (points: Int, telling: [String])] = [:]
        let byKey = Dictionary(headers.map { (HeaderKey($0).text, $0) }) { first, _ in first }
        for (kind, points, spellings) in Self.evidence {
            for spelling in spellings.split(separator: " ") {
                guard let header = byKey[HeaderKey(spelling).text] else { continue }
                found[kind, default: (0, [])].points += points
                found[kind]?.telling.append(header)
            }
        }
        candidates =
            ImportKind.allCases.filter(isReadable).map { kind in
                (kind, found[kind]?.points ?? 0, found[kind]?.telling ?? [])
            }
            .sorted { $0.points > $1.points }
    }

    /// The sure kind, with the headers that decided it; nil if none is sure.
    var sure: (kind: ImportKind, telling: [String])? {
        guard let best = candidates.first, best.points >= 2 else { return nil }
        if candidates.count > 1, best.points - candidates[1].points < 2 { return nil }
        return (best.kind, best.telling)
    }
}
