"""What the checks of the built programs share: counting, the two programs, a service, and the arguments.

A check is a script in this folder. It ends with a line "N passed, N failed", and exits with 1 if a check failed.
"""

import argparse
import http.client
import json
import os
import pathlib
import subprocess
import sys
import threading
import time
import traceback
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGE = ROOT / "Index/Packages/kalsel"

passed = 0
failed = 0


# Counting


def check(claim, holds, seen=""):
    """Counts one check; prints the claim and what was seen if it does not hold."""
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"FAILED: {claim}\n        {str(seen)[:2000]}", flush=True)


def run_part(part, *arguments):
    """Runs one part of a check. A part that breaks counts as failed and does not stop the others."""
    try:
        part(*arguments)
    except Exception as fault:
        frames = traceback.extract_tb(fault.__traceback__)
        own = [frame for frame in frames[1:] if pathlib.Path(frame.filename).parent == HERE]
        places = ", ".join(f"{pathlib.Path(frame.filename).name} line {frame.lineno}" for frame in own)
        check(f"{part.__name__} ({places})", False, f"{type(fault).__name__}: {fault}")


def report():
    """Prints the totals; returns the exit code."""
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


# Arguments


def arguments(description, data=False):
    """A parser with the arguments that all checks share: --programs, and --data if the check wants a data directory."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--programs",
        type=pathlib.Path,
        default=ROOT / ".build/release",
        metavar="DIR",
        help="the folder of the built programs (default: .build/release)",
    )
    if data:
        parser.add_argument(
            "--data",
            type=pathlib.Path,
            default=pathlib.Path(os.environ.get("BANUA_DATA", "banua-data")),
            metavar="DIR",
            help="a data directory with an index (default: BANUA_DATA, or ./banua-data); it is only read",
        )
    return parser


# The programs


class Banua:
    """The two programs over one data directory."""

    def __init__(self, programs, data):
        self.programs = pathlib.Path(programs).resolve()
        self.data = pathlib.Path(data)

    def run(self, *words, program="banua", data=True, timeout=300):
        """Runs a command to its end; returns its exit code and output."""
        option = ["--data", self.data] if data else []
        command = [self.programs / program, *map(str, words[:1]), *option, *map(str, words[1:])]
        return subprocess.run(command, capture_output=True, text=True, timeout=timeout)

    def require(self, *words, program="banua"):
        """Runs a command that prepares a check; ends the check if the command fails."""
        reply = self.run(*words, program=program)
        if reply.returncode != 0:
            sys.exit(f"{program} {' '.join(map(str, words))}: {reply.stderr}")

    def start(self, *words, program="banua"):
        """Starts a command without waiting for it."""
        command = [self.programs / program, *map(str, words), "--data", self.data]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def json(self, *words):
        """The JSON that a command answers. That it answers any is a check."""
        asked = f"banua {' '.join(map(str, words))}"
        reply = self.run(*words, "--json")
        check(f"{asked} exits with 0", reply.returncode == 0, reply.stderr)
        try:
            return json.loads(reply.stdout)
        except ValueError as problem:
            check(f"{asked} --json answers JSON", False, f"{problem}: {reply.stdout[:300]}")
            return {"hits": [], "total": None}


class Service:
    """A `banua serve` on a free port of this machine, which runs while the `with` block does.

    The settings are those of Documentation/operating.md, with `_` for `.`.
    """

    def __init__(self, programs, data, **settings):
        self.programs = pathlib.Path(programs).resolve()
        self.data = pathlib.Path(data).resolve()
        self.settings = {"log.level": "warning"} | {name.replace("_", "."): value for name, value in settings.items()}

    def __enter__(self):
        command = [self.programs / "banua", "serve", "--data", self.data, "--port", "0"]
        for name, value in self.settings.items():
            command += ["--set", f"{name}={value}"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.log = []
        for line in self.process.stderr:
            if "answers at" in line:
                self.url = line.split(" at ")[1].split(" ")[0].rstrip("/")
                self.port = urllib.parse.urlsplit(self.url).port
                threading.Thread(target=self._read_log, daemon=True).start()
                return self
            self.log.append(line)
        sys.exit("the service did not start: " + "".join(self.log))

    def __exit__(self, *_):
        self.stop()

    def _read_log(self):
        for line in self.process.stderr:
            self.log.append(line)

    def stop(self, timeout=30):
        """Ends the service with SIGTERM, as systemd does; returns its exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(timeout=timeout)

    def connect(self, timeout=30):
        """A new connection to the service."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def get(self, path, method="GET", headers=None):
        """Status, headers and body of one request on a connection of its own."""
        connection = self.connect()
        try:
            connection.request(method, path, headers=headers or {})
            reply = connection.getresponse()
            return reply.status, reply.headers, reply.read()
        finally:
            connection.close()

    def json(self, path):
        """The JSON of one answer."""
        return json.loads(self.get(path)[2])

    def memory(self):
        """Resident memory of the process in MB: private pages, and pages of mapped files."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return [int(text.split(name)[1].split()[0]) / 1024 for name in ("RssAnon:", "RssFile:")]


def seconds(work):
    """How long a call takes."""
    begun = time.monotonic()
    work()
    return time.monotonic() - begun
