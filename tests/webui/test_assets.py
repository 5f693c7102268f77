"""Styles and scripts are kept by browsers and sent compressed, pages are neither."""

import gzip
import os
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

CSS = "/static/css/search.css"
COMPRESSED = {"Accept-Encoding": "gzip"}


def named(client: FlaskClient) -> list[str]:
    """Return the addresses of the styles and scripts of a page."""
    return re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/").text)


def test_styles_are_the_same_compressed_and_as_they_are(client: FlaskClient) -> None:
    with client.get(CSS) as plain, client.get(CSS, headers=COMPRESSED) as packed:
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert int(packed.headers["Content-Length"]) < len(plain.data) / 2
        assert gzip.decompress(packed.data) == plain.data
        assert "Accept-Encoding" in plain.headers["Vary"]


def test_a_browser_that_has_a_style_is_sent_nothing(client: FlaskClient) -> None:
    with client.get(CSS, headers=COMPRESSED) as packed:
        tag = packed.headers["ETag"]
    with client.get(CSS, headers={**COMPRESSED, "If-None-Match": tag}) as again:
        assert (again.status_code, again.data) == (304, b"")


def test_pages_beside_secrets_of_forms_are_not_compressed(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/suche?q=graffiti", headers=COMPRESSED).headers


def test_browsers_keep_every_file_a_page_names(client: FlaskClient) -> None:
    addresses = named(client)
    assert len(addresses) > 10
    for each in addresses:
        with client.get(each, headers=COMPRESSED) as answer:
            assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("address", [CSS, f"{CSS}?v=", f"{CSS}?v=0123456789ab"])
def test_under_another_name_they_ask_again(client: FlaskClient, address: str) -> None:
    """An address that does not tell the content may have another content tomorrow."""
    with client.get(address) as answer:
        assert answer.headers["Cache-Control"] == "no-cache"


def test_a_changed_file_has_another_address(
    client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "css").mkdir()
    style = tmp_path / "css" / "search.css"
    style.write_text("a {}", encoding="utf-8")
    monkeypatch.setattr(client.application, "static_folder", str(tmp_path))
    (before,) = [each for each in named(client) if each.startswith(CSS)]
    style.write_text("b {}", encoding="utf-8")
    os.utime(style, ns=(0, 0))
    (after,) = [each for each in named(client) if each.startswith(CSS)]
    assert before != after
    with client.get(before) as old, client.get(after) as new:
        assert old.headers["Cache-Control"] == "no-cache"
        assert "immutable" in new.headers["Cache-Control"]


def test_what_is_no_file_has_no_name(client: FlaskClient) -> None:
    assert client.get("/static/css").status_code == 404
    assert client.get("/static/nicht-da.css").status_code == 404
