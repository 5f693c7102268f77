"""What browsers are told with every answer, whatever was asked, by whom and how."""

import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from flask import Flask
from werkzeug.datastructures import Headers
from werkzeug.routing import Rule

from archive.accounts.values import TokenPurpose
from archive.rights import Role
from tests.webui.hostile.verdict import TELLING, header_faults
from tests.webui.people import Person, person, visitor
from tests.webui.serving import served
from tests.webui.test_access import NOTHING
from webui.app import create_app
from webui.guard import LARGEST_BATCH
from webui.limits import Costly, Limit, Limits
from webui.services import Services

#: Addresses of files that were taken in, as pages name them.
FILES = ("/dokumente/{code}/original", "/api/v1/documents/{code}/original")

#: The beginning of a request.
HOST = b"POST /anmelden HTTP/1.1\r\nHost: 127.0.0.1\r\n"

TRANSPORT = "max-age=31536000"


def paths(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Yield every address of an app; there is nothing at those with variable parts."""
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        parts = {name: NOTHING[name] for name in rule.arguments}
        yield rule, adapter.build(rule.endpoint, parts, method=next(iter(rule.methods or ())))


def answers(client: Person, scheme: str = "http") -> Iterator[tuple[str, str, Headers]]:
    """Yield method, address and headers of the answers to everything that can be asked, and to what cannot."""
    for rule, path in paths(client.application):
        for method in ("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE"):
            with client.open(path, method=method, base_url=f"{scheme}://localhost") as answer:
                yield method, f"{rule.endpoint} {path}", answer.headers


@pytest.mark.parametrize("role", [None, *Role])
def test_every_answer_carries_all_policies_and_tells_nothing_of_the_server(filled: Services, role: Role | None) -> None:
    client = person(filled, role) if role else visitor(filled)
    wrong = {(method, path): header_faults(headers) for method, path, headers in answers(client)}
    assert {asked: faults for asked, faults in wrong.items() if faults} == {}


def test_over_https_and_only_there_browsers_are_told_to_come_back_so(filled: Services) -> None:
    client = visitor(filled)
    assert {headers.get("Strict-Transport-Security") for *_, headers in answers(client, "https")} == {TRANSPORT}
    assert {headers.get("Strict-Transport-Security") for *_, headers in answers(client)} == {None}


@pytest.mark.parametrize("path", FILES)
def test_files_from_outside_are_shown_and_do_nothing(filled: Services, path: str) -> None:
    for document in filled.archive.descriptions():
        with visitor(filled).get(path.format(code=document.code)) as answer:
            assert header_faults(answer.headers) == []
            if answer.status_code == 200:
                assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


@pytest.mark.parametrize("role", list(Role))
def test_what_somebody_sees_who_is_signed_in_is_kept_by_no_cache(filled: Services, role: Role) -> None:
    client = person(filled, role)
    for document in filled.archive.descriptions():
        with client.get(f"/dokumente/{document.code}/original") as answer:
            assert "no-store" in answer.headers["Cache-Control"]
    kept = [path for rule, path in paths(client.application) if _is_page(rule) and not _is_apart(client, path)]
    assert kept == []


def _is_page(rule: Rule) -> bool:
    """Tell whether people read an address: programs have no session, and styles are nobody's."""
    apart = rule.endpoint == "static" or rule.rule.startswith(("/api/", "/feeds/", "/openapi"))
    return "GET" in (rule.methods or ()) and not apart


def _is_apart(client: Person, path: str) -> bool:
    with client.get(path) as answer:
        return "no-store" in answer.headers.get("Cache-Control", "")


def test_what_a_program_reads_with_a_token_is_kept_by_no_common_cache(filled: Services) -> None:
    person(filled, Role.COORDINATION)
    secret = filled.archive.accounts.tokens.make("Koordination Muster", TokenPurpose.API, "Köpfe").secret
    client, open_to_all = visitor(filled), []
    for rule, path in paths(client.application):
        if rule.rule.startswith("/api/"):
            with client.get(path, headers={"Authorization": f"Bearer {secret}"}) as answer:
                if not {"private", "no-store"} & set(str(answer.cache_control).split(", ")):
                    open_to_all.append(path)
    assert open_to_all == []


@pytest.mark.parametrize(
    ("headers", "status"), [({"Host": "example.org"}, 400), ({"Origin": "http://example.org"}, 403)]
)
def test_whoever_is_turned_away_is_told_the_same(filled: Services, headers: dict[str, str], status: int) -> None:
    answer = visitor(filled).post("/anmelden", data={"konto": "x"}, headers=headers)
    assert (answer.status_code, header_faults(answer.headers)) == (status, [])


def test_so_is_whoever_asks_too_often(filled: Services) -> None:
    client = visitor(replace(filled, limits=Limits(dict.fromkeys(Costly, Limit(1, 1)))))
    client.get("/suche?q=x")
    answer = client.get("/suche?q=x")
    assert (answer.status_code, header_faults(answer.headers)) == (429, [])


@pytest.mark.parametrize(
    "sent",
    [
        HOST.replace(b"POST /anmelden", b"GET /") + b"X: " + b"x" * 262_144,  # just more than waitress reads
        b"GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n",
        b"\0\xff\r\n\r\n",
        b"GET /\r\nX: <script>\r\n\r\n",
        HOST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        HOST + b"Transfer-Encoding: x\r\n\r\n",
        HOST + b"Content-Length: -1\r\n\r\n",
        b"POST /hochladen HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n" % (2 * LARGEST_BATCH),
    ],
)
def test_what_is_no_request_is_answered_with_all_policies_and_no_name(filled: Services, sent: bytes) -> None:
    with served(create_app(filled)) as port, closing(socket.create_connection(("127.0.0.1", port), 60)) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode("latin-1")
    head, _, body = answer.partition("\r\n\r\n")
    status, *lines = head.splitlines()
    headers = Headers([(name, value) for name, _, value in (line.partition(": ") for line in lines)])
    assert status.split()[1][0] in "345"
    assert status.split()[1] != "500"
    assert header_faults(headers) == []
    assert not {each.lower() for each in TELLING} & {name.lower() for name in headers.keys()}  # noqa: SIM118 - names, with repetitions
    assert "waitress" not in answer.lower()
    assert "<script>" not in body
