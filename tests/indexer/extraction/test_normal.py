"""One way to write each character."""

import pytest

from indexer.extraction.normal import normal


@pytest.mark.parametrize(
    ("found", "written"),
    [
        ("eingefu\u0308gt", "eingefügt"),
        ("Pﬂege, ﬁnden, Stoﬀ, Aﬃn", "Pflege, finden, Stoff, Affin"),
        ("Quar\u00adtier", "Quartier"),
        ("E\u2011Mail", "E-Mail"),
        ("10\u00a0Uhr", "10 Uhr"),
        ("\uf0b7 Punkt", "• Punkt"),
        ("a\r\nb\rc\x0bd", "a\nb\nc\nd"),
        ("\ufeffAnfang\u200b", "Anfang"),
        ("a\x00b\x07c", "abc"),
        ("Seite\fneu\tTab", "Seite\fneu\tTab"),
        ("m² und ½", "m² und ½"),
        ("„Ja“ – nein …", "„Ja“ – nein …"),
    ],
)
def test_characters(found: str, written: str) -> None:
    assert normal(found) == written
