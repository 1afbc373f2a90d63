#!/usr/bin/env python3
"""Compares Banua's analyser with Snowball's Indonesian stemmer on the word lists of the tests.

    python3 -m venv .venv && .venv/bin/pip install snowballstemmer
    .venv/bin/python Tools/relevance/stemmers.py

Runs `swift test --filter HeldOutTests` (in --package-path, by default this repository) for the roots of Banua;
--roots FILE takes them from an earlier run. For each list: pairs of one family that get the same stem, families that
share a stem, protected words that are altered.
"""

import argparse
import itertools
import os
import pathlib
import subprocess
import tempfile

import snowballstemmer

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = REPOSITORY / "Tests/TextAnalysisTests/Fixtures"


def lines(name):
    text = (FIXTURES / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def banua_roots(package, file):
    if file is None:
        file = pathlib.Path(tempfile.mkdtemp()) / "roots.tsv"
        command = ["swift", "test", "--package-path", str(package), "--filter", "HeldOutTests"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ, BANUA_ROOTS=str(file)))
    return dict(line.split("\t") for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines())


def measure(families, stem):
    pairs = same = 0
    owners = {}
    for family in families:
        stems = [stem(word) for word in family]
        pairs += len(stems) * (len(stems) - 1) // 2
        same += sum(a == b for a, b in itertools.combinations(stems, 2))
        for key in set(stems):
            owners.setdefault(key, set()).add(family[0])
    return same, pairs, sum(len(names) > 1 for names in owners.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--package-path", type=pathlib.Path, default=REPOSITORY)
    parser.add_argument("--roots", type=pathlib.Path)
    options = parser.parse_args()
    roots = banua_roots(options.package_path, options.roots)
    snowball = snowballstemmer.stemmer("indonesian")
    stemmers = {"Banua": roots.__getitem__, "Snowball": snowball.stemWord}
    print(f"{'list':24}{'stemmer':10}{'pairs conflated':>24}{'stems of several families':>28}")
    for name in ("heldout-groups.txt", "blind-groups.txt"):
        for stemmer, stem in stemmers.items():
            same, pairs, merged = measure(lines(name), stem)
            print(f"{name:24}{stemmer:10}{f'{same} of {pairs} ({same / pairs:.1%})':>24}{merged:>28}")
    print(f"\n{'list':24}{'stemmer':10}{'protected words altered':>24}")
    for name in ("heldout-protected.txt", "blind-protected.txt"):
        words = [word for line in lines(name) for word in line]
        for stemmer, stem in stemmers.items():
            altered = [word for word in words if stem(word) != word]
            print(f"{name:24}{stemmer:10}{f'{len(altered)} of {len(words)}':>24}  {' '.join(altered[:6])}")


if __name__ == "__main__":
    main()
