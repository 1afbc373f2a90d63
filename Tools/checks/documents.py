#!/usr/bin/env python3
"""Compares the documents with the programs: what documents name exists, and all that exists is documented.

    Tools/checks/documents.py [--programs DIR] [--data DIR]     checks
    Tools/checks/documents.py --renew                           also rewrites the generated documents first

Asks the programs for their commands and options, the service for its endpoints and settings, SQLite for the tables of
the catalog. Documentation/reference.md and the diagram in Documentation/catalog-schema.md are generated from that.
"""

import json
import re
import sqlite3
import subprocess
import sys
import textwrap

from harness import ROOT, Service, arguments, check, report, run_part

REFERENCE = ROOT / "Documentation/reference.md"
SCHEMA = ROOT / "Documentation/catalog-schema.md"
OPERATING = ROOT / "Documentation/operating.md"
NAMES = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "Documentation/*.md", "Tools/relevance/README.md"]
DOCUMENTS = sorted(path for pattern in NAMES for path in ROOT.glob(pattern))
PROGRAMS = ["banua", "banua-rebuild"]
SCRIPTS = [path for path in ROOT.glob("Tools/**/*") if path.is_file() and path.suffix in ("", ".py")]
INTRODUCTION = """\
# Reference

Every command with its options, and every endpoint with its parameters. This page is written by
`Tools/checks/documents.py --renew` from what the programs say of themselves. Settings of the service stand in
[operating.md](operating.md), the syntax of queries in [query-language.md](query-language.md).
"""


# What exists


def described(programs, program):
    """The commands of a program as ArgumentParser dumps them: by name, "" for the program itself."""
    dump = subprocess.run([programs / program, "--experimental-dump-help"], capture_output=True, text=True, check=True)
    root = json.loads(dump.stdout)["command"]
    commands = {"": root}
    commands.update((command["commandName"], command) for command in root.get("subcommands", []))
    commands.pop("help", None)
    return commands


def options(command):
    """The long names of a command's options."""
    names = [name["name"] for argument in command.get("arguments", []) for name in argument.get("names") or []]
    return {name for name in names if len(name) > 1} | {"help"}


def settings(programs, data):
    """The settings of the service, which it lists if it is given an unknown one."""
    command = [programs / "banua", "serve", "--data", data, "--port", "0", "--set", "no.such=1"]
    reply = subprocess.run(command, capture_output=True, text=True, timeout=30)
    return set(re.findall(r"\b(?:data|[a-z]+\.[a-zA-Z]+)\b", reply.stderr.partition("There are ")[2]))


def tables(data):
    """The columns of each table of the catalog: name, type, whether it is a key, and the table it refers to."""
    base = sqlite3.connect(f"file:{data / 'catalog.sqlite'}?mode=ro", uri=True)
    names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    found = {}
    for (name,) in names:
        if name.startswith(("sqlite_", "grdb_")):
            continue
        references = {row[3]: row[2] for row in base.execute(f'PRAGMA foreign_key_list("{name}")')}
        columns = base.execute(f'PRAGMA table_info("{name}")').fetchall()
        found[name] = [(row[1], row[2], bool(row[5]), references.get(row[1])) for row in columns]
    return found


# Generated documents


def option_lines(command):
    """The arguments and options of a command, as its help shows them."""
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True):
            continue
        value = argument.get("valueName", "")
        if argument["kind"] == "positional":
            label = f"<{value}>"
        else:
            names = [name["name"] for name in argument["names"] if name["kind"] == "long"]
            label = ", ".join(f"--{name}" for name in names)
            label += f" <{value}>" if argument["kind"] == "option" else ""
        yield label, argument.get("abstract", "")


def command_section(program, name, command):
    lines = [f"### {' '.join(filter(None, [program, name]))}", "", *textwrap.wrap(command["abstract"], 118), "", "```"]
    for label, meaning in option_lines(command):
        begin = f"{label:<32}"
        gap = "" if len(label) < 32 else "\n" + " " * 32
        text = textwrap.fill(meaning, 84, subsequent_indent=" " * 32) if meaning else ""
        lines.append((begin.rstrip() if gap else begin) + gap + text if text else label)
    return "\n".join([*lines, "```", ""])


def endpoint_section(path, item):
    operation = item["get"]
    lines = [f"### GET {path}", "", operation.get("summary", "") + ".", ""]
    for parameter in operation.get("parameters", []):
        text = f"- `{parameter['name']}`: {parameter.get('description', '')}"
        lines += textwrap.wrap(text, 118, subsequent_indent="  ")
    return "\n".join(lines).rstrip() + "\n"


def reference(programs, paths):
    parts = [INTRODUCTION, "## Commands\n"]
    for program, commands in programs.items():
        parts += [command_section(program, name, command) for name, command in commands.items()]
    parts.append("## Endpoints\n")
    parts += [endpoint_section(path, item) for path, item in paths.items()]
    return "\n".join(parts)


def diagram(found):
    """The tables as an entity relationship diagram of Mermaid."""
    lines = ["```mermaid", "erDiagram"]
    for table, columns in found.items():
        for column, _, _, target in columns:
            if target:
                lines.append(f'    {target} ||--o{{ {table} : "{column}"')
    for table, columns in found.items():
        lines.append(f"    {table} {{")
        for column, kind, is_key, target in columns:
            mark = " PK" if is_key else " FK" if target else ""
            lines.append(f"        {kind or 'ANY'} {column}{mark}")
        lines.append("    }")
    return "\n".join([*lines, "```"])


def with_diagram(text, drawn):
    return re.sub(r"```mermaid\n.*?\n```", lambda _: drawn, text, flags=re.DOTALL)


# What documents name


def prose(text):
    """The text without its code blocks, which show output as it is."""
    return re.sub(r"^```[a-z]*\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)


def code(path):
    """The lines of code blocks and the code spans of a document."""
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    rest = prose(text)
    lines = [line for block in blocks for line in block.splitlines()]
    lines += [line for line in rest.splitlines() if line.startswith("    ")]
    return lines + re.findall(r"`([^`\n]+)`", rest)


def check_commands(programs):
    calls = re.compile(r"(?:^|[\s/(])(banua(?:-rebuild)?)\s+([^|;&#]*)")
    for path in DOCUMENTS:
        for line in code(path):
            for program, rest in calls.findall(line):
                words = rest.split()
                known = programs[program]
                first = words[0] if words else ""
                name = first if first in known else ""
                is_command = re.fullmatch(r"[a-z][a-z-]+", first) is not None and not line.startswith(" " * 4 + " ")
                if is_command and program in line.split()[:2]:
                    check(f"{path.name}: '{program} {first}' exists", first in known, line)
                for word in words:
                    option = re.fullmatch(r"--([a-z][a-z-]*)(?:[=,.)].*)?", word)
                    if option:
                        exists = option[1] in options(known[name]) | options(known[""])
                        check(f"{path.name}: '{program} {name} --{option[1]}' exists", exists, line)


def check_lone_options(programs):
    """An option that stands alone in a document must be one of a program or of a script."""
    known = {name for commands in programs.values() for command in commands.values() for name in options(command)}
    scripts = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in SCRIPTS)
    for path in DOCUMENTS:
        for line in code(path):
            option = re.match(r"--([a-z][a-z-]*)", line)
            if option:
                check(f"{path.name}: '--{option[1]}' exists", option[1] in known or f"--{option[1]}" in scripts, line)


def check_endpoints(paths):
    patterns = [re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))) for path in paths]
    mentioned = re.compile(r"(?<![\w.}/])(/(?:v1|health|collections|metrics|conformance|api)\b[\w/{}.-]*)")
    for path in DOCUMENTS:
        for line in code(path):
            for named in mentioned.findall(line):
                plain = named.rstrip("/.") or "/"
                exists = any(pattern.fullmatch(plain) for pattern in patterns)
                check(f"{path.name}: {named} exists", exists or plain in ("/v1",), line)


def check_settings(known):
    for path in DOCUMENTS:
        for line in code(path):
            if "SELECT" in line:
                continue
            for name in re.findall(r"(?<![\w./-])((?:http|search|log|map)\.[a-zA-Z]+)\b(?![/.(])", line):
                check(f"{path.name}: the setting '{name}' exists", name in known, line)
    table = OPERATING.read_text(encoding="utf-8")
    for name in sorted(known):
        check(f"operating.md: the setting '{name}' is documented", f"`{name}`" in table)


def check_files():
    """Files and folders of the repository that documents name, and the targets of their links."""
    named = re.compile(r"(?<![\w/.-])((?:Sources|Tools|Tests|Index|Packaging|Documentation)/[\w./+-]*\w)")
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        for name in sorted(set(named.findall(text))):
            found = (ROOT / name).exists() or any(ROOT.glob(name + ".*")) or any(ROOT.glob(name + "*"))
            check(f"{path.name}: {name} exists", found)
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            check(f"{path.name}: the link to {target} leads somewhere", (path.parent / target).exists())
        wide = [line for line in prose(text).splitlines() if len(line) > 120]
        check(f"{path.name}: lines have at most 120 columns", not wide, "\n".join(wide))


def check_generated(wanted):
    for path, text in wanted.items():
        same = path.exists() and path.read_text(encoding="utf-8") == text
        check(f"{path.name} is as the programs say (renew it with Tools/checks/documents.py --renew)", same)


def main():
    parser = arguments(__doc__, data=True)
    parser.add_argument("--renew", action="store_true", help="rewrites the generated documents first")
    asked = parser.parse_args()
    folder = asked.programs.resolve()
    programs = {program: described(folder, program) for program in PROGRAMS}
    with Service(folder, asked.data) as service:
        paths = service.json("/api")["paths"]
    schema = with_diagram(SCHEMA.read_text(encoding="utf-8"), diagram(tables(asked.data)))
    wanted = {REFERENCE: reference(programs, paths), SCHEMA: schema}
    if asked.renew:
        for path, text in wanted.items():
            path.write_text(text, encoding="utf-8")
    run_part(check_generated, wanted)
    run_part(check_commands, programs)
    run_part(check_lone_options, programs)
    run_part(check_endpoints, paths)
    run_part(check_settings, settings(folder, asked.data))
    run_part(check_files)
    return report()


if __name__ == "__main__":
    sys.exit(main())
