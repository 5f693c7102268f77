"""What a page may cost, over the sample holdings: SQL statements, and bytes without pictures."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from archive.archive import Archive
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.search.searcher import Searcher
from tests.webui.every_page import FILES, Addresses, bring_drafts, coordination, rules
from tests.webui.people import Person
from tests.webui.sql_statements import Statements
from tests.webui.unlimited import UNLIMITED
from webui import samples
from webui.compose import open_holdings
from webui.services import Services

#: As design.md puts it: SQL statements, and bytes as they are sent; styles and scripts compressed, pages not.
MOST_STATEMENTS, MOST_BYTES = 12, 100_000

#: Openings of a page beside the first, each of another thing where there are several.
OPENINGS = 3

QUERIES = ("graffiti hamburg", "mikroprojektmittel", "nächstes treffen", "zauberwort")

#: Endpoint → how many bytes it has, and why more than the budget.
#: Endpoint → how many bytes it has, and why more than the budget.
LARGE = {
    "uploads.batch": (116_000, "a form for each of twelve drafts: below 100,000 bytes without its styles and scripts")
}

_ASSET = re.compile(rb'<(?:link[^>]+rel="stylesheet"[^>]+href|script[^>]+src)="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Opened:
    """A page that was opened."""

    address: str
    endpoint: str
    status: int
    data: bytes
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Someone who reads, and the addresses of what there is to read."""

    client: Person
    addresses: Addresses
    #: The file of all that was read.
    texts: Path

    def open(self, address: str, endpoint: str) -> Opened:
        """Open a page to its end."""
        counter = Statements()
        with counter.counted(), self.client.get(address, headers={"Accept-Encoding": "gzip"}) as answer:
            return Opened(address, endpoint, answer.status_code, answer.get_data(), tuple(counter.sent))


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory, german: GermanAnalysis) -> Iterator[Reading]:
    """Someone of the coordination who has everything, and all pages over the samples."""
    folder = tmp_path_factory.mktemp("budget")
    with open_holdings(folder / "home") as holdings, Extractor() as extractor:
        archive, texts = holdings.archive, holdings.texts
        list(samples.take_in(archive))
        bring_drafts(archive, folder, _texts(archive))
        while holdings.indexing(extractor).catch_up():
            pass
        searcher = Searcher(holdings.areas, texts, german, holdings.known_names, archive.synonyms.entries)
        services = Services(archive, searcher, texts, limits=UNLIMITED)
        reader = coordination(services, QUERIES)
        yield Reading(reader.client, Addresses(archive, texts, reader, QUERIES), archive.home.derived / "texts.sqlite")
        services.page_pictures.close()


@pytest.fixture(scope="module")
def opened(reading: Reading) -> list[Opened]:
    """Every page, opened several times; the first opening also reads what is kept for a state of the index."""
    found = []
    for rule in rules(reading.client.application):
        addresses = reading.addresses.of(reading.client.application, rule, OPENINGS + 1)
        _, *others = [reading.open(address, rule.endpoint) for address in addresses]
        found += others
    return found


def test_every_page_opens(opened: list[Opened]) -> None:
    assert [(each.address, each.status) for each in opened if each.status >= 400] == []


def test_no_page_takes_more_statements_than_it_may(opened: list[Opened]) -> None:
    too_many = {
        each.address: each.statements
        for each in opened
        if each.endpoint not in FILES and len(each.statements) > MOST_STATEMENTS
    }
    assert too_many == {}


def test_no_page_is_larger_than_it_may_be_with_its_styles_and_scripts(reading: Reading, opened: list[Opened]) -> None:
    too_large = {}
    for each in opened:
        assets = {address.decode() for address in _ASSET.findall(each.data)}
        size = len(each.data) + sum(len(reading.open(asset, "static").data) for asset in assets)
        most, _ = LARGE.get(each.endpoint, (MOST_BYTES, ""))
        if each.endpoint not in FILES and size >= most:
            too_large[each.address] = size
    assert too_large == {}


def _texts(archive: Archive) -> Iterator[str]:
    """Yield texts of drafts, each with a word of its own."""
    for number, meeting in enumerate(archive.vocabularies.meetings(), start=1):
        yield f"Protokoll {meeting.title}\n\nTOP 1 Begrüßung\n\nAufgabe: Entwurf {number} bis Mai lesen."


def test_every_page_answers_while_all_texts_are_read_anew(reading: Reading, opened: list[Opened]) -> None:
    forget_texts(reading.texts)
    answers = {each.address: reading.open(each.address, each.endpoint).status for each in opened}
    assert {address: status for address, status in answers.items() if status >= 500} == {}
    # Many pages, and not only those that say that something is not there.
    assert sum(status == 200 for status in answers.values()) > len(answers) / 2


def forget_texts(texts: Path) -> None:
    """Take away what was read, as a later version does that reads more; the index stays until it is read anew."""
    with closing(sqlite3.connect(texts)) as connection, connection:
        for table in ("reading", "placed", "passage", "indexed"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - constants
