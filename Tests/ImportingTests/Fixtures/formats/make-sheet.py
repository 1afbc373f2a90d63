"""Makes the list of make.sh as a person lays it out: titles above two rows of headers, the columns numbered below.

Run it in this folder, with openpyxl installed (Debian: python3-openpyxl). Written by openpyxl 3.1.
"""

import csv

import openpyxl

ROWS = [
    ["DAFTAR SENTRA INDUSTRI KECIL DAN MENENGAH"],
    ["Keadaan akhir tahun"],
    [],
    ["No", "Sentra", "Komoditi", "Alamat", None, None, "Unit", "Naker", "Tahun", "Catatan", "Koordinat", None],
    [None, None, None, "Desa", "Kecamatan", "Kabupaten", None, None, None, None, "Lintang", "Bujur"],
    list(range(1, 13)),
    [
        1,
        "Anyaman Purun Baringin",
        "tikar purun",
        "Baringin A",
        "Candi Laras Selatan",
        "Tapin",
        25,
        60,
        2022,
        "Pasar tiap Sabtu; 1,5 km dari jalan",
        -2.86312,
        115.01254,
    ],
    [
        2,
        "Kué Lapis “Ma’ Ijah”",
        "kué lapis",
        "Sungai Jingah",
        "Banjarmasin Utara",
        "Kota Banjarmasin",
        6,
        14,
        2023,
        None,
        -3.30055,
        114.60321,
    ],
    [
        3,
        "Dodol Kandangan",
        "dodol",
        None,
        "Kandangan",
        "Hulu Sungai Selatan",
        1250,
        None,
        2021,
        "Angka seluruh kecamatan",
        -2.78401,
        115.26222,
    ],
]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Sentra"
for row in ROWS:
    sheet.append(row)
sheet.merge_cells("A1:L1")
sheet.merge_cells("D4:F4")
sheet.merge_cells("K4:L4")
book.save("daftar-sentra.xlsx")
with open("daftar-sentra.csv", "w", encoding="utf-8-sig", newline="") as file:
    # The titles as they are: a field alone, not padded to the width of the list.
    csv.writer(file, delimiter=";").writerows(row for row in ROWS)
