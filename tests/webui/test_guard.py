"""Who may talk to the server, and what browsers may do with its pages."""

import io

import pytest
from flask.testing import FlaskClient

from webui.guard import host_name


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("localhost", "localhost"),
        ("LocalHost:8000", "localhost"),
        ("127.0.0.1:0", "127.0.0.1"),
        ("[::1]:8000", "[::1]"),
        ("[::1]", "[::1]"),
        ("archive.example:80", "archive.example"),
    ],
)
def test_a_host_is_known_by_its_name_whatever_the_port(host: str, name: str) -> None:
    assert host_name(host) == name


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "localhost", "[::1]:8000"])
def test_the_machine_itself_is_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/health/live", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["archive.example", "127.0.0.1.example:8000", "localhost.example", "10.0.0.1", "x y"])
def test_other_names_are_turned_away(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://localhost"},
        {"Referer": "http://localhost/hochladen"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
    ],
)
def test_the_archives_own_pages_may_write(writer: FlaskClient, headers: dict[str, str]) -> None:
    assert writer.post("/hochladen", data=_upload(), headers=headers).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://archive.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Referer": "http://archive.example/http://localhost/"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
    ],
)
def test_other_sites_may_not_write(writer: FlaskClient, headers: dict[str, str]) -> None:
    answer = writer.post("/hochladen", data=_upload(), headers=headers)
    assert answer.status_code == 403
    assert "kam nicht von einer Seite des Archivs" in answer.text
    assert "0 Dokumente" not in answer.text


@pytest.mark.parametrize("path", ["/", "/suche", "/nicht-da", "/static/favicon.svg", "/health/live"])
def test_every_answer_carries_the_headers_and_no_cookie(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Set-Cookie" not in headers


def _upload() -> dict[str, tuple[io.BytesIO, str]]:
    return {"dateien": (io.BytesIO(b"Ein Protokoll"), "protokoll.txt")}
