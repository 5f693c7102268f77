"""What minutes say, each scenario in its test's docstring."""

# ruff: noqa: D205, D212, D415 - the docstrings are minutes

from collections.abc import Callable
from datetime import date, time

import pytest

from indexer.structure.minutes import Minutes

Read = Callable[[str], Minutes]


def titles(minutes: Minutes) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in minutes.agenda_items]


def test_the_head_is_read_from_its_labels(minutes: Minutes) -> None:
    """
    # Protokoll des Standorttreffens
    Art: Standorttreffen „Mitgestalten“
    Datum: 3.-4.04.2019
    Ort: Hamburg-Harburg
    Beginn: 12.00 Uhr, Ende: 14.00 Uhr
    Anwesend: 33 Personen aus 14 Standorten
    Entschuldigt: 1 Standort
    """
    head = minutes.header
    assert head.kind_of_meeting
    assert head.kind_of_meeting.value == "Standorttreffen"
    assert head.days
    assert head.days.value == (date(2019, 4, 3), date(2019, 4, 4))
    assert head.days.evidence == "Datum: 3.-4.04.2019"
    assert head.place
    assert head.place.value == "Hamburg-Harburg"
    assert head.begin
    assert head.begin.value == time(12)
    assert head.end
    assert head.end.value == time(14)
    assert head.present
    assert head.present.value == 33


def test_the_head_is_read_from_a_table(minutes: Minutes) -> None:
    """
    Zeitraum | 12./13. November 2019
    Tagungsort | Nachbarschaftszentrum in Dresden
    Beginn und Ende | Di 12:30 Uhr, Mi 13:45 Uhr
    """
    head = minutes.header
    assert head.start == date(2019, 11, 12)
    assert head.place
    assert head.place.value == "Nachbarschaftszentrum in Dresden"
    assert head.begin
    assert head.end
    assert (head.begin.value, head.end.value) == (time(12, 30), time(13, 45))


@pytest.mark.parametrize(
    ("line", "day", "place"),
    [
        ("Neubrandenburg, Mittwoch, 12. Februar 2020, 10:30–16:00 Uhr", date(2020, 2, 12), "Neubrandenburg"),
        ("# Regionaltreffen West in Wuppertal am 18.9.19", date(2019, 9, 18), "Wuppertal"),
        ("Wann?: 27.03.2017 19:30\nWo?: im Saal -> Anleitung: https://example.org", date(2017, 3, 27), "im Saal"),
        ("Datum: 18. März 2021 (digital, 10 bis 15 Uhr)", date(2021, 3, 18), "digital"),
        ("Ort Wuppertal, Werkstatt\nDatum\t18.9.2019", date(2019, 9, 18), "Wuppertal, Werkstatt"),
    ],
)
def test_date_and_place_are_found_without_a_table(read: Read, line: str, day: date, place: str) -> None:
    head = read(line).header
    assert head.start == day
    assert head.place
    assert head.place.value == place


@pytest.mark.parametrize(
    "line",
    [
        "Genehmigte Fassung vom 20. Mai 2019",
        "Stand: 3. Dezember 2018",
        "Nächstes Treffen: 3. April 2019, 10 Uhr",
        "Worum ging es am Ende?",
    ],
)
def test_other_dates_are_not_the_meetings(read: Read, line: str) -> None:
    assert read(line).header.start is None


def test_the_list_at_the_top_is_the_agenda_and_not_read_twice(minutes: Minutes) -> None:
    """
    Tagesordnung:
    * 1. Begrüßung
    * 2. Plakate
    # TOP 1: Begrüßung
    Alle sind da.
    # TOP 2: Plakate
    Beschluss: Wir drucken.
    """
    assert titles(minutes) == [("1", "Begrüßung"), ("2", "Plakate")]
    assert [item.page for item in minutes.agenda_items] == [1, 1]
    assert minutes.decisions[0].agenda_item == "2"


@pytest.mark.parametrize(
    "text",
    [
        "TO: 1. Räume 2. Geld\n* 1. Räume\nText.\n* 2. Geld\nText.",
        "Tagesordnung: 1. Räume – 2. Geld\n# 1. Räume\n# 2. Geld",
        "# Tagesordnung\n* Räume\n* Geld\n# 1. Räume\n# 2. Geld",
        "TOP 1\nRäume\nText.\nTOP 2\nGeld",
        "Punkt 1: Räume\nText.\nPunkt 2: Geld",
        "# Zu 1. Räume\n# Zu 2. Geld",
        "Worum es ging\n* 1. Räume\n* 2. Geld\n# 1. Räume\n# 2. Geld",
        "Agenda: Räume · Geld\n# TOP 1 Räume\n# TOP 2 Geld",
    ],
)
def test_agenda_items_are_read_in_every_form(read: Read, text: str) -> None:
    assert titles(read(text)) == [("1", "Räume"), ("2", "Geld")]


def test_an_item_that_was_only_announced_is_told_too(minutes: Minutes) -> None:
    """
    Themen:
    * Kontostand <- wer?
    * Sommerfest
    # Sommerfest
    Es wird schön.
    """
    assert titles(minutes) == [("", "Sommerfest"), ("", "Kontostand")]


def test_headings_are_items_where_minutes_have_no_numbers(minutes: Minutes) -> None:
    """
    # Protokoll
    Datum: 3.4.2019
    Teilnehmende: 4 Personen
    # Werkstatt
    Läuft.
    # Bibliothek
    Läuft auch.
    """
    assert titles(minutes) == [("", "Werkstatt"), ("", "Bibliothek")]
    assert {item.confidence for item in minutes.agenda_items} == {0.5}


def test_decisions_and_their_votes(minutes: Minutes) -> None:
    """
    # TOP 1 Geld
    Beschluss: Es gibt vier Termine.
    Abstimmung: 13 Ja, 0 Nein.
    Beschlussvorschlag: „Es gibt einen Kanal.“ – Abgelehnt: 2 Ja, 12 Nein.
    Beschluss: vertagt
    Alle reden. Die Tagesordnung wird ohne Änderung angenommen.
    """
    assert [decision.text for decision in minutes.decisions] == [
        "Es gibt vier Termine.\nAbstimmung: 13 Ja, 0 Nein.",
        "Die Tagesordnung wird ohne Änderung angenommen.",
    ]
    assert minutes.decisions[0].evidence.startswith("Beschluss: ")
    assert all(decision.agenda_item == "1" for decision in minutes.decisions)


def test_what_stands_before_the_first_item_is_about_other_meetings(minutes: Minutes) -> None:
    """
    Beschlossen wurden 2.500 Euro; das stand vorläufig falsch da.
    # TOP 1 Begrüßung
    Es wird vereinbart, dass alle kommen.
    """
    assert [decision.text for decision in minutes.decisions] == ["Es wird vereinbart, dass alle kommen."]


def test_results(minutes: Minutes) -> None:
    """
    # TOP 1 Rückblick
    Fazit: Väter kommen zu einer Tätigkeit.
    Es wurde deutlich, dass Ideen wandern.
    """
    assert [result.text for result in minutes.results] == [
        "Väter kommen zu einer Tätigkeit.",
        "Es wurde deutlich, dass Ideen wandern.",
    ]
    assert minutes.results[0].confidence > minutes.results[1].confidence


def test_a_task_says_who_and_by_when(minutes: Minutes) -> None:
    """
    Datum: 3.4.2019
    # TOP 1 Wand
    * → Projektleitung Gotha verschickt das Muster bis 30.06.
    """
    (task,) = minutes.tasks
    assert task.what == "Projektleitung Gotha verschickt das Muster bis 30.06."
    assert (task.who, task.due, task.due_wording) == ("Projektleitung Gotha", date(2019, 6, 30), "bis 30.06.")
    assert (task.page, task.agenda_item) == (1, "1")
    assert task.confidence >= 0.8


def test_each_row_of_a_table_is_a_task(minutes: Minutes) -> None:
    """
    Datum: 3.4.2019
    Was | Wer | Bis wann
    Plakate | Gotha | Ende Mai
    Räume | Peine, zeitnah
    Kanal | Servicebüro 24.04.2019
    """
    assert [(task.what, task.who, task.due, task.due_wording) for task in minutes.tasks] == [
        ("Plakate", "Gotha", date(2019, 5, 31), "Ende Mai"),
        ("Räume", "Peine,", None, "zeitnah"),
        ("Kanal", "Servicebüro", date(2019, 4, 24), "24.04.2019"),
    ]


def test_a_heading_announces_tasks_until_its_list_is_over(minutes: Minutes) -> None:
    """
    # Weiteres Vorgehen
    * Vertrag ergänzen
    * Projektleitung Peine erstellt das Muster.
    Der Vertrag selbst wird nicht abgelegt.
    """
    assert [task.what for task in minutes.tasks] == ["Vertrag ergänzen", "Projektleitung Peine erstellt das Muster."]


def test_under_decisions_what_names_someone_is_a_task(minutes: Minutes) -> None:
    """
    # 4. Verabredungen
    * 1. Trier schickt die Absprache an die Runde, bis Freitag nächster Woche.
    * 2. Thema beim nächsten Treffen ansprechen: alle.
    * 3. Jede Sitzung hat eine Pause.
    """
    assert len(minutes.tasks) == 2
    assert [decision.text for decision in minutes.decisions] == ["3. Jede Sitzung hat eine Pause."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Servicebüro klärt bis 11.12.2019, ob das geht.",
        "Berlin und Wuppertal erproben sie bis zu den Sommerferien.",
        "Bis zum nächsten Standorttreffen probiert jeder Standort eine Idee aus.",
        "Das Quartiersmanagement wird gebeten, ein Konzept vorzulegen.",
        "Flyer entwerfen (Standort Süd, bis 27.3.)",
        "To-do: Plakate bestellen",
        "ToDo (Kollegin A): Plakate bestellen",
        "→ Plakate bestellen",
    ],
)
def test_two_signs_make_a_task_a_fact(read: Read, sentence: str) -> None:
    (task,) = read(sentence).tasks
    assert task.confidence >= 0.5


@pytest.mark.parametrize(
    "sentence",
    ["Max kümmert sich darum.", "Helmut ubernimmt den Versand", "Einladung verschicken <- Max", "Fest planen (Max)"],
)
def test_one_sign_makes_a_proposal(read: Read, sentence: str) -> None:
    (task,) = read(sentence).tasks
    assert task.confidence < 0.5
    assert task.who in ("Max", "Helmut")


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Miete ist bis Ende 2020 gesichert.",
        "Gotha berichtet von der Wand.",
        "Wer schickt die Plakate?",
        "Die Programmkoordination stellt den Stand vor: Bis Ende Oktober waren es 96.",
        "Mein Freund (Max)",
    ],
)
def test_reports_are_no_tasks(read: Read, sentence: str) -> None:
    assert read(sentence).tasks == ()


def test_a_day_before_the_meeting_is_no_due_date(read: Read) -> None:
    minutes = read("Datum: 3.4.2019\n# TOP 1 Stand\nGotha stellt vor, was bis Ende März 2019 geschah.")
    assert minutes.tasks == ()


def test_a_document_without_pages_says_nothing(read: Read) -> None:
    minutes = read("")
    assert (minutes.agenda_items, minutes.decisions, minutes.results, minutes.tasks) == ((), (), (), ())
