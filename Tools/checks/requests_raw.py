"""What the checks of the protocol share: raw requests, and what a refused request must answer."""

import json
import re
import socket
import urllib.parse

from harness import check


def quoted(text):
    return urllib.parse.quote(text, safe="")


def raw(service, data, wait=3.0, end=False):
    """What comes back for these bytes until the service closes or falls silent, and whether it closed."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=wait) as connection:
        connection.sendall(data)
        if end:
            connection.shutdown(socket.SHUT_WR)
        came = b""
        try:
            while True:
                part = connection.recv(65536)
                if not part:
                    return came, True
                came += part
        except (TimeoutError, ConnectionResetError) as problem:
            return came, isinstance(problem, ConnectionResetError)


def statuses(answer):
    return [int(code) for code in re.findall(rb"HTTP/1\.1 (\d{3}) ", answer)]


def problem(service, path, status, what="", method="GET", headers=None, parameter=None):
    """The path must answer with this status as problem+json with all it needs."""
    if headers is None:
        headers = {}
    code, fields, body = service.get(path, method, headers)
    name = f"{method} {path[:90]} {what}".strip()
    check(f"{name}: {status}", code == status, f"{code} {body[:200]}")
    check(f"{name}: a problem", fields["Content-Type"] == "application/problem+json", fields["Content-Type"])
    try:
        told = json.loads(body)
    except ValueError:
        return check(f"{name}: JSON", False, body)
    check(
        f"{name}: its members",
        all(told.get(member) for member in ["type", "title", "status", "detail", "instance"])
        and told["status"] == code,
        told,
    )
    if parameter:
        check(f"{name}: names the parameter", told.get("parameter") == parameter and parameter in told["detail"], told)
    return told
