"""Which words fall into which parts; a bar is a seam."""

import pytest

from indexer.analysis.compounds import Compounds
from indexer.analysis.lexicon import Lexicon

COMPOUNDS = """
    jugend|migrations|dienst mikro|projekt mikro|projekt|mittel sozial|raum|analyse bedarfs|analyse gemeinwesen|arbeit
    quartiers|management verfügungs|fonds träger|gruppe schul|abschluss eltern|abend sport|verein jugend|zentren
    nadel|methode kinder|schutz frauen|gruppe mädchen|treff haupt|amt sprach|kurse zukunfts|werkstatt familien|hilfe
    bildungs|partner ausbildungs|platz beratungs|stelle gemeinschafts|unterkunft steuerungs|kreis begegnungs|stätte
    migranten|selbst|organisation wohn|projekt städte|tag tages|ordnungs|punkt landes|amt häuser|block lern|hilfe
    öl|heizung förder|antrag quartiers|räte straßen|fest jugend|quartiers|rat freizeit|einrichtung sprach|cafés
"""

WHOLE_WORDS = """
    verstetigung mitbestimmung partizipation wissenschaft landschaft bereitschaft botschaft wirtschaft freundschaft
    nachbarschaft herausforderung verantwortung zusammenarbeit voraussetzung unterstützung veranstaltung einrichtung
    berlin hamburg frankfurt neubrandenburg duisburg erlangen gesundheit freiheit sicherheit gemeinde tätigkeit
    möglichkeit ergebnis verständnis verhältnis leistung leitung richtung dezember september november oktober samstag
    interesse präsentation evaluation dokumentation motivation diskussion kommunikation diskriminierung qualifizierung
    finanzierung aktivierung koordinierung moschee spielerin lehrerin programm methode kompetenz konferenz protokoll
    zweckgebunden separates systemische krisenhaft mitarbeitende standort netzwerk vorteil teilhabe rat öl jmd u25
"""


@pytest.fixture(scope="module")
def compounds(lexicon: Lexicon) -> Compounds:
    return Compounds(lexicon)


@pytest.mark.parametrize(
    "split",
    COMPOUNDS.split(),
)
def test_compounds_fall_at_their_seams(compounds: Compounds, split: str) -> None:
    assert "|".join(part.surface for part in compounds.split(split.replace("|", ""))) == split


@pytest.mark.parametrize(
    "word",
    WHOLE_WORDS.split(),
)
def test_other_words_stay_whole(compounds: Compounds, word: str) -> None:
    assert compounds.split(word) == ()


@pytest.mark.parametrize(
    ("word", "bases"),
    [
        ("arbeitsmarkt", ["arbeit", "markt"]),
        ("schulfest", ["schule", "fest"]),
        ("städtebund", ["stadt", "bund"]),
        ("wohnprojekt", ["wohnen", "projekt"]),
        ("jugendzentren", ["jugend", "zentrum"]),
    ],
)
def test_parts_know_the_words_they_stand_for(compounds: Compounds, word: str, bases: list[str]) -> None:
    assert [part.base for part in compounds.split(word)] == bases


def test_endless_words_are_not_tried(compounds: Compounds) -> None:
    assert compounds.split("jugend" * 20) == ()
