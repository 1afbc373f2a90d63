#!/usr/bin/env python3
"""Uses the built programs as a person does: imports, rebuilds, asks, makes mistakes, kills them half-way.

Tools/checks/acceptance.py [--programs DIR] [--moments 100] [--seed N]      in a temporary folder
"""

import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import harness
from harness import PACKAGE, Banua, arguments, check, report, seconds


def names(answer):
    return [hit["name"] for hit in answer["hits"]]


def first_answers(banua):
    """What a local would call right."""
    near = banua.json("near", "Rantau", "--kind", "sentra")
    check(
        "the sentra nearest to Rantau lie in or beside Tapin, within 30 km",
        near["hits"] and near["hits"][0]["distance_m"] < 30_000,
        near,
    )
    distances = [hit["distance_m"] for hit in near["hits"]]
    check("near answers nearest first", distances == sorted(distances), distances)
    purun = banua.json("search", "tas purun", "--near", "Martapura")
    check(
        "'tas purun' near Martapura finds a purun bag",
        any("purun" in name.lower() for name in names(purun)[:5]),
        names(purun),
    )
    check("its hits tell how far they are", all("distance_m" in hit for hit in purun["hits"]), purun["hits"][:1])
    dodol = banua.json("search", "dodol", "--regency", "Hulu Sungai Selatan")
    check(
        "dodol in Hulu Sungai Selatan finds dodol", dodol["hits"] and "dodol" in names(dodol)[0].lower(), names(dodol)
    )
    check(
        "and nothing outside the regency",
        all(hit["regency"]["name"].endswith("Hulu Sungai Selatan") for hit in dodol["hits"]),
        dodol["hits"],
    )
    village = banua.json("show", "63.05.02.2005")
    check(
        "show answers one hit by its id",
        village.get("id") == "63.05.02.2005" and village.get("kind") == "village",
        village,
    )
    reverse = banua.run("reverse", "-3.4130,114.8417")
    check(
        "reverse names a place and says that it is the nearest",
        reverse.returncode == 0 and reverse.stdout.strip(),
        reverse.stderr,
    )
    everything = banua.json("search", "--kind", "village", "--limit", "1")
    check("2,016 villages are indexed", everything["total"] == 2016, everything["total"])


def plain_sqlite(banua):
    """Any SQLite client can ask the index."""
    generation = (banua.data / "CURRENT").read_text().strip()
    index = banua.data / "generations" / generation / "index.sqlite"
    database = sqlite3.connect(f"file:{index}?immutable=1", uri=True)
    rows = database.execute(
        "SELECT id, name FROM search JOIN documents ON documents.ordinal = search.rowid WHERE search MATCH 'purun'"
    ).fetchall()
    found = banua.json("search", "purun", "--literal", "--limit", "1000")
    check("SQLite by itself finds documents with 'purun'", len(rows) > 10, rows)
    check(
        "they are those of banua search --literal",
        sorted(rows) == sorted((hit["id"], hit["name"]) for hit in found["hits"]),
        rows,
    )


def paging(banua):
    """Paging with `next` to the end visits every match once."""
    seen, cursor, total = [], None, None
    for _ in range(60):
        page = banua.json("search", "kain", "--limit", "7", *(["--cursor", cursor] if cursor else []))
        seen += [hit["id"] for hit in page["hits"]]
        cursor, total = page.get("next"), page["total"]
        if not cursor:
            break
    check(
        "paging visits every match once",
        len(seen) == len(set(seen)) == total,
        f"{len(seen)} seen, {len(set(seen))} different, total {total}",
    )


def conditions(banua):
    """What is read from words as a condition is said in the form of --where, and --where finds the same documents."""
    for words, condition, expression in [
        ("tas", "di bawah 50 ribu", "price<50000"),
        ("sentra", "lebih dari 40 pekerja", "workers>40"),
        ("coffee", "between 40 and 100 thousand", "price=40000..100000"),
        ("anyaman", "dari bambu", "material=bambu"),
        ("lampit", "diekspor ka Jepang", "export=Jepang"),
    ]:
        said = banua.run("search", f"{words} {condition}").stderr
        check(f"search says how '{condition}' is read", f"Read '{condition}' as {expression};" in said, said)
        read, given = (
            {hit["id"] for hit in banua.json("search", *typed, "--limit", "1000")["hits"]}
            for typed in ([f"{words} {condition}"], [words, "--where", expression])
        )
        check(f"--where '{expression}' finds all of them", read and read <= given, read - given)
    ordered = banua.run("search", "tanggui paling murah").stderr
    check("search says how an order is read", "as the order by price, smallest first" in ordered, ordered)
    unknown = banua.run("search", "sentra ovop bintang 3").stderr
    check("search says that no document has a fact", "No document has the fact 'ovop'." in unknown, unknown)


def ovop(banua):
    """Candidates of OVOP: paging, formats, an unknown regency."""
    seen, cursor = [], None
    while True:
        page = banua.json("ovop", "--regency", "Tapin", "--limit", "4", *(["--cursor", cursor] if cursor else []))
        seen += [candidate["sentra"]["id"] for candidate in page["candidates"]]
        cursor = page["next"]
        if not cursor:
            break
    check("paging of ovop visits every candidate once", len(seen) == len(set(seen)) == page["total"], seen)
    everything = banua.json("ovop", "--limit", "1000")
    lacking = [finding for candidate in everything["candidates"] for finding in candidate["lacking"]]
    check("what a sentra lacks is quoted from the data", lacking and all(f["detail"] for f in lacking), lacking[:3])
    check("ovop counts every regency", len(everything["regencies"]) == 13, everything["regencies"])
    table = banua.run("ovop", "--regency", "Tapin")
    check(
        "ovop prints candidates, rules, groups and villages",
        all(word in table.stdout for word in ["to find out", "PP 29/2018", "product group", "village without"]),
        table.stdout[:300],
    )
    rows = banua.run("ovop", "--regency", "63.05", "--csv", "--limit", "1000").stdout.splitlines()
    check("ovop --csv has a row for each candidate", len(rows) == page["total"] + 1, len(rows))
    check("ovop of an unknown regency exits 66", banua.run("ovop", "--regency", "Nirwana").returncode == 66)


def wrong_words(banua):
    """The exit codes and messages of interface.md's table."""
    for words, code in [
        (["search", "kain", "--limit", "0"], 64),
        (["search", "kain", "--bbox", "1,2,3"], 64),
        (["search", "kain", "--radius", "x", "--near", "Rantau"], 64),
        (["near", "Nowhereville"], 66),
        (["show", "no-such-id"], 66),
        (["near", "Simpang Empat"], 66),
        (["import", "no-such-file.csv"], 66),
        (["search", "kain", "--cursor", "garbage"], 64),
        (["frobnicate"], 64),
    ]:
        reply = banua.run(*words, data=words != ["frobnicate"])
        check(
            f"banua {' '.join(words)} exits with {code}",
            reply.returncode == code,
            f"{reply.returncode}: {reply.stderr}",
        )
        check(f"banua {' '.join(words)} says why", reply.stderr.strip() and not reply.stdout.strip(), reply.stdout)
    for text in ['"', "'; DROP TABLE documents; --", "NEAR(a b)", "a AND OR NOT", "*", "🧺", "name:", "(((", " col:^x"]:
        reply = banua.run("search", "--json", "--", text)
        check(
            f"a search for {text!r} is answered or refused",
            reply.returncode in (0, 64),
            f"{reply.returncode}: {reply.stderr}",
        )


def once_and_again(banua, scratch):
    """The same import changes nothing; a rejected row comes back repairable."""
    again = banua.run("import", PACKAGE)
    check("the same import again is accepted", again.returncode == 0, again.stderr)
    before = banua.json("status")
    banua.run("import", PACKAGE)
    after = banua.json("status")
    check(
        "and changes no count", before.get("catalog", {}).get("counts") == after.get("catalog", {}).get("counts"), after
    )
    bad = scratch / "bad.csv"
    bad.write_text(
        "nama_sentra;komoditi;desa;kecamatan;kabupaten;unit_usaha\nSentra Uji;;;;Tapin;12\n;purun;;;Tapin;3\n"
    )
    reply = banua.run("import", bad, "--kind", "sentra", "--rejects", scratch / "rejects.csv", "--dry-run")
    check("a file with a bad row exits with 65", reply.returncode == 65, f"{reply.returncode} {reply.stderr}")
    check(
        "and the bad row comes back",
        (scratch / "rejects.csv").exists() and "purun" in (scratch / "rejects.csv").read_text(),
        reply.stderr,
    )


def generations(banua):
    """Rollback, verify, prune, and one flipped bit a file."""
    check("a second build is published", banua.run(program="banua-rebuild").returncode == 0)
    current = (banua.data / "CURRENT").read_text().strip()
    check("rollback goes to the one before", banua.run("rollback", program="banua-rebuild").returncode == 0)
    check("and CURRENT names it", (banua.data / "CURRENT").read_text().strip() != current)
    check(
        "rollback by name goes forward again", banua.run("rollback", current, program="banua-rebuild").returncode == 0
    )
    unknown = banua.run("rollback", "999999", program="banua-rebuild")
    check(
        "a generation that is not there exits with 66",
        unknown.returncode == 66 and "999999" in unknown.stderr,
        unknown.stderr,
    )
    check("verify is content", banua.run("verify", program="banua-rebuild").returncode == 0)
    for file in sorted((banua.data / "generations" / current).iterdir()):
        whole = file.read_bytes()
        place = random.randrange(len(whole))
        file.chmod(0o644)
        file.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << random.randrange(8))]) + whole[place + 1 :])
        verify = banua.run("verify", program="banua-rebuild")
        check(
            f"a bit flipped in {file.name} at {place} is found",
            verify.returncode == 65 and file.name in verify.stderr + verify.stdout,
            verify.stderr,
        )
        search = banua.run("search", "kain", "--json")
        check(
            f"and a search over it does not crash ({file.name} at {place})",
            search.returncode in (0, 65),
            f"{search.returncode} {search.stderr}",
        )
        file.write_bytes(whole)
    check("mended, verify is content again", banua.run("verify", program="banua-rebuild").returncode == 0)


def whole(banua):
    """What must hold after a kill: a catalog that opens, and a published generation that verifies, or none."""
    status = banua.run("status", "--json")
    catalog_holds = status.returncode == 0
    if not (banua.data / "CURRENT").exists():
        return catalog_holds, status.stderr
    verify = banua.run("verify", program="banua-rebuild")
    return catalog_holds and verify.returncode == 0, status.stderr + verify.stderr


def kills(banua, moments, scratch):
    """kill -9 at random moments of import and of rebuild. A half import shows as a count that is neither of the two."""

    def sqlite(sql):
        return subprocess.run(
            ["sqlite3", banua.data / "catalog.sqlite", sql], capture_output=True, text=True
        ).stdout.strip()

    many = scratch / "many.csv"
    many.write_text(
        "id,product_name,category,location\n"
        + "".join(f"kill-{n:05},Produk uji {n},lainnya,Tapin\n" for n in range(20_000))
    )
    pristine = scratch / "pristine"
    shutil.copytree(banua.data, pristine)
    took = measure(banua, many)
    shutil.rmtree(banua.data)
    shutil.copytree(pristine, banua.data)
    for moment in range(moments):
        process = banua.start("import", many, "--kind", "products")
        kill_after(process, random.uniform(0, took))
        count = sqlite("SELECT count(*) FROM products WHERE id LIKE 'kill-%'")
        holds, said = whole(banua)
        check(
            f"import killed, moment {moment}: the catalog is as before or after",
            count in ("0", "20000") and holds,
            f"{count} rows; {said}",
        )
        check(
            f"import killed, moment {moment}: SQLite finds the catalog sound", sqlite("PRAGMA integrity_check") == "ok"
        )
        if count != "0":
            shutil.rmtree(banua.data)
            shutil.copytree(pristine, banua.data)
    shutil.rmtree(banua.data)
    shutil.copytree(pristine, banua.data)
    took = measure(banua, None)
    for moment in range(moments):
        before = (banua.data / "CURRENT").read_text()
        kill_after(banua.start(program="banua-rebuild"), random.uniform(0, took))
        holds, said = whole(banua)
        check(f"rebuild killed, moment {moment}: a verified generation is published", holds, said)
        answer = banua.json("search", "dodol")
        check(f"rebuild killed, moment {moment}: and it answers", answer["hits"], answer)
        if moment % 10 == 9:
            check(
                "prune keeps the folder small",
                banua.run("prune", "--keep", "2", program="banua-rebuild").returncode == 0,
            )
    check("a rebuild after all the kills works", banua.run(program="banua-rebuild").returncode == 0, before)
    left = [folder.name for folder in (banua.data / "generations").iterdir() if folder.name.startswith(".building")]
    check("and clears what the killed ones left", not left, left)


def measure(banua, file):
    """How long the undisturbed import or rebuild takes."""

    def work():
        reply = banua.run("import", file, "--kind", "products") if file else banua.run(program="banua-rebuild")
        check("the undisturbed run works", reply.returncode == 0, reply.stderr)

    return seconds(work)


def kill_after(process, seconds):
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main():
    parser = arguments(__doc__)
    parser.add_argument("--moments", type=int, default=100, help="how often an import and a rebuild are killed")
    parser.add_argument("--seed", type=int, help="the seed of an earlier run, to repeat it")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
    random.seed(seed)
    print(f"seed {seed}")
    os.environ["NO_COLOR"] = "1"
    with tempfile.TemporaryDirectory(prefix="banua-acceptance-") as folder:
        scratch = pathlib.Path(folder)
        banua = Banua(options.programs, scratch / "data")
        nothing = banua.run("search", "kain")
        check(
            "without data a search says what to run",
            nothing.returncode == 66 and "banua-rebuild" in nothing.stderr,
            f"{nothing.returncode} {nothing.stderr}",
        )
        imported = banua.run("import", PACKAGE)
        check("the bundled package imports", imported.returncode == 0, imported.stderr)
        rebuilt = banua.run(program="banua-rebuild")
        check("the index is built and published", rebuilt.returncode == 0, rebuilt.stderr)
        if harness.failed == 0:
            for part in (first_answers, plain_sqlite, paging, conditions, ovop, wrong_words, generations):
                part(banua)
            once_and_again(banua, scratch)
            kills(banua, options.moments, scratch)
    return report()


if __name__ == "__main__":
    sys.exit(main())
