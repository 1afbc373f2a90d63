#!/usr/bin/env python3
"""Drives the pages of a service in headless Chromium: phone, desktop, keyboard, no scripts, bad networks.

    Tools/checks/pages.py [--programs DIR] [--data DIR] [--shots DIR]      the data: the bundled package, indexed

Exits with 69 if a package is missing.
"""

import pathlib
import sys
import tempfile
import time
import urllib.parse

from browser import ActionChains, Browser, Keys, Place, Select, missing
from harness import HERE, Service, arguments, check, report, run_part

PHONE, DESK = (390, 844), (1366, 900)
TABLES = {
    "start": "/",
    "results": "/?q=tas+purun+dekat+Martapura",
    "kue": "/?q=kue",
    "wadai": "/?q=wadai",
    "filtered": "/?q=purun&kind=product&category=anyaman&regency=63.72",
    "conditions": "/?q=tas&kind=product&price=..50000&certification=*",
    "read-price": "/?q=kain+di+bawah+150+ribu",
    "unreadable": "/?q=tas&price=50..20",
    "nothing": "/?q=xyzzyqwert",
    "nothing-near": "/?q=purun&near=Kotabaru&radius=2km",
    "ambiguous": "/?q=purun&near=Simpang+Empat",
    "misspelt": "/?q=sasringan",
    "village": "/collections/villages/items/63.72.03.1001",
    "sentra": "/collections/sentra/items/sentra-0026",
    "product": "/collections/products/items/produk-0059",
    "layers": "/collections",
    "layer": "/collections/sentra",
    "items": "/collections/products/items",
    "ovop": "/ovop",
    "ovop-regency": "/ovop/63.05",
    "ovop-english": "/ovop/63.08?lang=en",
    "api": "/api",
    "missing": "/collections/products/items/none",
    "english": "/?q=kue&lang=en",
    "english-village": "/collections/villages/items/63.05.02.2005?lang=en",
}

AUDIT = (HERE / "audit.js").read_text()
FOCUS = (HERE / "focus.js").read_text()


def audit_pages(size, label, dark=False):
    browser = Browser(size, dark=dark)
    for name, path in TABLES.items():
        browser.open(path)
        time.sleep(0.4)
        for complaint in browser.script(AUDIT):
            check(f"{label} {name} {path}", False, complaint)
        check(f"{label} {name}", True)
        noise = [line for line in browser.complaints() if not (name == "missing" and "404" in line)]
        check(f"{label} {name}: console", not noise, noise[:2])
        browser.shot(f"{label}-{name}")
    browser.close()


def check_suggested_document(browser, label):
    """A suggested document opens; the search before is one step back."""
    search = browser.driver.current_url
    box = browser.one("#q")
    box.clear()
    box.send_keys("sentra-0026")
    browser.until(lambda: browser.all("#suggestions:not([hidden]) [data-collection]"))
    box.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    check(
        f"{label}: Enter opens a suggested document",
        browser.until(lambda: "/collections/sentra/items/sentra-0026" in browser.driver.current_url),
        browser.driver.current_url,
    )
    browser.driver.back()
    browser.until(lambda: browser.driver.current_url == search)
    browser.settle()


def suggestions_and_filters(size, label):
    browser = Browser(size)
    browser.open("/")
    box = browser.one("#q")
    box.send_keys("sas")
    check(f"{label}: suggestions open", browser.until(lambda: browser.all("#suggestions:not([hidden]) [role=option]")))
    check(f"{label}: box says it is expanded", box.get_attribute("aria-expanded") == "true")
    check(
        f"{label}: number of suggestions is told",
        any(c.isdigit() for c in browser.script("return document.getElementById('suggestion-status').textContent")),
    )
    browser.shot(f"{label}-suggestions")
    box.send_keys(Keys.ARROW_DOWN)
    active = box.get_attribute("aria-activedescendant")
    check(
        f"{label}: arrow marks an option",
        active and browser.one("#" + active).get_attribute("aria-selected") == "true",
        active,
    )
    wanted = browser.script("return document.getElementById(arguments[0]).dataset.text", active)
    box.send_keys(Keys.ESCAPE)
    check(
        f"{label}: Escape closes and keeps the text",
        not browser.all("#suggestions:not([hidden])") and box.get_attribute("value") == "sas",
    )
    box.send_keys(Keys.ARROW_DOWN)
    browser.until(lambda: browser.all("#suggestions:not([hidden]) [role=option]"))
    box.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    check(
        f"{label}: Enter searches the suggestion",
        browser.until(lambda: browser.query().get("q") == wanted),
        browser.driver.current_url,
    )
    browser.settle()
    check(f"{label}: hits", len(browser.all(".hit")) > 0)
    check_suggested_document(browser, label)
    check(
        f"{label}: summary is told",
        browser.script("return document.getElementById('announcement').textContent").strip() != "",
    )
    before, hits = browser.driver.current_url, [h.text for h in browser.all(".hit h3")]

    counts = [n.text.strip() for n in browser.all(".kinds label small")]
    browser.script("document.querySelector('[name=kind][value=sentra]').click()")
    check(f"{label}: filter stands in the address", browser.until(lambda: browser.query().get("kind") == "sentra"))
    browser.settle()
    check(f"{label}: only sentra", browser.all(".hit.sentra") and not browser.all(".hit.product, .hit.village"))
    check(
        f"{label}: others keep their counts",
        all(counts) and [n.text.strip() for n in browser.all(".kinds label small")] == counts,
        (counts, [n.text.strip() for n in browser.all(".kinds label small")]),
    )
    filtered = browser.driver.current_url
    if browser.one(".sieve > summary").is_displayed():
        browser.one(".sieve > summary").click()
        Select(browser.one("[name=regency]")).select_by_index(1)
    else:  # WebDriver holds all of a closed disclosure for hidden, though a wide page shows it
        check(
            f"{label}: filters are shown",
            browser.script(
                "return document.querySelector('[name=regency]').checkVisibility({ contentVisibilityAuto: true })"
            ),
        )
        browser.script(
            "const s = document.querySelector('[name=regency]'); s.focus(); s.selectedIndex = 1;"
            "s.dispatchEvent(new Event('change', { bubbles: true }))"
        )
    check(f"{label}: second filter", browser.until(lambda: "regency" in browser.query()))
    browser.settle()
    check(f"{label}: focus stays in the filters", browser.script("return document.activeElement.name") == "regency")
    check(f"{label}: chosen filters can be taken off", len(browser.all(".chosen a")) == 2)
    browser.shot(f"{label}-two-filters")

    shared = browser.driver.current_url
    first = browser.one(".hit h3 a")
    name = first.text
    browser.script("arguments[0].scrollIntoView({block: 'center'})", first)
    first.click()
    check(
        f"{label}: detail page",
        browser.until(lambda: browser.all("article.document")) and browser.text("h1") == name,
        browser.text("h1"),
    )
    check(
        f"{label}: structured data",
        browser.script("return JSON.parse(document.querySelector('[type=\"application/ld+json\"]').textContent).name")
        == name,
    )
    browser.driver.back()
    browser.settle()
    check(
        f"{label}: back to the same results", browser.driver.current_url == shared and browser.text(".hit h3") == name
    )
    browser.driver.back()
    browser.until(lambda: browser.driver.current_url == filtered)
    browser.settle()
    check(
        f"{label}: back takes the filter off",
        browser.one("[name=regency]").get_attribute("value") == "" and len(browser.all(".chosen a")) == 1,
    )
    browser.driver.back()
    browser.until(lambda: browser.driver.current_url == before)
    browser.settle()
    check(f"{label}: back to the first results", [h.text for h in browser.all(".hit h3")] == hits)
    check(f"{label}: kind follows", browser.one("[name=kind]:checked").get_attribute("value") == "")
    browser.driver.forward()
    browser.until(lambda: browser.driver.current_url == filtered)
    browser.settle()
    check(f"{label}: forward", browser.one("[name=kind]:checked").get_attribute("value") == "sentra")
    check(f"{label}: console", not browser.complaints())
    browser.close()


def open_facts(browser, label):
    """Opens the filters of facts: on a phone with one tap, on a wide page with one of their own.

    WebDriver holds all of a closed disclosure for hidden, though the page shows it. So each is opened in the end.
    """
    outer = browser.one(".sieve > summary")
    if outer.is_displayed():
        outer.click()
    else:
        browser.script("document.querySelector('.sieve').open = true")
        browser.one(".facts-filter > summary").click()
    shown = "return document.querySelector('[name=price-max]').checkVisibility({ contentVisibilityAuto: true })"
    check(f"{label}: the filters of facts are shown", browser.script(shown))
    browser.script("document.querySelector('.facts-filter').open = true")


def facts(size, label):
    """Filters of facts: two fields for a number, a list, a box; each condition is a chip that one tap takes off."""
    browser = Browser(size)
    browser.open("/?q=tas&kind=product")
    hits = len(browser.all(".hit"))
    open_facts(browser, label)
    high = browser.one("[name=price-max]")
    check(f"{label}: the fields of a price are shown", browser.until(high.is_displayed))
    check(f"{label}: numbers get the keys of numbers", high.get_attribute("inputmode") == "decimal")
    high.send_keys("50.000", Keys.ENTER)
    check(
        f"{label}: two fields become one condition in the address",
        browser.until(lambda: browser.query().get("price") == "..50.000") and "price-max" not in browser.query(),
        browser.driver.current_url,
    )
    browser.settle()
    check(f"{label}: fewer hits", 0 < len(browser.all(".hit")) < hits, (hits, len(browser.all(".hit"))))
    chips = [chip.text for chip in browser.all(".chosen a")]
    check(f"{label}: the condition is a chip", any("Rp50.000" in chip for chip in chips), chips)
    check(
        f"{label}: says how many are left out",
        any("Harga" in n.text and any(c.isdigit() for c in n.text) for n in browser.all(".notice")),
    )
    check(f"{label}: the filters stay open", browser.one("[name=price-max]").is_displayed())
    browser.script("window.scrollTo(0, 0)")
    browser.shot(f"{label}-facts", whole=True)
    typed = browser.one("[name=price-min]")
    typed.send_keys("20000")
    browser.script(
        "const list = document.querySelector('[name=sort]'); list.value = '-price';"
        "list.dispatchEvent(new Event('change', { bubbles: true }))"
    )
    check(
        f"{label}: a number orders the hits",
        browser.until(
            lambda: browser.query().get("sort") == "-price" and browser.query().get("price") == "20000..50.000"
        ),
        browser.driver.current_url,
    )
    browser.settle()
    check(
        f"{label}: the field that is written in keeps the focus and its text",
        browser.script("return document.activeElement.name + document.activeElement.value") == "price-min20000",
    )
    next(chip for chip in browser.all(".chosen a") if "Rp" in chip.text).click()
    check(
        f"{label}: one tap takes the condition off",
        browser.until(lambda: "price" not in browser.query() and len(browser.all(".hit")) == hits),
        browser.driver.current_url,
    )
    browser.settle()
    check(
        f"{label}: its fields are empty then",
        all(browser.one(f"[name=price-{end}]").get_attribute("value") == "" for end in ["min", "max"]),
    )
    browser.open("/")
    open_facts(browser, label)
    box = browser.one("[name=gi]")
    check(f"{label}: a box is shown on the start page too", box.is_displayed())
    box.click()
    check(
        f"{label}: a box is a condition",
        browser.until(lambda: browser.query().get("gi") == "true" and browser.all(".hit")),
        browser.driver.current_url,
    )
    check(f"{label}: facts: console", not browser.complaints())
    browser.close()


def readings():
    """Each way in which a part of a question was read can be undone by one tap."""
    browser = Browser(PHONE)
    browser.open("/?q=tas+purun+dekat+Martapura")
    check("reading: a place is named", "martapura" in browser.text(".notice").lower(), browser.text(".notice"))
    browser.one(".notice a").click()
    check("reading: the place is read as words", browser.until(lambda: browser.query().get("literal") == "true"))
    browser.settle()
    browser.one(".notice a").click()
    check("reading: and as a place again", browser.until(lambda: "literal" not in browser.query()))
    browser.open("/?q=tas+purun")
    check("reading: says that all words match", "semua kata" in browser.text("#summary"), browser.text("#summary"))
    browser.open(TABLES["read-price"])
    chips = [chip for chip in browser.all(".chosen a") if "Rp150.000" in chip.text]
    check("reading: a condition in words is a chip with its words", chips and "150 ribu" in chips[0].text)
    chips[0].click()
    check("reading: one tap takes its words out", browser.until(lambda: browser.query() == {"q": "kain"}))
    check("reading: the box follows", browser.until(lambda: browser.one("#q").get_attribute("value") == "kain"))
    browser.open(TABLES["unreadable"])
    check("reading: a value that cannot be read is named", "50..20" in browser.text(".problem"))
    browser.one(".choices a").click()
    check("reading: and taken off by one tap", browser.until(lambda: browser.all(".hit")))
    check("reading: console", not browser.complaints())
    browser.close()


def finding_a_way_out():
    browser = Browser(PHONE)
    browser.open(TABLES["nothing-near"])
    browser.one(".empty .choices a").click()
    check(
        "no hit: a radius that finds something is one tap away",
        browser.until(lambda: browser.query().get("radius") != "2km" and browser.all(".hit")),
        browser.driver.current_url,
    )
    browser.open(TABLES["ambiguous"])
    check(
        "ambiguous place: says how many", any(c.isdigit() for c in browser.text(".problem")), browser.text(".problem")
    )
    browser.one(".choices a").click()
    check("ambiguous place: choosing one searches there", browser.until(lambda: browser.all(".hit .distance")))
    check(
        "ambiguous place: the field follows",
        browser.one("#near").get_attribute("value").startswith("63."),
        browser.one("#near").get_attribute("value"),
    )
    browser.open(TABLES["misspelt"])
    check("misspelt: says what was searched", "sasirangan" in browser.text(".notice"), browser.text(".notice"))
    browser.one(".notice a").click()
    check(
        "misspelt: the letter of the question can be searched",
        browser.until(lambda: browser.query().get("literal") == "true"),
    )
    browser.open("/?q=kue&radius=5km")
    check("a radius without a place still answers", browser.all(".hit") and browser.all(".notice"))
    browser.open("/?q=" + urllib.parse.quote("<script>document.title='hacked'</script>\"><img src=x onerror=alert(1)>"))
    check(
        "hostile text stays text",
        "hacked" not in browser.script("return document.title").split("<")[0] and not browser.all("img[src=x]"),
    )
    browser.command("Browser.grantPermissions", origin=Place.base, permissions=["geolocation"])
    browser.command("Emulation.setGeolocationOverride", latitude=-3.4114, longitude=114.8441, accuracy=20)
    browser.open("/")
    browser.one("#near-me").click()
    check(
        "near me: the position stands in the address",
        browser.until(lambda: browser.query().get("near") == "-3.41140,114.84410"),
        browser.driver.current_url,
    )
    browser.settle()
    check("near me: nearest first, with distances", len(browser.all(".hit .distance")) > 5)
    browser.shot("phone-near-me")
    check("ways out: console", not browser.complaints())
    browser.close()


def maps():
    browser = Browser(DESK)
    browser.open("/?q=purun&kind=product")
    if not browser.all("#map:not([hidden])"):
        print("  no map: Leaflet is not installed on the machine of the service")
        return browser.close()
    check("map: markers", browser.until(lambda: browser.all("#map .marker-cluster, #map path.leaflet-interactive")))
    panes = (
        "return ['marker', 'overlay'].map((n) => document.querySelector(`#map .leaflet-${n}-pane`).innerHTML).join('')"
    )
    before = browser.script(panes)
    ActionChains(browser.driver).move_to_element(browser.one(".hit[data-longitude] h3")).perform()
    check("map: hovering a hit marks it", browser.until(lambda: browser.script(panes) != before, 2))
    check("map: what is marked stands out", browser.all("#map .marker-cluster.lit, #map path[stroke-width='3']"))
    browser.shot("desk-hover")
    browser.close()
    browser = Browser(PHONE)
    browser.open("/?q=purun")
    browser.one("#map-toggle").click()
    check(
        "phone: list and map take turns",
        browser.until(lambda: browser.one("#map").is_displayed() and not browser.one("#results").is_displayed()),
    )
    time.sleep(0.5)
    browser.shot("phone-map")
    browser.driver.back()
    check(
        "phone: back shows the list",
        browser.until(lambda: browser.one("#results").is_displayed() and not browser.one("#map").is_displayed()),
    )
    check("maps: console", not browser.complaints())
    browser.close()


def trouble():
    """A network that is slow, then gone: what was found stays, and the page says what is the matter."""
    browser = Browser(PHONE)
    browser.open("/?q=purun")
    hits = len(browser.all(".hit"))
    browser.command("Network.enable")

    def network(offline, latency):
        return browser.command(
            "Network.emulateNetworkConditions",
            offline=offline,
            latency=latency,
            downloadThroughput=-1,
            uploadThroughput=-1,
        )

    network(False, 3_000)
    browser.script("document.querySelector('[name=kind][value=product]').click()")
    check(
        "slow: says so, and keeps what was found",
        browser.until(lambda: browser.text(".passing") != "", 3) and len(browser.all(".hit")) == hits,
    )
    check(
        "slow: is told to screen readers",
        browser.one("#results").get_attribute("aria-busy") == "true"
        and browser.script("return document.getElementById('announcement').textContent") != "",
    )
    browser.shot("phone-slow")
    check(
        "slow: the answer comes and the note goes",
        browser.until(lambda: browser.query().get("kind") == "product" and not browser.all(".passing")),
    )
    network(True, 0)
    browser.script("document.querySelector('[name=kind][value=sentra]').click()")
    check(
        "failed: says so, with a way to try again",
        browser.until(lambda: browser.all(".passing a")) and browser.all(".hit"),
        browser.text(".passing"),
    )
    browser.shot("phone-failed")
    network(False, 0)
    browser.one(".passing a").click()
    check(
        "failed: trying again works",
        browser.until(lambda: browser.query().get("kind") == "sentra" and browser.all(".hit.sentra")),
    )
    noise = [line for line in browser.complaints() if "ERR_INTERNET_DISCONNECTED" not in line]
    check("trouble: console", not noise, noise[:2])
    browser.close()


def keyboard():
    browser = Browser(DESK)
    for path in ["/?q=purun", TABLES["sentra"]]:
        browser.open(path)
        places = []
        for _step in range(24):
            ActionChains(browser.driver).send_keys(Keys.TAB).perform()
            found = browser.script(FOCUS)
            if found["tag"] == "BODY":
                break
            places.append(found)
        check(f"keyboard {path}: the first stop skips to the content", places[0]["skip"], places[0]["html"])
        for place in places:
            check(f"keyboard {path}: focus is seen", place["isMarked"], place["html"])
            check(f"keyboard {path}: order is that of the page", place["isLater"], place["html"])
    browser.close()


def without_scripts():
    browser = Browser(PHONE, scripts=False)
    browser.open("/")
    check("no scripts: the start page browses", len(browser.all(".browse a")) > 5)
    browser.one("#q").send_keys("purun", Keys.ENTER)
    check("no scripts: searches", browser.until(lambda: browser.all(".hit")) and browser.query().get("q") == "purun")
    browser.one(".kinds label:nth-of-type(2)").click()
    browser.one(".sieve > summary").click()
    Select(browser.one("[name=category]")).select_by_value("anyaman")
    browser.one(".apply").click()
    check(
        "no scripts: filters",
        browser.until(lambda: browser.query().get("category") == "anyaman") and browser.query().get("kind") == "sentra",
        browser.driver.current_url,
    )
    check("no scripts: only sentra", browser.all(".hit.sentra") and not browser.all(".hit.product"))
    browser.open("/?q=tas")
    browser.one(".sieve > summary").click()
    browser.one("[name=price-max]").send_keys("50000")
    browser.one(".apply").click()
    check(
        "no scripts: a condition on the price",
        browser.until(lambda: any("Rp50.000" in chip.text for chip in browser.all(".chosen a"))),
        browser.driver.current_url,
    )
    next(chip for chip in browser.all(".chosen a") if "Rp50.000" in chip.text).click()
    check("no scripts: its chip takes it off", browser.until(lambda: browser.query() == {"q": "tas"}))
    check(
        "no scripts: no map, no dead button",
        not any(n.is_displayed() for n in browser.all("#map, #near-me, #map-toggle")),
    )
    browser.shot("phone-without-scripts")
    browser.one(".hit h3 a").click()
    check("no scripts: detail page", browser.until(lambda: browser.all("article.document dl")))
    browser.shot("phone-without-scripts-detail", whole=True)
    browser.close()


def printing():
    browser = Browser(DESK)
    for name in ["results", "sentra", "ovop-regency"]:
        browser.open(TABLES[name])
        browser.command("Emulation.setEmulatedMedia", media="print")
        check(
            f"print {name}: neither form nor map",
            not any(n.is_displayed() for n in browser.all("form, #map, .bar nav")),
        )
        check(f"print {name}: address", Place.base.split("//")[1] in browser.text(".printed"), browser.text(".printed"))
        browser.shot(f"print-{name}", whole=True)
    browser.close()


def main():
    if missing:
        print("pages.py needs: " + "; ".join(missing), file=sys.stderr)
        return 69
    parser = arguments(__doc__, data=True)
    parser.add_argument("--shots", type=pathlib.Path, metavar="DIR", help="the folder of screenshots")
    options = parser.parse_args()
    Place.folder = options.shots or pathlib.Path(tempfile.mkdtemp(prefix="banua-pages-"))
    Place.folder.mkdir(parents=True, exist_ok=True)
    with Service(options.programs, options.data) as service:
        Place.base = service.url
        print(f"screenshots in {Place.folder}")
        run_part(audit_pages, PHONE, "phone")
        run_part(audit_pages, DESK, "desk")
        run_part(audit_pages, PHONE, "dark", True)
        run_part(suggestions_and_filters, PHONE, "phone")
        run_part(suggestions_and_filters, DESK, "desk")
        run_part(facts, PHONE, "phone")
        run_part(facts, DESK, "desk")
        for part in [readings, finding_a_way_out, maps, trouble, keyboard, without_scripts, printing]:
            run_part(part)
    return report()


if __name__ == "__main__":
    sys.exit(main())
