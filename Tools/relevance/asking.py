"""What `measure` and `answers` share: asking a service, and reading what an answer says about its query."""

import json
import urllib.parse
import urllib.request

# The kinds that queries without a kind were judged for.
JUDGED_KINDS = "sentra,product"


class NoAnswer(Exception):
    pass


def answer_of(address, **fields):
    """What /v1/search of a service answers."""
    try:
        with urllib.request.urlopen(f"{address}/v1/search?{urllib.parse.urlencode(fields)}", timeout=30) as reply:
            return json.load(reply)
    except OSError as problem:
        raise NoAnswer(str(problem)) from problem


def ids_of(answer):
    """The ids of the hits, best first."""
    return [hit["id"] for hit in answer["hits"]]


def was_judged(document, last):
    """False for a document that came into the package after the judging: nobody said what it is worth.

    `last` names the last id that was judged, by what ids begin with.
    """
    beginning = document.rpartition("-")[0]
    return beginning not in last or document <= last[beginning]


def lacks(answer):
    """What the answer says that the data lacks, as {what it is: [texts]}; without members that say nothing."""
    query = answer["query"]
    said = {
        "missing": query["missing"],
        "outside": query["outside"],
        "nothing in": [query["nothing_in"]["name"]] if query["nothing_in"] else [],
        "not applied": [fact["words"] or fact["name"] for fact in query["facts"] if not fact.get("applied", True)],
    }
    return {what: texts for what, texts in said.items() if texts}
