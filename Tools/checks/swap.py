#!/usr/bin/env python3
"""Swaps the index under a running service, again and again, while many clients ask: no client may notice.

    Tools/checks/swap.py [--programs DIR] [--swaps 50] [--connections 32]

Works on the bundled data in a temporary folder. Every second swap is a rebuild of a changed catalog, the others roll
back. Fails if a request failed, if the parts of an answer come from different generations, if the service took over
two seconds to notice, or if memory grew.
"""

import json
import sys
import tempfile
import threading
import time

from harness import PACKAGE, Banua, Service, arguments, check, report

QUESTIONS = [
    "/v1/search?q=penanda&limit=3",
    "/v1/search?q=anyaman+purun&limit=5&facets=kind",
    "/v1/near?place=Rantau&kind=sentra&limit=5",
    "/v1/suggest?q=sasi",
    "/v1/documents/penanda-1",
    "/collections/products/items?limit=5",
    "/v1/search?kind=village&sort=name&limit=20",
]


class Client(threading.Thread):
    """One connection that asks one question after another and keeps what was wrong."""

    def __init__(self, service, number, seen, stop):
        super().__init__(daemon=True)
        self.service, self.number, self.seen, self.stop = service, number, seen, stop
        self.count, self.wrong, self.times = 0, [], []

    def run(self):
        connection = self.service.connect()
        while not self.stop.is_set():
            question = QUESTIONS[(self.count + self.number) % len(QUESTIONS)]
            try:
                begun = time.monotonic()
                connection.request("GET", question)
                reply = connection.getresponse()
                body = reply.read()
                self.times.append(time.monotonic() - begun)
                if reply.status != 200:
                    self.wrong.append(f"{question}: {reply.status} {body[:200]!r}")
                else:
                    self.look(question, reply.headers["Banua-Generation"], json.loads(body))
            except Exception as problem:
                self.wrong.append(f"{question}: {problem!r}")
                connection.close()
            self.count += 1

    def look(self, question, generation, answer):
        """Compares the generation of the header with that of the body, and with the marker that each build changes."""
        if answer.get("generation", generation) != generation:
            self.wrong.append(f"{question}: header {generation}, body {answer['generation']}")
        for hit in answer.get("hits", [answer]):
            if hit.get("id") == "penanda-1":
                marker = hit["properties"].get("description")
                if self.seen.setdefault(generation, marker) != marker:
                    self.wrong.append(f"{question}: {generation} answered {marker} and {self.seen[generation]}")


class Data(Banua):
    """A data directory whose catalog and index change while a service answers from it."""

    def mark(self, number):
        """Changes the catalog, so that the next generation differs from the others."""
        file = self.data / "marker.csv"
        row = f"penanda-1,Penanda uji,lainnya,Tapin,Penanda nomor {number}"
        file.write_text(f"id,product_name,category,location,description\n{row}\n")
        self.require("import", file, "--kind", "products")

    def rebuild(self, *words):
        self.require(*words, program="banua-rebuild")

    def seconds_until_noticed(self, service, limit=5):
        """How long the service takes to answer from the generation that CURRENT names."""
        wanted, begun = (self.data / "CURRENT").read_text().strip(), time.monotonic()
        while time.monotonic() - begun < limit:
            if service.json("/health/ready").get("generation") == wanted:
                return time.monotonic() - begun
            time.sleep(0.05)
        return limit


def swap_often(data, service, count):
    """Publishes `count` generations; the delays until the service noticed, and its memory after each."""
    delays, memory = [], []
    for swap in range(1, count + 1):
        if swap % 2:
            data.mark(swap)
            data.rebuild()
        else:
            data.rebuild("rollback")
        delays.append(data.seconds_until_noticed(service))
        data.rebuild("prune", "--keep", 3)
        time.sleep(0.3)
        memory.append(service.memory()[0])
    return delays, memory


def judge(options, clients, seen, delays, memory, code):
    """Prints what was measured and checks it."""
    wrong = [text for client in clients for text in client.wrong]
    times = sorted(time for client in clients for time in client.times)
    early = max(memory[len(memory) // 5 : len(memory) // 2] or memory)
    late = max(memory[-(len(memory) // 4 or 1) :])
    p50, p99 = (times[len(times) * share // 100] * 1e3 for share in (50, 99))
    asked = f"{len(times)} requests over {options.connections} connections"
    print(f"{options.swaps} swaps, {len(seen)} generations seen, {asked}, {len(wrong)} failed")
    print(f"noticed after {max(delays):.2f} s at most; p50 {p50:.1f} ms, p99 {p99:.1f} ms")
    print(
        f"memory {memory[0]:.0f} MB after the first swap, {early:.0f} MB before half of them, {late:.0f} MB at the end"
    )
    check("every request was answered, from one generation", not wrong, wrong[:10])
    check("the service notices a new index within two seconds", max(delays) <= 2, max(delays))
    check("memory does not grow", late <= early * 1.15 + 5, memory)
    check("the service ends with 0", code == 0, code)


def main():
    parser = arguments(__doc__)
    parser.add_argument("--swaps", type=int, default=50)
    parser.add_argument("--connections", type=int, default=32)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="banua-swap-") as folder:
        data = Data(options.programs, folder)
        data.require("import", PACKAGE)
        data.mark(0)
        data.rebuild()
        with Service(options.programs, folder) as service:
            stop, seen = threading.Event(), {}
            clients = [Client(service, number, seen, stop) for number in range(options.connections)]
            for client in clients:
                client.start()
            time.sleep(2)
            delays, memory = swap_often(data, service, options.swaps)
            stop.set()
            for client in clients:
                client.join(timeout=40)
            code = service.stop()
    judge(options, clients, seen, delays, memory, code)
    return report()


if __name__ == "__main__":
    sys.exit(main())
