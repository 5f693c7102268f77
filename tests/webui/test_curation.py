"""What was renamed or merged is still found: by filters, expressions and old addresses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.archive import Submission
from archive.entries import KeywordEntry
from archive.errors import VocabularyKind
from archive.rights import Role
from archive.values import Details, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.search.searcher import Searcher
from tests.webui.people import Person, person, visitor
from webui.compose import Holdings, open_holdings
from webui.services import Services


@pytest.fixture
def home(new_home: Path, tmp_path: Path) -> Iterator[Holdings]:
    """An archive with documents about Peine, one of them with a keyword that nobody else's has."""
    with open_holdings(new_home) as holdings:
        secret = holdings.archive.curation.add(KeywordEntry("", "Vertragsentwurf"))
        open_ = holdings.archive.curation.add(KeywordEntry("", "Urban Gardening"))
        for text, keyword, visibility in (
            ("Beete im Hof", open_, Visibility.PUBLIC),
            ("Vertrag mit dem Träger", secret, Visibility.COORDINATION),
        ):
            (tmp_path / "offered").write_text(text, encoding="utf-8")
            details = Details(text, sites=("peine",), keywords=(keyword,), visibility=visibility)
            holdings.archive.take_in(Submission(tmp_path / "offered", "a.txt", details))
        yield holdings


@pytest.fixture
def services(home: Holdings, german: GermanAnalysis) -> Services:
    """The archive, indexed."""
    _index(home)
    return Services(home.archive, Searcher(home.areas, home.texts, german, home.known_names), home.texts)


def test_a_renamed_entry_is_found_by_both_names(home: Holdings, services: Services) -> None:
    home.archive.curation.rename(VocabularyKind.SITE, "peine", "Peine-Südstadt")
    home.archive.curation.rename(VocabularyKind.KEYWORD, "urban-gardening", "Stadtgärten")
    _index(home)
    client = visitor(services)
    for filtered in (
        "standort=Peine",
        "standort=Peine-Südstadt",
        "schlagwort=urban+gardening",
        "schlagwort=Stadtgärten",
    ):
        assert _hits(client, filtered) == 1, filtered
    for query in ("standort:Peine", "schlagwort:Stadtgärten", "urban gardening", "Stadtgarten"):
        assert _hits(client, f"q={query}") == 1, query
    page = client.get("/suche").text
    assert 'name="schlagwort" value="Stadtgärten"' in page
    assert "Urban Gardening" not in page
    assert client.get("/standorte/peine").status_code == 200


def test_the_address_of_a_merged_entry_leads_to_its_successor(home: Holdings, services: Services) -> None:
    home.archive.curation.merge(VocabularyKind.SITE, "peine", "gotha")
    home.archive.curation.merge(VocabularyKind.MEETING, "standorttreffen-gotha-2020", "standorttreffen-hamburg-2019")
    _index(home)
    client = visitor(services)
    moved = client.get("/standorte/peine")
    assert (moved.status_code, moved.location) == (301, "/standorte/gotha")
    assert client.get("/treffen/standorttreffen-gotha-2020").location == "/treffen/standorttreffen-hamburg-2019"
    assert client.get("/standorte/nirgendwo").status_code == 404
    assert _hits(client, "standort=Peine") == _hits(client, "standort=Gotha") == 1


def test_a_keyword_of_hidden_documents_is_told_to_nobody(services: Services) -> None:
    for reader, seen in ((visitor(services), False), (person(services, Role.STAFF), False),
                         (person(services, Role.COORDINATION), True)):  # fmt: skip
        pages = [reader.get(f"/suche?{asked}").text for asked in ("", "q=vertragsentwurf", "q=schlagwort:vertr")]
        assert ('value="Vertragsentwurf"' in pages[0]) is seen
        assert ("erkannt" in pages[1]) is seen
        assert (_hits(reader, "schlagwort=Vertragsentwurf") == 1) is seen
        assert "Vertragsentwurf" not in reader.get("/vorschlaege?q=vertragse").text


def test_a_document_shows_its_keywords(services: Services) -> None:
    code = services.archive.descriptions()[0].code
    page = visitor(services).get(f"/dokumente/{code}").text
    assert '<a href="/suche?schlagwort=Urban+Gardening" lang="de">Urban Gardening</a>' in page


def _index(home: Holdings) -> None:
    with Extractor() as extractor:
        home.indexing(extractor).catch_up()


def _hits(client: Person, asked: str) -> int:
    return client.get(f"/suche?{asked}").text.count('class="hit"')
