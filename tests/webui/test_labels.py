"""What readers mean when they name a value of a facet."""

import pytest

from archive.rights import Reader, Role
from archive.values import DocumentKind
from archive.vocabulary import Vocabulary
from webui.filters import UnknownValue, read_filters
from webui.labels import MOST_MEANT, Labels, known_labels
from webui.services import Services

KNOWN = Labels(
    Vocabulary(
        sites={"hh": "Hamburg", "hamburg": "Hamburg", "gotha": "Gotha", "peine": "Peine"},
        topics={},
        meetings={"geheim-2020": "Klausur 2020"},
        meeting_kinds={},
        document_kinds={kind.value.casefold(): kind.value for kind in DocumentKind},
        keywords={},
    ),
    {
        "site": ("Hamburg", "Gotha", "Frankfurt am Main"),
        "meeting": ("Standorttreffen Hamburg 2019", "Fachtag Hamburg 2020", "Standorttreffen Gotha 2019"),
        "topic": ("Sprache und Bildung", "Wohnen und Wohnumfeld"),
        "kind": ("Methodenpapier", "Protokoll"),
        "year": ("2020", "2018", "2019"),
    },
)


@pytest.mark.parametrize(
    ("facet", "value", "labels"),
    [
        ("site", "HH", ("Hamburg",)),
        ("site", "frankfurt", ("Frankfurt am Main",)),
        ("meeting", "Hamburg", ("Fachtag Hamburg 2020", "Standorttreffen Hamburg 2019")),
        ("meeting", "Standorttreffen Gotha", ("Standorttreffen Gotha 2019",)),
        ("topic", "sprach", ("Sprache und Bildung",)),
        ("topic", "umfeld", ("Wohnen und Wohnumfeld",)),
        ("kind", "methode", ("Methodenpapier",)),
        # too short a piece is said by chance
        ("site", "am", ()),
        ("site", "gota", ()),
        ("kind", "?", ()),
        # what no document has that the reader may see is known to nobody
        ("site", "Peine", ()),
        ("meeting", "geheim-2020", ()),
    ],
)
def test_a_value_means_the_label_it_names_or_all_it_is_a_piece_of(
    facet: str, value: str, labels: tuple[str, ...]
) -> None:
    assert KNOWN.meant(facet, value) == labels


def test_a_piece_of_too_many_labels_means_none() -> None:
    many = tuple(f"Fachtag {number}" for number in range(MOST_MEANT + 1))
    assert Labels(KNOWN.vocabulary, {"meeting": many}).meant("meeting", "Fachtag") == ()
    assert len(Labels(KNOWN.vocabulary, {"meeting": many[1:]}).meant("meeting", "Fachtag")) == MOST_MEANT


@pytest.mark.parametrize(
    ("span", "years"),
    [
        ("2019", ("2019",)),
        ("2018..2019", ("2018", "2019")),
        ("2018-2020", ("2018", "2019", "2020")),
        ("2020..2018", ("2018", "2019", "2020")),
        ("2019..", ("2019", "2020")),
        ("..2019", ("2018", "2019")),
        ("2019–", ("2019", "2020")),
        # where no document is so old, the years that were given stand and match nothing
        ("1990", ("1990",)),
        ("1990..1995", ("1990", "1995")),
        ("..1995", ("1995",)),
    ],
)
def test_spans_are_the_years_that_documents_have(span: str, years: tuple[str, ...]) -> None:
    read = read_filters(KNOWN, {"year": (span,)})
    assert read.labels == {"year": years}
    assert read.no_years == ()


@pytest.mark.parametrize("value", ["abc", "..", "-", "20191", "20182019", "2018..2019..2020", "19", "²⁰¹⁹"])
def test_what_is_no_year_is_left_out_and_told(value: str) -> None:
    read = read_filters(KNOWN, {"year": (value, "2019")})
    assert read.labels == {"year": ("2019",)}
    assert read.no_years == (value,)


def test_what_no_document_has_is_told_with_labels_like_it_or_all() -> None:
    read = read_filters(KNOWN, {"site": ("gota", "Hamburg", "Atlantis"), "year": ("1990",)})
    assert read.labels["site"] == ("gota", "Hamburg", "Atlantis")
    assert read.unknown == (
        UnknownValue("site", "gota", ("Gotha",), is_like=True),
        UnknownValue("site", "Atlantis", ("Frankfurt am Main", "Gotha", "Hamburg")),
        UnknownValue("year", "1990", ("2018", "2019", "2020")),
    )


def test_a_value_is_known_in_every_form(filled: Services) -> None:
    known = known_labels(filled.archive.vocabularies.joined(), filled.searcher, Reader(Role.STAFF))
    assert known.meant("passage_kind", "Beschlüsse") == ("Beschluss",)
    assert known.meant("passage_kind", "aufgaben") == ("Aufgabe",)
    assert known.meant("kind", "Protokolle") == ("Protokoll",)
    assert known.meant("kind", "Aufgaben") == ()
