#!/bin/sh
# Makes the fixtures that other programs write: run it in this folder, with gdal-bin, zip and python3 installed. Written by GDAL 3.6.2.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/desa.csv" <<'ROWS'
kode,nama,kbli,harga,penduduk,tanggal,lintang,bujur
01,Hiyung,0123,"12,5",1200,2024-01-31,-2.9,115.25
63.05.02.2005,Kué Lupis,13121,100,,2024-02-01,-3.4,114.84
6301012001,Tabanio,10799,2500.75,3,2024-12-31,-3.7568,114.6322
ROWS
printf '"String","String","String","String","Integer","Date","Real","Real"' >"$work/desa.csvt"
place="-oo X_POSSIBLE_NAMES=bujur -oo Y_POSSIBLE_NAMES=lintang -s_srs EPSG:4326"
small="--config OGR_SQLITE_PRAGMA page_size=512 -dsco ADD_GPKG_OGR_CONTENTS=NO -lco SPATIAL_INDEX=NO"

rm -rf desa.* desa-* peta.zip peta-dua.zip sheets.xlsx geometries.gpkg layers.gpkg
ogr2ogr -f XLSX desa.xlsx "$work/desa.csv"
ogr2ogr -f ODS desa.ods "$work/desa.csv"
ogr2ogr -f GPKG desa-32750.gpkg "$work/desa.csv" $small $place -t_srs EPSG:32750
ogr2ogr -f LIBKML desa.kml "$work/desa.csv" -fieldTypeToString Date $place -t_srs EPSG:4326
ogr2ogr -f GML desa.gml "$work/desa.csv" $place -t_srs EPSG:4326 2>"$work/warnings"
rm -f desa.xsd
ogr2ogr -f "MapInfo File" -dsco FORMAT=MIF desa-mif.mif "$work/desa.csv" $place -t_srs EPSG:4326
ogr2ogr -f "MapInfo File" desa-tab.tab "$work/desa.csv" $place -t_srs EPSG:4326
ogr2ogr -f "ESRI Shapefile" desa-23837.shp "$work/desa.csv" $place -t_srs EPSG:23837 -lco ENCODING=UTF-8

mkdir "$work/peta"
for part in shp shx dbf prj cpg; do cp desa-23837.$part "$work/peta/desa.$part"; cp desa-23837.$part "$work/peta/kecamatan.$part"; done
(cd "$work" && zip -qX desa.zip peta/desa.* && zip -qX dua.zip peta/*)
mv "$work/desa.zip" peta.zip
mv "$work/dua.zip" peta-dua.zip

printf 'catatan\n' >"$work/kosong.csv"
ogr2ogr -f XLSX sheets.xlsx "$work/desa.csv" -nln Data
ogr2ogr -f XLSX -update sheets.xlsx "$work/desa.csv" -nln Rekap

# Every geometry type, from well-known text.
cat >"$work/geometries.csv" <<'ROWS'
nama,WKT
point,POINT (115 -3)
point z,POINT Z (115 -3 40)
point m,POINT M (115 -3 7)
point zm,POINT ZM (115 -3 40 7)
point empty,POINT EMPTY
line,"LINESTRING (0 0,1 1,2 0)"
polygon,"POLYGON ((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))"
polygon z,"POLYGON Z ((0 0 9,4 0 9,4 4 9,0 0 9))"
multipoint,"MULTIPOINT ((1 2),(3 4))"
multiline,"MULTILINESTRING ((0 0,1 1),(2 2,3 3))"
multipolygon,"MULTIPOLYGON (((0 0,4 0,4 4,0 0)),((5 5,6 5,6 6,5 5)))"
collection,"GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (0 0,1 1))"
circular,"CIRCULARSTRING (0 0,1 1,2 0)"
compound,"COMPOUNDCURVE (CIRCULARSTRING (0 0,1 1,2 0),(2 0,3 0))"
curvepolygon,"CURVEPOLYGON ((0 0,4 0,4 4,0 0))"
multicurve,"MULTICURVE ((0 0,1 1))"
multisurface,"MULTISURFACE (((0 0,4 0,4 4,0 0)))"
polyhedral,"POLYHEDRALSURFACE Z (((0 0 0,4 0 0,4 4 0,0 0 0)),((0 0 0,4 0 0,4 4 1,0 0 0)))"
tin,"TIN Z (((0 0 0,4 0 0,4 4 0,0 0 0)))"
triangle,"TRIANGLE ((0 0,4 0,4 4,0 0))"
ROWS
ogr2ogr -f GPKG geometries.gpkg "$work/geometries.csv" $small -oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO -a_srs EPSG:4326 -nlt GEOMETRY -nln geometries
ogr2ogr -f GPKG layers.gpkg "$work/desa.csv" $small $place -t_srs EPSG:4326 -nln desa
ogr2ogr -f GPKG -update layers.gpkg "$work/desa.csv" -lco SPATIAL_INDEX=NO $place -t_srs EPSG:4326 -nln 'batas "desa"'
ogr2ogr -f GPKG -update layers.gpkg "$work/desa.csv" -nln catatan -lco SPATIAL_INDEX=NO
for file in *.gpkg; do sqlite3 "$file" 'PRAGMA page_size = 512; VACUUM'; done
ls -l
