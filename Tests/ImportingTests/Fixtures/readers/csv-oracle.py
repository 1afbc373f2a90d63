#!/usr/bin/env python3
"""Writes csv-oracle.json: what Python's csv module reads from 300 random texts. It writes the same file each time."""

import csv
import io
import json
import random

random.seed(14)
END = "\x01end"
cases = []
while len(cases) < 300:
    delimiter = random.choice([",", ";", "\t", "|"])
    letters = ['"', '"', '""', delimiter, delimiter, "\n", "\r", "\r\n", "a", "Bé", " ", "12,5", ";", "x"]
    text = "".join(random.choice(letters) for _ in range(random.randint(1, 24)))
    rows = list(csv.reader(io.StringIO(text + "\n" + END, newline=""), delimiter=delimiter))
    closed = bool(rows) and rows[-1] == [END]
    # A blank line is no row to Python; the end is cut off with the line break that was put before it.
    cases.append({"delimiter": delimiter, "text": text, "rows": [row for row in rows[:-1] if row] if closed else None})
with open("csv-oracle.json", "w", encoding="utf-8") as file:
    file.write("[\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases) + "\n]\n")
