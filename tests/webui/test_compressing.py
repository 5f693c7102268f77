"""Styles and scripts are sent compressed, pages are not."""

import gzip

from flask.testing import FlaskClient

CSS = "/static/css/search.css"
COMPRESSED = {"Accept-Encoding": "gzip"}


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
