#!/bin/sh
# Makes one list of sentra in the formats that offices send: run it in this folder, with gdal-bin and python3 installed. Written by GDAL 3.6.2.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/sentra.csv" <<'ROWS'
No,Sentra,Komoditi,Desa,Kecamatan,Kabupaten,Unit,Naker,Tahun,Catatan,Lintang,Bujur
1,Anyaman Purun Baringin,tikar purun,Baringin A,Candi Laras Selatan,Tapin,25,60,2022,"Pasar tiap Sabtu; 1,5 km dari jalan",-2.86312,115.01254
2,Kué Lapis “Ma’ Ijah”,kué lapis,Sungai Jingah,Banjarmasin Utara,Kota Banjarmasin,6,14,2023,,-3.30055,114.60321
3,Dodol Kandangan,dodol,,Kandangan,Hulu Sungai Selatan,1250,,2021,Angka seluruh kecamatan,-2.78401,115.26222
ROWS
printf '"Integer","String","String","String","String","String","Integer","Integer","Integer","String","Real","Real"' >"$work/sentra.csvt"
place="-oo X_POSSIBLE_NAMES=Bujur -oo Y_POSSIBLE_NAMES=Lintang -oo KEEP_GEOM_COLUMNS=NO -s_srs EPSG:4326"

rm -f sentra*
ogr2ogr -f XLSX sentra.xlsx "$work/sentra.csv"
ogr2ogr -f ODS sentra.ods "$work/sentra.csv"
ogr2ogr -f "ESRI Shapefile" sentra-23837.shp "$work/sentra.csv" $place -t_srs EPSG:23837 -lco ENCODING=UTF-8
ogr2ogr -f GPKG sentra-32750.gpkg "$work/sentra.csv" --config OGR_SQLITE_PRAGMA page_size=512 -dsco ADD_GPKG_OGR_CONTENTS=NO \
    -lco SPATIAL_INDEX=NO $place -t_srs EPSG:32750

# As a spreadsheet in Indonesian saves it on Windows: semicolons, decimal commas, points between thousands, Windows-1252, CRLF.
python3 - "$work/sentra.csv" <<'PYTHON'
import csv, io, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8")))
for row in rows[1:]:
    row[6] = f"{int(row[6]):,}".replace(",", ".")
    row[10:] = [number.replace(".", ",") for number in row[10:]]
text = io.StringIO()
csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
open("sentra-1252.csv", "wb").write(text.getvalue().encode("cp1252"))
PYTHON
