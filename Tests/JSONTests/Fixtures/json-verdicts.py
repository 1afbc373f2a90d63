#!/usr/bin/env python3
"""Writes json-verdicts.txt: texts that are nearly JSON, each with whether Python's json module accepts it (RFC 8259).

python3 json-verdicts.py > json-verdicts.txt
"""

import json
import random


def takes(text):
    def refuse(constant):
        raise ValueError(constant)

    try:
        json.loads(text, parse_constant=refuse)
        return True
    except ValueError:
        return False


random.seed(20240607)
seeds = [
    '{"type":"Point","coordinates":[114.84,-3.41]}',
    "[1,-2.5,3e4,0.1E-2,0]",
    '{"a":{"b":[true,false,null]},"c":"d\\n\\u00e9\\\\"}',
    '["é","\\"","/","\\/",""]',
    "-0.0",
    "[[[]],{}]",
    '{"x":[{"y":"z"},{"y":1}]}',
    "10",
    '"\\ud83c\\udf0f"',
]
alphabet = "{}[],:\"0123.-+eE\\tfnu /'\t"
seen = set()
while len(seen) < 800:
    text = random.choice(seeds)
    for _ in range(random.randint(0, 2)):
        place = random.randrange(len(text) + 1)
        cut = place + random.randint(0, 1)
        text = text[:place] + random.choice(alphabet + " ") * random.randint(0, 1) + text[cut:]
    if text not in seen:
        seen.add(text)
        print("yes" if takes(text) else "no", text, sep="|")
