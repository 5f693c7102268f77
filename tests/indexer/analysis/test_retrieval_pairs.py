"""What a query must find and must not: the language phenomena the analysis exists for, ten kinds of them.

A query matches if for each of its words the text says the whole word or all of its parts.
"""

from collections import Counter, defaultdict

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.analysis.plain import PlainAnalysis
from indexer.analysis.synonyms import Synonyms
from indexer.analysis.tokens import Role
from tests.indexer.analysis.spellers import spelling_of


def matches(analysis: GermanAnalysis, query: str, text: str) -> bool:
    asked: dict[int, dict[Role, set[str]]] = defaultdict(lambda: {Role.WHOLE: set(), Role.PART: set()})
    for token in analysis.query_tokens(normalise(query)):
        asked[token.position][token.role].add(token.term)
    said = {token.term for token in analysis.tokens(normalise(text))}
    return bool(asked) and all(
        word[Role.WHOLE] & said or (word[Role.PART] and word[Role.PART] <= said) for word in asked.values()
    )


INFLECTION = [
    ("Bank", "drei neue Bänke im Park"),
    ("Bänke", "eine Bank am Spielplatz"),
    ("Protokoll", "die Protokolle der Sitzungen"),
    ("Sitzung", "die Protokolle der Sitzungen"),
    ("Vereine", "mit dem Verein"),
    ("Vertrag", "die Verträge der Träger"),
    ("Kooperationsvertrag", "Kooperationsverträge"),
    ("Ziele", "das Ziel der Maßnahme"),
    ("Maßnahmen", "das Ziel der Maßnahme"),
    ("Kriterium", "nach diesen Kriterien"),
    ("Praktika", "ein Praktikum im Betrieb"),
    ("organisiert", "wir organisieren ein Fest"),
    ("Workshop", "zwei Workshops"),
    ("Räume", "der Raum im Erdgeschoss"),
    ("gute Erfahrung", "mit guten Erfahrungen"),
    ("Jugendlicher", "für alle Jugendlichen"),
]
UMLAUT = [
    ("Buero", "das Büro im Viertel"),
    ("Büro", "das Buero im Viertel"),
    ("Buro", "das Büro im Viertel"),
    ("oeffentlichkeitsarbeit", "die Öffentlichkeitsarbeit"),
    ("Massnahme", "eine Maßnahme"),
    ("Maßnahmen", "eine Massnahme"),
    ("Jugendaemter", "das Jugendamt"),
    ("Fussgaengerzone", "in der Fußgängerzone"),
    ("Strassensozialarbeit", "Straßensozialarbeit"),
    ("gruen", "grüne Höfe"),
    ("Traeger", "die Träger der freien Jugendhilfe"),
    ("MÄDCHENTREFF", "ein Mädchentreff"),
    ("Maedchentreff", "der Mädchentreff"),
    ("Mueller", "Frau Müller"),
    ("Müller", "Frau Mueller"),
    ("Cafe", "Elterncafé"),
]
PART_OF_COMPOUND = [
    ("Projekt", "das Mikroprojekt"),
    ("Mittel", "Mikroprojektmittel abrufen"),
    ("Raum", "Sozialraumanalyse"),
    ("Analyse", "Sozialraumanalyse"),
    ("Management", "Quartiersmanagement"),
    ("Stadtteil", "Stadtteilkonferenz"),
    ("Treff", "Mädchentreff"),
    ("Mädchen", "Mädchentreff"),
    ("Werkstatt", "Zukunftswerkstatt"),
    ("Zukunft", "Zukunftswerkstätten"),
    ("Amt", "Jugendämter"),
    ("Eltern", "Elternabend"),
    ("Wohnung", "Wohnungsamt"),
    ("Bericht", "Evaluationsbericht"),
    ("Sport", "Sportvereine"),
    ("Methode", "die Nadelmethode"),
    ("Frist", "Antragsfrist"),
    ("Fonds", "Verfügungsfonds"),
]
SPLIT_AND_HYPHENED = [
    ("Fahrrad Werkstatt", "die Fahrradwerkstatt"),
    ("Stadtteil Begehung", "eine Stadtteilbegehung"),
    ("Stadtteilbegehung", "Begehung im Stadtteil"),
    ("Elterncafé", "ein Café für Eltern"),
    ("Eltern-Café", "das Elterncafé"),
    ("Sozialraum-Analyse", "Sozialraumanalyse"),
    ("Sozialraumanalyse", "Analyse des Sozialraums"),
    ("Mikro-Projekt", "Mikroprojekte"),
    ("Mikroprojekt", "Mikro-Projekte"),
    ("Quartiersrat", "der Rat des Quartiers"),
    ("IN VIA", "IN-VIA-Standort"),
    ("Übergang Schule", "Übergang Schule–Beruf"),
    ("Jugendarbeit", "Jugendarbeit-Projekt"),
    ("Projekt", "QM-Projekt"),
    ("Email", "per E-Mail"),
    ("E-Mail", "per Email"),
]
ELLIPSIS = [
    ("Mädchenarbeit", "Mädchen- und Jungenarbeit"),
    ("Jungenarbeit", "Mädchen- und Jungenarbeit"),
    ("Suchtprävention", "Sucht- und Gewaltprävention"),
    ("Hauptschule", "Grund-, Haupt- und Realschulen"),
    ("Grundschulen", "Grund-, Haupt- und Realschulen"),
    ("Sprachtandem", "Sprachkurse und -tandems"),
    ("Vorteile", "Vor- und Nachteile"),
    ("Frühdienst", "Früh- bzw. Spätdienst"),
    ("Sozialausschuss", "Sozial- oder Kulturausschuss"),
    ("Stadtteilfest", "Stadtteiltreffs, -feste"),
    ("Kinderarbeit", "Kinder-/Jugendarbeit"),
    ("Anreise", "An- und Abreise"),
    ("Mädchen- und Jungenarbeit", "Mädchenarbeit und Jungenarbeit"),
    ("Elternberatung", "Eltern- sowie Familienberatung"),
    ("Nachbarschaftsfest", "Nachbarschafts- und Straßenfeste"),
]
GENDER = [
    ("Nachbar", "Nachbar*innen"),
    ("Nachbarn", "Nachbar:innen"),
    ("Nachbarin", "Nachbar_innen"),
    ("Nachbar*innen", "die Nachbarn"),
    ("Nachbar/-innen", "die Nachbarinnen"),
    ("NachbarInnen", "Nachbarinnen und Nachbarn"),
    ("Trainer", "Trainer/innen"),
    ("Trainer", "Trainer(innen)"),
    ("Trainer", "Trainer·innen"),
    ("Trainerin", "die Trainer"),
    ("Trainer:in", "die Trainer"),
    ("Kollege", "alle Kolleg*innen"),
    ("Kolleginnen", "ein Kollege"),
    ("Lehrer", "Lehrende"),
    ("Bewohnende", "die Bewohner"),
    ("Mitarbeiterversammlung", "Versammlung der Mitarbeitenden"),
    ("Elternvertretung", "Vertretung der Eltern"),
    ("Vertretung", "Schüler:innenvertretung"),
    ("Schülervertretung", "Schüler*innenvertretung"),
    ("Bundestutorin", "Bundestutor*innen"),
]
LINE_BREAK = [
    ("Stadtteilkonferenz", "die Stadtteil-\nkonferenz"),
    ("Beteiligung", "Beteili-\ngung"),
    ("Beteiligung", "Beteili\u00ad\ngung"),
    ("Graffitiprävention", "Graffiti-\n   prävention"),
    ("Spätdienst", "Früh-\nund Spätdienst"),
    ("Frühdienst", "Früh-\nund Spätdienst"),
    ("IN-VIA", "der Träger IN-\nVIA"),
    ("Quartier", "Quar\u00adtier"),
    ("E-Mail", "E\u2011Mail"),
    ("Finanzierung", "die Finan-\nzierung"),
    ("Beruf", "Berufs-\norientierung"),
    ("Präsentation", "Pra\u0308sentation"),
    ("Konflikte", "Konﬂikt"),
    ("Treffen", "Treﬀen"),
    ("Zugang", "Zu\u200bgang"),
]
ABBREVIATION = [
    ("jmd", "der JMD Gotha"),
    ("JMD", "JMDs im Land"),
    ("JMD iQ", "JMD-iQ"),
    ("jmdiq", "JMD-iQ"),
    ("JMD-IQ", "JMDiQ"),
    ("jmd i.q.", "JMD-iQ"),
    ("§ 13 SGB VIII", "nach §13 SGB VIII"),
    ("sgb viii", "nach §13 SGB VIII"),
    ("BMFSFJ", "das BMFSFJ fördert"),
    ("u25", "Angebote U25"),
    ("D-2026-0042", "Signatur D-2026-0042"),
    ("6.11.2018", "am 6. November 2018"),
    ("2018-11-06", "vom 6.-7.11.2018"),
    ("November 2018", "am 06.11.18"),
    ("2018", "am 6.11.2018"),
    ("45/2018", "Az. 45/2018"),
]
MATCHING = [
    *INFLECTION, *UMLAUT, *PART_OF_COMPOUND, *SPLIT_AND_HYPHENED, *ELLIPSIS, *GENDER, *LINE_BREAK, *ABBREVIATION,
]  # fmt: skip

MUST_NOT = [
    ("Rat", "die Heirat"),
    ("Rat", "das Gerät"),
    ("Amt", "insgesamt"),
    ("Ort", "die Antwort"),
    ("Ort", "der Transport"),
    ("Art", "das Quartier"),
    ("Tag", "die Vertagung"),
    ("Hof", "die Hoffnung"),
    ("Tor", "der Direktor"),
    ("Not", "die Notiz"),
    ("Ton", "die Aktion"),
    ("Arm", "die Alarmierung"),
    ("Reis", "der Kreis"),
    ("Kur", "die Sprachkurse"),
    ("Ente", "die Studenten"),
    ("Kinder", "der Zylinder"),
    ("Schaft", "die Nachbarschaft"),
    ("Nation", "die Koordination"),
    ("Form", "die Information"),
    ("Ehe", "das Vorgehen"),
    ("Bild", "die Ausbildung"),
    ("Burg", "in Duisburg"),
    ("Jugendhilfe", "Jugend in Gotha"),
    ("Migrationsdienst", "Migration und Schule"),
    ("Stadtteilfest", "ein Fest in Peine"),
    ("6.11.2018", "am 7.11.2018"),
    ("§ 13", "13 Jugendliche"),
    ("Mikroprojekt", "das Projekt"),
    ("Träger", "die Trägheit"),
    ("Berlin", "die Perlen"),
]

MISSPELT = [
    ("Grafitti", "Graffitiprävention und Graffiti"),
    ("Prävenzion", "Prävention im Quartier"),
    ("praevenzion", "Prävention im Quartier"),
    ("Verstätigung", "die Verstetigung sichern"),
    ("Nadelmetode", "die Nadelmethode"),
    ("Qartier", "im Quartier"),
    ("Jugendlcihe", "Jugendliche beteiligen"),
    ("Protokol", "das Protokoll"),
    ("Handlungskonzpet", "ein Handlungskonzept"),
    ("Sozialraumanalise", "die Sozialraumanalyse"),
    ("Stadteilkonferenz", "die Stadtteilkonferenz"),
    ("Bürgerbeteilligung", "mit Bürgerbeteiligung"),
    ("Partizipazion", "Partizipation"),
    ("Evalutation", "die Evaluation"),
    ("Koperation", "die Kooperation"),
]

LONG_FORMS = [
    ("JMDiQ", "das Programm JMD im Quartier"),
    ("JMD i.Q.", "Jugendmigrationsdienst im Quartier"),
    ("JDM-iQ", "der JMD-iQ-Standort"),
    ("ISEK", "ein integriertes städtebauliches Entwicklungskonzept"),
    ("QM", "das Quartiersmanagement"),
    ("AWO", "die Arbeiterwohlfahrt"),
    ("KJP", "aus dem Kinder- und Jugendplan"),
    ("Gemeinwesenarbeit", "in der GWA"),
    ("TN-Liste", "die Teilnehmendenliste"),
]


@pytest.mark.parametrize(("query", "text"), MATCHING)
def test_must_match(analysis: GermanAnalysis, query: str, text: str) -> None:
    assert matches(analysis, query, text)


@pytest.mark.parametrize(("query", "text"), MUST_NOT)
def test_must_not_match(analysis: GermanAnalysis, query: str, text: str) -> None:
    assert not matches(analysis, query, text)


@pytest.mark.parametrize(("misspelt", "text"), MISSPELT)
def test_matches_when_corrected(analysis: GermanAnalysis, misspelt: str, text: str) -> None:
    texts = (text, *(other for _, other in MATCHING))
    vocabulary = Counter(token.term for each in texts for token in PlainAnalysis().tokens(normalise(each)))
    assert not analysis.is_known(misspelt)
    assert matches(analysis, spelling_of(vocabulary).suggest(misspelt)[0].term, text)


@pytest.mark.parametrize(("query", "text"), LONG_FORMS)
def test_matches_by_another_wording(analysis: GermanAnalysis, query: str, text: str) -> None:
    wordings = [each.wording for each in Synonyms.load(analysis).expand(normalise(query))]
    assert any(matches(analysis, wording, text) for wording in wordings)


def test_the_table_is_large_enough() -> None:
    assert len(MATCHING) + len(MUST_NOT) + len(MISSPELT) + len(LONG_FORMS) >= 150
