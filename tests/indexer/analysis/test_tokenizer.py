"""Where words begin and end."""

import pytest

from indexer.analysis.tokenizer import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Das Treffen, gestern.", ["Das", "Treffen", "gestern"]),
        ("JMD-iQ und JMD i.Q.", ["JMD-iQ", "und", "JMD", "i.Q."]),
        ("z.B. N.N. am Ende.Anfang", ["z.B.", "N.N.", "am", "Ende", "Anfang"]),
        ("§ 13 SGB VIII, §8a", ["§13", "13", "SGB", "VIII", "§8a", "8a"]),
        ("Az. 45/2018, 14.30 Uhr", ["Az", "45/2018", "14.30", "Uhr"]),
        ("2.500,00 Euro um 8:15", ["2500", "Euro", "um", "8.15"]),
        ("D-2026-0042", ["D-2026-0042"]),
        ("am 6.-7.11.2018", ["am", "2018-11-06", "2018-11-07", "november", "2018"]),
        ("Eltern/Kinder", ["Eltern", "Kinder"]),
        ("Kinder- und Jugendarbeit", ["Kinder-", "und", "Jugendarbeit"]),
        ("Kurse und -tandems", ["Kurse", "und", "-tandems"]),
        ("- ein Punkt", ["ein", "Punkt"]),
        ("Übergang Schule–Beruf", ["Übergang", "Schule–Beruf"]),
        ("Teilnehmer/-innen (neu)", ["Teilnehmer/-innen", "neu"]),
        ("Bewohner(innen) und Träger (innen)", ["Bewohner(innen)", "und", "Träger", "innen"]),
        ("Beginn: im Saal", ["Beginn", "im", "Saal"]),
        ("Ort:in Gotha", ["Ort:in", "Gotha"]),
        ("Q&A", ["Q&A"]),
        ("geht’s", ["geht’s"]),
        ("info@beispiel.de", ["info", "beispiel", "de"]),
        ("@ !? …", []),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert [word.text for word in words(text)] == found


def test_endless_words_are_no_words() -> None:
    assert [word.text for word in words(f"vorher {'a' * 5000} {'ab-' * 5000} {'1.' * 5000} nachher")] == [
        "vorher",
        "nachher",
    ]


def test_offsets_lead_back_to_the_text() -> None:
    text = "Am 6.11.2018: § 13, Bürger*innenrat"
    assert [text[word.start : word.end] for word in words(text)] == [
        "Am", "6.11.2018", "6.11.2018", "6.11.2018", "§ 13", "13", "Bürger*innenrat",
    ]  # fmt: skip
