"""What who asks for the next meeting is told."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from archive.entries import MeetingEntry
from webui.next_meeting import asked_kind, next_meeting
from webui.services import Services

KINDS = {"standorttreffen": "Standorttreffen", "fachtag": "Fachtag", "themenspezifischer fachtag": "Fachtag"}


def meeting(kind: str, start: date) -> MeetingEntry:
    return MeetingEntry(f"{kind}-{start}", f"{kind} {start}", kind, "Gotha", start, start)


OLD, LATE = meeting("Standorttreffen", date(2019, 4, 3)), meeting("Standorttreffen", date(2021, 9, 2))
DAY = meeting("Fachtag", date(2022, 3, 1))
MEETINGS = (DAY, OLD, LATE)


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("wann ist das nächste treffen", ""),
        ("Wann findet das nächste Standorttreffen statt?", "Standorttreffen"),
        ("nächster fachtag", "Fachtag"),
        ("Termine der nächsten Fachtage", "Fachtag"),
        ("kommendes Treffen", ""),
        ("wo ist das naechste treffen", ""),
    ],
)
def test_the_next_meeting_is_asked_for(query: str, kind: str) -> None:
    assert asked_kind(query, KINDS) == kind


@pytest.mark.parametrize(
    "query",
    [
        "aufgaben bis nächstes standorttreffen",
        "bis zum nächsten Treffen",
        "letztes treffen",
        "treffen",
        "nächste",
        "nächster treffpunkt",
        "nächste schritte",
        "wer organisiert das nächste treffen",
        "nächstes treffen hamburg",
        "",
    ],
)
def test_something_else_is_asked_for(query: str) -> None:
    assert asked_kind(query, KINDS) is None


@pytest.mark.parametrize(
    ("kind", "today", "coming", "held"),
    [
        ("", date(2020, 1, 1), LATE, OLD),
        ("", date(2021, 9, 2), LATE, OLD),
        ("Fachtag", date(2020, 1, 1), DAY, None),
        ("Standorttreffen", date(2021, 10, 1), None, LATE),
        ("", date(2026, 1, 1), None, DAY),
    ],
)
def test_the_first_that_is_yet_to_come(
    kind: str, today: date, coming: MeetingEntry | None, held: MeetingEntry | None
) -> None:
    found = next_meeting(kind, MEETINGS, today)
    assert (found.coming, found.held) == (coming, held)


def test_where_none_is_on_record_the_page_says_so_and_leads_on(client: FlaskClient, filled: Services) -> None:
    held = max(filled.archive.vocabularies.meetings(), key=lambda each: each.start)
    page = client.get("/suche", query_string={"q": "wann ist das nächste treffen"}).text
    assert "Ein künftiges Treffen ist nicht eingetragen." in page
    assert f'href="/treffen/{held.key}"' in page
    assert '<a href="/treffen">Alle Treffen</a>' in page
    assert "nicht eingetragen" not in client.get("/suche?q=graffiti").text
