"""Who, by when, and what became of it, out of a passage alone."""

from datetime import date

import pytest

from indexer.structure.agreements import State, read_agreement, read_undeclared
from indexer.structure.kinds import PassageKind

MEETING = date(2019, 4, 3)


@pytest.mark.parametrize(
    ("text", "who", "due", "state"),
    [
        # tables
        (
            "Was: Belege einreichen · Wer: alle Standorte · Bis wann: 30.11.2019",
            "alle Standorte",
            date(2019, 11, 30),
            State.UNDOCUMENTED,
        ),
        ("Was: Plan aufstellen · Wer: Standort Süd 30.04.2019", "Standort Süd", date(2019, 4, 30), State.UNDOCUMENTED),
        (
            "Aufgabe: Plakat · Zuständig: Servicebüro · Frist: Ende Mai · Stand: erledigt",
            "Servicebüro",
            date(2019, 5, 31),
            State.DONE,
        ),
        ("Was: Fest · Wer: Nord · Bis wann: laufend · Status: in Arbeit", "Nord", None, State.OPEN),
        ("Was: Fest · Wer: Nord · Bis wann: 1.5. · Stand: entfällt", "Nord", date(2019, 5, 1), State.DROPPED),
        ("Was: Samen tauschen · Was noch: Erde", "", None, State.UNDOCUMENTED),
        # sentences
        ("→ Servicebüro prüft die Haftung bis 15.09.2019.", "Servicebüro", date(2019, 9, 15), State.UNDOCUMENTED),
        (
            "Auftrag: Projektleitung Ost stellt eine Liste zusammen, bis 28.02.2020.",
            "Projektleitung Ost",
            date(2020, 2, 28),
            State.UNDOCUMENTED,
        ),
        ("Berlin: Einladung Herbsttreffen verschicken", "Berlin", None, State.UNDOCUMENTED),
        ("Aufgabe: Standort Süd: Liste verschicken", "Standort Süd", None, State.UNDOCUMENTED),
        ("Ergebnisse einbringen (bis Februar 2020)", "", date(2020, 2, 29), State.UNDOCUMENTED),
    ],
)
def test_tasks(text: str, who: str, due: date | None, state: State) -> None:
    agreement = read_agreement(PassageKind.TASK, text, MEETING)
    assert agreement
    assert (agreement.who, agreement.due and agreement.due.day, agreement.state) == (who, due, state)


@pytest.mark.parametrize(
    ("text", "who", "due"),
    [
        (
            "Es wird beschlossen, bis 30.11.2019 zu antworten. Zuständig: Standort Nord.",
            "Standort Nord",
            date(2019, 11, 30),
        ),
        ("Die Teilnehmenden einigen sich auf ein Logo.", "", None),
    ],
)
def test_decisions(text: str, who: str, due: date | None) -> None:
    agreement = read_agreement(PassageKind.DECISION, text, MEETING)
    assert agreement
    assert (agreement.who, agreement.due and agreement.due.day, agreement.state) == (who, due, State.DECIDED)


def test_a_wording_that_names_no_day_is_kept() -> None:
    agreement = read_agreement(PassageKind.TASK, "→ Nord klärt das bis zum nächsten Standorttreffen.", MEETING)
    assert agreement
    assert agreement.due
    assert (agreement.due.day, agreement.due.wording) == (None, "bis zum nächsten Standorttreffen")


def test_what_is_neither_decision_nor_task_agrees_nothing() -> None:
    assert read_agreement(PassageKind.INFORMATION, "Nord kommt bis 1.5.2019.", MEETING) is None


@pytest.mark.parametrize(
    "text",
    [
        "PROTOKOLL REGIONALTREFFEN OSTDatum: 12. März 2019",
        "PROTOKOLL REGIONALTREFFEN OST\nDatum: 12. März 2019\nOrt: Gotha",
        "Nächstes Treffen: 3. Mai 2019",
        "Die Wand ist bunt.",
    ],
)
def test_what_does_not_sound_like_a_task_names_nobody(text: str) -> None:
    assert read_undeclared(text, MEETING) is None


def test_what_sounds_like_a_task_says_who_and_by_when() -> None:
    found = read_undeclared("PROTOKOLL OSTDatum: 3. April\nBremen: Einladung verschicken bis 10.4.", MEETING)
    assert found
    assert (found.who, found.due and found.due.day) == ("Bremen", date(2019, 4, 10))
