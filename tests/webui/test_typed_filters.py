"""Filters typed into the query."""

import pytest

from indexer.search.request import SearchRequest
from tests.webui.test_labels import KNOWN
from webui.typed_filters import lifted


@pytest.mark.parametrize(
    ("typed", "query", "filters"),
    [
        ("graffiti standort:Hamburg", "graffiti", {"site": ("Hamburg",)}),
        ("Standort:Gotha standort:Peine fest", "fest", {"site": ("Gotha", "Peine")}),
        ('treffen:"Standorttreffen Hamburg 2019"', "", {"meeting": ("Standorttreffen Hamburg 2019",)}),
        ("jahr:2018..2020 logo", "logo", {"year": ("2018..2020",)}),
        ("art:Protokoll abschnitt:Beschluss", "", {"kind": ("Protokoll",), "passage_kind": ("Beschluss",)}),
        # a colon after another word, or with nothing behind it, is punctuation
        ("Ziel:Wand", "Ziel:Wand", {}),
        ("standort:", "standort:", {}),
        # with a space behind the colon only what is known is a value
        ("Standort: Gotha fest", "fest", {"site": ("Gotha",)}),
        ('standort:  "Frankfurt am Main"', "", {"site": ("Frankfurt am Main",)}),
        ("jahr: 2018..2020 logo", "logo", {"year": ("2018..2020",)}),
        ("Thema: was danach geschah", "Thema: was danach geschah", {}),
        ("standort:Gotha, standort:Hamburg; fest", "fest", {"site": ("Gotha", "Hamburg")}),
        ("mein-standort:Hamburg", "mein-standort:Hamburg", {}),
    ],
)
def test_typed_filters_become_filters(typed: str, query: str, filters: dict[str, tuple[str, ...]]) -> None:
    request = lifted(SearchRequest(typed), KNOWN)
    assert (request.query, dict(request.filters)) == (query, filters)


def test_they_join_those_that_are_ticked() -> None:
    request = lifted(SearchRequest("standort:Gotha", {"site": ("Peine", "Gotha")}), KNOWN)
    assert request.filters == {"site": ("Peine", "Gotha")}


def test_a_minus_excludes() -> None:
    request = lifted(SearchRequest("-standort:Hamburg graffiti -jahr:..2018 art:Protokoll -wand"), KNOWN)
    assert request.query == "graffiti -wand"
    assert request.filters == {"kind": ("Protokoll",)}
    assert request.excluded == {"site": ("Hamburg",), "year": ("..2018",)}
