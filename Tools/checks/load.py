#!/usr/bin/env python3
"""Measures the query server: how fast it starts, how much it answers, and what hostile clients cost the others.

    Tools/checks/load.py [--programs DIR] [--data DIR] [--seconds 8] [--rounds 3] [--connections 32] [--seed 1]

Needs wrk (apt-get install wrk), banua-floor beside banua, and a quiet machine. The figures are the medians of the
rounds. banua-floor is Hummingbird with one route: what the machine gives at best. Exits with 1 if a request failed.

All but the rows "asked before" are measured without the cache of answers (search.cacheMegabytes=0), so that each
request is searched for.
"""

import json
import pathlib
import random
import re
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from harness import Service, arguments

SCRIPT = """
local ready, place = {}, 0
function init(args)
  for line in io.lines(args[1]) do ready[#ready + 1] = wrk.format("GET", line) end
end
function request() place = place % #ready + 1; return ready[place] end
function done(summary, latency)
  local e = summary.errors
  print(string.format('{"requests":%d,"microseconds":%d,"failed":%d,"p50":%d,"p99":%d}',
    summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
end
"""


def wrk(url, paths, seconds, connections):
    """Requests a second, median and 99th percentile in milliseconds, and how many requests failed."""
    with tempfile.TemporaryDirectory() as folder:
        script, list_ = pathlib.Path(folder, "ask.lua"), pathlib.Path(folder, "paths")
        script.write_text(SCRIPT)
        list_.write_text("\n".join(paths) + "\n")
        command = [
            "wrk",
            "-t1",
            f"-c{connections}",
            f"-d{seconds}s",
            "--timeout",
            "10s",
            "-s",
            script,
            url,
            "--",
            list_,
        ]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = json.loads(re.search(r"^\{.*\}$", said, re.M).group())
    return found["requests"] / found["microseconds"] * 1e6, found["p50"] / 1e3, found["p99"] / 1e3, found["failed"]


class Questions:
    """Words, places and ids that the data folder has, drawn at random."""

    def __init__(self, service, data, chance):
        generation = (data / "CURRENT").read_text().strip()
        database = sqlite3.connect(f"file:{data}/generations/{generation}/index.sqlite?immutable=1", uri=True)
        first, last = database.execute("SELECT min(ordinal), max(ordinal) FROM suggestions").fetchone()
        most = json.loads(service.get("/v1/status")[2])["counts"]["documents"]
        collections = {"village": "villages", "sentra": "sentra", "product": "products"}
        drawn = [
            database.execute(
                "SELECT id, kind, text FROM suggestions WHERE ordinal = ?", [chance.randint(first, last)]
            ).fetchone()
            for _ in range(900)
        ]
        drawn = [row for row in drawn if row[0] and row[1] in collections][:600]
        self.selective, self.common = [], []
        for word in sorted({word for row in drawn for word in re.findall(r"[a-z]{4,}", row[2].lower())}):
            status, _, body = service.get(f"/v1/search?literal=true&limit=1&q={word}")
            total = json.loads(body)["total"] if status == 200 else 0
            if 2 <= total <= 200:
                self.selective.append(word)
            if 0.02 * most <= total <= 0.2 * most:
                self.common.append(word)
        chance.shuffle(self.selective)
        places = [
            json.loads(service.get("/v1/documents/" + urllib.parse.quote(row[0]))[2])
            for row in drawn
            if row[1] == "village"
        ]
        self.villages = [village for village in places if village.get("latitude")]
        self.items = [f"/collections/{collections[kind]}/items/{urllib.parse.quote(id)}" for id, kind, _ in drawn]

    def search(self, words):
        return [f"/v1/search?q={word}" for word in words]

    def near(self):
        return [
            f"/v1/search?q={word}&near={village['latitude']},{village['longitude']}&radius=25km"
            for word, village in self.pairs()
        ]

    def pairs(self):
        return [(word, self.villages[place % len(self.villages)]) for place, word in enumerate(self.selective)]

    def mix(self, chance):
        """98 % of what people ask mostly, 2 % common words."""
        usual = self.search(self.selective) + self.near()[:200] + self.suggest()[:200] + self.items[:200]
        count = 2_000
        asked = chance.choices(usual, k=count - count // 50) + chance.choices(self.search(self.common), k=count // 50)
        chance.shuffle(asked)
        return asked

    def suggest(self):
        return [f"/v1/suggest?q={word[:4]}" for word in self.selective]


class Nuisance:
    """Two thousand sockets that say nothing, and two hundred that send a byte a second."""

    def __init__(self, port, idle=2_000, slow=200):
        self.port, self.idle, self.slow, self.over = port, idle, slow, threading.Event()

    def __enter__(self):
        self.sockets = [self.open() for _ in range(self.idle)]
        self.dribbling = [self.open() for _ in range(self.slow)]
        self.thread = threading.Thread(target=self.dribble)
        self.thread.start()
        return self

    def open(self):
        return socket.create_connection(("127.0.0.1", self.port))

    def dribble(self):
        text, place = b"GET /v1/search?q=" + b"a" * 10_000, 0
        while not self.over.wait(1):
            for number, connection in enumerate(self.dribbling):
                try:
                    connection.send(text[place : place + 1])
                except OSError:  # let go by the service: comes again
                    self.dribbling[number] = self.open()
            place += 1

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()
        for connection in self.sockets + self.dribbling:
            connection.close()


def starts(programs, data, count=7):
    """Milliseconds from starting the program to its first answer from the index."""
    taken = []
    for _ in range(count):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        begun = time.monotonic()
        process = subprocess.Popen(
            [programs / "banua", "serve", "--data", data, "--port", str(port), "--set", "log.level=error"],
            stderr=subprocess.DEVNULL,
        )
        while True:
            try:
                with socket.create_connection(("127.0.0.1", port)) as connection:
                    connection.sendall(b"GET /v1/search?q=kain HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    if connection.recv(12) == b"HTTP/1.1 200":
                        break
            except OSError:
                time.sleep(0.001)
        taken.append((time.monotonic() - begun) * 1e3)
        process.terminate()
        process.wait()
    return taken


class Floor(Service):
    """The bare server, started as the other is."""

    def __enter__(self):
        self.process = subprocess.Popen([self.programs / "banua-floor"], stderr=subprocess.PIPE, text=True)
        self.url = self.process.stderr.readline().split(" at ")[1].strip()
        return self


class Report:
    """Measures one row after another and prints them as a table."""

    def __init__(self, options):
        self.options, self.hello, self.failed = options, None, 0
        columns = f"{options.connections} connections, {options.seconds} s, median of {options.rounds}"
        print(f"| {columns} | requests/s | p50, ms | p99, ms | of hello |\n|---|---|---|---|---|")

    def once(self, url, paths):
        found = wrk(url, paths, self.options.seconds, self.options.connections)
        self.failed += found[3]
        return found

    def row(self, name, url, paths):
        rounds = [self.once(url, paths) for _ in range(self.options.rounds)]
        rate, p50, p99 = (statistics.median(found[part] for found in rounds) for part in range(3))
        self.hello = self.hello or rate
        print(f"| {name} | {rate:,.0f} | {p50:.2f} | {p99:.2f} | {rate / self.hello:.2f} |", flush=True)


def measure_without_cache(table, service, ask, mix):
    table.row("/health/live", service.url, ["/health/live"])
    table.row("selective search", service.url, ask.search(ask.selective))
    table.row("search with a place, 25 km", service.url, ask.near())
    table.row("suggestion", service.url, ask.suggest())
    table.row("item, GeoJSON", service.url, ask.items)
    table.row("item, page", service.url, [path + "?f=html" for path in ask.items])
    table.row("mix with 2 % common words", service.url, mix)


def measure_with_cache(table, options, ask, mix):
    with Service(options.programs, options.data, log_level="error") as keeping:
        table.row("selective search, asked before", keeping.url, ask.search(ask.selective))
        table.row("item, page, asked before", keeping.url, [path + "?f=html" for path in ask.items])
        table.row("mix, most of it asked before", keeping.url, mix)


def measure_beside_nuisance(table, service, mix):
    """The mix alone, and beside clients that hold connections without asking."""
    alone, beside = [], []
    for _ in range(table.options.rounds):
        alone.append(table.once(service.url, mix))
        with Nuisance(service.port):
            beside.append(table.once(service.url, mix))
    alone_p99, beside_p99 = (statistics.median(found[2] for found in rounds) for rounds in (alone, beside))
    print(
        "\nthe mix beside 2,000 idle sockets and 200 that send a byte a second: "
        f"p99 {beside_p99:.2f} ms, without them {alone_p99:.2f} ms ({beside_p99 / alone_p99 - 1:+.0%})"
    )


def main():
    parser = arguments(__doc__, data=True)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    taken = starts(options.programs.resolve(), options.data)
    spread = f"{min(taken):.0f} to {max(taken):.0f} in {len(taken)} starts"
    print(f"start to first answer: median {statistics.median(taken):.0f} ms, {spread}\n")
    table = Report(options)
    with Floor(options.programs, options.data) as floor:
        table.row("hello (banua-floor)", floor.url, ["/"])
    with Service(options.programs, options.data, log_level="error", search_cacheMegabytes=0) as service:
        chance = random.Random(options.seed)
        service.get("/v1/search?q=kain")
        rest = service.memory()
        ask = Questions(service, options.data, chance)
        mix = ask.mix(chance)
        measure_without_cache(table, service, ask, mix)
        measure_with_cache(table, options, ask, mix)
        measure_beside_nuisance(table, service, mix)
        loaded = service.memory()
        print(f"private memory: {rest[0]:.0f} MB at rest, {loaded[0]:.0f} MB after the load")
        print(f"mapped pages of the index, which the system takes back: {rest[1]:.0f} MB, {loaded[1]:.0f} MB")
    print(f"{len(ask.selective)} selective words, {len(ask.common)} common ones, {table.failed} requests failed")
    return 1 if table.failed else 0


if __name__ == "__main__":
    sys.exit(main())
