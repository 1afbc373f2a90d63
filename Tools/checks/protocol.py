#!/usr/bin/env python3
"""Asks a service what a strict, a careless and a hostile client ask: the protocol, its limits, the layers.

    Tools/checks/protocol.py [--programs DIR] [--data DIR]      the data: the bundled package, indexed

Only the Python standard library is needed.
"""

import csv
import gzip
import io
import json
import re
import socket
import sys
import tempfile
import time

from harness import Service, arguments, check, report, run_part
from requests_answered import description, features, pages
from requests_raw import problem
from requests_refused import oddities, refusals, wire

ROUTES = [
    "/v1/search?q=purun",
    "/v1/search",
    "/v1/near?place=Rantau",
    "/v1/near?lat=-3&lon=115",
    "/v1/suggest?q=sas",
    "/v1/reverse?lat=-3&lon=115",
    "/v1/documents/63.05.02.2005",
    "/v1/status",
    "/",
    "/conformance",
    "/api",
    "/collections",
    "/collections/villages",
    "/collections/sentra/queryables",
    "/collections/products/items",
    "/collections/villages/items/63.05.02.2005",
    "/health/live",
    "/health/ready",
    "/metrics",
    "/static/banua.css",
    "/?f=html",
    "/api?f=html",
    "/collections?f=html",
    "/collections/products/items?f=html",
    "/collections/products/items/produk-0059?f=html",
]


def methods(service):
    for path in ROUTES:
        code, fields, body = service.get(path)
        check(f"GET {path}", code == 200 and body, code)
        check(f"GET {path}: length", fields["Content-Length"] == str(len(body)), fields["Content-Length"])
        head, head_fields, nothing = service.get(path, "HEAD")
        check(f"HEAD {path}", head == 200 and nothing == b"", head)
        for name in ["Content-Type", "ETag", "Banua-Generation", "Vary", "Cache-Control", "Content-Security-Policy"]:
            check(f"HEAD {path}: {name} as GET", head_fields[name] == fields[name], (head_fields[name], fields[name]))
        check(f"HEAD {path}: Content-Length", head_fields["Content-Length"] is not None)
        for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"]:
            code, fields, body = service.get(path, method)
            check(f"{method} {path}", code == 405 and fields["Allow"] == "GET, HEAD, OPTIONS", (code, fields["Allow"]))
            check(
                f"{method} {path}: a problem",
                fields["Content-Type"] == "application/problem+json" and json.loads(body)["status"] == 405,
                body,
            )
    code, fields, body = service.get("/v1/search", "OPTIONS")
    check(
        "OPTIONS tells what is allowed",
        code == 204 and fields["Allow"] == "GET, HEAD, OPTIONS" and not body,
        (code, fields),
    )
    origin = {"Origin": "https://example.org"}
    code, fields, body = service.get(
        "/v1/search",
        "OPTIONS",
        origin | {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "accept"},
    )
    check(
        "preflight",
        code in (200, 204)
        and fields["Access-Control-Allow-Origin"] == "*"
        and "GET" in fields["Access-Control-Allow-Methods"],
        fields,
    )
    for path in ["/v1/status", "/v1/nope", "/v1/search?nope=1"]:
        check(
            f"{path}: other pages' scripts may read it",
            service.get(path, headers=origin)[1]["Access-Control-Allow-Origin"] == "*",
        )


def caching(service):
    for path in [
        "/v1/search?q=purun&limit=50",
        "/collections/villages/items?limit=100",
        "/",
        "/?f=html",
        "/v1/status",
        "/static/banua.css",
    ]:
        code, fields, body = service.get(path)
        tag = fields["ETag"]
        check(f"{path}: ETag", tag and re.fullmatch(r'(W/)?"[^"]+"', tag), tag)
        code, zipped, packed = service.get(path, headers={"Accept-Encoding": "gzip"})
        check(f"{path}: gzip", zipped["Content-Encoding"] == "gzip" if len(body) > 2000 else True, zipped)
        check(f"{path}: Vary", "Accept-Encoding" in (zipped["Vary"] or ""), zipped["Vary"])
        if zipped["Content-Encoding"] == "gzip":
            same = gzip.decompress(packed)

            def ignore(text):
                return re.sub(rb'"took_ms":[0-9.e-]+|"timeStamp":"[^"]+"|"age_seconds":[0-9.]+', b"", text)

            check(f"{path}: unpacks to the same", ignore(same) == ignore(body), (same[:200], body[:200]))
            check(
                f"{path}: one strong tag never names two encodings", tag.startswith("W/") or zipped["ETag"] != tag, tag
            )
        opaque = tag.removeprefix("W/")
        for given in [tag, opaque, "W/" + opaque, f'"x", {tag}', f'{tag} , "y"', "*"]:
            code, fields, body = service.get(path, headers={"If-None-Match": given, "Accept-Encoding": "gzip"})
            check(f"{path} If-None-Match {given}: 304", code == 304 and body == b"", code)
            check(
                f"{path} 304: what a cache needs", fields["ETag"] and fields["Vary"] and fields["Cache-Control"], fields
            )
        check(f"{path}: HEAD 304", service.get(path, "HEAD", {"If-None-Match": tag})[0] == 304)
        for given in ['"other"', opaque[:-2] + '"', opaque.strip('"'), "", "garbage"]:
            check(f"{path} If-None-Match {given!r}: 200", service.get(path, headers={"If-None-Match": given})[0] == 200)
    first, second = (service.get(path)[1]["ETag"] for path in ["/v1/search?q=purun", "/v1/search?q=rotan"])
    check("another question, another tag", first != second)
    check("nothing found is not cached", service.get("/v1/documents/nope", headers={"If-None-Match": "*"})[0] == 404)
    code, fields, body = service.get("/v1/search?q=purun", headers={"Range": "bytes=0-9"})
    check("Range may be passed over, whole", code == 200 and json.loads(body))


def formats(service):
    wanted = [
        ("/v1/search", "application/json;q=0.2, text/csv;q=0.9", "text/csv"),
        ("/v1/search", "text/csv;q=0, */*", "application/json"),
        ("/v1/search", "application/geo+json, */*;q=0.1", "application/geo+json"),
        ("/v1/search", "APPLICATION/GEO+JSON", "application/geo+json"),
        ("/v1/search", "application/json;q=1.0;charset=utf-8", "application/json"),
        ("/v1/search", "garbage", None),
        ("/v1/search", "application/xml", None),
        ("/v1/search", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"),
        ("/", "text/html", "text/html"),
        ("/", "application/json;q=0.9, text/html;q=0.8", "application/json"),
        ("/collections/villages/items", "application/json", "application/json"),
        ("/collections/villages/items", "text/html;q=0.5, application/geo+json", "application/geo+json"),
        ("/api", "application/json", "application/json"),
        ("/api", "text/html", "text/html"),
        ("/health/live", "text/html,*/*;q=0.8", "application/json"),
    ]
    for path, accept, kind in wanted:
        code, fields, body = service.get(path, headers={"Accept": accept})
        name = f"{path} Accept {accept}"
        check(
            name,
            (code == 200 and fields["Content-Type"].startswith(kind)) if kind else code == 406,
            (code, fields["Content-Type"]),
        )
        check(f"{name}: Vary", "Accept" in fields["Vary"], fields["Vary"]) if code == 200 else None
    collection = json.loads(service.get("/v1/search?q=purun&f=geojson&limit=50")[2])
    check(
        "GeoJSON: a FeatureCollection of points",
        collection["type"] == "FeatureCollection"
        and collection["features"]
        and all(
            f["type"] == "Feature"
            and "properties" in f
            and "geometry" in f
            and (
                f["geometry"] is None
                or len(f["geometry"]["coordinates"]) == 2
                and 113 < f["geometry"]["coordinates"][0] < 118
            )
            for f in collection["features"]
        ),
    )
    check("GeoJSON: no crs member (RFC 7946, 4)", "crs" not in collection)
    for path in ["/v1/documents/63.05.02.2005?f=geojson", "/v1/reverse?lat=-3&lon=115&f=geojson"]:
        check(f"{path}: a Feature", json.loads(service.get(path)[2])["type"] == "Feature")
    code, fields, body = service.get("/v1/search?q=purun&f=csv&limit=100")
    rows = list(csv.DictReader(io.StringIO(body.decode())))
    check(
        "CSV: as many rows as hits, none torn",
        len(rows) > 20 and all(None not in row and row["id"] for row in rows),
        len(rows),
    )
    check("CSV: CRLF", body.endswith(b"\r\n") and b"\r\n" in body)


def limits(programs, data):
    with Service(programs, data, http_requestsPerSecond=5) as service:
        codes = [service.get("/health/live") for _ in range(30)]
        refused = [answer for answer in codes if answer[0] == 429]
        check(
            "a client that asks too often gets 429 with Retry-After",
            refused
            and all(f["Retry-After"] and f["Content-Type"] == "application/problem+json" for _, f, _ in refused),
        )
    with Service(programs, data, search_threads=1, search_mostWaiting=0) as service:
        check("without a queue one request is answered", service.get("/v1/search?q=purun")[0] == 200)
    with Service(programs, data, http_idleTimeout=1) as service:
        with socket.create_connection(("127.0.0.1", service.port)) as slow:
            begun, sent = time.monotonic(), 0
            try:
                for byte in b"GET /health/live HTTP/1.1\r\nHost: " + b"x" * 100:
                    slow.sendall(bytes([byte]))
                    sent += 1
                    time.sleep(0.1)
            except OSError:
                pass
            check("a request that dribbles in is let go", time.monotonic() - begun < 5, sent)
        check("and the next is answered", service.get("/health/live")[0] == 200)
    with tempfile.TemporaryDirectory() as empty, Service(programs, empty) as service:
        check("without an index: live", service.get("/health/live")[0] == 200)
        for path in ["/health/ready", "/v1/search?q=a", "/v1/status", "/collections", "/collections/villages/items"]:
            told = problem(service, path, 503)
            check(f"{path} without an index: what to do", told and "banua-rebuild" in told["detail"], told)
            check(f"{path} without an index: Retry-After", service.get(path)[1]["Retry-After"])
    with Service(programs, data) as service:
        check("SIGTERM ends it with 0", service.stop() == 0)


def main():
    options = arguments(__doc__, data=True).parse_args()
    with Service(options.programs, options.data) as service:
        for part in [methods, caching, formats, refusals, oddities, wire, pages, features, description]:
            run_part(part, service)
        failures = [line for line in service.log if "request failed" in line]
        check("nothing was logged as failed", not failures, failures[:3])
    run_part(limits, options.programs, options.data)
    return report()


if __name__ == "__main__":
    sys.exit(main())
