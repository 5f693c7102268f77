"""The timeline of the meetings."""

from datetime import date

from flask.testing import FlaskClient

from archive.entries import MeetingEntry
from webui.timeline import years


def meeting(day: date) -> MeetingEntry:
    return MeetingEntry(day.isoformat(), f"Treffen am {day}", "Regionaltreffen", "Ulm", day, day)


def test_each_meeting_stands_in_its_quarter_and_no_year_is_left_out() -> None:
    march, april, later = (meeting(day) for day in (date(2018, 3, 31), date(2018, 4, 1), date(2020, 12, 31)))
    found = years([later, april, march])
    assert [(row.year, row.count) for row in found] == [(2020, 1), (2019, 0), (2018, 2)]
    assert found[2].quarters == ((march,), (april,), (), ())
    assert found[0].quarters == ((), (), (), (later,))
    assert years([]) == ()


def test_meetings_of_a_kind_are_shown_alone(client: FlaskClient) -> None:
    every, some = (client.get(f"/treffen/zeitleiste{query}").text for query in ("", "?art=standorttreffen"))
    assert 'href="/treffen/standorttreffen-hamburg-2019"' in every
    assert 0 < some.count('href="/treffen/standorttreffen-') == every.count('href="/treffen/standorttreffen-')
    assert client.get("/treffen/zeitleiste?art=fachtag").text.count('<li><a href="/treffen/standorttreffen-') == 0
    assert client.get("/treffen/zeitleiste?art=unsinn").text.count("/treffen/") == every.count("/treffen/")


def test_quarters_are_called_by_their_months(client: FlaskClient) -> None:
    page = client.get("/treffen/zeitleiste").text
    assert "Januar–März" in page
    assert "January–March" in client.get("/treffen/zeitleiste?lang=en").text
