"""Partners as papers name them."""

import pytest

from indexer.structure.partners import partners

TABLE = (
    "Partner | Beitrag | Standort\nBoxverein | Halle, Trainer | Peine\n"
    "Wohnungsunternehmen | Treffpunkt | Gotha, Peine\n"
    "Bauhof | Werkzeug | Neubrandenburg"
)


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        (
            "Partner",
            "Quartiersmanagement, zwei Schulen und ein Verein.",
            ("Quartiersmanagement", "zwei Schulen", "ein Verein"),
        ),
        ("3.2 Unsere Kooperationspartner:innen", "• Boxverein\n• Grundschule", ("Boxverein", "Grundschule")),
        ("Kosten", "Laufzeit | seit 2018\nPartner | Fahrradgeschäft, Boxverein", ("Fahrradgeschäft", "Boxverein")),
        ("Projekt", "Kooperationspartner: Bücherei; Jugendamt", ("Bücherei", "Jugendamt")),
        ("Partner, die überrascht haben", TABLE, ("Boxverein", "Wohnungsunternehmen")),
        # The name of an enumeration holds an "und" of its own.
        ("Partner", "Haus der Kinder- und Jugendarbeit, Polizei", ("Haus der Kinder- und Jugendarbeit", "Polizei")),
        # Not every table or sentence with the word names partners.
        ("3. Sportvereine als Partner", "Die Runde sprach über Sportvereine.", ()),
        ("Ergebnisse", "Fazit: Alle hatten von Anfang an einen Partner im Quartier.", ()),
        (
            "Netze",
            "Alle Partner: innen wie außen gilt, dass eine Absprache, die niemand kennt, keine Absprache ist",
            (),
        ),
        ("Partner", "", ()),
    ],
)
def test_partners_are_read_where_papers_list_them(heading: str, text: str, expected: tuple[str, ...]) -> None:
    assert partners(heading, text, ("Peine",)) == expected


def test_a_table_without_sites_counts_as_a_whole() -> None:
    assert partners("Netz", "Partner | Beitrag\nPolizei | Rundgang", ("Peine",)) == ("Polizei",)
