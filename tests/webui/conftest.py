"""A small real archive, filled once, and an empty one for each test that writes."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from PIL import Image

from archive.archive import Submission
from archive.rights import Role
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.search.searcher import Searcher
from tests.webui import texts
from tests.webui.people import PASSWORD, Person, person, visitor
from tests.webui.unlimited import UNLIMITED
from webui.compose import Holdings, open_holdings
from webui.services import Services

#: So many that the hits fill two pages.
REPORTS = 12


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, german: GermanAnalysis) -> Iterator[Services]:
    """Services over an archive with documents of several kinds, indexed."""
    folder = tmp_path_factory.mktemp("filled")
    with open_holdings(folder / "home") as holdings, Extractor() as extractor:
        for name, content, details in _offered():
            (folder / "offered").write_bytes(content)
            holdings.archive.take_in(Submission(folder / "offered", name, details))
        holdings.indexing(extractor).catch_up()
        yield _services(holdings, german)


@pytest.fixture
def empty(new_home: Path, german: GermanAnalysis) -> Iterator[Services]:
    """Services over an archive without documents and without an index."""
    with open_holdings(new_home) as holdings:
        yield _services(holdings, german)


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """No worker runs beside these tests: what is uploaded is not waited for."""
    monkeypatch.setattr("webui.receiving.PATIENCE", 0.0)


@pytest.fixture
def client(filled: Services) -> FlaskClient:
    """A member of staff, signed in to the filled archive."""
    return person(filled, Role.STAFF)


@pytest.fixture
def writer(empty: Services) -> FlaskClient:
    """The coordination, signed in to the empty archive; writes into it from its own pages."""
    return person(empty, Role.COORDINATION)


def _services(holdings: Holdings, german: GermanAnalysis) -> Services:
    searcher = Searcher(holdings.areas, holdings.texts, german, holdings.known_names)
    return Services(holdings.archive, searcher, holdings.texts, limits=UNLIMITED)


def _offered() -> Iterator[tuple[str, bytes, Details]]:
    """Yield the name, bytes and details of each document; the first has the code D-<year>-0001, and so on."""
    hamburg = DocumentDate(*texts.HAMBURG_DAYS, DatePrecision.DAY, DateSource.TEXT)
    yield (
        "protokoll hamburg.md",
        texts.MINUTES.encode(),
        Details(
            "Protokoll Hamburg",
            DocumentKind.PROTOKOLL,
            hamburg,
            "standorttreffen-hamburg-2019",
            ("hamburg",),
            ("Wohnen und Wohnumfeld",),
            is_sample=True,
        ),
    )
    yield (
        "Nadelmethode – Übersicht.md",
        texts.METHOD.encode(),
        Details("Nadelmethode", DocumentKind.METHODENPAPIER, sites=("gotha",)),
    )
    yield "entwurf.txt", b"Graffiti im Entwurf", Details("Entwurf", visibility=Visibility.DRAFT)
    yield "scan.png", _blank_image(), Details("Gescannte Seite")
    for number in range(1, REPORTS + 1):
        yield (
            f"bericht-{number}.txt",
            f"Bericht {number} zur Fahrradwerkstatt {texts.MARKUP}".encode(),
            Details(f"Bericht {number:02}"),
        )


def _blank_image() -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (40, 40), 255).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def anna(empty: Services) -> Person:
    """Someone with an account who is not signed in."""
    empty.archive.accounts.add("chef", Role.COORDINATION, PASSWORD)
    empty.archive.accounts.add("anna", Role.STAFF, PASSWORD)
    return visitor(empty)
