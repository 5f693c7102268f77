"""One spelling of characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.normalise import normalise


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("Prä\u0308sentation".replace("ä\u0308", "a\u0308"), "Präsentation"),
        ("ﬁnden, Trauﬀer, Ausﬂug, oﬃziell", "finden, Trauffer, Ausflug, offiziell"),
        ("Stadt\u00adteil", "Stadtteil"),
        ("Stadt\u00ad\n  teil", "Stadtteil"),
        ("E\u2011Mail", "E-Mail"),
        ("Null\u200bbreite\ufeff", "Nullbreite"),
        ("Stadtteil-\nkonferenz", "Stadtteilkonferenz"),
        ("Stadtteil-  \n   konferenz", "Stadtteilkonferenz"),
        ("IN-\nVIA", "IN-VIA"),
        ("Covid-\n19", "Covid-19"),
        ("Mädchen-\nund Jungenarbeit", "Mädchen-\nund Jungenarbeit"),
        ("Früh-\noder Spätdienst", "Früh-\noder Spätdienst"),
        ("Ganz-\nbzw. Halbtag", "Ganz-\nbzw. Halbtag"),
        ("Aus-\nunddrüber", "Ausunddrüber"),
        ("- erstens\n- zweitens", "- erstens\n- zweitens"),
        ("Punkt -\nweiter", "Punkt -\nweiter"),
    ],
)
def test_characters_and_broken_words_get_one_spelling(text: str, normalised: str) -> None:
    assert normalise(text) == normalised


@given(st.text(alphabet="aäu\u0308-\n \u00ad\u200bAuﬁnd1\u2011"))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
