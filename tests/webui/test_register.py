"""Beschlüsse und Aufgaben: the page, and what can be taken along."""

import csv
import io
import re
from datetime import date

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar

from archive.rights import Role
from tests.webui.people import person, visitor
from tests.webui.sql_statements import Statements
from webui.agreement_wording import planned
from webui.app import create_app
from webui.register import register_entries
from webui.services import Services


def test_a_task_tells_what_who_by_when_and_what_became_of_it(client: FlaskClient) -> None:
    page = " ".join(client.get("/aufgaben?abschnitt=Aufgabe").text.split())
    assert "1 Eintrag" in page
    row = page[page.index('data-head="Was"') :]
    assert "Die Projektleitung klärt die Freigabe der Fläche bis 31.05.2019." in row
    assert '<td data-head="Wer"><span lang="de">Die Projektleitung</span>' in row
    assert '<time datetime="2019-05-31">war geplant bis 31. Mai 2019</time>' in row
    assert ">nicht dokumentiert</span>" in row
    assert re.search(r'href="/dokumente/D-\d{4}-0001#D-\d{4}-0001-\w{8}"', row)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("", 2),
        ("abschnitt=Beschluss", 1),
        ("stand=nicht+dokumentiert", 1),
        ("stand=beschlossen&stand=nicht+dokumentiert", 2),
        ("wer=projektleitung", 1),
        ("treffen=Standorttreffen+Hamburg+2019&standort=Hamburg&thema=Wohnen+und+Wohnumfeld&jahr=2019", 2),
        ("standort=Gotha", 0),
        ("faellig-ab=2019-05-31&faellig-bis=2019-05-31", 1),
        ("faellig-ab=2019-06-01", 0),
        ("q=Graffiti", 2),
        ("q=Freigabe", 1),
        ("q=Fahrradwerkstatt", 0),
        # what makes no sense is left out
        ("faellig-ab=gestern&stand=egal&sortierung=schief&seite=-1", 2),
    ],
)
def test_filters_leave_what_has_them_all(client: FlaskClient, asked: str, count: int) -> None:
    page = client.get(f"/aufgaben?{asked}").text
    assert page.count('data-head="Was"') == count


def test_a_page_behind_the_last_leads_to_it(client: FlaskClient) -> None:
    answer = client.get("/aufgaben?wer=projektleitung&seite=7")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/aufgaben?wer=projektleitung")


def test_each_chip_takes_its_filter_away(client: FlaskClient) -> None:
    page = client.get("/aufgaben?wer=projekt&stand=beschlossen&jahr=2019&faellig-ab=2019-01-01").text
    chips = re.search(r'aria-label="Gewählte Filter">(.*?)</ul>', page, re.DOTALL)
    assert chips
    addresses = re.findall(r'href="([^"]*)"', chips[1])
    assert len(addresses) == 4
    for address, gone in zip(addresses, ("jahr", "stand", "wer", "faellig"), strict=True):
        assert gone not in address
        assert address.count("=") == 3


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [("de", "Fällig ab 1. Januar 2019", "Fällig bis 30. Juni 2019"), ("en", "Due from 1", "Due until 30")],
)
def test_chips_tell_from_which_day_and_until_which(client: FlaskClient, language: str, first: str, last: str) -> None:
    page = client.get(f"/aufgaben?faellig-ab=2019-01-01&faellig-bis=2019-06-30&lang={language}").text
    chips = dict(re.findall(r'<li><a href="([^"]*faellig-[^"]*)"><span lang="de">([^<]*)</span>', page))
    assert len(chips) == 2
    for address, words in chips.items():
        assert words.startswith(first if "faellig-bis" in address else last)


@pytest.mark.parametrize("query", ["", "?sortierung=frist"])
def test_a_table_read_a_portion_at_a_time_is_the_same_table(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    address = f"/aufgaben/beschluesse-und-aufgaben.csv{query}"
    whole = client.get(address).text
    assert whole.count("http://localhost/dokumente/D-") > 1
    monkeypatch.setattr("webui.views.agreements.PORTION", 1)
    assert client.get(address).text == whole


def test_the_table_holds_the_filtered_set_and_no_formula(client: FlaskClient) -> None:
    answer = client.get("/aufgaben/beschluesse-und-aufgaben.csv?abschnitt=Aufgabe")
    assert answer.headers["Content-Disposition"] == "attachment; filename=beschluesse-und-aufgaben.csv"
    assert answer.text.startswith("\ufeff")
    (row,) = csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff")), delimiter=";")
    assert (row["Art"], row["Tag"], row["Stand"]) == ("Aufgabe", "2019-05-31", "nicht dokumentiert")
    assert row["Treffen"] == "Standorttreffen Hamburg 2019"
    assert row["Beispiel"] == "ja"
    assert row["Adresse"].startswith("http://localhost/dokumente/D-")
    assert all(not value.startswith(("=", "+", "-", "@")) for value in row.values())


def test_the_calendar_holds_what_is_due_on_a_day(client: FlaskClient) -> None:
    answer = client.get("/aufgaben/fristen.ics")
    assert answer.mimetype == "text/calendar"
    (event,) = Calendar.from_ical(answer.text).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2019, 5, 31), date(2019, 6, 1))
    assert "klärt die Freigabe" in str(event["summary"])
    assert "Wer: Die Projektleitung" in str(event["description"])


def test_visitors_see_what_is_public(filled: Services) -> None:
    assert "Graffiti" not in visitor(filled).get("/aufgaben").text
    assert "nichts" in visitor(filled).get("/aufgaben?q=Graffiti").text


def test_without_an_index_the_page_says_so(empty: Services) -> None:
    page = person(empty, Role.STAFF).get("/aufgaben").text
    assert "Suchindex wird gerade aufgebaut" in page


def test_days_that_have_gone_by_raise_no_alarm() -> None:
    assert planned(date(2019, 5, 31), date(2019, 6, 1)) == "war geplant bis 31. Mai 2019"
    assert planned(date(2019, 5, 31), date(2019, 5, 31)) == "geplant bis 31. Mai 2019"


def test_everything_is_read_in_as_many_statements_as_a_page(filled: Services) -> None:
    """Thousands are looked for in one statement a table: passages, agreements, descriptions and their labels."""
    few, many = Statements(), Statements()
    ids = [each.passage for each in filled.texts.agreements.every()]
    with create_app(filled).test_request_context():
        with few.counted():
            register_entries(ids)
        with many.counted():
            register_entries([*ids, *(f"D-2026-9999-{number}" for number in range(3000))])
    assert few.count == many.count == 4
