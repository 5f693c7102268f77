"""Which of several documents that say nearly the same comes first."""

from archive.rights import VISITOR, Reader, Role
from archive.values import Visibility
from indexer.index.view import Versions
from indexer.search.request import Hit, SearchRequest
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


def found_in_all(library: Library, query: str, reader: Reader = VISITOR) -> list[Hit]:
    request = SearchRequest(query=query, reader=reader, versions=Versions.ALL)
    return list(library.renewed().search(request).hits)


def test_older_versions_are_found_where_they_are_asked_for(library: Fill) -> None:
    shelf = library(rules=Sheet("Die Wand wird bunt.", older=("Die Wand wird beige.", "Die Wand wird grau.")))
    assert found(shelf, "beige") == []
    (hit,) = found_in_all(shelf, "beige")
    assert (hit.document, hit.version, hit.edition) == ("rules", 1, "rules.1")
    assert [part.text for part in hit.passages[0].snippet if part.matched] == ["beige"]
    (hit,) = found_in_all(shelf, "bunt")
    assert (hit.document, hit.version, hit.edition) == ("rules", None, "rules")


def test_the_newest_version_comes_before_older_ones_that_say_nearly_the_same(library: Fill) -> None:
    shelf = library(rules=Sheet(f"{RULES} Grillen auch.", older=(RULES, RULES)))
    assert [hit.version for hit in found_in_all(shelf, "Hausordnung")] == [None, 1, 2]


def test_an_older_version_never_stands_before_the_newest_that_answers_too(library: Fill) -> None:
    shelf = library(
        rules=Sheet("Am Ende auch die Hausordnung, und vieles andere, was der Rat besprach.", older=("Hausordnung.",)),
        other=Sheet("Von der Hausordnung war ebenfalls die Rede, und von allerlei anderem, was den Rat bewegt."),
    )
    order = [hit.edition for hit in found_in_all(shelf, "Hausordnung")]
    assert order.index("rules") < order.index("rules.1")


def test_a_hit_in_an_older_version_is_explained(library: Fill) -> None:
    shelf = library(rules=Sheet("Die Wand wird bunt.", older=("Die Wand wird beige.",)))
    searcher = shelf.renewed()
    page = searcher.search(SearchRequest(query="beige", versions=Versions.ALL))
    assert set(searcher.explain(page)) == {page.hits[0].passages[0].id}


def test_older_versions_are_hidden_with_their_document(library: Fill) -> None:
    shelf = library(draft=Sheet("Die Wand.", older=("Die beige Wand.",), visibility=Visibility.DRAFT))
    assert found_in_all(shelf, "beige") == []
    assert [hit.document for hit in found_in_all(shelf, "beige", Reader(Role.COORDINATION))] == ["draft"]


def test_older_versions_go_with_their_document(library: Fill) -> None:
    shelf = library(rules=Sheet("Die Wand.", older=("Die beige Wand.",)), rule=Sheet("Die beige Tür."))
    shelf.put({"rules": Sheet("Die Wand.")})
    assert [hit.document for hit in found_in_all(shelf, "beige")] == ["rule"]
    shelf.put({"rules": Sheet("Die Wand.", older=("Die beige Wand.",))})
    shelf.remove(["rules"])
    assert [hit.document for hit in found_in_all(shelf, "beige")] == ["rule"]


def test_what_is_only_in_older_versions_is_no_word_of_the_archive(library: Fill) -> None:
    shelf = library(rules=Sheet("Die Wand wird bunt.", older=("Die Fahrradwerkstatt.",)))
    searcher = shelf.renewed()
    assert searcher.search(SearchRequest(query="Fahradwerkstatt")).suggested is None
    page = searcher.search(SearchRequest(query="Fahradwerkstatt", versions=Versions.ALL))
    assert page.corrected == "fahrradwerkstatt"
