"""Words that speak for a Handlungsfeld."""

import tomllib

import pytest

from indexer.structure.proposals.cues import CUES, STRONG, read_cues


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Die SCHULE hilft mit.", "SCHULE"),
        ("Bildungspatenschaften im Quartier", "Bildungspatenschaften"),
        ("In İzmir steht eine Schule.", "schule"),  # "İ" in lower case is two letters
    ],
)
def test_a_word_is_found_in_any_case_and_shown_as_it_stands(text: str, word: str) -> None:
    (education,) = (cues for cues in read_cues() if cues.label == "Bildung")
    assert education.found_in(text) == ((STRONG, word),)


#: Surnames that many have, and such as begin like a word that speaks for a Handlungsfeld.
SURNAMES = """
    Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf
    Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann
    Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn
    Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon
    Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas
    Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff
    Pfeiffer Beyer Bachmann Lindner Müllner Gärtner Baumgarten Baumgartner Baumgärtner Bäumer Blume Blumenthal
    Blumenstein Bühner Dunkelmann Gartenschläger Hofer Holzmann Jobst Klimek Kochendörfer Kunze Lampert Liedtke
    Mauersberger Radtke Sportmann Streitberger Tanzberger Tanzmann Töpfer Waldmann Wegener Wirtz Wünschel
"""


def found(text: str) -> list[tuple[float, str]]:
    return [each for cues in read_cues() for each in cues.found_in(text)]


@pytest.mark.parametrize("name", SURNAMES.split())
def test_a_surname_speaks_for_nothing(name: str) -> None:
    assert not found(f"{name} und {name.upper()} geben {name}s Liste an {name}-Wulf")


@pytest.mark.parametrize("name", ["Herr Schüler", "Herrn Wald", "Frau Baum", "Familie Park"])
def test_nobody_is_addressed_by_a_topic(name: str) -> None:
    assert not found(f"Es schreibt {name}.")


def test_what_never_counts_would_have_counted() -> None:
    file = tomllib.loads(CUES.read_text(encoding="utf-8"))
    cues = [word.rstrip("*") for topic in file["topic"] for word in (*topic["strong"], *topic["weak"]) if "*" in word]
    assert [word for word in file["never"] if not word.startswith(tuple(cues))] == []


@pytest.mark.parametrize(
    "word", ["Müll", "Müllsammelaktion", "Mülltonnen", "Wohnungssuche", "Wohnungen", "Gartenprojekt"]
)
def test_the_words_beside_them_still_count(word: str) -> None:
    assert found(word) == [(STRONG, word)]


def test_a_door_is_no_topic() -> None:
    assert not found("Der Schlüssel passt in die Wohnungstür.")
