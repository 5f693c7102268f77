"""The coordination's synonyms, and the queries that show where one is missing."""

import sqlite3
from datetime import UTC, datetime

import pytest
from babel.dates import format_date

from archive.rights import Role
from archive.synonyms import SynonymEntry, synonym
from indexer.analysis.german import GermanAnalysis
from indexer.index.view import IndexView
from indexer.search import wordings
from indexer.search.request import SearchRequest
from indexer.search.retrieval import Retrieval, Retrieved
from indexer.search.searcher import Searcher
from indexer.structure.personal.queries import is_suspect
from tests.webui.people import person, visitor
from webui.services import Services

SYNONYMS, UNANSWERED = "/verwaltung/synonyme", "/verwaltung/suchen-ohne-treffer"


@pytest.fixture
def listening(filled: Services, german: GermanAnalysis, monkeypatch: pytest.MonkeyPatch) -> Services:
    """The filled archive, searched with the synonyms of the moment."""
    monkeypatch.setattr(wordings, "FRESH", -1.0)
    searcher = filled.searcher
    own = Searcher(searcher._views._areas, filled.texts, german, own=filled.archive.synonyms.entries)  # noqa: SLF001
    return Services(filled.archive, own, filled.texts)


def test_the_effect_is_shown_first_and_then_counts_at_once(listening: Services) -> None:
    chef = person(listening, Role.COORDINATION)
    shown = chef.get(f"{SYNONYMS}?woerter=Drahtesel,Fahrradwerkstatt").text
    assert "Vorher 0, nachher 12 Dokumente" in shown
    assert ">Bericht " in shown
    assert listening.archive.synonyms.entries() == ()
    assert "0 Treffer" not in chef.get("/suche?q=fahrradwerkstatt&schreibweise=genau").text
    saved = chef.post(SYNONYMS, data={"woerter": "Drahtesel, Fahrradwerkstatt", "statt": ""})
    assert saved.location == SYNONYMS
    assert "12 Dokumenten" in chef.get("/suche?q=drahtesel&schreibweise=genau").text
    chef.post(SYNONYMS, data={"woerter": "Drahtesel,Fahrradwerkstatt"})
    (kept,) = listening.archive.synonyms.entries()
    chef.post(f"{SYNONYMS}/{kept.number}/entfernen")
    chef.post(f"{SYNONYMS}/{kept.number}/entfernen")
    assert "12 Dokumenten" not in chef.get("/suche?q=drahtesel&schreibweise=genau").text


def test_a_synonym_may_lead_one_way(listening: Services) -> None:
    chef = person(listening, Role.COORDINATION)
    there = chef.get(f"{SYNONYMS}?woerter=Drahtesel&statt=Fahrradwerkstatt&frage=drahtesel").text
    back = chef.get(f"{SYNONYMS}?woerter=Fahrradwerkstatt&statt=Drahtesel&frage=drahtesel").text
    assert "Vorher 0, nachher 12 Dokumente" in there
    assert "Vorher 0, nachher 0 Dokumente" in back


@pytest.mark.parametrize("words", ["", "allein", "a, b!", 'a, "b', "a, b => c", "a, # b", "a, \u202eb"])
def test_what_is_no_synonym_is_refused(listening: Services, words: str) -> None:
    chef = person(listening, Role.COORDINATION)
    for answer in (chef.get(SYNONYMS, query_string={"woerter": words}), chef.post(SYNONYMS, data={"woerter": words})):
        assert answer.status_code == 400
        assert "Bitte nennen Sie mindestens zwei Wörter" in answer.text
    assert listening.archive.synonyms.entries() == ()


def test_a_synonym_that_cannot_be_read_stops_no_search(listening: Services) -> None:
    broken = SynonymEntry(("nur eins",))
    listening.archive.synonyms.add(broken)
    assert "12 Dokumenten" in visitor_finds(listening, "fahrradwerkstatt")
    (kept,) = listening.archive.synonyms.entries()
    listening.archive.synonyms.remove(kept.number)


def this_month() -> str:
    """Return this month as pages write it."""
    return str(format_date(datetime.now(UTC).date(), "LLLL yyyy", locale="de"))


def test_queries_without_hits_are_counted_without_anyone(empty: Services, filled: Services) -> None:
    clients = [visitor(filled), visitor(filled), person(filled, Role.STAFF)]
    for client in clients:
        client.get("/suche?q=Straßenmusik")
        client.get("/suche?q=graffiti")
        client.get("/suche?q=Straßenmusik&standort=Gotha")
        client.get("/suche?q=Straßenmusik", headers={"Sec-Purpose": "prefetch"})
        client.head("/suche?q=Straßenmusik")
        client.get("/vorschlaege?q=Straßenmusik")
    chef = person(filled, Role.COORDINATION)
    (entry,) = filled.archive.unanswered.entries()
    assert (entry.query, entry.count) == ("strassenmusik", 3)
    page = chef.get(UNANSWERED).text
    assert f'href="{SYNONYMS}?wort=strassenmusik"' in page
    assert f"3-mal gesucht, zuletzt im {this_month()}" in page
    assert 'value="strassenmusik"' in chef.get(f"{SYNONYMS}?wort=strassenmusik").text
    assert {"strassenmusik"} <= _kept(filled)
    chef.post(f"{UNANSWERED}/erledigt", data={"suche": "Straßenmusik"})
    assert filled.archive.unanswered.entries() == ()
    assert empty.archive.unanswered.entries() == ()


def test_what_a_synonym_made_findable_needs_no_other(listening: Services) -> None:
    chef = person(listening, Role.COORDINATION)
    for query in ("drahtesel", "blasmusik"):
        for _ in range(3):
            listening.archive.unanswered.count(query)
    offered = [f'href="{SYNONYMS}?wort={query}"' for query in ("drahtesel", "blasmusik")]
    page = chef.get(UNANSWERED).text
    assert [each in page for each in offered] == [True, True]
    listening.archive.synonyms.add(SynonymEntry(("Drahtesel", "Fahrradwerkstatt")))
    page = chef.get(UNANSWERED).text
    assert [each in page for each in offered] == [False, True]
    assert page.index("blasmusik") < page.index("drahtesel") < page.index("Findet inzwischen etwas.")
    condition = chef.get("/verwaltung/zustand").text
    assert f'<a href="{UNANSWERED}">Suchen ohne Treffer</a> <strong>1</strong>' in condition
    for query in ("drahtesel", "blasmusik"):
        listening.archive.unanswered.forget(query)
    (kept,) = listening.archive.synonyms.entries()
    listening.archive.synonyms.remove(kept.number)


def test_the_list_searches_once_for_a_state_of_the_index(listening: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    chef = person(listening, Role.COORDINATION)
    for query in ("kutschenfest", "fahradwerkstatt"):
        for _ in range(3):
            listening.archive.unanswered.count(query)
    asked: list[str] = []
    retrieve = Retrieval.retrieve

    def counting(self: Retrieval, view: IndexView, request: SearchRequest, query: str) -> Retrieved:
        asked.append(query)
        return retrieve(self, view, request, query)

    monkeypatch.setattr(Retrieval, "retrieve", counting)
    page = chef.get(UNANSWERED).text
    # What is found by another spelling is an answer.
    assert page.index("kutschenfest") < page.index("fahradwerkstatt") < page.index("Findet inzwischen etwas.")
    assert sorted(asked) == ["fahradwerkstatt", "fahrradwerkstatt", "kutschenfest"]
    assert chef.get(UNANSWERED).status_code == chef.get("/verwaltung/zustand").status_code == 200
    assert len(asked) == len(set(asked))
    for query in ("kutschenfest", "fahradwerkstatt"):
        listening.archive.unanswered.forget(query)


def test_what_was_asked_twice_is_shown_to_nobody(filled: Services) -> None:
    for _ in range(2):
        visitor(filled).get("/suche?q=Blasmusik")
    assert "blasmusik" not in person(filled, Role.COORDINATION).get(UNANSWERED).text
    visitor(filled).get("/suche?q=Blasmusik")
    assert "blasmusik" in person(filled, Role.COORDINATION).get(UNANSWERED).text
    filled.archive.unanswered.forget("blasmusik")


def test_what_may_be_about_a_person_is_not_kept_at_all(filled: Services) -> None:
    before = _kept(filled)
    for query in ("Fatima Nachhilfe", "0171 2345678", "m@example.org", "Frau Xylander", "Zwexlmayr"):
        visitor(filled).get("/suche", query_string={"q": query, "schreibweise": "genau"})
    assert _kept(filled) == before


@pytest.mark.parametrize(
    ("query", "suspect"),
    [
        ("streetwork", False),
        ("gemeinschaftsgarten balkon", False),
        ("abzocke handyvertrag", False),
        ("isek", False),
        ("Anna", True),
        ("müller protokoll", True),
        ("mehmet yılmaz", True),
        ("Frau Xylander", True),
        ("herr x", True),
        ("yılmazoğlu", True),
        ("15 Jahre aus Syrien", True),
        ("tel 0228", True),
        ("a@b.de", True),
        ("@", True),
        ("", True),
        ("wer hat denn damals eigentlich das protokoll geschrieben", True),
    ],
)
def test_whatever_may_be_about_a_person_is_suspect(german: GermanAnalysis, query: str, suspect: bool) -> None:  # noqa: FBT001 - a table
    assert is_suspect(query, german.is_known) is suspect


def test_words_are_kept_as_people_type_them() -> None:
    assert synonym([" Urban  Gardening ", "Beete"]) == SynonymEntry(("Urban Gardening", "Beete"))


def visitor_finds(services: Services, query: str) -> str:
    return person(services, Role.STAFF).get(f"/suche?q={query}").text


def _kept(services: Services) -> set[str]:
    """Return every query that is counted; there is no more to be found out than that, the month and the number."""
    with sqlite3.connect(services.archive.home.catalogue) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(unanswered)")}
        assert columns == {"query", "month", "count"}
        return {query for (query,) in connection.execute("SELECT query FROM unanswered")}
