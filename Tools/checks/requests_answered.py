"""Checks of what is answered: pages in a browser, layers of OGC API - Features, the API description."""

import json

from harness import check
from requests_raw import quoted


def pages(service):
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    for path in [
        "/?q=purun&utm_source=wa&fbclid=abc",
        "/collections/sentra/items/sentra-0026?fbclid=1&utm_medium=x",
        "/collections?gclid=1",
        "/api?ref=x",
        "/collections/products/items?utm_campaign=y",
        "/conformance?igshid=1",
    ]:
        code, fields, body = service.get(path, headers=browser)
        check(
            f"a shared link opens: {path}",
            code in (200, 302, 308) and (code != 200 or b"<html" in body),
            (code, body[:200]),
        )
        check(
            f"{path}: what was added is not passed on",
            b"fbclid" not in body and b"utm_" not in body and b"igshid" not in body,
        )
    for path, code in [
        ("/nope", 404),
        ("/collections/nope", 404),
        ("/collections/products/items/nope", 404),
        ("/?limit=abc", 400),
        ("/?q=%ff", 400),
        ("/collections/products/items?cursor=garbage", 400),
        ("/?q=" + "a" * 9000, 414),
        ("/collections/villages/items?bbox=1", 400),
    ]:
        found, fields, body = service.get(path, headers=browser)
        check(
            f"{path[:50]} in a browser: {code}, as a page",
            found == code and fields["Content-Type"].startswith("text/html") and b"<h1>" in body,
            (found, fields["Content-Type"]),
        )
    for path in ["/v1/search?limit=0", "/v1/nope", "/v1/documents/nope"]:
        found, fields, body = service.get(path, headers=browser)
        check(
            f"{path}: the API stays the API in a browser",
            fields["Content-Type"] == "application/problem+json",
            fields["Content-Type"],
        )
    for path in ["/", "/?q=purun", "/nope", "/collections/products/items/produk-0059"]:
        policy = service.get(path, headers=browser)[1]["Content-Security-Policy"] or ""
        check(
            f"{path}: a strict policy",
            "default-src 'none'" in policy
            and "script-src 'self';" in policy
            and "frame-ancestors 'none'" in policy
            and "unsafe-eval" not in policy,
            policy,
        )


def features(service):
    def ask(path):
        return json.loads(service.get(path)[2])

    landing = ask("/")
    links = {link["rel"]: link for link in landing["links"]}
    check(
        "landing: links",
        {"self", "alternate", "service-desc", "service-doc", "conformance", "data"} <= set(links),
        list(links),
    )
    for link in landing["links"]:
        code, fields, body = service.get(link["href"].removeprefix(service.url))
        check(
            f"landing: {link['rel']} leads to what it says",
            code == 200 and fields["Content-Type"].split(";")[0] == link["type"].split(";")[0],
            (link, code, fields["Content-Type"]),
        )
    for collection in ask("/collections")["collections"]:
        name = collection["id"]
        for link in collection["links"]:
            code, fields, body = service.get(link["href"].removeprefix(service.url))
            check(
                f"{name}: {link['rel']}",
                code == 200 and fields["Content-Type"].split(";")[0] == link["type"].split(";")[0],
                (link, code, fields["Content-Type"]),
            )
        seen, path = set(), f"/collections/{name}/items?limit=173"
        while path:
            page = ask(path)
            ids = [feature["id"] for feature in page["features"]]
            check(f"{name}: numberReturned", page["numberReturned"] == len(ids))
            check(f"{name}: none twice", not seen & set(ids))
            seen |= set(ids)
            path = next(
                (link["href"].removeprefix(service.url) for link in page["links"] if link["rel"] == "next"), None
            )
        check(f"{name}: next leads through all", len(seen) == page["numberMatched"], (len(seen), page["numberMatched"]))
        for crs in collection["crs"]:
            code, fields, body = service.get(f"/collections/{name}/items?limit=5&crs={quoted(crs)}")
            check(
                f"{name} in {crs}: Content-Crs",
                code == 200 and fields["Content-Crs"] == f"<{crs}>",
                (code, fields["Content-Crs"]),
            )
    plain, turned = (
        ask("/collections/villages/items?limit=1" + crs)["features"][0]["geometry"]["coordinates"]
        for crs in ["", "&crs=" + quoted("http://www.opengis.net/def/crs/EPSG/0/4326")]
    )
    check("EPSG:4326 is latitude first", plain == turned[::-1], (plain, turned))
    check(
        "a query through paging",
        ask("/collections/products/items?category=anyaman&q=purun&limit=3")["numberMatched"] > 3,
    )
    check("an empty box", ask("/collections/villages/items?bbox=0,0,1,1")["features"] == [])
    check("a box over the 180th meridian", service.get("/collections/villages/items?bbox=170,-10,-170,10")[0] == 200)
    first = ask("/v1/search?kind=village&limit=1000")
    seen, cursor = {hit["id"] for hit in first["hits"]}, first["next"]
    while cursor:
        page = ask(f"/v1/search?kind=village&limit=1000&cursor={quoted(cursor)}")
        seen |= {hit["id"] for hit in page["hits"]}
        cursor = page["next"]
    check("/v1/search: next leads through all", len(seen) == first["total"] == 2016, (len(seen), first["total"]))


def description(service):
    code, fields, body = service.get("/api")
    api = json.loads(body)
    check(
        "/api: OpenAPI 3.0",
        fields["Content-Type"] == "application/vnd.oai.openapi+json;version=3.0" and api["openapi"].startswith("3.0"),
        fields["Content-Type"],
    )
    for path, item in api["paths"].items():
        filled = (
            path.replace("{id}", "produk-0059")
            .replace("{collectionId}", "products")
            .replace("{featureId}", "produk-0059")
        )
        needed = (
            "&".join(
                f"{p['name']}={quoted(str(p['schema'].get('example', '1')))}"
                for p in item["get"]["parameters"]
                if p["in"] == "query" and p["required"]
            )
            if "parameters" in item["get"]
            else ""
        )
        needed = needed or ("place=Rantau" if path == "/v1/near" else "")
        code, fields, body = service.get(f"{filled}?{needed}")
        check(
            f"{path} is served as described",
            code == 200 and fields["Content-Type"] in item["get"]["responses"]["200"]["content"],
            (code, fields["Content-Type"]),
        )
