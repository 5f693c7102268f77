"""Which of several documents that say nearly the same comes first."""

from archive.rights import Reader, Role
from archive.values import Visibility
from indexer.search.request import SearchRequest
from tests.indexer.conftest import Library, Sheet
from tests.indexer.search.test_searcher import Fill, found

RULES = (
    "Die Hausordnung des Jugendtreffs: Rauchen ist im Haus und im Hof verboten, laute Musik ab zehn Uhr. Wer zuletzt "
    "geht, schließt Fenster und Türen, löscht das Licht und stellt die Heizung ab. Fahrräder bleiben draußen, Hunde "
    "warten an der Leine. Küche und Werkstatt werden nach jedem Angebot sauber verlassen, Schäden gleich gemeldet."
)


def found_by_coordination(library: Library, query: str) -> list[str]:
    request = SearchRequest(query=query, reader=Reader(Role.COORDINATION))
    return [hit.document for hit in library.renewed().search(request).hits]


def test_of_nearly_the_same_the_newest_comes_first(library: Fill) -> None:
    shelf = library(
        undated=Sheet(RULES),
        old=Sheet(RULES, year=2018),
        new=Sheet(f"{RULES} Neu.", year=2021),
        middle=Sheet(RULES, year=2019),
    )
    assert found(shelf, "Hausordnung") == ["new", "middle", "old", "undated"]


def test_what_answers_clearly_better_comes_first_though_it_is_older(library: Fill) -> None:
    shelf = library(
        old=Sheet(RULES, title="Hausordnung", year=2018),
        new=Sheet("Auf dem Fest sprach jemand über vieles, am Ende auch über die Hausordnung.", year=2021),
    )
    assert found(shelf, "Hausordnung") == ["old", "new"]


def test_what_is_valid_comes_before_its_next_draft(library: Fill) -> None:
    shelf = library(
        draft=Sheet(f"{RULES} Grillen auch.", year=2022, visibility=Visibility.DRAFT),
        valid=Sheet(RULES, year=2020),
        former=Sheet(RULES, year=2018),
    )
    assert found_by_coordination(shelf, "Hausordnung Jugendtreff") == ["valid", "former", "draft"]
    assert found(shelf, "Hausordnung Jugendtreff") == ["valid", "former"]
