#!/usr/bin/env python3
"""Compares a service with its API description: it is valid, and generated requests are answered as it says.

    Tools/checks/api.py [--programs DIR] [--data DIR] [--examples 200]

Needs two packages of PyPI: pip install schemathesis openapi-spec-validator
"""

import pathlib
import subprocess
import sys
import tempfile

from harness import Service, arguments

SETTINGS = pathlib.Path(__file__).resolve().parent / "schemathesis.toml"


def main():
    parser = arguments(__doc__, data=True)
    parser.add_argument("--examples", type=int, default=200, metavar="N", help="requests for each operation")
    options = parser.parse_args()
    with Service(options.programs, options.data) as service, tempfile.NamedTemporaryFile(suffix=".json") as description:
        description.write(service.get("/api?f=json")[2])
        description.flush()
        valid = subprocess.run(["openapi-spec-validator", description.name]).returncode
        if valid:
            return valid
        command = ["schemathesis", "--config-file", SETTINGS, "run", f"{service.url}/api?f=json"]
        return subprocess.run([*command, "-n", str(options.examples), "--seed", "1"]).returncode


if __name__ == "__main__":
    sys.exit(main())
