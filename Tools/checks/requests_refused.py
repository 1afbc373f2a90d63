"""Checks of requests that must be refused, or answered without harm: wrong parameters, hostile text, broken HTTP."""

from harness import check
from requests_raw import problem, quoted, raw, statuses


def refusals(service):
    long = "a" * 513
    for path, parameter in [
        ("/v1/search?limit=0", "limit"),
        ("/v1/search?limit=1001", "limit"),
        ("/v1/search?limit=abc", "limit"),
        ("/v1/search?limit=", "limit"),
        ("/v1/search?limit=-1", "limit"),
        ("/v1/search?limit=1e2", "limit"),
        ("/v1/search?limit=10&limit=10", "limit"),
        ("/v1/search?limit=%2010", "limit"),
        ("/v1/search?limit=99999999999999999999", "limit"),
        (f"/v1/search?q={long}", "q"),
        ("/v1/search?q=a&q=b", "q"),
        ("/v1/search?nope=1", "nope"),
        ("/v1/search?Q=a", "Q"),
        ("/v1/search?kind=shop", "kind"),
        ("/v1/search?kind=sentra,,product", "kind"),
        ("/v1/search?sort=best", "sort"),
        ("/v1/search?bbox=1,2,3", "bbox"),
        ("/v1/search?bbox=1,2,3,x", "bbox"),
        ("/v1/search?bbox=114,-2,115,-3", "bbox"),
        ("/v1/search?bbox=1,2,3,4,5", "bbox"),
        ("/v1/search?bbox=nan,nan,nan,nan", "bbox"),
        ("/v1/search?bbox=inf,0,1,1", "bbox"),
        ("/v1/search?bbox=1,95,2,96", "bbox"),
        ("/v1/search?radius=far", "radius"),
        ("/v1/search?near=Rantau&radius=-5", "radius"),
        ("/v1/search?facets=colour", "facets"),
        ("/v1/search?explain=perhaps", "explain"),
        ("/v1/search?f=xml", "f"),
        ("/v1/search?cursor=garbage", "cursor"),
        ("/v1/near?lat=-3", "lon"),
        ("/v1/near?lon=115", "lat"),
        ("/v1/near", "place"),
        ("/v1/near?lat=91&lon=0", "lat"),
        ("/v1/near?lat=nan&lon=0", "lat"),
        ("/v1/near?lat=0x10&lon=0", "lat"),
        ("/v1/near?place=Rantau&lat=-3&lon=115", "place"),
        ("/v1/suggest", "q"),
        ("/v1/reverse?lat=-3", "lon"),
        ("/v1/reverse?lat=-3&lon=181", "lon"),
        ("/v1/status?x", "x"),
        ("/v1/documents/a?q=1", "q"),
        ("/collections/villages/items?limit=10001", "limit"),
        ("/collections/villages/items?limit=0", "limit"),
        ("/collections/villages/items?nope=1", "nope"),
        ("/collections/villages/items?bbox=1,2,3", "bbox"),
        ("/collections/villages/items?bbox=1,5,3,2", "bbox"),
        ("/collections/villages/items?crs=EPSG:1", "crs"),
        ("/collections/villages/items?bbox-crs=x&bbox=1,2,3,4", "bbox-crs"),
        ("/collections/villages/items?datetime=yesterday", "datetime"),
        ("/collections/villages/items?datetime=../..", "datetime"),
        ("/collections/villages?nope=1", "nope"),
        ("/?nope=1&f=json", "nope"),
        ("/api?nope=1", "nope"),
        ("/conformance?nope=1", "nope"),
        ("/health/live?nope=1", "nope"),
        ("/metrics?nope=1", "nope"),
    ]:
        told = problem(service, path, 400)
        if told:
            check(
                f"{path[:60]}: names '{parameter}'",
                told.get("parameter") == parameter and parameter in told["detail"],
                told,
            )
    for path in [
        "/v1/nope",
        "/nope",
        "/v1/documents/nope",
        "/v1/near?place=Atlantis",
        "/collections/nope",
        "/collections/nope/items",
        "/v1",
        "/collections/villages/items/sentra-0026",
        "/collections/villages/items/nope",
        "/static/nope.css",
        "/V1/search",
    ]:
        problem(service, path, 404)
    told = problem(service, "/v1/near?place=Simpang%20Empat", 409)
    check(
        "409: candidates with their codes",
        told and len(told.get("candidates", [])) > 1 and all(c["code"] and c["label"] for c in told["candidates"]),
        told,
    )
    problem(service, "/v1/search?q=" + "a" * 9000, 414)
    problem(service, "/v1/status", 431, "17 kB of header", headers={"X-Filler": "a" * 17000})
    problem(service, "/v1/search", 406, "image/png", headers={"Accept": "image/png"})


def oddities(service):
    for path in [
        "/v1/search?q=%zz",
        "/v1/search?q=%",
        "/v1/search?q=%ff",
        "/v1/search?q=%C0%80",
        "/v1/search?q=%ED%A0%80",
        "/v1/search?q=%00",
        "/v1/search?q=a%00b",
        "/v1/documents/%ff",
        "/v1/documents/%zz",
        "/v1/documents/a%00",
        "/collections/villages/items/%00",
        "/v1/search?%ff=1",
    ]:
        problem(service, path, 400)
    for path in [
        "/static/../Strings.json",
        "/static/..%2fStrings.json",
        "/static/%2e%2e/%2e%2e/etc/passwd",
        "/static/....//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/../../etc/passwd",
        "/static/banua.css/..",
        "/collections/..%2f..%2fetc",
        "/static/leaflet/../banua.js",
    ]:
        code, fields, body = service.get(path)
        check(f"{path}: nothing of the file system", code in (400, 404) and b"root:" not in body, (code, body[:100]))
    for path, count in [
        ("/v1/search?q=", 1),
        ("/v1/search?", 1),
        ("/v1/search?&&", 1),
        ("/v1/search?q=%22", 0),
        ("/v1/search?q=*", 0),
        ("/v1/search?q=%27%3B--", 0),
        ("/v1/search?q=%F0%9F%98%80", 0),
        ("/v1/search?q=" + "%20" * 100, 0),
        ("/v1/search?q=NEAR(a%20b)", 0),
        ("/v1/search?q=%28%28%28%28", 0),
        ("/v1/search?q=name%3Apurun%20OR", 0),
        ("/v1/search?q=" + quoted("ڤ ‮ \u200b é́"), 0),
        ("/v1/search?q=" + "a+" * 256, 0),
    ]:
        code, fields, body = service.get(path)
        check(
            f"{path[:60]}: answered or refused, never failed",
            code in ((200,) if count else (200, 400)),
            (code, body[:200]),
        )
    name = quoted('"><script>alert(1)</script>')
    for path in [
        f"/?q={name}",
        f"/?near={name}",
        f"/?q=purun&category={name}&regency={name}",
        f"/collections/products/items?f=html&q={name}",
        f"/collections/products/items/{name}",
        f"/{name}",
        f"/?{name}=1",
        f"/?q=a&lang={name}",
        f"/?cursor={name}",
    ]:
        code, fields, body = service.get(path, headers={"Accept": "text/html"})
        check(f"{path[:50]}: hostile text stays text", b"<script>alert" not in body and code in (200, 400, 404), code)
        check(f"{path[:50]}: a page for people", fields["Content-Type"].startswith("text/html"), fields["Content-Type"])
    code, fields, body = service.get("/v1/search?q=x%0d%0aSet-Cookie:a=b")
    check("no header is smuggled into an answer", fields["Set-Cookie"] is None)


def wire(service):
    ask = b"GET /health/live HTTP/1.1\r\nHost: x\r\n"
    bad = {
        "no host": b"GET /health/live HTTP/1.1\r\n\r\n",
        "two hosts": ask + b"Host: y\r\n\r\n",
        "garbage": b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
        "two lengths": ask + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "a length that is none": ask + b"Content-Length: x\r\n\r\n",
        "length and chunks": ask.replace(b"GET", b"POST")
        + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: x\r\n\r\n",
        "a strange coding": ask.replace(b"GET", b"POST") + b"Transfer-Encoding: xchunked\r\n\r\n",
        "a space before the colon": ask + b"X-A : b\r\n\r\n",
        "a folded header": ask + b"X-A: b\r\n  c\r\n\r\n",
        "NUL in a header": ask + b"X-A: b\x00c\r\n\r\n",
        "NUL in the address": b"GET /a\x00b HTTP/1.1\r\nHost: x\r\n\r\n",
        "a raw space in the address": b"GET /v1/search?q=a b HTTP/1.1\r\nHost: x\r\n\r\n",
        "HTTP/9": b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "no version": b"GET /\r\n\r\n",
        "200 headers": ask + b"".join(b"X-%d: y\r\n" % n for n in range(200)) + b"\r\n",
        "100 kB of header": ask + b"X-A: " + b"a" * 100_000 + b"\r\n\r\n",
        "100 kB of address": b"GET /v1/search?q=" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    }
    for name, data in bad.items():
        came, closed = raw(service, data)
        codes = statuses(came)
        check(f"wire, {name}: refused", len(codes) >= 1 and all(400 <= code < 500 for code in codes), came[:300])
        check(f"wire, {name}: one answer, then closed", len(codes) == 1 and closed, (codes, closed))
        check(f"wire, {name}: a problem", b"application/problem+json" in came, came[:300])
    came, closed = raw(service, (ask + b"\r\n") * 3 + ask + b"Connection: close\r\n\r\n")
    check("pipelining: four requests, four answers, in order", statuses(came) == [200] * 4 and closed, came[:200])
    came, closed = raw(
        service,
        b"GET /v1/status HTTP/1.1\r\nHost: x\r\n\r\n"
        b"GET /v1/nope HTTP/1.1\r\nHost: x\r\n\r\n"
        b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    )
    check("pipelining: each its own", statuses(came) == [200, 404, 200] and closed, came[:200])
    for version, extra, stays in [
        (b"1.0", b"", False),
        (b"1.0", b"Host: x\r\n", False),
        (b"1.1", b"Host: x\r\nConnection: close\r\n", False),
        (b"1.1", b"Host: x\r\nConnection: Close\r\n", False),
        (b"1.1", b"Host: x\r\n", True),
    ]:
        came, closed = raw(service, b"GET /health/live HTTP/" + version + b"\r\n" + extra + b"\r\n", wait=1)
        check(
            f"HTTP/{version.decode()} {extra!r}: {'stays open' if stays else 'closes'}",
            statuses(came) == [200] and closed != stays,
            (came[:200], closed),
        )
    came, closed = raw(service, ask + b"\r\n", end=True)
    check("a client that ends its side still gets the answer", statuses(came) == [200] and closed, came[:200])
    came, closed = raw(service, b"GET http://x/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    check("an absolute address", statuses(came) == [200], came[:200])
    came, closed = raw(
        service, b"POST /v1/search HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1000000\r\n\r\n"
    )
    check("a body that waits to be wanted is refused", statuses(came)[-1:] == [405] and closed, came[:200])
    came, closed = raw(service, ask + b"Content-Length: 5\r\n\r\nhello" + ask + b"\r\n")
    check(
        "a body is no second request", statuses(came)[:1] == [413] and len(statuses(came)) == 1 and closed, came[:300]
    )
    came, closed = raw(service, ask + b"X-Request-Id: chosen\r\nConnection: close\r\n\r\n")
    check("each answer has an id", b"X-Request-Id: " in came, came[:300])
    check("no word of versions", b"Hummingbird" not in came and b"Swift" not in came, came[:300])
