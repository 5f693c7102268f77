"""Uploading as browsers do it, and the worker's part."""

import io

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from indexer.extraction.isolation import Extractor
from webui.compose import open_holdings
from webui.services import Services

HERE = {"Origin": "http://localhost"}

MINUTES = b"""# Protokoll des Standorttreffens Hamburg

3. und 4. April 2019, Hamburg

TOP 1: Graffiti

Beschluss: Die Wand kommt.
"""


def row(code: str, **entries: str) -> dict[str, str]:
    """Return what a browser sends of a document's row."""
    filled = {"art": "", "treffen": "", "von": "", "bis": "", "sichtbarkeit": "intern", **entries}
    return {f"{code}-{name}": value for name, value in filled.items()}


def upload(writer: FlaskClient, *files: tuple[str, bytes]) -> TestResponse:
    data = {"dateien": [(io.BytesIO(content), name) for name, content in files]}
    return writer.post("/hochladen", data=data, headers=HERE)


def upload_batch(writer: FlaskClient, *files: tuple[str, bytes]) -> str:
    answer = upload(writer, *files)
    assert answer.status_code == 303
    return writer.get(answer.headers["Location"]).text


def read(services: Services) -> None:
    """Do the worker's part."""
    with open_holdings(services.archive.home.root) as holdings, Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
