"""What is proposed for a new document, and what it rests on."""

from datetime import date

import pytest

from archive.entries import MeetingEntry
from archive.seeding import seeded_meeting_kinds, seeded_meetings, seeded_sites, seeded_topics
from archive.values import DocumentKind, Visibility
from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.proposals.known import KnownNames, KnownSite
from indexer.structure.proposals.proposal import SURE, WORTH_CHECKING, Field, Proposal
from indexer.structure.proposals.proposing import propose
from indexer.structure.proposals.sites import sites_in

BREMEN = MeetingEntry(
    "regionaltreffen-nord-bremen-2019",
    "Regionaltreffen Nord Bremen 2019",
    "Regionaltreffen",
    "Bremen",
    date(2019, 2, 13),
    date(2019, 2, 13),
)
KNOWN = KnownNames.of(seeded_sites(), seeded_topics(), (*seeded_meetings(), BREMEN), seeded_meeting_kinds())


def proposed(text: str, field: Field, file_name: str = "datei.pdf", property_title: str = "") -> list[Proposal]:
    """Return what is proposed for a field of a page: "# " begins a title, "## " a heading, "- " a list item."""
    signs = {"# ": (BlockKind.HEADING, 1), "## ": (BlockKind.HEADING, 2), "- ": (BlockKind.ITEM, 1)}
    blocks = []
    for line in filter(None, map(str.strip, text.splitlines())):
        sign = next((sign for sign in signs if line.startswith(sign)), "")
        kind, level = signs.get(sign, (BlockKind.PARAGRAPH, 0))
        blocks.append(Block(kind, line.removeprefix(sign), level))
    every = propose([Page(1, "1", tuple(blocks))], file_name, KNOWN, property_title)
    return [each for each in every if each.field is field]


def values(text: str, field: Field, file_name: str = "datei.pdf", property_title: str = "") -> list[str]:
    return [each.value for each in proposed(text, field, file_name, property_title)]


MINUTES = """
    # Standorttreffen JMD im Quartier
    Datum: 3.-4.04.2019
    Ort: Hamburg-Harburg, Bürgerhaus
    Protokollführung: Projektleitung Peine
    Anwesend: 31 Personen
    ## TOP 1: Begrüßung
    Beim Treffen am 6.11.2018 in Frankfurt war es lauter.
    Beschluss: Es geht weiter.
"""


@pytest.mark.parametrize(
    ("field", "value", "evidence"),
    [
        (Field.TITLE, "Standorttreffen JMD im Quartier", "Standorttreffen JMD im Quartier"),
        (Field.KIND, "Protokoll", "protokollführung: Projektleitung Peine"),
        (Field.MEETING, "Standorttreffen Hamburg 2019", "Standorttreffen JMD im Quartier"),
        (Field.DATE, "2019-04-03/2019-04-04", "datum: 3.-4.04.2019"),
        (Field.LANGUAGE, "de", "Standorttreffen JMD im Quartier"),
    ],
)
def test_minutes_are_recognised_with_their_evidence(field: Field, value: str, evidence: str) -> None:
    (proposal,) = proposed(MINUTES, field)
    assert (proposal.value, proposal.evidence, proposal.page) == (value, evidence, 1)
    assert proposal.confidence >= SURE


def test_the_place_of_a_meeting_is_not_what_it_is_about() -> None:
    assert values(MINUTES, Field.SITE) == []


def test_everything_proposed_is_worth_checking_and_no_certainty() -> None:
    for field in Field:
        assert all(WORTH_CHECKING <= each.confidence < 1 for each in proposed(MINUTES, field))


@pytest.mark.parametrize(
    ("text", "file_name", "property_title", "title"),
    [
        ("# Eine Karte für alle\nText", "karte.pdf", "Etwas anderes", "Eine Karte für alle"),
        ("Erste lange Zeile: mit Doppelpunkt", "karte.pdf", "Karte der Wege", "Karte der Wege"),
        ("Zeile: eins\nZeile: zwei", "Karte_der_Wege-2019.pdf", "", "Karte der Wege-2019"),
        ("# Seite 1 von 3\n# Beispieldokument (erfunden)\n# Karte", "karte.pdf", "", "Karte"),
    ],
)
def test_a_heading_goes_before_properties_and_file_name(
    text: str, file_name: str, property_title: str, title: str
) -> None:
    assert values(text, Field.TITLE, file_name, property_title)[0] == title


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Kurzprotokoll Regionaltreffen", DocumentKind.PROTOKOLL),
        ("# Fotoprotokoll der Ideenwerkstatt", DocumentKind.FOTOPROTOKOLL),
        ("# Programm des Standorttreffens", DocumentKind.TAGESORDNUNG),
        ("# Dokumentation des Fachtags", DocumentKind.ERGEBNISDOKUMENTATION),
        ("# Handreichung für Neue", DocumentKind.ARBEITSHILFE),
        ("# Steckbrief Gotha", DocumentKind.STECKBRIEF),
        ("# Jahresbericht 2020", DocumentKind.BERICHT),
        ("# Bewohnerbefragung im Hallschlag", DocumentKind.ANALYSE),
        ("# Checkliste Ausflug", DocumentKind.VORLAGE),
        ("# Rundbrief Mai", DocumentKind.SONSTIGES),
        ("# Nähen für alle\nFaltblatt, Mai 2019", DocumentKind.FLYER),
        ("# Nähen für alle\n## Anlass\nDieses Praxisbeispiel zeigt, wie es geht.", DocumentKind.PRAXISBEISPIEL),
        ("# Wege\n## Ziel\nSehen\n## Dauer\n1 h\n## Material\nKreide\n## Ablauf\n- Gehen", DocumentKind.METHODENPAPIER),
    ],
)
def test_kinds_are_told_by_names_and_by_build(text: str, kind: DocumentKind) -> None:
    assert values(text, Field.KIND) == [kind.value]


def test_a_mention_of_minutes_makes_no_minutes() -> None:
    assert values("# Nähen\n## Dank\nDas Protokoll lag aus, das Programm auch.", Field.KIND) == []


def test_slides_are_a_presentation() -> None:
    assert values("# Nähen für alle", Field.KIND, "naehen.pptx") == [DocumentKind.PRAESENTATION.value]


@pytest.mark.parametrize(
    ("text", "file_name", "date_of_document"),
    [
        ("# Bericht\nStand: Juli 2020", "bericht.pdf", "2020-07"),
        ("# Protokoll\nDatum: 6./7. November 2018\nStand: 3. Dezember 2018", "x.pdf", "2018-11-06/2018-11-07"),
        ("# Protokoll\nRückmeldungen bis 03.05.2019.\nDatum: 03.04.2019", "x.pdf", "2019-04-03"),
        ("# Nähcafé\nFaltblatt 2019", "flyer.pdf", "2019"),
        ("# Protokoll\nOhne Tag", "protokoll_2020-02-12.pdf", "2020-02-12"),
        ("# Protokoll\nDatum: 13.02.2019", "protokoll_2020-02-12.pdf", "2019-02-13"),
    ],
)
def test_dates_come_from_the_head_and_only_then_from_the_file_name(
    text: str, file_name: str, date_of_document: str
) -> None:
    assert values(text, Field.DATE, file_name) == [date_of_document]


def test_a_date_in_the_file_name_is_to_be_checked() -> None:
    (proposal,) = proposed("# Protokoll\nOhne Tag", Field.DATE, "protokoll_2020-02-12.pdf")
    assert WORTH_CHECKING <= proposal.confidence < SURE
    assert proposal.page == 0


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("# Protokoll Regionaltreffen Nord\nDatum: 13.02.2019\nOrt: Bremen", "Regionaltreffen Nord Bremen 2019"),
        ("# Protokoll Regionaltreffen Süd\nDatum: 26.06.2020\nOrt: Ingolstadt", "Regionaltreffen Süd Ingolstadt 2020"),
        ("# Protokoll\nArt: Austauschtreffen\nDatum: 5.5.2020\nOrt: Trier", "Standorttreffen Trier 2020"),
    ],
)
def test_meetings_are_matched_or_proposed_anew(text: str, meeting: str) -> None:
    assert values(text, Field.MEETING) == [meeting]


def test_a_paper_that_mentions_a_meeting_does_not_belong_to_it() -> None:
    assert values("# Arbeitshilfe\nNach dem Standorttreffen Hamburg am 3.4.2019", Field.MEETING) == []


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("# Steckbrief Gotha", ["Gotha"]),
        ("# Befragung im Gallus", ["Frankfurt am Main"]),
        ("# Protokoll\nArt: Regionaltreffen der Standorte Bremen und Peine\nOrt: Bremen", ["Bremen", "Peine"]),
        ("# Wege\nOrt: Trier\n## Bericht\nIn Dresden regnete es.", []),
        ("# Die Halle als Treff\n## Bericht\nEssen im Hof, dann nach Hause", []),
        ("# Nähen in Frankfurt (Oder)", []),
        ("# Basar in der Kirche St. Gallus", []),
    ],
)
def test_a_document_is_about_what_it_says_in_front(text: str, sites: list[str]) -> None:
    assert sorted(values(text, Field.SITE)) == sites


TOWNS = KnownNames(tuple(KnownSite(name, name, (name,), ()) for name in ("Halle", "Hof", "Essen")), (), (), ())


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("Der Standort Halle berichtet.", ("Halle",)),
        ("Treffen in Hof und Essen", ("Hof", "Essen")),
        ("Halle (Saale)", ("Halle",)),
        ("Wir trafen uns in der Halle.", ()),
        ("Bänke im Hof bauen", ()),
        ("Gemeinsames Essen in der Halle, dann zum Hof", ()),
        ("Ein Hof für alle", ()),
    ],
)
def test_towns_that_are_common_nouns_need_words_that_mean_a_place(text: str, sites: tuple[str, ...]) -> None:
    assert sites_in(text, TOWNS) == sites


def test_topics_are_taken_as_stated() -> None:
    text = "# Steckbrief\nHandlungsfelder: Bildung · Antirassismusarbeit und Demokratieförderung; Kultur"
    assert sorted(values(text, Field.TOPIC)) == ["Antirassismus und Demokratieförderung", "Bildung", "Kultur"]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Hilfe bei Wohnungssuche und Mietvertrag", "Wohnen und Wohnumfeld"),
        ("Naturschutz: Wildblumen säen", "Umwelt und Mobilität"),
        ("Schuldnerberatung und Bürgergeld", "Ausbildung und Armutsprävention"),
        ("Stellensuche auf der Jobmesse", "Arbeitsmarkt"),
        ("Phishing und Fakeshops erkennen", "Verbraucherschutz"),
        ("Mobbing und Depression", "Gesundheit und Prävention"),
        ("Gegen Stammtischparolen: Toleranz üben", "Antirassismus und Demokratieförderung"),
    ],
)
def test_topics_are_told_by_the_words_of_their_field(text: str, topic: str) -> None:
    assert values(f"{text}\n\n{text}.\n", Field.TOPIC)[:1] == [topic]


def test_topics_are_told_by_words() -> None:
    text = "# Sprachcafé mit Tandem\nWir suchen Dolmetscher.\nIm Boxverein und beim Fußball wird Sport getrieben."
    assert values(text, Field.TOPIC) == ["Sprache", "Sport"]


@pytest.mark.parametrize(
    ("text", "visibility"),
    [
        ("# Entwurf: Protokoll", Visibility.DRAFT),
        ("# Vermerk\nVerteiler: nur Koordination", Visibility.COORDINATION),
        ("# Hilfe\nNur für die Standorte.", Visibility.INTERNAL),
        ("# Liste\nAnwesend: Max Muster, Erika Beispiel, Kim Vorbild", Visibility.COORDINATION),
        ("# Bericht\nEin Jugendlicher (16) mit Duldung sucht Arbeit.", Visibility.COORDINATION),
        ("# Bericht\nAlles gut.", Visibility.INTERNAL),
    ],
)
def test_visibility_follows_what_is_said_and_held(text: str, visibility: Visibility) -> None:
    assert values(text, Field.VISIBILITY) == [visibility.value]
