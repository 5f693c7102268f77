"""What a query names moves hits up and takes none away."""

from collections.abc import Callable
from datetime import date

import pytest

from archive.entries import MeetingEntry, MeetingKindEntry, TopicEntry
from archive.rights import STAFF, VISITOR, Reader, Role
from archive.values import DocumentKind, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.search.request import ResultPage, SearchRequest
from indexer.search.searcher import Searcher
from indexer.structure.proposals.known import KnownNames, KnownSite
from tests.indexer.conftest import HAMBURG_2019, Library, Sheet

Fill = Callable[..., Library]


def _meeting(title: str, kind: str, place: str, start: date, end: date) -> MeetingEntry:
    return MeetingEntry("", title, kind, place, start, end)


KNOWN = KnownNames(
    sites=(KnownSite("Hamburg", "Hamburg", ("Hamburg",), ()), KnownSite("Peine", "Peine", ("Peine",), ())),
    topics=(TopicEntry("", 0, "Sport", "Sport", ()),),
    meetings=(
        _meeting("Standorttreffen Hamburg 2019", "Standorttreffen", "Hamburg", date(2019, 4, 3), date(2019, 4, 4)),
    ),
    meeting_kinds=(MeetingKindEntry("", "Standorttreffen", ()),),
)


@pytest.fixture
def ask(german: GermanAnalysis) -> Callable[..., ResultPage]:
    """Ask a library in which the names of a catalogue are known."""

    def asked(library: Library, query: str, reader: Reader = VISITOR, **literal: tuple[str, ...]) -> ResultPage:
        searcher = Searcher(library.areas, library.texts, german, lambda: KNOWN)
        return searcher.search(SearchRequest(query=query, reader=reader, **literal))  # type: ignore[arg-type]

    return asked


def codes(page: ResultPage) -> list[str]:
    return [hit.document for hit in page.hits]


@pytest.mark.parametrize(
    ("query", "fitting"),
    [
        ("graffiti hamburg", Sheet("Graffiti war Thema.", sites=("Hamburg",))),
        ("graffiti hamburg", Sheet("Graffiti war Thema.", meeting=HAMBURG_2019)),
        ("graffiti standorttreffen 2019", Sheet("Graffiti war Thema.", meeting=HAMBURG_2019)),
        ("graffiti 2018 bis 2019", Sheet("Graffiti war Thema.", year=2018)),
        ("graffiti seit 2018", Sheet("Graffiti war Thema.", year=2021)),
        ("graffiti im Frühjahr 2018", Sheet("Graffiti war Thema.", year=2018)),
        ("protokoll graffiti", Sheet("Graffiti war Thema.", kind=DocumentKind.PROTOKOLL)),
        ("wer macht graffiti", Sheet("Aufgabe: Graffiti war Thema.")),
        ("was wurde zu graffiti beschlossen", Sheet("Beschluss: Graffiti war Thema.")),
        ("wie geht graffiti", Sheet("Graffiti war Thema.", kind=DocumentKind.METHODENPAPIER)),
    ],
)
def test_what_fits_comes_first_and_the_rest_follows(
    library: Fill, ask: Callable[..., ResultPage], query: str, fitting: Sheet
) -> None:
    other = Sheet("Graffiti Graffiti war Thema.", kind=DocumentKind.BERICHT, year=2015)
    shelf = library(other=other, fitting=fitting)
    assert codes(ask(shelf, query)) == ["fitting", "other"]


def test_taken_literally_the_words_are_looked_for_again(library: Fill, ask: Callable[..., ResultPage]) -> None:
    shelf = library(
        named=Sheet("Graffiti in Hamburg."), fitting=Sheet("Graffiti war Thema.", sites=("Hamburg",)), a=Sheet("Film")
    )
    page = ask(shelf, "graffiti hamburg", literal=("hamburg",))
    assert page.recognised == ()
    assert codes(page)[0] == "named"


def test_the_newest_of_a_kind_stands_first(library: Fill, ask: Callable[..., ResultPage]) -> None:
    shelf = library(
        old=Sheet("Protokoll und noch ein Protokoll", year=2018),
        new=Sheet("Ein Protokoll", year=2021),
        report=Sheet("Bericht zum Protokoll", kind=DocumentKind.BERICHT, year=2022),
    )
    assert codes(ask(shelf, "letztes Protokoll"))[0] == "new"


@pytest.mark.parametrize("query", ["wer macht was bis wann", "wer soll was tun?", "wer"])
def test_all_tasks_are_asked_for_the_newest_approved_first(
    library: Fill, ask: Callable[..., ResultPage], query: str
) -> None:
    shelf = library(
        old=Sheet("Aufgabe: Graffiti entfernen.", year=2018),
        draft=Sheet("Aufgabe: Protokoll schreiben.", year=2022, visibility=Visibility.DRAFT),
        new=Sheet("Es war kalt.\n\nAufgabe: Wand streichen.", year=2021),
        words=Sheet("Die Macht der Gewohnheit: was wir tun, wer und bis wann."),
        decision=Sheet("Beschluss: Die Wand kommt.", year=2022),
    )
    page = ask(shelf, query, Reader(Role.COORDINATION))
    assert codes(page) == ["new", "old", "draft"]
    assert page.is_general
    assert {passage.kind for hit in page.hits for passage in hit.passages} == {"Aufgabe"}


def test_all_decisions_of_a_year_are_asked_for(library: Fill, ask: Callable[..., ResultPage]) -> None:
    shelf = library(
        then=Sheet("Beschluss: Die Wand kommt.", year=2019),
        later=Sheet("Beschluss: Sie bleibt.", year=2020),
        talk=Sheet("2019 wurde viel beschlossen.", year=2019),
    )
    assert codes(ask(shelf, "was wurde 2019 beschlossen?")) == ["then"]
    assert set(codes(ask(shelf, "was wurde beschlossen"))) == {"then", "later"}


def test_everything_the_words_find_is_still_found(library: Fill, ask: Callable[..., ResultPage]) -> None:
    shelf = library(
        frame=Sheet("Peine lud ein.", meeting=HAMBURG_2019),
        core=Sheet("Instagram"),
        both=Sheet("Instagram in Peine", sites=("Peine",)),
    )
    assert set(codes(ask(shelf, "instagram peine standorttreffen"))) == {"frame", "core", "both"}


def test_names_of_hidden_documents_are_not_known(library: Fill, ask: Callable[..., ResultPage]) -> None:
    shelf = library(
        hidden=Sheet("Vertrag", sites=("Peine",), meeting=HAMBURG_2019, visibility=Visibility.INTERNAL),
        shown=Sheet("Vertrag"),
    )
    for query in ("vertrag peine", "vertrag standorttreffen", "vertrag hamburg"):
        assert ask(shelf, query, VISITOR).recognised == ()
        assert [each.typed for each in ask(shelf, query, STAFF).recognised] == [query.split()[1]]


def test_what_only_names_its_kind_is_no_hit(ask: Callable[..., ResultPage], library: Fill) -> None:
    shelf = library(kind=Sheet("Beschluss: Die Wand kommt."), subject=Sheet("Im Hof steht das Nähcafé allen offen."))
    assert codes(ask(shelf, "beschluss nähcafé")) == ["subject"]
