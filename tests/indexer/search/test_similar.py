"""More like this: by shared rare words, never oneself, never what is hidden."""

from collections.abc import Callable

import pytest

from archive.rights import STAFF, VISITOR, Reader
from archive.values import Visibility
from tests.indexer.conftest import Library, Sheet

Fill = Callable[..., Library]

BIKES = "Fahrradwerkstatt mit Flickzeug und Schlauch. Die Speiche und der Sattel werden repariert."
GARDEN = "Hochbeete mit Tomaten, Kompost und Gießkanne. Die Ernte wird im Hof geteilt."
FILLER = {f"filler{number}": Sheet(f"Sitzung {number} im Rathaus ohne weiteres Thema.") for number in range(24)}


def shelf(library: Fill, **sheets: Sheet) -> Library:
    return library(
        bikes=Sheet(BIKES, title="Räder"),
        more_bikes=Sheet(f"Auch hier: {BIKES}", title="Mehr Räder"),
        garden=Sheet(GARDEN, title="Beete"),
        more_garden=Sheet(f"Im Sommer. {GARDEN}", title="Mehr Beete"),
        **FILLER,
        **sheets,
    )


@pytest.mark.parametrize(
    ("one", "other"), [("bikes", "more_bikes"), ("more_bikes", "bikes"), ("garden", "more_garden")]
)
def test_a_document_is_like_what_shares_its_rare_words(library: Fill, one: str, other: str) -> None:
    (found,) = shelf(library).renewed().similar_documents(one, VISITOR)
    assert found.document == other
    assert len(found.shared) >= 3
    assert all(word in (BIKES if "bikes" in one else GARDEN) for word in found.shared)


def test_common_words_make_nothing_alike(library: Fill) -> None:
    assert shelf(library).renewed().similar_documents("filler1", VISITOR) == ()


@pytest.mark.parametrize(("reader", "expected"), [(VISITOR, {"more_bikes"}), (STAFF, {"more_bikes", "internal"})])
def test_only_what_the_reader_may_see_is_alike(library: Fill, reader: Reader, expected: set[str]) -> None:
    searcher = shelf(
        library,
        internal=Sheet(BIKES, visibility=Visibility.INTERNAL),
        draft=Sheet(BIKES, visibility=Visibility.DRAFT),
    ).renewed()
    assert {each.document for each in searcher.similar_documents("bikes", reader)} == expected
    assert searcher.similar_documents("draft", reader) == ()


def test_what_was_taken_out_is_alike_no_more(library: Fill) -> None:
    filled = shelf(library)
    filled.remove(["more_bikes"])
    assert filled.renewed().similar_documents("bikes", VISITOR) == ()


def test_passages_are_alike_across_documents_and_once_for_each(library: Fill) -> None:
    filled = shelf(library, twice=Sheet(f"{BIKES}\f{BIKES} Und noch mehr.", title="Zweimal"))
    searcher = filled.renewed()
    (own, *_) = filled.texts.passages("bikes")
    found = searcher.similar_passages(own, VISITOR)
    assert sorted(each.passage.document for each in found) == ["more_bikes", "twice"]
    assert all("Flickzeug" in each.passage.text for each in found)


def test_nothing_is_like_an_empty_text(library: Fill) -> None:
    assert library(one=Sheet(""), two=Sheet("Wand")).renewed().similar_documents("one", VISITOR) == ()
