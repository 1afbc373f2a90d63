#!/usr/bin/env python3
"""Writes geodesics.csv with GeographicLib and transformations.csv with pyproj. Both have code of their own.

python3 -m venv venv && venv/bin/pip install geographiclib==2.1 pyproj==3.7.2
venv/bin/python make-fixtures.py
"""

import random

import pyproj
from geographiclib.geodesic import Geodesic

random.seed(20240607)


def longitude():
    return random.uniform(-180, 180)


def latitude():
    return random.uniform(-90, 90)


def pairs():
    for _ in range(100):
        yield longitude(), latitude(), longitude(), latitude()
    for exponent in range(-9, 2):  # from a tenth of a millimetre to a thousand kilometres apart
        for _ in range(10):
            at, step = (longitude(), random.uniform(-80, 80)), 10.0**exponent
            yield *at, at[0] + random.uniform(-step, step), at[1] + random.uniform(-step, step) / 2
    for _ in range(60):  # near antipodes
        at = longitude(), latitude()
        yield *at, at[0] + 180 + random.uniform(-1, 1), max(-90, min(90, -at[1] + random.uniform(-1, 1)))
    for _ in range(20):
        yield longitude(), 90, longitude(), latitude()
        yield longitude(), random.choice([-90, 90]), longitude(), random.choice([-90, 90])
        yield longitude(), 0, longitude(), 0
        same = longitude()
        yield same, latitude(), same, latitude()
        yield 180 - random.random(), latitude(), random.random() - 180, latitude()
    for _ in range(100):  # Kalimantan Selatan
        yield (*(random.uniform(*r) for _ in range(2) for r in ((114.3, 116.6), (-4.9, -1.3))),)


with open("geodesics.csv", "w") as out:
    print("longitude1,latitude1,longitude2,latitude2,metres", file=out)
    for lon1, lat1, lon2, lat2 in pairs():
        lon2 = (lon2 + 180) % 360 - 180
        print(lon1, lat1, lon2, lat2, Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2)["s12"], sep=",", file=out)

areas = {  # where the system is used, in degrees
    "EPSG:32750": (114, 120, -6, 0),
    "EPSG:32749": (108, 114, -6, 0),
    "EPSG:23837": (114, 117, -5, 2),
    "EPSG:23838": (117, 119, -5, 2),
    "EPSG:4755": (95, 141, -11, 6),
    "EPSG:9470": (95, 141, -11, 6),
    "EPSG:4613": (115, 117, -4, -1),
    "EPSG:2933": (116.8, 117.9, -1.2, 0),
    "EPSG:3857": (-179, 179, -80, 80),
    "OGC:CRS84": (-180, 180, -90, 90),
}
with open("transformations.csv", "w") as out:
    print("crs,x,y,longitude,latitude", file=out)
    for code, (west, east, south, north) in areas.items():
        there = pyproj.Transformer.from_crs("EPSG:4326", code, always_xy=True, allow_ballpark=False)
        back = pyproj.Transformer.from_crs(code, "EPSG:4326", always_xy=True, allow_ballpark=False)
        for _ in range(20):
            x, y = there.transform(random.uniform(west, east), random.uniform(south, north))
            print(code, x, y, *back.transform(x, y), sep=",", file=out)
